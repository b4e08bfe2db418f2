"""Tables from an Excel workbook: the values as Excel last worked them out, never a formula, a link or a macro.

openpyxl reads the parts; what a hostile file could do with them is bounded before it sees any. Looked at 2026-11-24
with openpyxl 3.1.5, whose row reader is used directly: it alone tells errors, formulas and merged cells apart.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.exchange.table import MOST_BYTES, MOST_CELLS, Cell, Span, Table, TableRefused, table_of

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_MOST_PARTS = 2_000
_MOST_SHEET, _MOST_TEXTS, _MOST_OTHER = 96 * 1024 * 1024, 24 * 1024 * 1024, 8 * 1024 * 1024
"""Bytes that a part may unpack to: a sheet with a million formatted empty rows has 50 MB."""
_MOST_TAGS = 1_500_000
"""Elements of a part that are really read; an empty one takes 70 bytes of memory."""


def tables_from_workbook(data: bytes) -> tuple[Table, ...]:
    """Every visible sheet that holds anything. Raises TableRefused."""
    if len(data) > MOST_BYTES:
        raise TableRefused("too_large")
    if data.startswith(_OLD_FORMAT):
        raise TableRefused("old_workbook")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, warnings.catch_warnings():
            # openpyxl warns of styles and extensions it does not know; none of them is a value.
            warnings.simplefilter("ignore")
            _refuse_bombs(parts)
            return tuple(table for table in _tables(parts) if table.lines)
    except TableRefused:
        raise
    except Exception as error:
        # There is no end to what a foreign file makes a reader raise.
        raise TableRefused("not_a_workbook") from error


def _refuse_bombs(parts: zipfile.ZipFile) -> None:
    """Refuse macros, and what would unpack to more than a table needs, before any of it is read."""
    entries = parts.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > _MOST_PARTS or len(set(names)) < len(names):
        raise TableRefused("not_a_workbook")
    read = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
    if (
        any(entry.file_size > _most(entry.filename) for entry in read)
        or sum(e.file_size for e in read) > _MOST_SHEET * 2
    ):
        raise TableRefused("too_large")
    if "[Content_Types].xml" not in names:
        raise TableRefused("not_a_workbook")
    types = parts.read("[Content_Types].xml")
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise TableRefused("macros")


def _refuse_tricks(part: bytes) -> bytes:
    """The same part; refuse entities, which Excel never writes, encodings that would hide them, too many elements."""
    if (
        b"<!DOCTYPE" in part
        or b"<!ENTITY" in part
        or part.startswith((b"\xff\xfe", b"\xfe\xff"))
        or b"\0" in part[:200]
    ):
        raise TableRefused("not_a_workbook")
    if part.count(b"<") > _MOST_TAGS:
        raise TableRefused("too_large")
    return part


def _tables(parts: zipfile.ZipFile) -> Iterator[Table]:
    import openpyxl  # 150 ms, paid only where somebody brings a workbook

    book = openpyxl.load_workbook(_frame(parts), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                path: str = sheet._worksheet_path  # type: ignore[attr-defined]  # sheets that are only read have one
                yield _table(book, sheet.title, parts.read(path))
    finally:
        book.close()


def _frame(parts: zipfile.ZipFile) -> io.BytesIO:
    """The workbook with empty sheets, and without all that is no value: links to other files, drawings, connections.

    openpyxl looks into a sheet when it opens the workbook, before anything could be left out of it.
    """
    frame = io.BytesIO()
    with zipfile.ZipFile(frame, "w") as lean:
        for name in parts.namelist():
            if _is_sheet(name):
                lean.writestr(name, _EMPTY_SHEET)
            elif _NEEDED.fullmatch(name):
                lean.writestr(name, _refuse_tricks(parts.read(name)))
    return frame


def _table(book: Workbook, title: str, part: bytes) -> Table:
    lean = _refuse_tricks(_without_empty(part))
    if lean.count(b"<c ") + lean.count(b"<c>") > MOST_CELLS:
        raise TableRefused("too_large")
    parser = _parser(book, lean)
    rows = [(number, {cell["column"] - 1: _cell(book, cell) for cell in cells}) for number, cells in parser.parse()]
    merged = parser.merged_cells.mergeCell if parser.merged_cells else ()
    spans = [Span(m.min_row, m.min_col - 1, m.max_row, m.max_col - 1) for m in merged]
    return table_of(rows, title, spans)


def _without_empty(part: bytes) -> bytes:
    """The sheet without rows and cells that hold nothing: programs write a million of them behind a small table."""
    if part.count(b"<c ") == part.count(b"<c r="):
        # Where each cell says where it stands, none of the others moves.
        part = _EMPTY_CELLS.sub(b"", part)
    return _EMPTY_ROWS.sub(b"", part) if part.count(b"<row ") == part.count(b"<row r=") else part


def _parser(book: Any, part: bytes) -> Any:
    from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

    class Parser(WorkSheetParser):
        """Says of a formula that has no value that it is one, instead of nothing."""

        def parse_cell(self, element: Any) -> dict[str, Any]:
            cell: dict[str, Any] = super().parse_cell(element)
            if cell["value"] is None and element.find(FORMULA_TAG) is not None:
                return {**cell, "value": "=", "data_type": "f"}
            return cell

    texts = book.worksheets[0]._shared_strings
    days, spells = book._date_formats, book._timedelta_formats
    return Parser(
        io.BytesIO(part), texts, data_only=True, epoch=book.epoch, date_formats=days, timedelta_formats=spells
    )


def _cell(book: Any, found: Mapping[str, Any]) -> Cell:
    value, kind = found["value"], found["data_type"]
    if value is None:
        return Cell()
    if kind in ("e", "f"):
        return Cell("" if kind == "f" else str(value), None, "error" if kind == "e" else "formula")
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return Cell(str(value), None, "date")
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, int | float):
        return _number(value, _format(book, found["style_id"]))
    return Cell(str(value))


def _number(value: float, form: str) -> Cell:
    """A number as it was meant: with the zeros of its format before it, without the noise of binary fractions."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if not exact.is_finite():
        return Cell(str(value), None, "error")
    percent = form.endswith("%") and abs(exact.adjusted()) < 30
    if percent:
        # Excel shows 0.05 as 5%, and keeps the 0.05.
        exact = exact.scaleb(2)
    plain = f"{exact:f}" if abs(exact.adjusted()) < 30 else str(exact)
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if percent:
        return Cell(f"{plain.replace('.', ',')}%", exact)
    return Cell(plain.zfill(len(form)) if re.fullmatch("0{2,20}", form) else plain, exact)


def _format(book: Any, style: int) -> str:
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    number: int = book._cell_styles[style].numFmtId if style < len(book._cell_styles) else 0
    own = number - 164
    return str(book._number_formats[own]) if 0 <= own < len(book._number_formats) else BUILTIN_FORMATS.get(number, "")


def _is_sheet(name: str) -> bool:
    return name.startswith("xl/worksheets/") and name.endswith(".xml")


def _most(name: str) -> int:
    if _is_sheet(name):
        return _MOST_SHEET
    return _MOST_TEXTS if name.endswith("sharedStrings.xml") else _MOST_OTHER


_EMPTY_CELLS = re.compile(rb'<c r="[A-Z0-9]*"(?: [a-z]+="[^"]*")*/>|<c r="[A-Z0-9]*"(?: [a-z]+="[^"]*")*></c>')
_EMPTY_ROWS = re.compile(rb"<row [^>]*/>|<row [^>]*></row>")
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\d*\.xml\.rels|xl/(workbook\d*|styles\d*|sharedStrings\d*)\.xml"
)
_EMPTY_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""What .xls files and workbooks with a password begin with."""
