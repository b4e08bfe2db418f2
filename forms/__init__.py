"""The document types, one folder each; found by app.catalog, never imported by app."""
