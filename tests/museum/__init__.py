"""Files as every released program left them, never changed afterwards: they must open for ever.

``store-v1.db`` and ``shipment-v1.ekspor`` are of schema 1, ``*.json`` is what stands in them. With each new schema
``python -m tests.museum.exhibits`` adds two files; it never touches one that is there.
"""
