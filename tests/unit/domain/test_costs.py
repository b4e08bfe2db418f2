"""The price by each Incoterm, what goods cost to make, and what a line's discount and surcharge change."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.derived import Figures
from app.kinds.circumstances import Circumstances
from tests.unit.checks.told import line, told

D = Decimal
GOODS = {"goods": line(quantity="10", unit_price="100"), "currency": "EUR"}
COSTS = {
    "inland": ("50", "outside"),
    "export_clearance": ("20", "outside"),
    "loading": ("30", "outside"),
    "freight": ("200", "on_invoice"),
    "insurance": ("10", "on_invoice"),
}


def charges(*kinds: str) -> list[dict[str, Any]]:
    return [{"id": kind, "kind": kind, "amount": COSTS[kind][0], "place": COSTS[kind][1]} for kind in kinds]


def prices(at: Circumstances, **answers: Any) -> dict[str, Any]:
    rows: Iterable[Any] = DERIVED_ROWS["price.ladder"].work_out(Figures(told(**GOODS, **answers), at))
    return {row.term: row.amount or row.missing for row in rows}


def test_the_price_follows_for_each_incoterm_from_the_costs_that_were_told(at: Circumstances) -> None:
    by_sea = {"delivery__incoterm": "CIF", "transport__mode": "sea"}
    to_port = {"EXW": D(900), "FCA": D(920), "FAS": D(970), "FOB": D(1000)}
    with_carriage = {"CFR": D(1200), "CIF": D(1210), "CPT": D(1200), "CIP": D(1210)}
    to_the_door = dict.fromkeys(("DAP", "DPU", "DDP"), "on_carriage")
    assert prices(at, charges=charges(*COSTS), **by_sea) == to_port | with_carriage | to_the_door


def test_by_air_no_price_is_told_for_a_term_of_ships(at: Circumstances) -> None:
    found = prices(at, charges=charges("freight"), delivery__incoterm="CPT", transport__mode="air")
    assert set(found) == {"EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP"}
    assert (found["EXW"], found["CPT"], found["CIP"]) == ("inland", D(1200), "insurance")


def test_a_cost_that_there_is_not_counts_as_nothing(at: Circumstances) -> None:
    rows = [{"id": kind, "kind": kind} for kind in ("inland", "export_clearance", "loading")]
    none = {f"charges.{row['id']}.amount": "none" for row in rows}
    found = prices(at, charges=rows, answers=none, delivery__incoterm="FOB", transport__mode="sea")
    assert found["EXW"] == found["FOB"] == D(1000)


def test_without_an_fob_value_there_is_no_ladder(at: Circumstances) -> None:
    assert prices(at, delivery__incoterm="CIF", transport__mode="sea") == {}


@pytest.mark.parametrize(
    ("parts", "total", "foreign", "share"),
    [
        ([("own_material", "300"), ("foreign_material", "400"), ("labour", "200")], D(900), D(400), D("60.00")),
        ([("own_material", "300"), ("profit", "100")], D(400), D(0), D("100.00")),
        ([("foreign_material", None)], None, None, None),
        ([("own_material", "300"), (None, "400")], None, None, None),
        ([], None, None, None),
    ],
)
def test_the_share_without_foreign_materials_is_counted_from_the_fob_value(
    parts: list[tuple[str | None, str | None]],
    total: Decimal | None,
    foreign: Decimal | None,
    share: Decimal | None,
    at: Circumstances,
) -> None:
    costs = [{"id": f"c{n}", "kind": kind, "amount": amount} for n, (kind, amount) in enumerate(parts)]
    figures = Figures(told(**GOODS, costs=costs, delivery__incoterm="FOB"), at)
    found = [DERIVED[path].work_out(figures) for path in ("cost.total", "cost.foreign_materials", "cost.share")]
    assert found == [total, foreign, share]


@pytest.mark.parametrize(
    ("more", "amount"),
    [
        ({}, D(1000)),
        ({"discount": "12.5"}, D("987.5")),
        ({"surcharge": "40"}, D(1040)),
        ({"discount": "12.5", "surcharge": "40"}, D("1027.5")),
    ],
)
def test_a_lines_amount_knows_its_discount_and_its_surcharge(
    more: dict[str, str], amount: Decimal, at: Circumstances
) -> None:
    figures = Figures(told(goods=line(quantity="10", unit_price="100", **more), currency="EUR"), at)
    assert DERIVED["goods.*.amount"].work_out(figures, figures.goods[0]) == amount
    assert DERIVED["totals.invoice"].work_out(figures) == amount


def test_the_agreed_term_costs_what_the_invoice_asks_for(at: Circumstances) -> None:
    held = [{"id": "i", "kind": "inland", "amount": "300", "place": "in_price"}, *charges("loading")]
    assert prices(at, charges=held, delivery__incoterm="FCA", transport__mode="sea")["FCA"] == D(1000)
