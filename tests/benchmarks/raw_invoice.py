"""The floor: the same invoice as bare PDF operators, without template, layout or checks: what a PDF costs at least."""

import io
from typing import Any, Final

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.drawstring_invoice import BOLD, EDGES, HEIGHT, MEDIUM, REGULAR, WIDTH
from tests.benchmarks.invoice_text import DECLARATION, HEADS, InvoiceText, labelled

_RIGHT: Final = tuple(edge - 2.5 * mm for edge in EDGES)
_LEFT: Final = tuple(edge + 2.5 * mm for edge in EDGES)
_WIDTHS: Final[dict[tuple[str, str], float]] = {}


class Floor:
    """One invoice under way; y runs down from the page's top."""

    def __init__(self) -> None:
        self.file = io.BytesIO()
        self.canvas: Any = Canvas(self.file, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=REGULAR)
        self.fonts = {name: self._font(name) for name in (REGULAR, MEDIUM, BOLD)}
        self.y = 15 * mm
        self.rules: list[str] = []
        self.words: list[str] = []

    def font(self, name: str, size: float, grey: float = 0) -> None:
        """What the next words are set in."""
        self.words.append(f"{self.fonts[name]} {size:g} Tf {grey:g} g")

    def put(self, x: float, y: float, text: str) -> None:
        """A text with its baseline `y` under the top."""
        self.words.append(f"1 0 0 1 {x:.2f} {HEIGHT - y:.2f} Tm ({escaped(text)}) Tj")

    def rule(self, y: float, left: float = 15 * mm) -> None:
        """A rule over the page."""
        self.rules.append(f"{left:.2f} {HEIGHT - y:.2f} m {195 * mm:.2f} {HEIGHT - y:.2f} l S")

    def pairs(self, pairs: list[tuple[str, str]]) -> None:
        """Labels over values, four beside each other."""
        for start in range(0, len(pairs), 4):
            row = pairs[start : start + 4]
            self.font(REGULAR, 6.5, 0.4)
            for index, (label, _) in enumerate(row):
                self.put((17.5 + 45 * index) * mm, self.y + 4.5 * mm, label)
            self.font(REGULAR, 8.5)
            for index, (_, value) in enumerate(row):
                for number, line in enumerate(wrapped(value, 8.5, 42 * mm)):
                    self.put((17.5 + 45 * index) * mm, self.y + (8.5 + 4 * number) * mm, line)
            self.y += 20 * mm
            self.rule(self.y)

    def head(self) -> None:
        """The table's head on its tint."""
        self.rules.append(f"0.94 g {15 * mm:.2f} {HEIGHT - self.y - 10 * mm:.2f} {180 * mm:.2f} {10 * mm:.2f} re f")
        self.font(MEDIUM, 6.5)
        self.put(17.5 * mm, self.y + 4.4 * mm, "Marks and numbers")
        for index, (head, unit) in enumerate(HEADS):
            for text, down in ((head, 4.4), (unit, 7.6)):
                x = _LEFT[index] if index < 3 else _RIGHT[index + 1] - width(text, MEDIUM) * 6.5
                self.put(x, self.y + down * mm, text)
        self.y += 10 * mm
        self.rule(self.y)
        self.font(REGULAR, 8)

    def row(self, line: dict[str, str], words: list[str]) -> None:
        """One goods line and the rule under it."""
        y = HEIGHT - self.y - 5 * mm
        quantity, price, amount = line["quantity"], line["unit_price"], line["amount"]
        self.words.append(
            f"1 0 0 1 {_LEFT[0]:.2f} {y:.2f} Tm ({line['number']}) Tj "
            f"1 0 0 1 {_LEFT[2]:.2f} {y:.2f} Tm ({line['hs_code']}) Tj "
            f"1 0 0 1 {_RIGHT[4] - width(quantity) * 8:.2f} {y:.2f} Tm ({quantity}) Tj "
            f"1 0 0 1 {_RIGHT[5] - width(price) * 8:.2f} {y:.2f} Tm ({price}) Tj "
            f"1 0 0 1 {_RIGHT[6] - width(amount) * 8:.2f} {y:.2f} Tm ({amount}) Tj"
        )
        for number, part in enumerate(words):
            self.put(_LEFT[1], self.y + (5 + 4 * number) * mm, part)
        self.y += (4 * len(words) + 4) * mm
        self.rule(self.y, EDGES[0])

    def carry(self, words: str, line: dict[str, str]) -> None:
        """Carried or brought forward."""
        self.font(MEDIUM, 8)
        self.put(_LEFT[1], self.y + 5.2 * mm, words)
        for text, at in ((line["running_quantity"], 4), (line["running_amount"], 6)):
            self.put(_RIGHT[at] - width(text, MEDIUM) * 8, self.y + 5.2 * mm, text)
        self.font(REGULAR, 8)
        self.y += 8 * mm
        self.rule(self.y)

    def end_page(self, firm: str) -> None:
        """Frame, foot and draft mark."""
        self.font(REGULAR, 6.5, 0.4)
        self.put(15 * mm, 280 * mm, firm)
        self.put(15 * mm, 283.2 * mm, "Data 7F99 DA29 3A18")
        self.put(180 * mm, 280 * mm, f"Page {self.canvas.getPageNumber()}")
        frame = f"0.8 w {15 * mm:.2f} {HEIGHT - self.y:.2f} {180 * mm:.2f} {self.y - 15 * mm:.2f} re S"
        self.canvas._code += ["q 0.4 w 0 G", *self.rules, frame, "BT 0 g", *self.words, "ET Q"]
        self.canvas.setFillAlpha(0.2)
        self.canvas._code.append(
            f"BT {self.fonts[BOLD]} 34 Tf 0.6428 0.766 -0.766 0.6428 120 150 Tm "
            "(DRAFT - NOT AN OFFICIAL DOCUMENT) Tj ET"
        )
        self.canvas.showPage()
        self.rules, self.words, self.y = [], [], 15 * mm

    def _font(self, name: str) -> str:
        font: Any = pdfmetrics.getFont(name)
        font.splitString(" ", self.canvas._doc)
        internal: str = font.getSubsetInternalName(0, self.canvas._doc)
        return internal


