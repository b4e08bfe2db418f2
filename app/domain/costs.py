"""What goods cost to make, as offices that issue certificates of origin ask it; and the price by each Incoterm.

No verdict on origin: shares are arithmetic, the office decides by the rule of the agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from app.domain.cost_parts import COST_KIND
from app.domain.derived import Figures, derived, derived_rows
from app.domain.price import fob_value, invoice_total
from app.domain.struct import Value
from app.domain.terms import CHARGE_KIND
from app.kinds.arithmetic import EXACT, rounded, total
from app.kinds.choice import YesNo
from app.kinds.coded import Incoterm
from app.kinds.measures import Percent
from app.kinds.money import Amount

SHARE_DECIMALS = 2
STEPS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
"""From the seller's door to the buyer's: each holds what the ones before it hold, save insurance."""


class LadderStep(Value, frozen=True, kw_only=True):
    """The price by one Incoterm, or the first cost that is missing for it."""

    term: Annotated[str | None, Incoterm()] = None
    amount: Annotated[Decimal | None, Amount()] = None
    missing: Annotated[str | None, CHARGE_KIND] = None
    agreed: Annotated[str | None, YesNo()] = None
    """Said of the term of this shipment only."""


@derived("cost.own_materials", Amount())
def own_materials(figures: Figures) -> Decimal | None:
    """Materials of Indonesian origin."""
    return _of(figures, ("own_material",))


@derived("cost.foreign_materials", Amount())
def foreign_materials(figures: Figures) -> Decimal | None:
    """Materials of other or unknown origin; None where nothing was told about costs."""
    return _of(figures, ("foreign_material",))


@derived("cost.total", Amount())
def cost_total(figures: Figures) -> Decimal | None:
    """All parts with profit: the price at the works."""
    return _of(figures, COST_KIND.codes)


@derived("cost.share", Percent())
def own_share(figures: Figures) -> Decimal | None:
    """What is left of the FOB value without foreign materials, in per cent of it; None while a part is open.

    Source: trade documents notes 2.3, the fields of an origin formula (FOB and non-originating materials).
    """
    fob, foreign = fob_value(figures), foreign_materials(figures)
    if fob is None or foreign is None or fob <= 0:
        return None
    return rounded(EXACT.multiply(EXACT.subtract(fob, foreign), Decimal(100)) / fob, SHARE_DECIMALS)


@derived_rows("price.ladder", LadderStep)
def ladder(figures: Figures) -> Iterator[LadderStep]:
    """The price by each Incoterm that fits the way of transport, from the FOB value and the costs that were told."""
    shipment, fob = figures.shipment, fob_value(figures)
    if fob is None:
        return
    for term in STEPS:
        entry = figures.at.lists.incoterms.find(term)
        if entry is None or (entry.facts["mode"] == "sea" and shipment.transport.mode not in (None, "sea")):
            continue
        before, after = (_kinds(entry.facts[name]) for name in ("before_fob", "after_fob"))
        missing = next((kind for kind in (*before, *after) if _cost(figures, kind) is None), None)
        held = [_cost(figures, kind) for kind in after]
        left_out = [-cost for kind in before if (cost := _cost(figures, kind)) is not None]
        price = None if missing else total([fob, *held, *left_out])
        if shipment.delivery.incoterm == term:
            # What is on the invoice, also where its price holds more than the term asks for.
            yield LadderStep(term=term, amount=invoice_total(figures), agreed="yes")
        else:
            yield LadderStep(term=term, amount=price, missing=missing)


def _of(figures: Figures, kinds: tuple[str, ...]) -> Decimal | None:
    """The sum of the parts of these kinds; None where no cost was told, or one has no amount or no kind."""
    parts = figures.shipment.costs or ()
    if not parts or any(part.kind not in COST_KIND.codes for part in parts):
        return None
    return total([Decimal(0), *(part.amount for part in parts if part.kind in kinds)])


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(kind for kind in text.split("|") if kind)


def _cost(figures: Figures, kind: str) -> Decimal | None:
    """What a cost comes to, wherever it stands; open where nobody told it."""
    rows = [charge for charge in figures.shipment.charges or () if charge.kind == kind]
    answers = figures.shipment.answers
    told = [row.amount for row in rows if answers.get(f"charges.{row.id}.amount") != "none"]
    return total([Decimal(0), *told]) if rows else None
