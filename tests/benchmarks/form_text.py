"""The boxes of an export declaration as plain text and places, for code that draws the same page by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportlab.lib.units import mm

from app.catalog.catalog import Catalog, built_in_forms, read_catalog
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import read_shipment
from app.reference.lists import Lists
from app.render.context import Roots, roots
from app.render.markup import Node, parse
from app.render.sheet import Sheet, Templates
from app.services.samples import sample_bytes
from tests.benchmarks.shipment_text import shipment

FORM = "peb"
LEFT, WIDE = 15 * mm, 180 * mm
HEADS = (
    "44. No", "45. Tariff/HS no., full description of the goods", "46. Export permits", "47. Reference price and duty",
    "48. Quantity & unit, net weight (kg), volume (m3)", "49. Origin 50. Area of origin", "51. FOB value",
)  # fmt: skip
WIDTHS = (6.5 * mm, 61.9 * mm, 13 * mm, 20.2 * mm, 33.9 * mm, 27.7 * mm, 16.8 * mm)


class Box(NamedTuple):
    """One numbered box: what stands in it."""

    number: str
    label: str
    value: str
    right: str


class Column(NamedTuple):
    """A column of a band, in points."""

    x: float
    width: float
    value_at: float
    boxes: list[Box]


class FormText(NamedTuple):
    """One declaration: its bands from top to bottom, and the goods' cells line by line."""

    bands: list[list[Column]]
    goods: list[list[list[str]]]


def form_roots(lines: int, seed: int) -> Roots:
    """What the template may read; another seed gives other articles, quantities and prices."""
    sample, catalog, at = _given()
    return roots(catalog, catalog.forms[FORM], shipment(sample, lines, seed), at, "en")


def form_sheet(made: Roots) -> Sheet:
    """The same as a sheet for the program's own template."""
    return Sheet(
        template=FORM, roots=made, language="en", name="PEB", firm="CV CONTOH LANGKAH JAYA",
        data_hash="7f99da293a18" + "0" * 52, printed="24 November 2026",
    )  # fmt: skip


def form_text(made: Roots, templates: Templates) -> FormText:
    """Every box and text that the template places, read off its bands."""
    document = parse(templates.xml(FORM, made), FORM)
    found = [node for child in document.children for node in ([child] if child.tag == "band" else _held(child))]
    return FormText([_columns(band) for band in found], [_cells(line) for line in made["d"]["declaration.goods"]])


@cache
def _given() -> tuple[Shipment, Catalog, Circumstances]:
    catalog, at = read_catalog([built_in_forms()]), Circumstances(datetime.date(2026, 11, 24), "en", Lists())
    return read_shipment(sample_bytes("footwear_rotterdam")).shipment, catalog, at


def _held(node: Node) -> list[Node]:
    return node.children if node.tag in ("keep", "tail") else []


def _columns(band: Node) -> list[Column]:
    nodes = [child for child in band.children if child.tag == "column"] or [band]
    told = [node.string("width", "*") for node in nodes]
    fixed = [0.0 if width == "*" else float(width) * mm for width in told]
    share = (WIDE - sum(fixed)) / max(1, told.count("*"))
    made, x = [], LEFT
    for node, width in zip(nodes, fixed, strict=True):
        wide = width or share
        value_at = max((child.length("value") for child in _fields(node)), default=0.0)
        made.append(Column(x, wide, value_at, list(_boxes(node))))
        x += wide
    return made


def _fields(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.tag == "fields":
            yield child
        else:
            yield from _fields(child)


def _boxes(node: Node) -> Iterator[Box]:
    for child in node.children:
        if child.tag == "field":
            yield Box(child.string("no"), child.string("label"), child.content().strip(), child.string("right"))
        elif child.tag == "p":
            yield Box("", child.content().strip(), "", "")
        else:
            yield from _boxes(child)


def _cells(line: dict[str, str]) -> list[list[str]]:
    return [
        [line["number"]],
        [f"- {line['hs_code']}", f"- {line['told']}", f"- Article no.: {line['article_no']}"],
        [line["permits"]],
        [f"HE: {line['reference_price']}", f"BK: {line['export_duty_rate']}"],
        [f"- {line['quantity']} {line['unit_told']}", f"- {line['net']} Kg", f"- {line['volume']}"],
        [f"- {line['origin_told']}", f"- {line['area_told']}"],
        [line["fob"]],
    ]
