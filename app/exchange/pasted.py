"""Tables from the clipboard and from CSV: tab-separated text, HTML, text with commas or semicolons."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from app.exchange.table import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, Cell, Span, Table, TableRefused, table_of

_MOST_CLIPBOARD = 20 * 1024 * 1024
"""Letters; a browser copies much markup around little."""
_LOOKED_AT = 50
"""Lines of a CSV file that show what divides its cells."""


def table_from_clipboard(text: str, html: str = "") -> Table:
    """What was copied: from HTML where that holds a table, since it knows merged cells. Raises TableRefused."""
    if len(text) > _MOST_CLIPBOARD or len(html) > _MOST_CLIPBOARD:
        raise TableRefused("too_large")
    if "<table" in html.lower() and (table := table_from_html(html)).lines:
        return table
    return table_from_text(text, "\t")


def table_from_text(text: str, separator: str) -> Table:
    """Rows of text with a separator, quoted as Excel quotes. Raises TableRefused."""
    # One quotation mark too many would swallow all that follows.
    is_whole = text.count('"') % 2 == 0
    tidy = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(
        io.StringIO(tidy, newline=""), delimiter=separator, quoting=csv.QUOTE_MINIMAL if is_whole else csv.QUOTE_NONE
    )
    rows: list[tuple[int, dict[int, Cell]]] = []
    try:
        for number, cells in enumerate(reader, start=1):
            rows.append((number, {n: Cell(cell) for n, cell in enumerate(cells) if cell.strip()}))
    except csv.Error:
        raise TableRefused("not_csv", n=str(reader.line_num)) from None
    return table_of(rows)


def table_from_csv(data: bytes) -> Table:
    """A CSV file, whatever its encoding and separator; also a web page, which portals save under Excel's name.

    Raises TableRefused.
    """
    if len(data) > MOST_BYTES:
        raise TableRefused("too_large")
    if data.lstrip().startswith(_OTHERS):
        raise TableRefused("not_text")
    text = _decoded(data)
    if text.lstrip().startswith("<") and "<table" in text.lower():
        return table_from_html(text)
    return table_from_text(text, _separator(text))


def table_from_html(html: str) -> Table:
    """The largest table of an HTML text, without scripts, styles and links. Raises TableRefused."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    tables = [_laid_out(rows) for rows in reader.tables if rows]
    return max(tables, key=lambda table: sum(len(line.cells) for line in table.lines), default=Table(()))


def _separator(text: str) -> str:
    """What divides most lines into equally many cells: a description may hold more commas than a line semicolons."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def fits(separator: str) -> tuple[int, int]:
        try:
            widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=separator) if len(cells) > 1)
        except csv.Error:
            return 0, 0
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    return max(("\t", ";", ","), key=fits)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        raise TableRefused("not_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel's "CSV" is in Windows' code page, which has a letter for nearly every byte.
        return data.decode("cp1252", errors="replace")


class _Found:
    """A cell while it is being read."""

    def __init__(self, attributes: Mapping[str, str | None]) -> None:
        self.columns = _count(attributes.get("colspan"), MOST_COLUMNS)
        self.rows = _count(attributes.get("rowspan"), MOST_CELLS)
        # LibreOffice and Excel say the number itself beside the way it is written.
        self.number = _exact(attributes.get("sdval") or attributes.get("x:num"))
        self.parts: list[str] = []

    def cell(self) -> Cell:
        """What it holds: blanks count as in HTML, line ends only where <br> says so."""
        lines = "".join(self.parts).split("\v")
        text = "\n".join(" ".join(line.split()) for line in lines).strip()
        return Cell(text, self.number if text else None)


class _Reader(HTMLParser):
    """Collects the rows of all tables; a table inside a cell counts as a table of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[_Found]]] = []
        self._open: list[list[list[_Found]]] = []
        self._cell: _Found | None = None
        self._hidden = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._open:
            self._cell = None
            self._open[-1].append([])
        elif tag in ("td", "th") and self._open:
            self._begin_cell(dict(attrs))
        elif tag == "br" and self._cell is not None:
            self._cell.parts.append("\v")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        elif tag == "table" and self._open:
            self._open.pop()
            self._cell = None
        elif tag in ("td", "th", "tr"):
            self._cell = None
        elif tag == "p" and self._cell is not None:
            self._cell.parts.append("\v")

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.parts.append(data.replace("\v", " "))

    def _begin_table(self) -> None:
        rows: list[list[_Found]] = []
        self.tables.append(rows)
        self._open.append(rows)
        self._cell = None

    def _begin_cell(self, attributes: Mapping[str, str | None]) -> None:
        self._count += 1
        if self._count > MOST_CELLS:
            raise TableRefused("too_large")
        if not self._open[-1]:
            self._open[-1].append([])
        self._cell = _Found(attributes)
        self._open[-1][-1].append(self._cell)


def _laid_out(rows: Sequence[Sequence[_Found]]) -> Table:
    """Every cell in its column, past those that reach down from above."""
    taken: dict[int, int] = {}
    laid: list[tuple[int, dict[int, Cell]]] = []
    spans = []
    for number, found in enumerate(rows, start=1):
        cells, column = {}, 0
        for one in found:
            while taken.get(column, 0) >= number:
                column += 1
            bottom = min(number + one.rows - 1, len(rows))
            right = min(column + one.columns, MOST_COLUMNS * 2) - 1
            cells[column] = one.cell()
            if bottom > number or right > column:
                spans.append(Span(number, column, bottom, right))
            taken |= dict.fromkeys(range(column, right + 1), bottom)
            column = max(right, column) + 1
        laid.append((number, cells))
    return table_of(laid, "", spans)


def _count(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.isascii() and text.isdigit() and len(text) < 9 else 1


def _exact(text: str | None) -> Decimal | None:
    if not text or len(text) > 40:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 20 else None


_OTHERS = (b"%PDF", b"{\\rtf", b"%!PS")
"""What papers begin with: their letters would be taken for goods."""
_HIDDEN = frozenset({"style", "script", "title", "noscript"})
