"""The register of all shipments as a workbook, for the exporter's own books and the yearly figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import read_shipment
from app.services.backups import Clock, opened_for_backup
from app.services.files import write_numbered
from app.services.program import Program
from app.services.samples import sample_bytes, sample_titles
from app.store.body import file_of
from app.store.trouble import DocumentDamaged, NewerDocument
from app.store.values import SHIPMENT
from app.words import Language, Message, same

if TYPE_CHECKING:
    from app.store.store import Store


class Registered(NamedTuple):
    """What the store has for the register."""

    shipments: tuple[Shipment, ...]
    """The oldest first."""
    left_out: tuple[str, ...]
    """What those are called that cannot be read: damaged, or from a newer program."""


class Register(NamedTuple):
    """A finished workbook, and what to know of it before anybody counts with it."""

    data: bytes
    left_out: Message | None
    """Which shipments are not in it."""
    samples: Message | None
    """That there are samples in it."""

    def remarks(self, language: Language) -> list[str]:
        """Both sentences, as far as there is something to say."""
        return [said.into(language) for said in (self.left_out, self.samples) if said is not None]


def registered(store: Store) -> Registered:
    """A job for the storage thread: all shipments but those in the bin. Raises StoreTrouble, but not for one of them
    that is damaged: a year's register is not lost over one shipment.
    """
    shipments, left_out = [], []
    for row in store.listed(SHIPMENT):
        try:
            shipments.append(file_of(store.body(row.id)).shipment)
        except (DocumentDamaged, NewerDocument):
            left_out.append(row.title or row.number or row.buyer or row.id)
    return Registered(tuple(sorted(shipments, key=_day)), tuple(left_out))


def register_workbook(program: Program, found: Registered, at: Circumstances) -> Register:
    """The workbook. Raises TableRefused for a text that no cell holds."""
    from app.exchange.workbook_out import register_workbook as written

    data = written([Figures(shipment, at) for shipment in found.shipments], program.catalog, at)
    samples = sum(shipment.exporter.name in _sample_exporters() for shipment in found.shipments)
    names = {"names": same(", ".join(found.left_out))}
    return Register(
        data,
        Message("services.register_left_out", names) if found.left_out else None,
        Message("services.register_samples", {"n": same(str(samples))}) if samples else None,
    )


def register_now(data: Path, clock: Clock, program: Program, at: Circumstances) -> Register:
    """The workbook of a store that is not open in this program. Raises StoreTrouble: InUse where a window has it open,
    NoStore where there is none.
    """
    with opened_for_backup(data, clock) as store:
        found = registered(store)
    return register_workbook(program, found, at)


def write_register(data: bytes, path: Path) -> Path:
    """Write a finished register, never over another: the name gets a number then. Raises Obstacle."""
    return write_numbered(path.parent, path.stem, path.suffix, data)


def _day(shipment: Shipment) -> str:
    """By the invoice's day, else the departure's; those without a day come last."""
    day = shipment.references.invoice_date or shipment.transport.departure
    return day.isoformat() if day else "9999"


@cache
def _sample_exporters() -> frozenset[str | None]:
    """The names of the samples' exporters, who exist nowhere else: a copy of a sample is known by them."""
    return frozenset(read_shipment(sample_bytes(name)).shipment.exporter.name for name in sample_titles())
