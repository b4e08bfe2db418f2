"""Baseline: the same invoice as one writes it by hand on a reportlab canvas, text by text with drawString."""

import io
from typing import Any, Final

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.invoice_text import DECLARATION, HEADS, InvoiceText, labelled

WIDTH, HEIGHT = 210 * mm, 297 * mm
REGULAR, MEDIUM, BOLD = "Roboto-Regular", "Roboto-Medium", "Roboto-Bold"
EDGES: Final = [x * mm for x in (50, 58, 118, 138, 154, 171, 195)]
KEYS: Final = ("number", "description", "hs_code", "quantity", "unit_price", "amount")


class Paper:
    """One invoice on a canvas; y runs down from the page's top."""

    def __init__(self, text: InvoiceText) -> None:
        self.file = io.BytesIO()
        self.text = text
        self.canvas: Any = Canvas(self.file, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR)
        self.y = 15 * mm

    def put(self, x: float, y: float, text: str, font: str = REGULAR, size: float = 8.5, grey: float = 0) -> None:
        """A text with its baseline `y` under the top."""
        self.canvas.setFont(font, size)
        self.canvas.setFillGray(grey)
        self.canvas.drawString(x, HEIGHT - y, text)

    def right(self, x: float, y: float, text: str, font: str = REGULAR, size: float = 8) -> None:
        """A figure that ends at x."""
        self.canvas.setFont(font, size)
        self.canvas.setFillGray(0)
        self.canvas.drawRightString(x, HEIGHT - y, text)

    def rule(self, y: float, left: float = 15 * mm, weight: float = 0.4, grey: float = 0) -> None:
        """A rule over the page."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeGray(grey)
        self.canvas.line(left, HEIGHT - y, 195 * mm, HEIGHT - y)

    def pairs(self, pairs: list[tuple[str, str]]) -> None:
        """Labels over values, four beside each other, a rule under each row."""
        for start in range(0, len(pairs), 4):
            for index, (label, value) in enumerate(pairs[start : start + 4]):
                x = (17.5 + 45 * index) * mm
                self.put(x, self.y + 4.5 * mm, label, REGULAR, 6.5, 0.4)
                for number, line in enumerate(simpleSplit(value, REGULAR, 8.5, 42 * mm)):
                    self.put(x, self.y + (8.5 + 4 * number) * mm, line)
            self.y += 20 * mm
            self.rule(self.y, grey=0.22)

    def head(self) -> None:
        """The table's head on its tint."""
        self.canvas.setFillGray(0.94)
        self.canvas.rect(15 * mm, HEIGHT - self.y - 10 * mm, 180 * mm, 10 * mm, stroke=0, fill=1)
        self.rule(self.y)
        self.put(17.5 * mm, self.y + 4.4 * mm, "Marks and numbers", MEDIUM, 6.5)
        for index, (head, unit) in enumerate(HEADS):
            if index < 3:
                self.put(EDGES[index] + 2.5 * mm, self.y + 4.4 * mm, head, MEDIUM, 6.5)
            else:
                self.right(EDGES[index + 1] - 2.5 * mm, self.y + 4.4 * mm, head, MEDIUM, 6.5)
                self.right(EDGES[index + 1] - 2.5 * mm, self.y + 7.6 * mm, unit, REGULAR, 6.5)
        self.y += 10 * mm
        self.rule(self.y)

    def row(self, line: dict[str, str], words: list[str]) -> None:
        """One goods line and the rule under it."""
        for index, key in enumerate(KEYS):
            if key == "description":
                for number, part in enumerate(words):
                    self.put(EDGES[1] + 2.5 * mm, self.y + (5 + 4 * number) * mm, part, REGULAR, 8)
            elif index > 2:
                self.right(EDGES[index + 1] - 2.5 * mm, self.y + 5 * mm, line[key])
            else:
                self.put(EDGES[index] + 2.5 * mm, self.y + 5 * mm, line[key], REGULAR, 8)
        self.y += (4 * len(words) + 4) * mm
        self.rule(self.y, EDGES[0], grey=0.62)

    def carry(self, words: str, line: dict[str, str]) -> None:
        """Carried or brought forward."""
        self.put(EDGES[1] + 2.5 * mm, self.y + 5.2 * mm, words, MEDIUM, 8)
        self.right(EDGES[4] - 2.5 * mm, self.y + 5.2 * mm, line["running_quantity"], MEDIUM)
        self.right(EDGES[6] - 2.5 * mm, self.y + 5.2 * mm, line["running_amount"], MEDIUM)
        self.y += 8 * mm
        self.rule(self.y)

    def end_page(self) -> None:
        """Frame, foot and draft mark."""
        canvas = self.canvas
        canvas.setLineWidth(0.8)
        canvas.setStrokeGray(0)
        canvas.rect(15 * mm, HEIGHT - self.y, 180 * mm, self.y - 15 * mm)
        self.put(15 * mm, 280 * mm, self.text.values["exporter.name"], REGULAR, 6.5, 0.4)
        self.put(15 * mm, 283.2 * mm, "Data 7F99 DA29 3A18", REGULAR, 6.5, 0.4)
        self.right(195 * mm, 280 * mm, f"Page {canvas.getPageNumber()}", MEDIUM, 6.5)
        canvas.saveState()
        canvas.setFillAlpha(0.2)
        canvas.translate(105 * mm, 148 * mm)
        canvas.rotate(50)
        canvas.setFont(BOLD, 34)
        canvas.drawCentredString(0, 0, "DRAFT - NOT AN OFFICIAL DOCUMENT")
        canvas.restoreState()
        canvas.showPage()
        self.y = 15 * mm


def draw(text: InvoiceText) -> bytes:
    """The invoice as PDF."""
    paper = Paper(text)
    paper.put(107.5 * mm, 23.5 * mm, "COMMERCIAL INVOICE", BOLD, 15)
    paper.y = 28 * mm
    paper.pairs(labelled(text))
    paper.head()
    for number, mark in enumerate(text.values["packing.marks"].split("\n")):
        paper.put(17.5 * mm, paper.y + (5 + 4 * number) * mm, mark, REGULAR, 8)
    before = text.goods[0]
    for line in text.goods:
        words = simpleSplit(line["description"], REGULAR, 8, 55 * mm)
        if paper.y + (4 * len(words) + 4) * mm > 264 * mm:
            paper.carry("Carried forward", before)
            paper.end_page()
            paper.pairs(labelled(text)[:3])
            paper.head()
            paper.carry("Brought forward", before)
        paper.row(line, words)
        before = line
    _tail(paper)
    paper.canvas.save()
    return paper.file.getvalue()


def _tail(paper: Paper) -> None:
    if paper.y > 210 * mm:
        paper.end_page()
    paper.put(60.5 * mm, paper.y + 6.3 * mm, "Total FOB", BOLD)
    paper.right(192.5 * mm, paper.y + 6.3 * mm, paper.text.values["totals.invoice"], BOLD, 10)
    for number, line in enumerate(simpleSplit(DECLARATION, REGULAR, 8, 85 * mm)):
        paper.put(107.5 * mm, paper.y + (14 + 4 * number) * mm, line, REGULAR, 8)
    paper.y += 60 * mm
    paper.end_page()
