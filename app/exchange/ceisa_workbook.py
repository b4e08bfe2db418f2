"""The export declaration as the workbook of CEISA's upload: a clean one, or one to look over with its gaps in red."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any, Final

from app.catalog.catalog import Catalog
from app.checks.labels import label_of, lowered, place_of
from app.domain.declaration_rows import EXPORTER
from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.exchange.ceisa_gaps import Gaps, Missing
from app.exchange.ceisa_header import PLACEHOLDER
from app.exchange.ceisa_json import declaration, number_remarks
from app.exchange.ceisa_layout import Layout, Sheet, newest_layout
from app.exchange.formats import Exported
from app.kinds.circumstances import Circumstances
from app.kinds.number import decimals_of
from app.words import Message, same

RED: Final = "FFFFC7CE"
"""The fill of a cell that lacks something; dark enough to be seen on a grey print too."""
DIGITS = 15
"""More digits than that a spreadsheet rounds, so such a number goes as text."""


def ceisa_workbook(shipment: Shipment, at: Circumstances) -> Exported:
    """The clean workbook; without one answer that it needs there is none, but the paths of all that is missing."""
    gaps = Gaps()
    made = _told(shipment, at, gaps)
    if gaps.paths:
        return Exported(None, gaps.paths)
    remarks = (Message("exchange.unproven"), Message("exchange.no_readiness"), *number_remarks(made))
    return Exported(_book(made, newest_layout(), None), remarks=remarks)


def ceisa_review(shipment: Shipment, at: Circumstances, catalog: Catalog) -> Exported:
    """The same workbook as far as it is known; what is missing is red and says so in a note."""
    gaps = Gaps()
    made = _told(shipment, at, gaps)
    data = _book(made, newest_layout(), _Notes(shipment, at, catalog, gaps))
    count = len(gaps.paths)
    lacking = Message("exchange.review_only" if count else "exchange.review_whole", {"n": same(str(count))})
    return Exported(data, remarks=(lacking, Message("exchange.no_readiness"), *number_remarks(made)))


def _told(shipment: Shipment, at: Circumstances, gaps: Gaps) -> dict[str, Any]:
    """What the file says, and the exporter's NIPER, for which only the workbook has a place."""
    made = declaration(Figures(shipment, at.in_language("id")), gaps)
    for party in made["entitas"]:
        if party["kodeEntitas"] == EXPORTER and shipment.exporter.niper:
            party["niperEntitas"] = shipment.exporter.niper
    return made


class _Notes:
    """What the cells of the copy to look over say."""

    def __init__(self, shipment: Shipment, at: Circumstances, catalog: Catalog, gaps: Gaps) -> None:
        self._shipment, self._at, self._catalog = shipment, at, catalog
        self.left = dict.fromkeys(gaps.paths)
        """Paths that no cell has told yet: a whole row is missing where they belong."""

    def of(self, value: Any) -> str:
        """The note for a cell's value; empty where nothing is wrong with it."""
        if isinstance(value, Missing):
            self.left.pop(value.path, None)
            return self.lacks(value.path)
        return Message("exchange.note_number").into(self._at.language) if value == PLACEHOLDER else ""

    def lacks(self, path: str) -> str:
        """That there is no answer at ``path`` yet."""
        declared = path in self._catalog.words
        label = label_of(self._catalog, path) if declared else place_of(self._catalog, self._shipment, path)
        return Message("exchange.note_missing", {"label": lowered(label)}).into(self._at.language)


def _book(made: dict[str, Any], layout: Layout, notes: _Notes | None) -> bytes:
    import openpyxl  # 150 ms, paid only where somebody wants a workbook

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Siap Ekspor"
    for sheet in layout.sheet:
        _fill(book.create_sheet(sheet.name), sheet, made, notes)
    if notes is not None and notes.left:
        _mark(book.worksheets[0].cell(1, 1), "\n".join(notes.lacks(path) for path in notes.left))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(cells: Any, sheet: Sheet, made: dict[str, Any], notes: _Notes | None) -> None:
    for n, column in enumerate(sheet.columns, start=1):
        cells.cell(1, n, column[0])
    for number, line in enumerate(sheet.lines(made), start=2):
        for n, value in enumerate(line, start=1):
            if value is None:
                continue
            cell = cells.cell(number, n)
            if not isinstance(value, Missing):
                _put(cell, value)
            if notes is not None and (note := notes.of(value)):
                _mark(cell, note)


def _put(cell: Any, value: Any) -> None:
    """A number as a number; codes, identities and days as the text they are, so that no leading zero is lost."""
    if isinstance(value, int | Decimal) and len(Decimal(value).as_tuple().digits) <= DIGITS:
        cell.value = value
        places = decimals_of(Decimal(value))
        cell.number_format = f"0.{'0' * places}" if places else "0"
        return
    cell.value = f"{value:f}" if isinstance(value, Decimal) else str(value)
    # A text that begins with "=" is no formula.
    cell.data_type, cell.number_format = "s", "@"


def _mark(cell: Any, note: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=RED)
    cell.comment = Comment(note, "Siap Ekspor", width=320, height=80)
