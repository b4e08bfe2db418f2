"""What the goods of a shipment cost to make, part by part, as it was told."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from app.domain.struct import Row
from app.kinds.choice import Choice
from app.kinds.coded import Country
from app.kinds.digits import ForeignHsCode
from app.kinds.money import Amount
from app.kinds.text import PlainText

COST_KIND = Choice(
    of="cost", codes=("own_material", "foreign_material", "labour", "overhead", "packing", "other", "profit")
)


class CostPart(Row, frozen=True, kw_only=True):
    """One part of what all goods of the shipment cost until they leave the works, in the invoice's currency."""

    kind: Annotated[str | None, COST_KIND] = None
    text: Annotated[str | None, PlainText()] = None
    hs_code: Annotated[str | None, ForeignHsCode(none_is_an_answer=True)] = None
    """Of a material; a change of heading is judged by it."""
    country: Annotated[str | None, Country()] = None
    amount: Annotated[Decimal | None, Amount()] = None
