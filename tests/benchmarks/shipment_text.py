"""A shipment of any length, different each time, and the time its text takes beside drawing that text."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from app.catalog.catalog import built_in_forms, read_catalog
from app.domain.goods import GoodsLine
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import read_shipment
from app.reference.lists import Lists
from app.render.context import Roots, roots
from app.render.sheet import Sheet
from app.services.samples import sample_bytes
from tests.benchmarks.invoice_text import ARTICLES
from tests.benchmarks.papers import paper
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.timing import medians

FORM = "commercial_invoice"


def text_against_drawing(lines: int, runs: int, goal: float) -> Iterator[Ratio]:
    """From the shipment to the text that a template may read, beside from that text to PDF bytes."""
    catalog, at = read_catalog([built_in_forms()]), Circumstances(datetime.date(2026, 11, 24), "en", Lists())
    sample = read_shipment(sample_bytes("footwear_rotterdam")).shipment

    def texts(run: int) -> Roots:
        return roots(catalog, catalog.forms[FORM], shipment(sample, lines, run), at, "en")

    def told(run: int) -> Callable[[], object]:
        given = shipment(sample, lines, run)
        return lambda: roots(catalog, catalog.forms[FORM], given, at, "en")

    def drawn(run: int) -> Callable[[], object]:
        sheet = _sheet(texts(run))
        return lambda: paper(sheet)

    text, drawing = medians([told, drawn], runs)
    yield Ratio(f"text.{lines}", text / drawing, goal)


def shipment(sample: Shipment, lines: int, seed: int) -> Shipment:
    """The sample with other goods, and as many lines of them; the same for the same seed."""
    chance = random.Random(seed)
    first = (sample.goods or ())[0]
    return replace(sample, goods=tuple(_line(first, number, chance) for number in range(lines)))


def _line(like: GoodsLine, number: int, chance: random.Random) -> GoodsLine:
    return replace(
        like,
        id=f"g{number}",
        description=f"{chance.choice(ARTICLES)}, ART. LJ-{chance.randrange(100, 99999)}",
        quantity=Decimal(chance.randrange(1, 2000)),
        unit_price=Decimal(chance.randrange(100, 9999)).scaleb(-2),
    )


def _sheet(text: Roots) -> Sheet:
    return Sheet(
        template=FORM, roots=text, language="en", name="Commercial invoice", firm="CV CONTOH LANGKAH JAYA",
        data_hash="7f99da293a18" + "0" * 52, printed="24 November 2026",
    )  # fmt: skip
