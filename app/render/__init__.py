"""Papers: Jinja writes a small block XML, which is measured, paginated and drawn on a reportlab canvas."""
