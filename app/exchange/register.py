"""The register: one row for each shipment, with what a list of exports is asked for."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.domain.all_derived import DERIVED
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.paths import value_at
from app.exchange.sheets import Sheet, Value
from app.words import say

COLUMNS = (
    *("references.invoice_no", "references.invoice_date", "exporter.name", "buyer.name"),
    *("transport.country_of_destination", "transport.mode", "transport.departure", "transport.port_of_loading"),
    *("delivery.incoterm", "payment.method", "currency", "totals.invoice", "totals.fob", "customs.exchange_rate"),
    *("totals.packages", "totals.net_weight", "totals.gross_weight"),
    *("references.export_declaration_no", "references.export_declaration_date"),
    *("references.export_approval_no", "references.export_approval_date"),
)


def register_sheet(shipments: Sequence[Figures], title: str) -> Sheet:
    """The shipments in the order given; what is not told stays empty."""
    return Sheet(title, COLUMNS, [[_value(figures, path) for path in COLUMNS] for figures in shipments], [])


def _value(figures: Figures, path: str) -> Value:
    """A number as a number and a day as a day, to sort by; anything else as papers print it."""
    found: Any = DERIVED[path].work_out(figures) if path in DERIVED else value_at(figures.shipment, path)
    if found is None:
        return _without(figures, path)
    if isinstance(found, Decimal | datetime.date):
        return found
    kind = fields()[path].kind
    return kind.show(found, figures.at) if kind is not None else str(found)


def _without(figures: Figures, path: str) -> str | None:
    """Half-typed text, or that there is none."""
    is_none = figures.shipment.answers.get(path) == "none"
    return figures.shipment.typed.get(path) or (say("exchange.word_none", figures.at.language) if is_none else None)
