"""What goes into the store and comes out of it. Plain values, without SQL, so that a screen can import them."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import EllipsisType
from typing import NamedTuple

from app.store.body import Body
from app.words import Message

SHIPMENT = "shipment"
EXPORTER = "exporter"
MADE = "made"
"""The kinds of documents that the program itself knows; each book of resources/kept.toml is one more."""


class Line(NamedTuple):
    """One goods line as searches and figures know it; derived from its shipment and rebuilt with it."""

    id: str
    hs_code: str | None = None
    product: str | None = None
    country: str | None = None
    """Destination, ISO 3166 alpha-2."""
    month: str | None = None
    """``2026-11``."""
    rupiah: int | None = None
    """Whole rupiah; None unless a rate was typed."""


class Summary(NamedTuple):
    """What lists show of a document without reading it; worked out by the caller at each save."""

    title: str | None = None
    number: str | None = None
    buyer: str | None = None
    country: str | None = None
    """Destination, ISO 3166 alpha-2."""
    missing: int | None = None
    """How many answers its papers still need; None where no paper is chosen."""
    lines: tuple[Line, ...] = ()


class Listed(NamedTuple):
    """One row of a list of documents."""

    id: str
    kind: str
    exporter: str | None
    """The id of the document that this one belongs to: its exporter's, or the shipment that papers were made of."""
    title: str | None
    number: str | None
    buyer: str | None
    country: str | None
    missing: int | None
    version: int
    changed: datetime.datetime
    binned: datetime.datetime | None


class Change(NamedTuple):
    """A document as it is after one step, and what the step is called in a menu."""

    body: Body
    step: Message


class Scratch(NamedTuple):
    """Text that stands in a field and is not accepted yet."""

    path: str
    text: str
    cursor: int = 0
    """Letters before the cursor."""


Note = Scratch | EllipsisType | None
"""Half-typed text to be kept; None where there is none any more, ``...`` where it stays as it is."""


class Saved(NamedTuple):
    """A document is on the disk: since when, as which version, and which steps lie before and after it."""

    version: int
    at: datetime.datetime
    undo: Message | None = None
    redo: Message | None = None


class Health(NamedTuple):
    """What a look over the whole store found."""

    whole: bool
    """Whether the file's structure is sound."""
    damaged: tuple[str, ...]
    """Ids of the documents whose content no longer has its hash."""
    histories: tuple[str, ...] = ()
    """Ids of the documents whose last step does not lead to their content, as after a disk that lied."""

    @property
    def readable(self) -> bool:
        """Whether every document can be opened."""
        return self.whole and not self.damaged

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        return self.readable and not self.histories


class Backup(NamedTuple):
    """A copy of the whole store that was opened and looked over."""

    path: Path
    number: int
    """Counts up; the order of backups, whatever the clock said."""
    at: datetime.datetime
    """When it was made, to the minute."""
    schema: int
    shipments: int
    """How many there are in it, without those in the bin."""


class SecondCopy(NamedTuple):
    """A backup in a second place."""

    path: Path
    at: datetime.datetime
    is_same_drive: bool = False
    """Whether it lies on the drive of the store itself, with which it would be lost."""


class Restored(NamedTuple):
    """What became of the store that another took the place of."""

    backup: Backup | None = None
    """Made of it before; None where there was no store, or none that could be copied."""
    set_aside: Path | None = None
    """The damaged file under its new name."""
