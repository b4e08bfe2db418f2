"""Where answers stand on a paper, by the shipment's own paths."""

from __future__ import annotations

import re

import pytest

from app.domain.fields import fields
from app.domain.packing import Content
from app.domain.paths import declared_path, with_value
from app.domain.shipment import Shipment
from app.render.fonts import Fonts
from app.render.sheet import Spot
from app.services.papers import Paper, PaperMaker
from app.services.program import Program
from tests.conftest import SAMPLES, TODAY, sample_named


def spots_of(program: Program, shipment: Shipment, form: str) -> list[Spot]:
    paper = Paper(program.catalog.forms[form], "en", "A4")
    made = PaperMaker(program, Fonts(fallback=False)).make(shipment, [paper], TODAY, spots=True)
    return list(made.spots[0])


@pytest.mark.parametrize("name", SAMPLES)
def test_every_spot_leads_to_something_told_or_to_a_total(program: Program, name: str) -> None:
    shipment = sample_named(name)
    for form in program.catalog.forms.values():
        derived = {use.path for use in form.uses() if use.need == "derived"}
        found = {spot.path for spot in spots_of(program, shipment, form.id)}
        assert len(found) > (7 if form.on_choice else 20)
        for path in found - {"buyer", "consignee", "notify"}:
            assert re.sub(r"\.g\d+\.", ".*.", path) in derived or declared_path(shipment, path) in fields(), path


def test_goods_are_named_by_their_ids(program: Program) -> None:
    shipment = sample_named("footwear_rotterdam")
    lines = [line.id for line in shipment.goods or ()]
    found = [spot.path for spot in spots_of(program, shipment, "commercial_invoice")]
    assert [path for path in found if path.endswith(".hs_code")] == [f"goods.{line}.hs_code" for line in lines]


def test_the_packing_lists_columns_lead_to_what_is_told_of_the_range(program: Program) -> None:
    shipment = sample_named("footwear_rotterdam")
    row = (shipment.packing.ranges or ())[1].id
    found = {spot.path: spot for spot in spots_of(program, shipment, "packing_list")}
    names = ("first", "last", "contents", "net_each", "gross_each", "length", "width", "height")
    assert {f"packing.ranges.{row}.{name}" for name in names} <= set(found)
    assert found[f"packing.ranges.{row}.net_each"].x < found[f"packing.ranges.{row}.gross_each"].x
    assert not [path for path in found if path.startswith(("packing.rows", "packing.summary"))]


def test_the_summary_skips_goods_that_are_in_no_package(program: Program) -> None:
    shipment = sample_named("footwear_rotterdam")
    lines = [line.id for line in shipment.goods or ()]
    first = (shipment.packing.ranges or ())[0].id
    other = with_value(shipment, f"packing.ranges.{first}.contents", (Content(id="c", line=lines[1]),))
    found = [spot.path for spot in spots_of(program, other, "packing_list")]
    assert [path for path in found if path.endswith(".hs_code")] == [f"goods.{line}.hs_code" for line in lines[1:]]


def test_spots_are_told_only_when_they_are_asked_for(program: Program) -> None:
    paper = Paper(program.catalog.forms["packing_list"], "en", "A4")
    maker, shipment = PaperMaker(program, Fonts(fallback=False)), sample_named("footwear_rotterdam")
    plain, told = maker.make(shipment, [paper], TODAY), maker.make(shipment, [paper], TODAY, spots=True)
    assert plain.spots == ()
    assert plain.pdf == told.pdf
