"""Jobs for the storage thread about the books: list, keep, find what is kept already.

An exporter's entries are his own. Those made before there was a profile belong to nobody and are everybody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.checks.names import alike
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.reference.code_list import folded
from app.services.books import Book, books, empty_entry, summarise_entry, updated
from app.services.exporters import current_exporter
from app.store.body import body_of, file_of
from app.store.values import Change, Listed, Summary
from app.words import Message, same

if TYPE_CHECKING:
    from app.store.store import Store


class Entry(NamedTuple):
    """One row of a book."""

    row: Listed
    alike: tuple[str, ...] = ()
    """The names of other entries that may be the same."""


class Kept(NamedTuple):
    """What became of an entry that was to be kept."""

    document: str = ""
    """"" where nothing was kept, because others may be the same."""
    is_new: bool = False
    alike: tuple[tuple[str, str], ...] = ()
    """Id and name of those others."""


def list_entries(store: Store, screen: str, shipment: str | None = None, binned: bool = False) -> tuple[Entry, ...]:
    """The entries of a screen's books by name, for the exporter of a shipment or the one at work; or those removed.

    Raises StoreTrouble.
    """
    owner = _owner(store, shipment)
    found: list[Entry] = []
    for book in books().values():
        if book.screen == screen:
            rows = sorted(_rows(store, book, owner, binned=binned), key=lambda row: folded(row.title or ""))
            found += _marked(rows)
    return tuple(found)


def read_entry(store: Store, document: str) -> Shipment:
    """An entry as it is kept. Raises StoreTrouble."""
    return file_of(store.body(document)).shipment


def begin_entry(store: Store, book: str) -> str:
    """Keep an entry that says nothing yet, to be filled in; its id. Raises StoreTrouble."""
    return _add(store, books()[book], empty_entry(books()[book]), _owner(store, None))


def keep_entry(
    store: Store,
    book: str,
    entry: Shipment,
    shipment: str | None = None,
    into: str | None = None,
    *,
    sure: bool = False,
) -> Kept:
    """Keep what a shipment says, in the entry of the same name, or in the entry ``into``, or as a new one.

    Unless it is ``sure`` that it is another, nothing is kept where entries may be the same. Raises StoreTrouble.
    """
    kept, owner = books()[book], _owner(store, shipment)
    rows = _rows(store, kept, owner)
    said = summarise_entry(kept, entry)
    name = said.title
    same_name = [row for row in rows if name and folded(row.title or "") == folded(name)]
    known = into or next((row.id for row in same_name if not sure and not _are_two(said, row)), None)
    if known is not None:
        _update(store, kept, known, entry)
        return Kept(known)
    like = dict.fromkeys((*same_name, *(rows[n] for n in alike(name, [row.title for row in rows]))))
    others = () if sure else tuple((row.id, row.title or "") for row in like)
    if others:
        return Kept(alike=others)
    return Kept(_add(store, kept, entry, owner), is_new=True)


def _are_two(said: Summary, row: Listed) -> bool:
    """Whether another number or another country tells two of one name apart."""
    pairs = ((said.number, row.number), (said.country, row.country))
    return any(one and other and one != other for one, other in pairs)


def _marked(rows: list[Listed]) -> list[Entry]:
    names = [row.title for row in rows]
    entries = []
    for n, row in enumerate(rows):
        others = [names[other] for other in alike(row.title, names) if other != n]
        entries.append(Entry(row, tuple(name for name in others if name)))
    return entries


def _rows(store: Store, book: Book, owner: str | None, *, binned: bool = False) -> list[Listed]:
    return [row for row in store.listed(book.id, binned=binned) if row.exporter in (None, owner)]


def _owner(store: Store, shipment: str | None) -> str | None:
    return (store.exporter_of(shipment) if shipment else None) or current_exporter(store)


def _add(store: Store, book: Book, entry: Shipment, owner: str | None) -> str:
    return store.add(book.id, body_of(ShipmentFile(entry)), summarise_entry(book, entry), owner)


def _update(store: Store, book: Book, document: str, entry: Shipment) -> None:
    """As a step of the entry's own history, so that it can be taken back there."""
    opened = store.opened(document)
    file = file_of(opened.body)
    now = updated(book, file.shipment, entry)
    step = Message("books.from_shipment", {"title": same(summarise_entry(book, now).title or "")})
    opened.keep([Change(body_of(file._replace(shipment=now)), step)], summarise_entry(book, now))
    store.release(document)
