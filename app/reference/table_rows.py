"""Rows of a CSV file as Excel, UNECE and government sites write them: several encodings, comma or semicolon."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.reference.refused import Refused

MOST_BYTES = 64 * 1024 * 1024
"""UN/LOCODE as a whole has 8 MB; what is much more is no list of codes."""
MOST_ROWS = 300_000
"""UN/LOCODE as a whole has 120,000."""


class Row(NamedTuple):
    """One row with the number of the line it stands on."""

    line: int
    cells: Sequence[str]

    def cell(self, at: int) -> str:
        """A cell in one line, without what cannot be printed; "" where the row is too short."""
        if at >= len(self.cells):
            return ""
        return printable(self.cells[at])


def printable(text: str) -> str:
    """A text in one line, without control characters and without those that turn the direction of what follows."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(letter for letter in line if letter.isprintable())


def csv_rows(data: bytes) -> Iterator[Row]:
    """The rows that hold anything, and no ``#`` before it. Raises Refused for what is no text or no CSV."""
    text = _text(data)
    if _is_web_page(text):
        raise Refused("web_page")
    first = next((line for line in io.StringIO(text) if line.strip() and not line.startswith("#")), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        for number, cells in enumerate(reader):
            refuse_more_than(number)
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield Row(reader.line_num, cells)
    except csv.Error:
        raise Refused("not_csv", reader.line_num) from None


def refuse_more_than(rows: int) -> None:
    """Raise Refused where more rows were read before this one than any list of codes has."""
    if rows >= MOST_ROWS:
        raise Refused("too_many_rows", n=f"{MOST_ROWS:,}".replace(",", " "))


def _is_web_page(text: str) -> bool:
    """Portals give pages the ending .xls, which Excel opens as if they were workbooks."""
    start = text[:4096].lstrip().casefold()
    return start.startswith("<") and ("<html" in start or "<table" in start)


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # Excel's "Unicode text", with tabs between.
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-16")
        raise Refused("not_text")
    if b"\0" in data[:4096]:
        raise Refused("not_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # UNECE's older files and Excel's "CSV" are in Windows' code page, which has a letter for nearly every byte.
        return data.decode("cp1252", errors="replace")
