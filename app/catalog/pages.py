"""The pages of the window: which questions stand together, in which order. ``forms/_pages.toml``.

A page is asked only for what some document wants, and for what decides which papers are needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from app.catalog.declared import DeclarationError, Reader, Worded, read_toml, shaped
from app.catalog.form import When
from app.domain.fields import fields
from app.words import Text

FILE = "_pages.toml"


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question on a page: a field, or a list whose rows are asked one by one."""

    path: str
    width: int = 0
    """Pixels at 100 %; 0 takes what is left."""
    lines: int = 1
    """Lines of a text field."""
    unknown: bool = False
    """Whether the page offers "not known yet" beside the field."""
    when: When | None = None
    also_for: tuple[str, ...] = ()
    """The documents one of which, once chosen, has it asked even where ``when`` does not hold."""
    always: bool = False
    """Whether it is asked even where no document wants it: it decides which papers are needed."""


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Questions under a heading, in rows; or a list with its questions for each row."""

    title: Worded | None = None
    rows: str = ""
    """The path of the list whose rows this block asks; the paths below then stand in it."""
    add: Worded | None = None
    """The words on the button that adds a row."""
    asked: tuple[tuple[Asked, ...], ...] = ()
    """Rows of questions side by side."""
    when: When | None = None
    profile: bool = False
    """Whether an exporter's profile asks it too, because it stays the same from shipment to shipment."""


class Page(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One task of a shipment."""

    id: str
    group: str
    title: Worded
    intro: Worded
    grid: str = ""
    """The path of the list that is edited as a grid on top of the page."""
    columns: tuple[Asked, ...] = ()
    """The grid's columns; under it stand the questions about the row one is on."""
    pasted: Literal["", "credit"] = ""
    """The text that can be pasted instead of typing the page: an L/C as the bank sent it."""
    blocks: tuple[Block, ...] = msgspec.field(default=(), name="block")
    when: When | None = None

    def paths(self) -> Iterator[str]:
        """Every declared path that the page asks."""
        if self.grid:
            yield self.grid
            yield from (column.path for column in self.columns)
        for block in self.blocks:
            if block.rows:
                yield block.rows
            yield from (asked.path for row in block.asked for asked in row)

    def always(self) -> Iterator[str]:
        """The paths that are asked even where no document wants them."""
        return (asked.path for block in self.blocks for row in block.asked for asked in row if asked.always)


class PagesTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file as it is written."""

    group: dict[str, Worded]
    page: tuple[Page, ...]


class Pages(msgspec.Struct, frozen=True):
    """All pages in order, and the titles of their groups."""

    groups: Mapping[str, Text]
    pages: tuple[Page, ...]
    whole: bool = True
    """Whether these are all there are, so that what none of them asks has to be asked elsewhere."""

    def page_of(self, declared: str) -> Page | None:
        """The page that asks a declared path."""
        return next((page for page in self.pages if declared in page.paths()), None)


def read_pages(root: Traversable, read: Reader = read_toml) -> Pages:
    """The pages declared in a forms folder. Raises DeclarationError for a path that is none or stands twice."""
    table = shaped(read(root / FILE, FILE), PagesTable, FILE)
    seen: set[str] = set()
    for page in table.page:
        if page.group not in table.group:
            raise DeclarationError(f"{FILE}: page {page.id}: group: there is no group {page.group!r}")
        for path in page.paths():
            if path not in fields():
                raise DeclarationError(f"{FILE}: page {page.id}: there is no field {path!r}")
            if path in seen:
                raise DeclarationError(f"{FILE}: page {page.id}: {path} stands twice")
            seen.add(path)
    return Pages({name: worded.text for name, worded in table.group.items()}, table.page)
