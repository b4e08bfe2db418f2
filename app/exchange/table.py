"""A table as it came from somewhere: rows of cells that have names, and nothing yet that a shipment knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from app.kinds.kind import tidied
from app.words import Language, Message, Text, same

Trouble = Literal["error", "formula", "date", "long"]
"""Why a cell has no value: Excel's own error, a formula nobody worked out, a day made of "1-10", a whole book."""

MOST_BYTES = 32 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 200, 250_000
"""An order has 5,000 lines at most; what is much larger is no table of goods."""
MOST_LETTERS = 32_767
"""What Excel holds in a cell."""


class TableRefused(Exception):
    """A table that cannot be read as a whole; ``message`` says why, and at which cell."""

    def __init__(self, reason: str, **params: str | Text) -> None:
        texts = {name: same(value) if isinstance(value, str) else value for name, value in params.items()}
        self.message = Message(f"exchange.{reason}", texts)
        super().__init__(self.message.into("en"))

    def into(self, language: Language) -> str:
        """The sentence in ``language``."""
        return self.message.into(language)


class Cell(NamedTuple):
    """What stands in one cell."""

    text: str = ""
    number: Decimal | None = None
    """The exact number, where the source says it: then it does not matter how numbers are written."""
    trouble: Trouble | None = None


class Span(NamedTuple):
    """Merged cells, from the first to the last row and column."""

    top: int
    left: int
    bottom: int
    right: int


class Line(NamedTuple):
    """One row that holds anything, with its number in the source from 1."""

    number: int
    cells: Mapping[int, Cell]
    """By column from 0; what is not there is empty."""

    def text(self, column: int) -> str:
        """The text of a cell, "" where there is none."""
        return self.cells[column].text if column in self.cells else ""


class Table(NamedTuple):
    """Rows in their order; empty ones are left out."""

    lines: Sequence[Line]
    title: str = ""
    """The sheet's name; "" where the table has none."""
    spans: Sequence[Span] = ()

    @property
    def width(self) -> int:
        """How many columns hold anything."""
        return max((column + 1 for line in self.lines for column in line.cells), default=0)


def cell_name(column: int, row: int, title: str = "") -> str:
    """What a person calls a cell: ``B7``, with its sheet ``Barang!B7``.

    >>> cell_name(1, 7), cell_name(27, 3, "Barang")
    ('B7', 'Barang!AB3')
    """
    name = f"{column_name(column)}{row}"
    return f"{title}!{name}" if title else name


def column_name(column: int) -> str:
    """The letters of a column that is counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def table_of(rows: Sequence[tuple[int, Mapping[int, Cell]]], title: str = "", spans: Sequence[Span] = ()) -> Table:
    """A table of what holds anything. Raises TableRefused for one without bounds."""
    lines: list[Line] = []
    count = 0
    for number, cells in rows:
        full = {column: cell for column, cell in cells.items() if tidied(cell.text[:MOST_LETTERS]) or cell.trouble}
        if not full:
            continue
        if max(full) >= MOST_COLUMNS:
            raise TableRefused("too_wide", cell=cell_name(max(full), number, title), n=str(MOST_COLUMNS))
        count += len(full)
        if len(lines) >= MOST_ROWS or count > MOST_CELLS:
            raise TableRefused("too_many_rows", cell=cell_name(min(full), number, title), n=str(MOST_ROWS))
        lines.append(Line(number, {column: _bounded(cell) for column, cell in full.items()}))
    return Table(tuple(lines), title, tuple(spans))


def _bounded(cell: Cell) -> Cell:
    """The cell as it can be kept: copied text brings invisible marks along."""
    if len(cell.text) > MOST_LETTERS:
        return Cell(cell.text[:80], None, "long")
    return cell._replace(text=tidied(cell.text))
