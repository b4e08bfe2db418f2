"""Packed against sold, packages proposed for the rest, marks, room in containers, weight an airline charges for."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.container_fill import chargeable_weight, container_fills
from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.package_labels import package_labels
from app.domain.packing import Content, PackageRange, Packing
from app.domain.packing_plan import packed_lines, proposed_marks, proposed_ranges
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.reference.container_insides import container_insides, insides_source
from app.reference.lists import Lists
from tests.conftest import SAMPLES, sample_named

D = Decimal
SHOES = GoodsLine(
    id="g",
    quantity=D(100),
    unit="PR",
    pack_each=D(12),
    pack_kind="CT",
    pack_net=D("10.8"),
    pack_gross=D("12.3"),
    pack_length=D(60),
    pack_width=D(40),
    pack_height=D(45),
)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_packed_to_the_last_piece(name: str, at: Circumstances) -> None:
    assert [packed.open for packed in packed_lines(Figures(sample_named(name), at))] == [
        D(0) for _ in sample_named(name).goods or ()
    ]


def test_what_is_not_packed_and_what_is_packed_twice_is_counted(at: Circumstances) -> None:
    ranges = (PackageRange(id="a", first=D(1), last=D(9), contents=(Content(id="c", line="g", each=D(12)),)),)
    assert [p.open for p in packed_lines(Figures(_shipment(SHOES, ranges), at))] == [D(-8)]
    half = replace(ranges[0], last=None)
    assert [p.open for p in packed_lines(Figures(_shipment(SHOES, (half,)), at))] == [None]


def test_the_last_package_holds_and_weighs_what_is_left(at: Circumstances) -> None:
    full, last = _proposed(SHOES, at)
    assert (full.first, full.last, full.net_each, full.gross_each) == (D(1), D(8), D("10.8"), D("12.3"))
    assert (last.first, last.last, last.net_each, last.gross_each) == (D(9), D(9), D("3.6"), D("5.1"))
    assert [r.contents and r.contents[0].each for r in (full, last)] == [12, 4]
    assert (last.kind, last.length, last.width, last.height) == ("CT", D(60), D(40), D(45))


def test_the_weight_of_one_unit_tells_that_of_packages_nobody_has_weighed(at: Circumstances) -> None:
    full, last = _proposed(replace(SHOES, pack_net=None, unit_net=D("0.9")), at)
    assert (full.net_each, full.gross_each, last.net_each, last.gross_each) == (
        D("10.8"),
        D("12.3"),
        D("3.6"),
        D("5.1"),
    )
    weighed, last = _proposed(replace(SHOES, pack_net=D("11.4"), unit_net=D("0.9")), at)
    assert (weighed.net_each, last.net_each) == (D("11.4"), D("3.8"))
    heavy, last = _proposed(replace(SHOES, pack_net=None, unit_net=D(2)), at)
    assert (heavy.gross_each, last.net_each, last.gross_each) == (D("12.3"), D(8), None)


def test_numbers_run_on_after_what_is_packed_already(at: Circumstances) -> None:
    there = PackageRange(id="a", first=D(1), last=D(5), contents=(Content(id="c", line="g", each=D(12)),))
    ranges = proposed_ranges(Figures(_shipment(SHOES, (there,)), at), _ids())
    assert [(r.first, r.last) for r in ranges] == [(D(6), D(8)), (D(9), D(9))]


def test_nothing_is_proposed_where_it_is_not_told_how_goods_are_packed(at: Circumstances) -> None:
    assert _proposed(replace(SHOES, pack_each=None), at) == []
    assert _proposed(replace(SHOES, pack_each=D(0)), at) == []
    assert _proposed(replace(SHOES, quantity=None), at) == []
    assert _proposed(replace(SHOES, quantity=D(10) ** 14, pack_each=D("0.000001")), at) == []


def test_weights_that_are_not_known_are_not_invented(at: Circumstances) -> None:
    full, last = _proposed(replace(SHOES, pack_net=None), at)
    assert (full.net_each, full.gross_each) == (None, D("12.3"))
    assert (last.net_each, last.gross_each) == (None, None)


@given(st.decimals("0.000001", "1000000", places=6), st.decimals("0.000001", "1000000", places=6))
def test_what_is_proposed_packs_everything(quantity: Decimal, each: Decimal) -> None:
    at = Circumstances(datetime.date(2026, 11, 24), "id", Lists())
    line = replace(SHOES, quantity=quantity, pack_each=each)
    if ranges := _proposed(line, at):
        assert packed_lines(Figures(_shipment(line, tuple(ranges)), at))[0].open == 0


def test_marks_name_buyer_destination_order_and_numbers() -> None:
    marks = proposed_marks(sample_named("footwear_rotterdam"))
    assert marks is not None
    assert marks.split("\n")[0] == (sample_named("footwear_rotterdam").buyer.name or "").upper()
    assert marks.split("\n")[1:] == ["ROTTERDAM", "PO-77120", "C/NO. 1-190"]
    assert proposed_marks(Shipment()) is None


def test_a_container_is_filled_slice_by_slice(at: Circumstances) -> None:
    # Across: 5 of 45 cm in 235; up: 5 of 45 cm in 239.3; each slice of 25 is 60 cm deep, 9 of them in 589.6 cm.
    shipment = _shipment(SHOES, (_cartons(226, "60", "45", "45"),))
    fill = container_fills(Figures(shipment, at))[0]
    assert fill.containers == 2
    assert [(stretch.at, stretch.length) for stretch in fill.first] == [(D(0), D(540))]
    assert container_fills(Figures(_shipment(SHOES, (_cartons(225, "60", "45", "45"),)), at))[0].containers == 1
    assert f"{fill.share:.3f}" == f"{226 * 0.6 * 0.45 * 0.45 / (5.896 * 2.35 * 2.393):.3f}"


def test_ranges_stand_behind_each_other_and_run_on_in_the_next_container(at: Circumstances) -> None:
    ranges = (_cartons(25, "60", "45", "45"), _cartons(2500, "60", "45", "45"))
    fill = container_fills(Figures(_shipment(SHOES, ranges), at))[0]
    assert [(s.number, s.at, s.length) for s in fill.first] == [(0, D(0), D(60)), (1, D(60), D(480))]
    assert fill.containers == 12, "1 + 100 slices, 9 in each"


def test_what_is_too_large_stands_in_no_container_and_what_is_not_measured_fills_none(at: Circumstances) -> None:
    assert container_fills(Figures(_shipment(SHOES, (_cartons(1, "60", "45", "250"),)), at))[0].containers is None
    assert container_fills(Figures(_shipment(SHOES, (_cartons(1, "60", "45", "250"),)), at))[2].containers == 1
    assert container_fills(Figures(_shipment(SHOES, (PackageRange(id="a"),)), at)) == []
    assert container_fills(Figures(Shipment(), at)) == []


def test_an_airline_charges_for_volume_where_that_counts_for_more(at: Circumstances) -> None:
    light = replace(_cartons(2, "60", "40", "45"), gross_each=D(12))
    assert chargeable_weight(Figures(_shipment(SHOES, (light,)), at)) == D("36.0")
    heavy = replace(light, gross_each=D(30))
    assert chargeable_weight(Figures(_shipment(SHOES, (heavy,)), at)) == 60
    assert chargeable_weight(Figures(_shipment(SHOES, (replace(light, gross_each=None),)), at)) is None


def test_measures_of_containers_tell_their_source_and_day() -> None:
    assert [inside.code for inside in container_insides()] == ["22G1", "42G1", "45G1"]
    source, looked_at = insides_source()
    assert "World Shipping Council" in source.en
    assert looked_at == datetime.date(2026, 11, 24)


def _proposed(line: GoodsLine, at: Circumstances) -> list[PackageRange]:
    return proposed_ranges(Figures(_shipment(line, ()), at), _ids())


def _shipment(line: GoodsLine, ranges: tuple[PackageRange, ...]) -> Shipment:
    return Shipment(goods=(line,), packing=Packing(ranges=ranges or None))


def _cartons(n: int, length: str, width: str, height: str) -> PackageRange:
    return PackageRange(id=f"r{n}", first=D(1), last=D(n), length=D(length), width=D(width), height=D(height))


def _ids() -> Callable[[], str]:
    numbers = count()
    return lambda: f"i{next(numbers)}"


def test_every_package_has_a_label_and_a_range_that_claims_millions_only_the_first_thousand(at: Circumstances) -> None:
    footwear = package_labels(Figures(sample_named("footwear_rotterdam"), at))
    assert [(label.number, label.of) for label in footwear] == [(D(n), D(190)) for n in range(1, 191)]
    assert footwear[0].contents[0].each == 12
    many = package_labels(Figures(_shipment(SHOES, (_cartons(10**9, "1", "1", "1"),)), at))
    assert (len(many), many[-1].number) == (1000, D(1000))
    assert package_labels(Figures(_shipment(SHOES, (PackageRange(id="a", first=D(1)),)), at)) == ()
