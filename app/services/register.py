"""The register of all shipments as a workbook, for the exporter's own books and the yearly figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.backups import Clock, opened_for_backup
from app.services.files import write_numbered
from app.services.program import Program
from app.store.body import file_of
from app.store.values import SHIPMENT

if TYPE_CHECKING:
    from app.store.store import Store


def registered(store: Store) -> tuple[Shipment, ...]:
    """A job for the storage thread: all shipments but those in the bin, the oldest first. Raises StoreTrouble."""
    shipments = [file_of(store.body(row.id)).shipment for row in store.listed(SHIPMENT)]
    return tuple(sorted(shipments, key=_day))


def register_workbook(program: Program, shipments: tuple[Shipment, ...], at: Circumstances) -> bytes:
    """The workbook. Raises TableRefused for a text that no cell holds."""
    from app.exchange.workbook_out import register_workbook as written

    return written([Figures(shipment, at) for shipment in shipments], program.catalog, at)


def register_now(data: Path, clock: Clock, program: Program, at: Circumstances) -> bytes:
    """The workbook of a store that is not open in this program. Raises StoreTrouble: InUse where a window has it open,
    NoStore where there is none.
    """
    with opened_for_backup(data, clock) as store:
        shipments = registered(store)
    return register_workbook(program, shipments, at)


def write_register(data: bytes, path: Path) -> Path:
    """Write a finished register, never over another: the name gets a number then. Raises Obstacle."""
    return write_numbered(path.parent, path.stem, path.suffix, data)


def _day(shipment: Shipment) -> str:
    """By the invoice's day, else the departure's; those without a day come last."""
    day = shipment.references.invoice_date or shipment.transport.departure
    return day.isoformat() if day else "9999"
