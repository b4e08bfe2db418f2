"""Looking again after one answer: the same problems as a whole look, from the rules that read the answer alone."""

from __future__ import annotations

import datetime
import time
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from app.checks.check import check, chosen_forms
from app.checks.recheck import Checker, changed_paths
from app.checks.rule_books import rules_for
from app.domain.paths import places, with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import SAMPLES, sample_named

FOOTWEAR = sample_named("footwear_rotterdam")


def wide(lines: int) -> Shipment:
    """The order with so many goods lines, each packed in a range of its own."""
    goods, ranges = FOOTWEAR.goods or (), FOOTWEAR.packing.ranges or ()
    rows = tuple(replace(goods[n % len(goods)], id=f"g{n}") for n in range(lines))
    packed = tuple(
        replace(ranges[n % len(ranges)], id=f"r{n}", first=Decimal(n + 1), last=Decimal(n + 1)) for n in range(lines)
    )
    return replace(FOOTWEAR, goods=rows, packing=replace(FOOTWEAR.packing, ranges=packed))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("delivery.incoterm", "CIF"),
        ("goods.g2.unit", "H87"),
        ("packing.marks", "C/NO. 1-5"),
        ("transport.departure", datetime.date(2026, 1, 2)),
        ("goods", None),
        ("answers", {"goods.g2.species": "none"}),
    ],
)
def test_after_one_answer_the_problems_are_those_of_a_whole_look(
    path: str, value: Any, program: Program, at: Circumstances
) -> None:
    checker = Checker(program.catalog, {})
    checker.check(FOOTWEAR, at)
    changed = with_value(FOOTWEAR, path, value) if path != "answers" else replace(FOOTWEAR, answers=value)
    assert checker.check(changed, at) == check(program.catalog, changed, at)
    assert checker.check(FOOTWEAR, at) == check(program.catalog, FOOTWEAR, at)


def test_only_the_rules_that_read_the_answer_run(program: Program, at: Circumstances) -> None:
    checker = Checker(program.catalog, {})
    chosen = {rule.id for rule in rules_for(program.catalog, chosen_forms(FOOTWEAR))}
    checker.check(FOOTWEAR, at)
    assert set(checker.ran) == chosen
    checker.check(with_value(FOOTWEAR, "packing.marks", "C/NO. 1-5"), at)
    assert checker.ran == ["marks_count_the_packages"]
    checker.check(with_value(FOOTWEAR, "packing.marks", "C/NO. 1-5"), replace_language(at))
    assert set(checker.ran) == chosen


def replace_language(at: Circumstances) -> Circumstances:
    return at.in_language("en" if at.language == "id" else "id")


@pytest.mark.parametrize("name", SAMPLES)
def test_taking_away_any_one_answer_changes_its_own_path_alone(name: str) -> None:
    shipment = sample_named(name)
    for place in places(shipment):
        assert changed_paths(shipment, with_value(shipment, place.path, None)) == {place.declared}


def test_a_rule_that_is_switched_off_says_nothing_and_the_others_go_on(program: Program, at: Circumstances) -> None:
    off = {"incoterm_fits_container": "our forwarder loads on board"}
    usual = check(program.catalog, FOOTWEAR, at)
    assert [p for p in usual if p.rule not in off] == list(check(program.catalog, FOOTWEAR, at, off=off))
    assert any(p.rule in off for p in usual)
    assert Checker(program.catalog, off).check(FOOTWEAR, at) == check(program.catalog, FOOTWEAR, at, off=off)


@pytest.mark.alone
def test_one_answer_of_two_hundred_lines_is_checked_in_a_frame(program: Program, at: Circumstances) -> None:
    checker, shipment = Checker(program.catalog, {}), wide(200)
    checker.check(shipment, at)
    costs = []
    for n in range(9):
        shipment = with_value(shipment, "goods.g7.unit_price", Decimal(n + 3))
        begun = time.perf_counter()
        checker.check(shipment, at)
        costs.append(time.perf_counter() - begun)
    spent = sorted(costs)[4] * 1000
    print(f"200 lines checked again: {spent:.1f} ms (goal 16)")
    assert spent < 16
