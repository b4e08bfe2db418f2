"""Every document type made of any shipment, as its tests make it."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.packing import Content
from app.domain.shipment import Shipment
from app.render.context import PaperLanguage
from app.render.geometry import PaperSize
from app.services.papers import Made, Paper, PaperMaker
from app.services.program import Program, start
from tests.conftest import TODAY

CATALOG = start(Path("no-data-folder")).catalog
FORMS = tuple(CATALOG.forms)
BY_PACKAGE = {name for name, form in CATALOG.forms.items() if "packing.labels" in {use.path for use in form.uses()}}
CARRYING = [name for name, form in CATALOG.forms.items() if "carried" in form.texts]
LANGUAGES: tuple[PaperLanguage, ...] = ("en", "id", "both")
SIZES: tuple[PaperSize, ...] = ("A4", "F4", "LETTER")
GOLDEN = Path(__file__).parents[2] / "golden"
# The one name that Roboto cannot draw; on a machine with a Japanese font it is drawn.
JAPANESE = "見本"
# Groups of papers that copy an office's printed form, whose labels stand there without a value too.
OFFICIAL = ("customs", "origin")


def made(
    maker: PaperMaker,
    program: Program,
    form: str,
    shipment: Shipment,
    language: PaperLanguage = "en",
    size: PaperSize = "A4",
) -> Made:
    return maker.make(few_packages(form, shipment), [Paper(program.catalog.forms[form], language, size)], TODAY)


def few_packages(form: str, shipment: Shipment) -> Shipment:
    """For a paper with a piece for each package two of each range: hundreds show nothing new and take minutes."""
    if form not in BY_PACKAGE:
        return shipment
    fewer = tuple(
        replace(row, last=min(row.last, row.first + 1)) if row.first is not None and row.last is not None else row
        for row in shipment.packing.ranges or ()
    )
    return replace(shipment, packing=replace(shipment.packing, ranges=fewer or None))


def text_of(pdf: bytes) -> str:
    """All text of a PDF with single blanks: wrapping must not matter."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def squeezed(text: str) -> str:
    """Letters and figures alone: lines may break anywhere, and official forms print names in capitals."""
    return re.sub(r"\s", "", text).casefold()


def repeated(sample: Shipment, count: int) -> Shipment:
    """The sample with ``count`` goods lines, each packed in a range of its own."""
    ranges, goods = sample.packing.ranges or (), sample.goods or ()
    lines = tuple(replace(goods[n % 3], id=f"x{n}") for n in range(count))
    rows = tuple(
        replace(
            ranges[n % 3],
            id=f"r{n}",
            first=Decimal(n * 9 + 1),
            last=Decimal(n * 9 + 9),
            contents=(Content(id="c", line=f"x{n}", each=Decimal(12)),),
        )
        for n in range(count)
    )
    return replace(sample, goods=lines, packing=replace(sample.packing, ranges=rows))
