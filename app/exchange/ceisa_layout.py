"""The workbook of customs' upload as its template lays it out; read from ``resources/ceisa``, one file a version."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from app.catalog.declared import DeclarationError, read_toml, shaped

UNUSED = "-"
TOP, ABOVE, FIXED = "/", "^", "="
"""Before a key: a single value, a value of the row above, a text that always stands there."""
Row = dict[str, Any]


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sheet: which list fills it, and its columns in order, each a head and what stands under it."""

    name: str
    rows: str
    columns: tuple[tuple[str, ...], ...]

    def lines(self, made: Row) -> Iterator[list[Any]]:
        """The values of each row, in the columns' order; None where a column stays empty."""
        for row, above in self._rows(made):
            yield [_value(column[1], row, above, made) if len(column) > 1 else None for column in self.columns]

    def _rows(self, made: Row) -> Iterator[tuple[Row, Row]]:
        name, _, inner = self.rows.partition(".")
        if self.rows == UNUSED:
            return
        for row in made[name] if name else [made]:
            for part in row[inner] if inner else [row]:
                yield part, row


class Layout(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A whole template."""

    version: str
    as_of: datetime.date
    source: str
    sheet: tuple[Sheet, ...]


def newest_layout(folder: Traversable | None = None) -> Layout:
    """The template with the highest version. Raises DeclarationError for a file that is none."""
    found = [file for file in (folder or files("resources") / "ceisa").iterdir() if file.name.endswith(".toml")]
    layouts = [shaped(read_toml(file, file.name), Layout, file.name) for file in found]
    if not layouts:
        raise DeclarationError("resources/ceisa: there is no workbook's layout")
    return max(layouts, key=lambda layout: [int(part) for part in layout.version.split(".")])


def _value(key: str, row: Row, above: Row, made: Row) -> Any:
    if key.startswith(FIXED):
        return key[1:]
    home = {TOP: made, ABOVE: above}.get(key[0], row)
    return home.get(key.lstrip(TOP + ABOVE))
