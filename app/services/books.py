"""The books: products of one's own and the firms one deals with. Which fields they keep is data (resources/kept.toml).

An entry has the shape of a shipment in which only what the book keeps is answered, so that it is edited, checked and
undone like one. What goes from a book into a shipment is a copy: neither changes the other afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.resources import files
from typing import Any

import msgspec

from app.catalog.declared import Worded, read_toml, shaped
from app.catalog.pages import Asked, Block, Page, Pages
from app.checks.required import is_answered
from app.domain.fields import declared_name, fields
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.services.exporters import summarise_profile
from app.services.shipment_changes import rows_at, with_answer_value, with_open_answer, with_rows_added
from app.services.storage_thread import Summarise
from app.services.tasks import profile_pages
from app.store.values import Summary
from app.words import Text, catalogue

FILE = "kept.toml"
ROW = "entry"
"""The id of the row that an entry stands in, where it is one."""
_COUNTRY_LETTERS = 2
_FIELD = 208
"""Pixels at 100 % of a field that a shipment asks in a grid."""


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where in a shipment an entry goes to and comes from."""

    at: str
    along: bool = False
    """Whether what is kept along with an entry goes with it here."""
    set: Mapping[str, str] = {}
    """What is answered beside the entry's own fields."""


class Book(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One sort of entries; its id is the kind of their documents."""

    id: str
    screen: str
    """The books of a screen are listed together."""
    title: Worded
    add: Worded
    entry: str
    lines: tuple[tuple[str, ...], ...]
    name: tuple[str, ...]
    """The first of them that is answered is what an entry is called; so it is with the two that follow."""
    number: tuple[str, ...]
    also: tuple[str, ...]
    country: str = ""
    priced: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    whole: bool = False
    along: tuple[tuple[str, ...], ...] = ()
    places: tuple[Place, ...] = msgspec.field(name="place")

    def at(self, name: str) -> str:
        """Where a field of the entry stands in its document."""
        return f"{concrete(self.entry)}.{name}"

    def names(self) -> Iterator[str]:
        """Every field of the entry."""
        return (name for line in self.lines for name in line)

    def along_paths(self) -> Iterator[str]:
        """The paths of what is kept along with it."""
        return (path for line in self.along for path in line)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    book: tuple[Book, ...]


@cache
def books() -> Mapping[str, Book]:
    """All books by their ids. Raises DeclarationError for a file that is wrong."""
    return {book.id: book for book in shaped(read_toml(files("resources") / FILE, FILE), _File, FILE).book}


def concrete(path: str) -> str:
    """Where a declared path stands in an entry's document."""
    return ".".join(ROW if step == "*" else step for step in path.split("."))


def book_for(target: str) -> tuple[Book, Place] | None:
    """The book that the entries for a place of a shipment stand in (``buyer``, ``notify.n1``, ``goods.g7``)."""
    declared = declared_name(target)
    return next(((book, place) for book in books().values() for place in book.places if place.at == declared), None)


def empty_entry(book: Book) -> Shipment:
    """An entry that says nothing yet."""
    list_path, star, _ = book.entry.partition(".*")
    struct = fields()[list_path].rows if star else None
    return with_rows_added(Shipment(), list_path, [struct(id=ROW)]) if struct is not None else Shipment()


def entry_name(book: Book, entry: Shipment) -> str | None:
    """What an entry is called, in one line; None where it says nothing of that."""
    return _first(book, book.name, entry)


def summarise_entry(book: Book, entry: Shipment) -> Summary:
    """What the list of entries shows: name, number, one thing more, country."""
    country = _said(entry, book.at(book.country)) if book.country else None
    name = entry_name(book, entry)
    return Summary(
        title=name,
        number=_first(book, book.number, entry),
        buyer=next((text for field in book.also if (text := _line(book, field, entry)) and text != name), None),
        country=country if isinstance(country, str) and len(country) == _COUNTRY_LETTERS else None,
    )


def entry_of(shipment: Shipment, target: str) -> Shipment:
    """What a book would keep of a place of a shipment. Raises KeyError where no book keeps it."""
    book, place = _place(target)
    entry = empty_entry(book)
    for name in book.names():
        if name not in book.here:
            entry = _copied(shipment, f"{target}.{name}", entry, book.at(name))
    if place.along and entry_name(book, entry) is not None:
        for path in book.along_paths():
            entry = _copied(shipment, path, entry, path)
    return entry


def updated(book: Book, entry: Shipment, newer: Shipment) -> Shipment:
    """An entry with what a newer one answers; what that leaves open stays as it was."""
    for path in (*(book.at(name) for name in book.names()), *book.along_paths()):
        entry = _copied(newer, path, entry, path)
    return entry


def taken(shipment: Shipment, target: str, entry: Shipment) -> Shipment:
    """A shipment with an entry at a place; in a list its row is there already. Raises KeyError."""
    book, place = _place(target)
    other_money = shipment.currency is not None and entry.currency is not None and shipment.currency != entry.currency
    for name in book.names():
        is_left = name in book.here or (other_money and name in book.priced)
        if is_left or f"{place.at}.{name}" not in fields():
            continue
        if book.whole:
            shipment = with_answer_value(shipment, f"{target}.{name}", None)
        shipment = _copied(entry, book.at(name), shipment, f"{target}.{name}")
    for name, value in place.set.items():
        shipment = with_answer_value(shipment, f"{target}.{name}", value)
    for path in book.along_paths() if place.along else ():
        if not is_answered(shipment, path, value_at(shipment, path)) and path not in shipment.typed:
            shipment = _copied(entry, path, shipment, path)
    return shipment


def has_row(shipment: Shipment, target: str) -> bool:
    """Whether a place is there: a struct always is, a row only while nobody has taken it away."""
    list_path, dot, row_id = target.rpartition(".")
    return not dot or any(row.id == row_id for row in rows_at(shipment, list_path))


def entry_pages(book: Book, pages: Pages) -> Pages:
    """The one page that an entry has: its fields, as wide as a shipment's pages ask them, and what goes along."""
    known = {asked.path: asked for page in pages.pages for asked in _asked(page)}

    def line(paths: tuple[str, ...]) -> tuple[Asked, ...]:
        return tuple(_always(known.get(path, Asked(path=path))) for path in paths)

    own = tuple(line(tuple(f"{book.entry}.{name}" for name in names)) for names in book.lines)
    blocks = [Block(asked=own)]
    if book.along:
        blocks.append(Block(title=_worded("books.along"), asked=tuple(line(paths) for paths in book.along)))
    page = Page(id=book.id, group=book.screen, title=book.title, intro=_worded("books.entry"), blocks=tuple(blocks))
    return Pages({book.screen: _text(f"books.{book.screen}")}, (page,), whole=False)


def pages_beside(book: str, pages: Pages) -> Pages:
    """The pages of what is edited beside the shipments: an entry of a book, or the exporter's profile (``""``)."""
    return entry_pages(books()[book], pages) if book else profile_pages(pages)


def summary_beside(book: str) -> Summarise:
    """What lists show of the same."""
    return partial(summarise_entry, books()[book]) if book else summarise_profile


def _asked(page: Page) -> Iterator[Asked]:
    for column in page.columns:
        # A grid's column has room for its values alone; a field has edges, and a list its arrow.
        yield Asked(path=column.path, width=_FIELD if column.width else 0, lines=column.lines)
    for block in page.blocks:
        for row in block.asked:
            yield from row


def _always(asked: Asked) -> Asked:
    return Asked(path=asked.path, width=asked.width, lines=asked.lines, always=True)


def _worded(message: str) -> Worded:
    text = _text(message)
    return Worded(text.id, text.en)


def _text(message: str) -> Text:
    subject, _, name = message.partition(".")
    return catalogue(subject)[name]


def _place(target: str) -> tuple[Book, Place]:
    found = book_for(target)
    if found is None:
        raise KeyError(target)
    return found


def _first(book: Book, names: tuple[str, ...], entry: Shipment) -> str | None:
    return next((text for name in names if (text := _line(book, name, entry))), None)


def _line(book: Book, name: str, entry: Shipment) -> str:
    return " ".join(str(_said(entry, book.at(name)) or "").split())


def _said(shipment: Shipment, path: str) -> Any:
    try:
        return value_at(shipment, path)
    except KeyError:
        return None


def _copied(source: Shipment, path: str, target: Shipment, to: str) -> Shipment:
    """What the source answers at ``path``, also with "there is none", stands in the target; else that is as it was."""
    value = _said(source, path)
    if value is not None:
        return with_answer_value(target, to, value)
    # "Not known yet" is said of one shipment; that there is none is said of the thing itself.
    return with_open_answer(target, to, "none") if source.answers.get(path) == "none" else target
