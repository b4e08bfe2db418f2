"""What the steps of a price ladder can contradict."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.costs import ladder
from app.domain.derived import Figures
from app.domain.price import fob_value
from app.domain.problems import Finding, rule
from app.kinds.number import decimals_of, printed
from app.words import Text, same


@rule(
    "ladder_above_zero",
    severity="warning",
    message="rules.ladder_below_zero",
    reads=(
        *("goods.*.quantity", "goods.*.unit_price", "goods.*.discount", "goods.*.surcharge", "currency"),
        *("charges.*.kind", "charges.*.amount", "charges.*.place", "delivery.incoterm", "transport.mode"),
    ),
    source="arithmetic: costs up to the ship that are more than the value on board leave nothing for the goods",
    looked_at="2026-11-24",
)
def ladder_above_zero(figures: Figures) -> Iterator[Finding]:
    """Costs up to on board leave something of the FOB value; where that is below zero itself, another rule says so."""
    fob = fob_value(figures)
    below = next((step for step in ladder(figures) if step.amount is not None and step.amount < 0), None)
    if fob is None or fob < 0 or below is None or below.amount is None:
        return
    shown = {
        name: Text(*(printed(value, decimals_of(value), language) for language in ("id", "en")))
        for name, value in (("price", below.amount), ("fob", fob))
    }
    yield Finding("charges", {"term": same(below.term or ""), **shown})
