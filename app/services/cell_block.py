"""A block of cells as the clipboard carries it: rows of texts, a tab between cells. Knows no field and no screen.

A cell with a line end, a tab or a quotation mark stands in quotation marks, those inside doubled, as spreadsheets do.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Block = Sequence[Sequence[str]]

_QUOTED = frozenset('\t\n\r"')


def written(block: Block) -> str:
    """The block as text, a line end after each row but the last."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in block)


def read(text: str) -> list[list[str]]:
    """The rows that ``text`` says; empty ones at its end are no rows. Never raises.

    >>> read('a\\tb\\r\\n"c\\nd"\\t6" wide\\r\\n')
    [['a', 'b'], ['c\\nd', '6" wide']]
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        # Cells are longer than csv expects where somebody copied a whole text.
        csv.field_size_limit(max(csv.field_size_limit(), len(lines)))
        rows = list(csv.reader(io.StringIO(lines, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        # A quotation mark that nobody closed is an inch, not a quotation.
        rows = [line.split("\t") for line in lines.split("\n")]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return [row or [""] for row in rows]


def _written(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED & set(cell) else cell
