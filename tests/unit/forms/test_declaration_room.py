"""The printed export declaration with long units, great figures and long names: nothing leaves its box."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.goods import Permit
from app.domain.packing import Container
from app.domain.shipment import Shipment
from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.render.table_cells import CellPiece
from app.render.table_rows import Row, RowMaker
from app.services.papers import Made, Paper, PaperMaker
from app.services.program import Program
from tests.conftest import TODAY, sample_named

FONTS = Fonts(fallback=False)
AIR = 0.2 * 72 / 25.4
"""Points between a text and the rule of its cell, or the next text."""


@pytest.fixture(scope="module")
def maker(program: Program) -> PaperMaker:
    return PaperMaker(program, FONTS)


def drawn(maker: PaperMaker, program: Program, shipment: Shipment, size: PaperSize = "A4") -> Made:
    return maker.make(shipment, [Paper(program.catalog.forms["peb"], "id", size)], TODAY)


def shoes(**changes: object) -> Shipment:
    """The sample with its first goods line changed."""
    sample = sample_named("footwear_rotterdam")
    first, *others = sample.goods or ()
    return replace(sample, goods=(replace(first, **changes), *others))


def crowded(maker: PaperMaker, program: Program, shipment: Shipment, size: PaperSize = "A4") -> list[str]:
    """The texts of the goods table that reach over the rule of their cell or into the text before them."""
    found, made_row = [], RowMaker.made

    def looked_at(rows: RowMaker, pieces: Sequence[CellPiece], *rest: Any) -> Row:
        ends: dict[float, float] = {}
        for x, y, text, style in sorted(pieces, key=lambda piece: piece[:2]):
            end = x + FONTS.face(style.face).width(text) * style.size
            column = next(c for c in reversed(rows.spec.columns) if c.left <= x)
            if x < ends.get(y, 0.0) or end + AIR > column.right + column.pad_right:
                found.append(text)
            ends[y] = end + AIR
        return made_row(rows, pieces, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RowMaker, "made", looked_at)
        assert drawn(maker, program, shipment, size).troubles == ((),)
    return found


@pytest.mark.parametrize("size", ["A4", "F4"])
def test_every_unit_stays_within_its_column(size: PaperSize, maker: PaperMaker, program: Program) -> None:
    for unit in program.lists.units.entries:
        assert crowded(maker, program, shoes(unit=unit, quantity=Decimal(1234)), size) == [], unit


@pytest.mark.parametrize("quantity", ["99999", "99999999.1234", "12345678901"])
def test_a_great_quantity_stays_within_its_column(quantity: str, maker: PaperMaker, program: Program) -> None:
    told = shoes(quantity=Decimal(quantity), unit_price=Decimal("0.01"), net_weight=Decimal(quantity))
    assert crowded(maker, program, told) == []


def test_a_permit_is_torn_at_its_words_alone(maker: PaperMaker, program: Program) -> None:
    permit = Permit(id="p", title="Dokumen V-Legal", customs_code="811", number="VL-27-0001")
    made = drawn(maker, program, shoes(permits=(permit,)))
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages)
    assert all(word in text for word in ("Dokumen", "V-Legal"))


def test_nothing_is_left_of_what_is_not_told_yet(maker: PaperMaker, program: Program) -> None:
    sample = sample_named("footwear_rotterdam")
    box = Container(id="k", number="CSQU3054383")
    told = replace(sample, containers=(box,), packing=replace(sample.packing, marks=None))
    text = PdfReader(BytesIO(drawn(maker, program, told).pdf)).pages[0].extract_text()
    assert "CSQU3054383," not in text
    assert "(CARTON) /" not in text


@pytest.mark.parametrize("price", ["99", "9999", "999999", "99999999", "999999999"])
def test_a_great_value_is_told_whole(price: str, maker: PaperMaker, program: Program) -> None:
    made = drawn(maker, program, replace(shoes(unit_price=Decimal(price)), currency="IDR"))
    assert made.troubles == ((),)


@pytest.mark.parametrize("name", ["exporter", "buyer"])
def test_a_long_address_stands_whole_in_its_box_and_a_longer_one_on_a_sheet(
    name: str, maker: PaperMaker, program: Program
) -> None:
    for address, is_whole in ((LONG, True), (LONG * 5, False)):
        told = replace(sample_named("footwear_rotterdam"), **{name: firm(name, address)})
        made = drawn(maker, program, told)
        pages = [page.extract_text() for page in PdfReader(BytesIO(made.pdf)).pages]
        assert made.troubles == ((),)
        assert ("LIHAT LEMBAR LANJUTAN" in pages[0]) != is_whole
        assert ("LEMBAR LANJUTAN" in pages[-1]) != is_whole


LONG = "Jl. Raya Bypass Mojokerto KM 50 No. 123, Dusun Kedungmaling RT 003 RW 002, Desa Kedungmaling, Kec. Sooko "


def firm(name: str, address: str) -> object:
    return replace(getattr(sample_named("footwear_rotterdam"), name), address=address.strip())
