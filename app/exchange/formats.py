"""The files for others that a shipment can be written as, by the name a person types. Some raise TableRefused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.catalog.catalog import Catalog
from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.words import Message


class Exported(NamedTuple):
    """A finished file, or what it still lacks."""

    data: bytes | None
    missing: tuple[str, ...] = ()
    """Paths of the answers without which the file cannot be made."""
    remarks: tuple[Message, ...] = ()
    """What to know about the file before it is handed on."""


Writer = Callable[[Shipment, Circumstances, Catalog], Exported]


def writers() -> Mapping[str, Writer]:
    """Every format with what writes it."""
    from app.exchange.ceisa_json import ceisa_json
    from app.exchange.ceisa_workbook import ceisa_review, ceisa_workbook
    from app.exchange.workbook_out import shipment_workbook, template_workbook

    return {
        "ceisa-json": lambda shipment, at, _: ceisa_json(shipment, at),
        "ceisa-xlsx": lambda shipment, at, _: ceisa_workbook(shipment, at),
        "ceisa-xlsx-review": ceisa_review,
        "xlsx": lambda shipment, at, catalog: Exported(shipment_workbook(Figures(shipment, at), catalog)),
        "xlsx-template": lambda _, at, catalog: Exported(template_workbook(catalog, at)),
    }


def ending_of(form: str) -> str:
    """How the name of a file of this format ends."""
    return ".json" if form == "ceisa-json" else ".xlsx"
