"""Baseline: the same export declaration with platypus: each value in a KeepInFrame that shrinks what is too long."""

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import KeepInFrame, Paragraph, SimpleDocTemplate, Table

from tests.benchmarks.drawstring_invoice import HEIGHT, MEDIUM, REGULAR, WIDTH
from tests.benchmarks.form_text import HEADS, WIDTHS, Box, Column, FormText
from tests.benchmarks.platypus_invoice import foot

LABEL = ParagraphStyle("label", fontName=REGULAR, fontSize=6.5, leading=3.3 * mm)
VALUE = ParagraphStyle("value", fontName=REGULAR, fontSize=7.5, leading=3.3 * mm)
CELL = ParagraphStyle("cell", fontName=REGULAR, fontSize=7, leading=3.3 * mm)
TIGHT = [
    ("LEFTPADDING", (0, 0), (-1, -1), 1.8 * mm), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, -1), "TOP"),
]  # fmt: skip
GRID = [
    ("FONT", (0, 0), (-1, 0), MEDIUM, 6.5), ("BACKGROUND", (0, 0), (-1, 0), (0.94, 0.94, 0.94)),
    ("GRID", (0, 0), (-1, -1), 0.4, black), *TIGHT,
]  # fmt: skip


def draw(text: FormText) -> bytes:
    """The declaration as PDF."""
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR, leftMargin=15 * mm, rightMargin=15 * mm,
        topMargin=15 * mm, bottomMargin=22 * mm, title="PEB",
    )  # fmt: skip
    rows: list[list[Any]] = [[Paragraph(escape(head), LABEL) for head in HEADS]]
    for cells in text.goods:
        rows.append([[Paragraph(escape(item), CELL) for item in cell if item] for cell in cells])
    *bands, last = text.bands
    goods = Table(rows, colWidths=list(WIDTHS), repeatRows=1, style=GRID)
    document.build([*(_band(band) for band in bands), goods, _band(last)], onFirstPage=foot, onLaterPages=foot)
    return file.getvalue()


def _band(band: list[Column]) -> Table:
    style = [*TIGHT, ("LEFTPADDING", (0, 0), (-1, -1), 0), ("BOX", (0, 0), (-1, -1), 0.4, black)]
    return Table([[_column(column) for column in band]], colWidths=[c.width for c in band], style=style)


def _column(column: Column) -> Any:
    if not column.value_at:
        return [Paragraph(escape(box.label), LABEL) for box in column.boxes]
    # A box without a label still needs room for its number.
    at = max(column.value_at, 12 * mm)
    rows = [_row(column.width - at - 1.8 * mm, box) for box in column.boxes]
    widths = [4.8 * mm, at - 4.8 * mm, column.width - at]
    return Table(rows, colWidths=widths, style=TIGHT) if rows else ""


def _row(room: float, box: Box) -> list[Any]:
    shown = " ".join(part for part in (box.value, box.right) if part)
    value = KeepInFrame(room, 4 * 3.3 * mm, [Paragraph(escape(shown), VALUE)], mode="shrink") if shown else ""
    return [box.number and Paragraph(box.number, LABEL), Paragraph(escape(box.label), LABEL), value]