def draw(text: InvoiceText) -> bytes:
    """The invoice as PDF."""
    floor, firm = Floor(), text.values["exporter.name"]
    floor.font(BOLD, 15)
    floor.put(107.5 * mm, 23.5 * mm, "COMMERCIAL INVOICE")
    floor.y = 28 * mm
    pairs = labelled(text)
    floor.pairs(pairs)
    floor.head()
    for number, mark in enumerate(text.values["packing.marks"].split("\n")):
        floor.put(17.5 * mm, floor.y + (5 + 4 * number) * mm, mark)
    before = text.goods[0]
    for line in text.goods:
        words = wrapped(line["description"], 8, 55 * mm)
        if floor.y + (4 * len(words) + 4) * mm > 264 * mm:
            floor.carry("Carried forward", before)
            floor.end_page(firm)
            floor.pairs(pairs[:3])
            floor.head()
            floor.carry("Brought forward", before)
        floor.row(line, words)
        before = line
    _tail(floor, text, firm)
    floor.canvas.save()
    return floor.file.getvalue()


def _tail(floor: Floor, text: InvoiceText, firm: str) -> None:
    if floor.y > 210 * mm:
        floor.end_page(firm)
    floor.font(BOLD, 8.5)
    floor.put(60.5 * mm, floor.y + 6.3 * mm, "Total FOB")
    total = text.values["totals.invoice"]
    floor.put(192.5 * mm - width(total, BOLD) * 8.5, floor.y + 6.3 * mm, total)
    floor.font(REGULAR, 8)
    for number, line in enumerate(wrapped(DECLARATION, 8, 85 * mm)):
        floor.put(107.5 * mm, floor.y + (14 + 4 * number) * mm, line)
    floor.y += 60 * mm
    floor.end_page(firm)


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The lines of a text, by the widths of its words; what is long already is looked up."""
    lines, line, used, space = [], "", 0.0, width(" ") * size
    for word in text.split():
        wide = width(word) * size
        if line and used + space + wide > room:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
    return [*lines, line]


def width(text: str, name: str = REGULAR) -> float:
    """How wide a text is at one point."""
    key = (name, text)
    found = _WIDTHS.get(key)
    if found is None:
        face: Any = pdfmetrics.getFont(name)
        found = _WIDTHS[key] = face.stringWidth(text, 1)
    return found


def escaped(text: str) -> str:
    """A text as it stands between the brackets of an operator."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
