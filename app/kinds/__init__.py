"""How one value is typed, checked, stored, shown and printed: one small class a kind.

Knows no field and no shipment. Fields name their kind beside their type: ``Annotated[Decimal | None, Weight()]``.
"""
