"""The one place where a person's work is kept between two starts: documents, their history, half-typed text, settings.

Knows SQL; knows no screen, no thread and no document type.
"""
