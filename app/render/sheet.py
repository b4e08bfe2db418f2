"""Drawing papers: several sheets on one canvas, each with its bookmark and its own page x of y."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from app.render import marks
from app.render.bound import with_rows
from app.render.columns import Pads
from app.render.flow import flow, pads_of
from app.render.fonts import Fonts
from app.render.geometry import MM, PAPER, Page, PaperSize
from app.render.ink import Ink
from app.render.libraries import settle
from app.render.markup import Node, parse
from app.render.measure import Measure
from app.render.paginate import Paginator
from app.render.pdf import Pdf
from app.render.pen import Pen
from app.render.spots import Spot, joined
from app.render.template import SUFFIX, TemplateError, Templates, clean, without_marks
from app.render.trouble import Trouble
from app.words import Language, say

__all__ = ["Drawn", "Fonts", "PaperSize", "Sheet", "Spot", "TemplateError", "Templates", "Trouble", "block_xml", "draw"]

ROOTS = frozenset({"d", "code", "has", "t", "w"})


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One paper to draw."""

    template: str
    """Name without suffix: "commercial_invoice" is commercial_invoice.xml.j2."""
    roots: Mapping[str, object]
    """Exactly d, code, has, t, w; nothing but str, bool, list and dict inside."""
    language: Literal["en", "id", "both"]
    """both: English with the Indonesian term beside it."""
    name: str
    """Paper and number, for foot, bookmark and PDF title."""
    firm: str
    """Left of the name in the foot; may be ""."""
    data_hash: str
    """64 hex digits, of which the foot shows the first 12."""
    printed: str
    """The print date as text."""
    mark: Literal["diagonal", "line"] = "diagonal"
    """How strong the draft mark is."""
    images: Mapping[str, bytes] = {}
    """Pictures a template may use by name."""


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """The PDF, and for each sheet its number of pages, its troubles, and where each value stands if that was asked."""

    pdf: bytes
    pages: tuple[int, ...]
    troubles: tuple[tuple[Trouble, ...], ...]
    spots: tuple[tuple[Spot, ...], ...]


def draw(sheets: Sequence[Sheet], *, size: PaperSize, templates: Templates, fonts: Fonts, spots: bool = False) -> Drawn:
    """All sheets in one PDF, in order; `spots` also tells where each value stands, the PDF stays the same.

    Raises TemplateError for a mistake in a template, ValueError without a sheet.
    """
    if not sheets:
        raise ValueError("there is no sheet to draw")
    settle()
    first = sheets[0]
    pdf = Pdf("id-ID" if first.language == "id" else "en", PAPER[size])
    language = _language(first)
    title = "; ".join(clean(sheet.name) for sheet in sheets)
    pdf.describe(title=title, author=clean(first.firm), subject=say("paper.subject", language))
    ink = Ink(pdf.document)
    results = []
    for sheet in sheets:
        document = parse(_xml(sheet, templates), sheet.template + SUFFIX)
        measure = Measure(_page(document, size), fonts, ink, sheet.roots, sheet.images, spots=spots)
        results.append(_draw_sheet(pdf, measure, sheet, document))
    pages, troubles, places = zip(*results, strict=True)
    return Drawn(pdf=pdf.finish(), pages=pages, troubles=troubles, spots=places)


def block_xml(sheet: Sheet, templates: Templates) -> str:
    """The block XML of a sheet with its tables' rows, without the hidden line marks: for golden files."""
    return with_rows(without_marks(_xml(sheet, templates)), sheet.roots)


def _draw_sheet(
    pdf: Pdf, measure: Measure, sheet: Sheet, document: Node
) -> tuple[int, tuple[Trouble, ...], tuple[Spot, ...]]:
    page = measure.page
    measure.pads = pads_of(document, Pads())
    measure.rule_grey = document.length("rules", 0.22)
    name, firm = clean(sheet.name), clean(sheet.firm)
    measure.check(name + firm, sheet.template)
    paginator = _paginate(measure, document)
    pdf.start_page((page.width, page.height))
    pdf.bookmark(name)
    imprint = marks.Imprint(name, firm, sheet.data_hash, sheet.printed, _language(sheet), sheet.mark)
    spots = _draw_pages(pdf, measure, paginator, imprint, framed=document.flag("frame"))
    return len(paginator.pages), tuple(measure.troubles), joined(spots)


def _draw_pages(
    pdf: Pdf, measure: Measure, paginator: Paginator, imprint: marks.Imprint, *, framed: bool
) -> list[Spot]:
    page = measure.page
    spots: list[Spot] = []
    for index, placed in enumerate(paginator.pages):
        pen = Pen(page.height, measure.ink, measure.fonts)
        pen.page, pen.pages = index + 1, len(paginator.pages)
        for top, block in placed:
            block.paint(pen, top)
        if framed:
            pen.box(page.left, page.top, page.body_width, paginator.bottom(index) - page.top, weight=0.8)
        pdf.start_page((page.width, page.height))
        pdf.put(pen)
        marks.put_marks(pdf.canvas, pen, page, imprint)
        pdf.end_page()
        spots += pen.spots
    return spots


def _paginate(measure: Measure, document: Node) -> Paginator:
    page = measure.page
    for node in document.children:
        if node.tag == "style":
            measure.add_style(node)
    heads = [child for node in document.children if node.tag == "continued" for child in node.children]
    body = [node for node in document.children if node.tag not in ("style", "continued")]
    blocks = flow(measure, body, page.left, page.body_width)
    paginator = Paginator(page, flow(measure, heads, page.left, page.body_width))
    paginator.place(blocks)
    return paginator


def _page(document: Node, size: PaperSize) -> Page:
    width, height = PAPER[size]
    margin = document.length("margin", 15 * MM)
    left, right = document.length("margin-left", margin), document.length("margin-right", margin)
    return Page(document.length("width", width), document.length("height", height), left, right, margin, margin)


def _xml(sheet: Sheet, templates: Templates) -> str:
    if set(sheet.roots) != ROOTS:
        raise ValueError(f"a sheet has the roots {' '.join(sorted(ROOTS))}, not {' '.join(sorted(sheet.roots))}")
    return templates.xml(sheet.template, sheet.roots)


def _language(sheet: Sheet) -> Language:
    return "id" if sheet.language == "id" else "en"
