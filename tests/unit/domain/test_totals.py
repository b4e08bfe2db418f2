"""Totals of goods and packages."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.domain.all_derived import DERIVED
from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.packing import Content, PackageRange, Packing
from app.domain.packing_rows import article_summary, packed_ranges
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from tests.conftest import SAMPLES, sample_named
from tests.expected import EXPECTED, Totals

D = Decimal


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("total", Totals._fields)
def test_totals_of_every_sample_are_those_worked_out_by_hand(name: str, total: str, at: Circumstances) -> None:
    figures = Figures(sample_named(name), at)
    assert DERIVED[f"totals.{total}"].work_out(figures) == getattr(EXPECTED[name], total)


@pytest.mark.parametrize("name", SAMPLES)
def test_packed_quantity_of_every_sample_line_is_the_invoiced_one(name: str, at: Circumstances) -> None:
    figures = Figures(sample_named(name), at)
    packed = DERIVED["goods.*.packed"].work_out
    assert [packed(figures, line) for line in figures.goods] == [line.quantity for line in figures.goods]


# The report's own figures are of the look, not of the shipment.
@pytest.mark.parametrize("path", [path for path in DERIVED if "*" not in path and not path.startswith("report.")])
def test_an_empty_shipment_has_no_derived_value_but_knows_it(path: str, at: Circumstances) -> None:
    assert DERIVED[path].work_out(Figures(Shipment(), at)) is None


def test_a_total_is_open_while_one_line_has_no_price(at: Circumstances) -> None:
    lines = (GoodsLine(id="a", quantity=Decimal(2), unit_price=Decimal(3)), GoodsLine(id="b", quantity=Decimal(1)))
    assert DERIVED["totals.goods"].work_out(Figures(Shipment(goods=lines), at)) is None


def test_a_line_amount_is_rounded_half_up_to_the_currency(at: Circumstances) -> None:
    line = GoodsLine(id="a", quantity=Decimal(1), unit_price=Decimal("0.125"))
    amounts = {}
    for currency in ("USD", "JPY", "IDR", None):
        figures = Figures(Shipment(goods=(line,), currency=currency), at)
        amounts[currency] = DERIVED["goods.*.amount"].work_out(figures, line)
    assert amounts == {"USD": Decimal("0.13"), "JPY": Decimal(0), "IDR": Decimal(0), None: Decimal("0.13")}


def test_lines_weigh_what_they_say_else_what_their_units_weigh_until_packages_do(at: Circumstances) -> None:
    lines = (
        GoodsLine(id="a", quantity=D(12), unit_net=D("0.9")),
        GoodsLine(id="b", quantity=D(12), unit_net=D("0.9"), net_weight=D(11)),
    )
    loose = Shipment(goods=lines)
    box = PackageRange(id="r", first=D(1), last=D(2), net_each=D(10))
    packed = replace(loose, packing=Packing(ranges=(box,)))
    found = [DERIVED["totals.net_weight"].work_out(Figures(shipment, at)) for shipment in (loose, packed)]
    assert found == [D("21.8"), D(20)]


def test_quantities_in_several_units_have_no_sum(at: Circumstances) -> None:
    figures = Figures(sample_named("batik_tokyo"), at)
    assert DERIVED["totals.unit"].work_out(figures) is None
    assert DERIVED["totals.quantity"].work_out(figures) is None


def test_the_last_running_sums_are_the_totals(sample: Shipment, at: Circumstances) -> None:
    figures = Figures(sample, at)
    last = figures.goods[-1]
    assert DERIVED["goods.*.running_amount"].work_out(figures, last) == DERIVED["totals.goods"].work_out(figures)
    row = packed_ranges(figures)[-1]
    assert row.running_count == DERIVED["totals.packages"].work_out(figures)
    assert row.running_net == DERIVED["totals.net_weight"].work_out(figures)
    assert row.running_gross == DERIVED["totals.gross_weight"].work_out(figures)
    assert row.running_volume == DERIVED["totals.volume"].work_out(figures)


def test_a_mixed_box_lists_its_articles_and_weighs_them_together(at: Circumstances) -> None:
    (row,) = packed_ranges(Figures(sample_named("silver_courier_sydney"), at))
    assert (row.mixed, row.numbers, row.each, row.quantity) == ("yes", "1 – 2", Decimal(275), Decimal(550))
    assert [(a.each, a.quantity) for a in row.contents] == [(D(75), D(150)), (D(200), D(400))]
    summary = list(article_summary(Figures(sample_named("silver_courier_sydney"), at)))
    assert [(a.quantity, a.net, a.packages) for a in summary] == [(D(150), None, "1 – 2"), (D(400), None, "1 – 2")]


def test_the_summary_by_article_adds_up_to_the_packing_list(at: Circumstances) -> None:
    figures = Figures(sample_named("footwear_rotterdam"), at)
    summary = list(article_summary(figures))
    assert sum(a.count or 0 for a in summary) == 190
    assert sum(a.net or 0 for a in summary) == Decimal("1890.0")
    assert sum(a.gross or 0 for a in summary) == Decimal("2169.0")


@pytest.mark.parametrize(("first", "last", "count"), [(1, 1, 1), (1, 100, 100), (7, 3, None), (None, 3, None)])
def test_packages_are_counted_from_first_to_last(
    first: int | None, last: int | None, count: int | None, at: Circumstances
) -> None:
    row = PackageRange(
        id="p", first=None if first is None else Decimal(first), last=None if last is None else Decimal(last)
    )
    figures = Figures(Shipment(packing=Packing(ranges=(row,))), at)
    assert DERIVED["totals.packages"].work_out(figures) == count


def test_packed_is_open_while_a_package_with_the_line_is_half_told(at: Circumstances) -> None:
    sample = sample_named("footwear_rotterdam")
    half = PackageRange(id="q", first=Decimal(191), last=Decimal(200), contents=(Content(id="i", line="g1"),))
    packing = replace(sample.packing, ranges=(*(sample.packing.ranges or ()), half))
    figures = Figures(replace(sample, packing=packing), at)
    packed = DERIVED["goods.*.packed"].work_out
    assert [packed(figures, line) for line in figures.goods] == [None, 960, 600]


@pytest.mark.parametrize(
    ("kinds", "word"), [(("CT", "CT"), "cartons"), (("CT", "BX"), "packages"), (("BX",), "box"), ((None,), None)]
)
def test_packages_are_called_by_their_kind_and_number(
    kinds: tuple[str | None, ...], word: str | None, at: Circumstances
) -> None:
    rows = tuple(PackageRange(id=f"p{n}", first=Decimal(n), last=Decimal(n), kind=k) for n, k in enumerate(kinds, 1))
    figures = Figures(Shipment(packing=Packing(ranges=rows)), at)
    assert DERIVED["totals.package_word"].work_out(figures) == word


def test_a_path_is_derived_once() -> None:
    from app.domain.derived import derived
    from app.kinds.measures import Weight

    with pytest.raises(ValueError, match=r"totals\.net_weight"):
        derived("totals.net_weight", Weight())(lambda figures: None)
