"""The papers of a shipment as a person chooses them: which, in what language, on what paper."""

from __future__ import annotations

from msgspec.structs import replace

from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment


def row_of(shipment: Shipment, form: str) -> ChosenDocument | None:
    """The row of a document; None where it is not chosen."""
    return next((row for row in shipment.documents or () if row.form == form), None)


def with_chosen(shipment: Shipment, form: str, chosen: bool, row_id: str) -> Shipment:
    """The shipment with a document chosen (under a new row id) or not."""
    rows = tuple(row for row in shipment.documents or () if row.form != form)
    return replace(shipment, documents=(*rows, ChosenDocument(id=row_id, form=form)) if chosen else rows)


def with_setting(shipment: Shipment, form: str, name: str, value: object) -> Shipment:
    """The shipment with another language or paper ("sheet") of a chosen document."""
    attribute = {"language": "language", "sheet": "paper"}[name]
    rows = tuple(replace(r, **{attribute: value}) if r.form == form else r for r in shipment.documents or ())
    return replace(shipment, documents=rows)
