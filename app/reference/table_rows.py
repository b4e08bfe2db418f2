"""Rows of a CSV file as Excel, UNECE and government sites write them: several encodings, comma or semicolon."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.reference.refused import Refused

MOST_BYTES = 64 * 1024 * 1024
"""UN/LOCODE as a whole has 8 MB; what is much more is no list of codes."""


class Row(NamedTuple):
    """One row with the number of the line it stands on."""

    line: int
    cells: Sequence[str]

    def cell(self, at: int) -> str:
        """A cell in one line, without what cannot be printed; "" where the row is too short."""
        if at >= len(self.cells):
            return ""
        text = " ".join(self.cells[at].split())
        return text if text.isprintable() else "".join(letter for letter in text if letter.isprintable())


def csv_rows(data: bytes) -> Iterator[Row]:
    """The rows that hold anything, and no ``#`` before it. Raises Refused for what is no text or no CSV."""
    text = _text(data)
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield Row(reader.line_num, cells)
    except csv.Error:
        raise Refused("not_csv", reader.line_num) from None


def _text(data: bytes) -> str:
    if b"\0" in data[:4096]:
        raise Refused("not_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # UNECE's older files and Excel's "CSV" are in Windows' code page, which has a letter for nearly every byte.
        return data.decode("cp1252", errors="replace")
