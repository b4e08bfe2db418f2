"""Baseline: the same invoice as one writes it with platypus: paragraphs and tables, the goods' head repeated."""

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black, grey
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.benchmarks.drawstring_invoice import BOLD, HEIGHT, KEYS, MEDIUM, REGULAR, WIDTH
from tests.benchmarks.invoice_text import DECLARATION, HEADS, InvoiceText, labelled

TITLE = ParagraphStyle("title", fontName=BOLD, fontSize=15, leading=18)
LABEL = ParagraphStyle("label", fontName=REGULAR, fontSize=6.5, leading=4 * mm, textColor=grey)
BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=8.5, leading=4 * mm)
CELL = ParagraphStyle("cell", fontName=REGULAR, fontSize=8, leading=4 * mm)
FIGURE = ParagraphStyle("figure", parent=CELL, alignment=TA_RIGHT)
GRID = [
    ("FONT", (0, 0), (-1, 0), MEDIUM, 6.5),
    ("FONT", (0, 1), (-1, -1), REGULAR, 8),
    ("BACKGROUND", (0, 0), (-1, 0), (0.94, 0.94, 0.94)),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, grey),
    ("BOX", (0, 0), (-1, -1), 0.8, black),
    ("ALIGN", (3, 0), (-1, -1), "RIGHT"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def draw(text: InvoiceText) -> bytes:
    """The invoice as PDF."""
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR, leftMargin=15 * mm, rightMargin=15 * mm,
        topMargin=15 * mm, bottomMargin=22 * mm, title=text.values["references.invoice_no"],
    )  # fmt: skip
    rows: list[list[Any]] = [[f"{head}\n{unit}" if unit else head for head, unit in HEADS]]
    for line in text.goods:
        # Every cell a paragraph: a plain string would run out of its column when it is too long.
        rows.append([Paragraph(escape(line[key]), FIGURE if key in KEYS[3:] else CELL) for key in KEYS])
    story: list[Any] = [Paragraph("COMMERCIAL INVOICE", TITLE), _pairs(text)]
    story += [Paragraph(escape(line), CELL) for line in text.values["packing.marks"].split("\n")]
    widths = [8 * mm, 80 * mm, 22 * mm, 20 * mm, 20 * mm, 30 * mm]
    story.append(Table(rows, colWidths=widths, repeatRows=1, style=GRID))
    story += [Paragraph(text.values["totals.invoice"], TITLE), Paragraph(DECLARATION, BODY)]
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return file.getvalue()


def _pairs(text: InvoiceText) -> Table:
    cells = [[Paragraph(label, LABEL), Paragraph(escape(value), BODY)] for label, value in labelled(text)]
    cells += [[]] * (-len(cells) % 4)
    rows = [cells[start : start + 4] for start in range(0, len(cells), 4)]
    style = [("LINEBELOW", (0, 0), (-1, -1), 0.4, grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return Table(rows, colWidths=[45 * mm] * 4, style=style)


def foot(canvas: Any, document: Any) -> None:
    """Page number and draft mark."""
    canvas.saveState()
    canvas.setFont(REGULAR, 6.5)
    canvas.drawRightString(195 * mm, 17 * mm, f"Page {document.page}")
    canvas.setFillAlpha(0.2)
    canvas.translate(105 * mm, 148 * mm)
    canvas.rotate(50)
    canvas.setFont(BOLD, 34)
    canvas.drawCentredString(0, 0, "DRAFT - NOT AN OFFICIAL DOCUMENT")
    canvas.restoreState()
