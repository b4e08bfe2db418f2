"""Jobs for the storage thread about whole documents: the list of shipments, the bin, copies, names.

Each takes the store first: ``thread.ask(partial(list_shipments, exporter=x), done, failed)``.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import msgspec

from app.checks.check import chosen_forms
from app.checks.required import missing_paths
from app.domain.derived import Figures
from app.domain.goods_totals import line_amount
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile
from app.services.program import Program
from app.services.storage_thread import Summarise
from app.store.body import body_of, file_of
from app.store.values import SHIPMENT, Change, Health, Line, Listed, Summary
from app.words import Language, Message, same

if TYPE_CHECKING:
    from app.store.store import Store


def list_shipments(store: Store, exporter: str | None = None, binned: bool = False) -> tuple[Listed, ...]:
    """The shipments of one exporter or of all, newest change first; or those in the bin."""
    return store.listed(SHIPMENT, exporter, binned)


def add_shipment(store: Store, file: ShipmentFile, exporter: str | None, summarise: Summarise) -> str:
    """Keep a shipment that came from a file or a sample; its id. Raises StoreTrouble."""
    return store.add(SHIPMENT, body_of(file), summarise(file.shipment), exporter)


def duplicate_shipment(store: Store, document: str, language: Language, summarise: Summarise) -> str:
    """A new shipment with all answers of another, called a copy of it; its id. Raises StoreTrouble."""
    file = file_of(store.body(document))
    title = file.shipment.title
    message = Message("editing.copy_of", {"title": same(title)}) if title else Message("editing.copy")
    copied = file._replace(shipment=msgspec.structs.replace(file.shipment, title=message.into(language)))
    return add_shipment(store, copied, store.exporter_of(document), summarise)


def rename_shipment(store: Store, document: str, title: str | None, summarise: Summarise) -> None:
    """Another title for a shipment that is not being edited, as a step that can be undone. Raises StoreTrouble."""
    opened = store.opened(document)
    file = file_of(opened.body)
    shipment = msgspec.structs.replace(file.shipment, title=title)
    opened.keep([Change(body_of(file._replace(shipment=shipment)), Message("editing.rename"))], summarise(shipment))
    store.release(document)


def bin_document(store: Store, document: str) -> None:
    """Put it into the bin. Raises StoreTrouble."""
    store.bin(document)


def restore_document(store: Store, document: str) -> None:
    """Bring it back from the bin. Raises StoreTrouble."""
    store.restore(document)


def empty_bin(store: Store) -> int:
    """Erase everything in the bin; how many documents it was. Raises StoreTrouble."""
    return store.empty_bin()


def look_over(store: Store) -> Health:
    """Whether the file's structure is sound and every document still what was saved; for quiet moments."""
    return store.health()


def summariser(program: Program, at: Circumstances) -> Summarise:
    """What lists show of a shipment, worked out with the declarations in force."""

    def summarise(shipment: Shipment) -> Summary:
        figures = Figures(shipment, at)
        country = destination(shipment)
        return Summary(
            title=shipment.title,
            number=shipment.references.invoice_no,
            buyer=shipment.buyer.name,
            country=country,
            missing=_missing(program, figures),
            lines=tuple(_lines(figures, country)),
        )

    return summarise


def destination(shipment: Shipment) -> str | None:
    """Where the goods go; the buyer's country where nothing else is said. ISO 3166 alpha-2."""
    country = shipment.transport.country_of_destination or shipment.buyer.country
    # A file made by hand may hold a word instead of a code.
    return country if country and len(country) == _COUNTRY_LETTERS else None


def _missing(program: Program, figures: Figures) -> int | None:
    """How many answers the chosen papers still need, each counted once; None where no paper is chosen."""
    forms = [program.catalog.forms[f] for f in chosen_forms(figures.shipment) if f in program.catalog.forms]
    if not forms:
        return None
    return len({path for form in forms for path in missing_paths(form, figures)})


def _lines(figures: Figures, country: str | None) -> list[Line]:
    shipment = figures.shipment
    day = shipment.references.invoice_date or shipment.transport.departure
    month = f"{day:%Y-%m}" if day else None
    rate = Decimal(1) if shipment.currency == "IDR" else shipment.customs.exchange_rate
    return [
        Line(
            id=line.id,
            hs_code=line.hs_code,
            product=line.own_description or line.description,
            country=country,
            month=month,
            rupiah=_rupiah(line_amount(figures, line), rate),
        )
        for line in figures.goods
    ]


def _rupiah(amount: Decimal | None, rate: Decimal | None) -> int | None:
    if amount is None or rate is None:
        return None
    whole = (amount * rate).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return int(whole) if whole <= _LARGEST_SUM else None


_COUNTRY_LETTERS = 2
_LARGEST_SUM = Decimal(2**63 - 1)
"""What a BIGINT holds; more rupiah than that are a slip of the finger."""
