"""The declarations in ``forms/``, read and checked: the words of every field, and the document types."""
