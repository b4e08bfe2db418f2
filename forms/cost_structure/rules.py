"""What a cost structure can contradict."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.costs import cost_total
from app.domain.derived import Figures
from app.domain.price import fob_value
from app.domain.problems import Finding, rule
from app.kinds.number import decimals_of, printed
from app.words import Text


@rule(
    "costs_within_fob",
    severity="warning",
    message="rules.costs_above_fob",
    reads=(
        *("goods.*.quantity", "goods.*.unit_price", "goods.*.discount", "goods.*.surcharge", "currency"),
        *("charges.*.kind", "charges.*.amount", "charges.*.place", "delivery.incoterm"),
        *("costs.*.kind", "costs.*.amount"),
    ),
    source="arithmetic: the price at the works is part of the value on board; the office compares both",
    looked_at="2026-11-24",
)
def costs_within_fob(figures: Figures) -> Iterator[Finding]:
    """All costs with the profit, which are the price at the works, are no more than the FOB value."""
    costs, fob = cost_total(figures), fob_value(figures)
    if costs is not None and fob is not None and costs > fob >= 0:
        shown = {
            name: Text(*(printed(value, decimals_of(value), language) for language in ("id", "en")))
            for name, value in (("costs", costs), ("fob", fob))
        }
        yield Finding("costs", shown)
