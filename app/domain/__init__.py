"""The shipment and what follows from it: frozen typed values, derived values, the types of problems and rules.

Knows no document type, no file, no screen. Every answer is optional: ``None`` means not answered yet.
"""
