"""The papers of a shipment as a person chooses them: which, in what language, on what paper, how many copies."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from app.catalog.catalog import Catalog
from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment
from app.kinds.kind import Reading
from app.kinds.number import read_number


def row_of(shipment: Shipment, form: str) -> ChosenDocument | None:
    """The row of a document; None where it is not chosen."""
    return next((row for row in shipment.documents or () if row.form == form), None)


def with_chosen(shipment: Shipment, form: str, chosen: bool, row_id: str) -> Shipment:
    """The shipment with a document chosen (under a new row id) or not."""
    rows = tuple(row for row in shipment.documents or () if row.form != form)
    return replace(shipment, documents=(*rows, ChosenDocument(id=row_id, form=form)) if chosen else rows)


def with_setting(shipment: Shipment, form: str, name: str, value: object) -> Shipment:
    """The shipment with another language, paper or number of copies of a chosen document."""
    if name == "copies":
        read = read_number(str(value).strip()) if str(value).strip() else None
        value = read.value if isinstance(read, Reading) else None
    attribute = {"language": "language", "sheet": "paper", "copies": "copies"}[name]
    rows = tuple(replace(r, **{attribute: value}) if r.form == form else r for r in shipment.documents or ())
    return replace(shipment, documents=rows)


def all_chosen(catalog: Catalog, paper: str, row_ids: list[str]) -> tuple[ChosenDocument, ...]:
    """Every document there is, on ``paper``: how a new shipment begins."""
    forms = zip(catalog.forms, row_ids, strict=False)
    return tuple(ChosenDocument(id=row_id, form=form, paper=paper, copies=Decimal(1)) for form, row_id in forms)
