"""Rules about the order of days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from app.domain.derived import Figures
from app.domain.paths import value_at
from app.domain.problems import Finding, rule
from app.kinds.date import long_date
from app.words import Text

CONTRADICTIONS = (
    ("transport.departure", "transport.arrival"),
    ("letter_of_credit.issued", "letter_of_credit.latest_shipment"),
    ("letter_of_credit.issued", "letter_of_credit.expiry"),
    ("letter_of_credit.latest_shipment", "letter_of_credit.expiry"),
    ("references.export_declaration_date", "references.export_approval_date"),
)
"""Pairs (earlier, later) that cannot be the other way round."""

UNUSUAL = (
    ("references.contract_date", "references.invoice_date"),
    ("references.order_date", "references.invoice_date"),
    ("references.proforma_date", "references.invoice_date"),
    ("references.invoice_date", "references.export_declaration_date"),
    ("references.invoice_date", "transport.departure"),
    ("references.packing_list_date", "transport.departure"),
    ("references.export_declaration_date", "transport.departure"),
    ("customs.readiness_date", "customs.inspection_date"),
    ("customs.inspection_date", "customs.export_date"),
)
"""Pairs (earlier, later) that are sometimes the other way round, rarely with good reason."""


@rule(
    "dates_possible",
    severity="error",
    message="rules.date_before",
    reads=tuple(path for pair in CONTRADICTIONS for path in pair),
    source="the calendar: what follows cannot come first",
    looked_at="2026-11-24",
)
def dates_possible(figures: Figures) -> Iterator[Finding]:
    """Ships arrive after they leave, a credit ends after it begins."""
    yield from _out_of_order(figures, CONTRADICTIONS)


@rule(
    "dates_usual",
    severity="warning",
    message="rules.date_before",
    reads=tuple(path for pair in UNUSUAL for path in pair),
    source="trade_documents 1.4.2 rule 5 and general practice; customs sees goods that are ready (PKB), before they go",
    looked_at="2026-11-24",
)
def dates_usual(figures: Figures) -> Iterator[Finding]:
    """Contracts come before invoices, invoices before the declaration and the ship, notice before inspection."""
    yield from _out_of_order(figures, UNUSUAL)


@rule(
    "permits_not_ended",
    severity="error",
    message="rules.date_before",
    reads=("goods.*.permits.*.date", "goods.*.permits.*.valid_until"),
    source="the calendar: a permit ends after it begins",
    looked_at="2026-11-24",
)
def permits_not_ended(figures: Figures) -> Iterator[Finding]:
    """A permit's last day is not before its first."""
    for line in figures.goods:
        for permit in line.permits or ():
            if permit.date and permit.valid_until and permit.valid_until < permit.date:
                labels = {"earlier": "goods.*.permits.*.date", "later": "goods.*.permits.*.valid_until"}
                days = {"first": _day(permit.date), "second": _day(permit.valid_until)}
                yield Finding(f"goods.{line.id}.permits.{permit.id}.valid_until", days, labels)


def _out_of_order(figures: Figures, pairs: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    for earlier, later in pairs:
        first, second = value_at(figures.shipment, earlier), value_at(figures.shipment, later)
        if first is not None and second is not None and second < first:
            days = {"first": _day(first), "second": _day(second)}
            yield Finding(later, days, {"earlier": earlier, "later": later})


def _day(value: datetime.date) -> Text:
    return Text(long_date(value, "id"), long_date(value, "en"))
