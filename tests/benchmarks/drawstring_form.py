"""Baseline: the same export declaration as one writes it by hand on a canvas, box by box with drawString."""

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit

from tests.benchmarks.drawstring_invoice import HEIGHT, MEDIUM, REGULAR, Paper
from tests.benchmarks.form_text import HEADS, LEFT, WIDE, WIDTHS, Box, Column, FormText
from tests.benchmarks.invoice_text import InvoiceText

LEAD, PAD, BOTTOM = 3.3 * mm, 1.8 * mm, 264 * mm
_FIRM = InvoiceText({"exporter.name": "CV CONTOH LANGKAH JAYA"}, [])


def draw(text: FormText) -> bytes:
    """The declaration as PDF."""
    paper = Paper(_FIRM)
    *bands, last = text.bands
    for band in bands:
        _band(paper, band)
    _head(paper)
    for cells in text.goods:
        lines = [_wrapped(cell, width - 2 * PAD) for cell, width in zip(cells, WIDTHS, strict=True)]
        high = max(map(len, lines)) * LEAD + 2 * mm
        if paper.y + high > BOTTOM:
            _next(paper, bands)
            _head(paper)
        _row(paper, lines, high)
    if paper.y + 40 * mm > BOTTOM:
        _next(paper, bands)
    _band(paper, last)
    paper.end_page()
    paper.canvas.save()
    return paper.file.getvalue()


def _next(paper: Paper, bands: list[list[Column]]) -> None:
    paper.end_page()
    _band(paper, bands[0])


def _band(paper: Paper, band: list[Column]) -> None:
    top = paper.y
    deepest = top
    for column in band:
        y = top + 0.6 * mm
        for box in column.boxes:
            y = _box(paper, column, box, y)
        deepest = max(deepest, y)
        if column.x > LEFT:
            paper.canvas.line(column.x, HEIGHT - top, column.x, HEIGHT - deepest)
    paper.y = deepest + 0.8 * mm
    paper.rule(paper.y)


def _box(paper: Paper, column: Column, box: Box, y: float) -> float:
    left, base = column.x + PAD, y + 2.6 * mm
    if box.number:
        paper.put(left, base, box.number, REGULAR, 6.5)
    at = column.value_at or column.width - 2 * PAD
    labels = simpleSplit(box.label, REGULAR, 6.5, at - 6 * mm) or [""]
    for number, line in enumerate(labels):
        paper.put(left + 4.8 * mm, base + number * LEAD, line, REGULAR, 6.5)
    values: list[str] = []
    if box.value or box.right:
        paper.put(left + at - 1.6 * mm, base, ":", REGULAR, 6.5)
        room = column.width - at - 2 * PAD
        size = 7.5
        values = simpleSplit(box.value, REGULAR, size, room)
        while len(values) > 4 and size > 6.5:
            size -= 0.5
            values = simpleSplit(box.value, REGULAR, size, room)
        for number, line in enumerate(values):
            paper.put(left + at, base + number * LEAD, line, REGULAR, size)
        if box.right:
            paper.right(column.x + column.width - PAD, base, box.right, REGULAR, 7.5)
    deep: float = max(len(labels), len(values)) * LEAD
    return y + deep


def _head(paper: Paper) -> None:
    lines = [simpleSplit(head, MEDIUM, 6.5, width - 2 * PAD) for head, width in zip(HEADS, WIDTHS, strict=True)]
    paper.canvas.setFillGray(0.94)
    paper.canvas.rect(LEFT, HEIGHT - paper.y - 11.4 * mm, WIDE, 11.4 * mm, stroke=0, fill=1)
    _row(paper, lines, 11.4 * mm, MEDIUM)


def _row(paper: Paper, lines: list[list[str]], high: float, font: str = REGULAR) -> None:
    x = LEFT
    for index, (cell, width) in enumerate(zip(lines, WIDTHS, strict=True)):
        for number, line in enumerate(cell):
            y = paper.y + 3.5 * mm + number * LEAD
            if index in (0, 6) and font == REGULAR:
                paper.right(x + width - PAD, y, line, font, 7)
            else:
                paper.put(x + PAD, y, line, font, 6.5 if font == MEDIUM else 7)
        paper.canvas.line(x, HEIGHT - paper.y, x, HEIGHT - paper.y - high)
        x += width
    paper.y += high
    paper.rule(paper.y)


def _wrapped(items: list[str], room: float) -> list[str]:
    return [line for item in items if item for line in simpleSplit(item, REGULAR, 7, room)]
