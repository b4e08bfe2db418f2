"""What changed between two versions is told field by field, in the fields' words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.domain.goods import GoodsLine
from app.domain.packing import Content, PackageRange, Packing
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.samples import sample_titles
from app.services.what_changed import what_changed
from tests.conftest import sample_named

FOOTWEAR = sample_named("footwear_rotterdam")
LINE = (FOOTWEAR.goods or ())[0]

Told = list[tuple[str, str, str, str]]


def told(program: Program, before: Shipment, after: Shipment, at: Circumstances) -> Told:
    """Manner, place, before and after of every change."""
    found = what_changed(program.catalog, before, after, at.in_language("id"))
    return [(change.manner, change.where.id, change.before, change.after) for change in found]


@pytest.mark.parametrize("name", sample_titles())
def test_a_shipment_has_not_changed_from_itself_and_all_of_it_from_nothing(
    program: Program, at: Circumstances, name: str
) -> None:
    sample = sample_named(name)
    assert what_changed(program.catalog, sample, sample, at) == ()
    grown = what_changed(program.catalog, Shipment(), sample, at)
    shrunk = what_changed(program.catalog, sample, Shipment(), at)
    assert [change.path for change in grown] == [change.path for change in shrunk]
    assert {change.manner for change in grown} == {"changed", "added"}
    assert all(change.after for change in grown if change.manner == "changed")


def test_a_field_is_told_with_its_row_and_both_values_as_people_read_them(program: Program, at: Circumstances) -> None:
    after = with_value(FOOTWEAR, f"goods.{LINE.id}.unit_price", Decimal("15.25"))
    after = with_value(after, "delivery.incoterm", "CIF")
    assert told(program, FOOTWEAR, after, at) == [
        ("changed", "Barang 1, Harga satuan", "14,50", "15,25"),
        ("changed", "Syarat penyerahan", "FOB", "CIF"),
    ]


def test_a_row_that_came_or_went_is_one_change_with_what_stood_inside(program: Program, at: Circumstances) -> None:
    one = Shipment(packing=Packing(ranges=(PackageRange(id="r", contents=(Content(id="c", line="g"),)),)))
    two = replace(one, goods=(GoodsLine(id="g", description="SHOES", unit="PR"),), packing=Packing())
    assert told(program, one, two, at) == [
        ("added", "Barang 1", "", "SHOES"),
        ("removed", "Kemasan 1", "", ""),
    ]


def test_another_order_of_rows_is_told_once(program: Program, at: Circumstances) -> None:
    turned = replace(FOOTWEAR, goods=(FOOTWEAR.goods or ())[::-1])
    assert [(manner, where) for manner, where, *_ in told(program, FOOTWEAR, turned, at)] == [("moved", "Barang")]


def test_open_answers_half_typed_texts_and_answers_of_one_paper_are_told(program: Program, at: Circumstances) -> None:
    before = Shipment(answers={"buyer.contact": "none"}, typed={"references.invoice_date": "some day"})
    after = Shipment(own={"peb": {"name_checked": "checked"}})
    found = {(before, after) for _, _, before, after in told(program, before, after, at)}
    assert {("Tidak ada", ""), ("some day", "")} <= found
    assert len(found) == 3


def test_what_no_paper_says_is_no_change(program: Program, at: Circumstances) -> None:
    assert told(program, FOOTWEAR, replace(FOOTWEAR, title="x", documents=None, accepted=None), at) == []
