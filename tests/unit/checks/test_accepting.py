"""A warning that a person accepts is told no more, until a value that it read changes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from app.catalog.declared import DeclarationError
from app.checks.accepting import may_be_accepted, with_acceptance, without_acceptance
from app.checks.check import check
from app.checks.switched_off import read_switched_off
from app.domain.paths import with_value
from app.domain.problems import Problem
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import sample_named

FOOTWEAR = sample_named("footwear_rotterdam")
DAY = datetime.date(2026, 11, 24)
CONTAINER = "incoterm_fits_container"


@pytest.fixture
def warned(program: Program, at: Circumstances) -> Problem:
    """The sample's one warning."""
    return next(p for p in check(program.catalog, FOOTWEAR, at) if p.rule == CONTAINER)


def reason(shipment: Shipment, rule: str, program: Program, at: Circumstances) -> list[str]:
    return [p.accepted for p in check(program.catalog, shipment, at) if p.rule == rule]


def test_an_accepted_warning_bears_its_reason_and_comes_back_with_the_values_it_read(
    warned: Problem, program: Program, at: Circumstances
) -> None:
    accepted = with_acceptance(FOOTWEAR, warned, "the forwarder loads on board", DAY)
    assert reason(accepted, CONTAINER, program, at) == ["the forwarder loads on board"]
    elsewhere = with_value(accepted, "packing.marks", "OTHER MARKS")
    assert reason(elsewhere, CONTAINER, program, at) == ["the forwarder loads on board"]
    assert reason(with_value(accepted, "delivery.incoterm", "CFR"), CONTAINER, program, at) == [""]
    back = with_value(with_value(accepted, "delivery.incoterm", "CFR"), "delivery.incoterm", "FOB")
    assert reason(back, CONTAINER, program, at) == ["the forwarder loads on board"]


def test_accepting_it_again_replaces_the_reason_and_taking_it_back_leaves_nothing(
    warned: Problem, program: Program, at: Circumstances
) -> None:
    twice = with_acceptance(with_acceptance(FOOTWEAR, warned, "first", DAY), warned, "second", DAY)
    assert [row.reason for row in twice.accepted or ()] == ["second"]
    assert without_acceptance(twice, warned) == FOOTWEAR


def test_a_warning_about_one_row_does_not_come_back_for_another_row(program: Program, at: Circumstances) -> None:
    lines = with_value(FOOTWEAR, f"goods.{(FOOTWEAR.goods or ())[0].id}.unit", "H87")
    rule = "shoes_are_counted_in_pairs"
    (problem,) = [p for p in check(program.catalog, lines, at) if p.rule == rule]
    accepted = with_acceptance(lines, problem, "sold by piece", DAY)
    other = (lines.goods or ())[1].id
    assert reason(with_value(accepted, f"goods.{other}.hs_code", "64041990"), rule, program, at) == ["sold by piece"]
    first = (lines.goods or ())[0].id
    assert reason(with_value(accepted, f"goods.{first}.hs_code", "64041990"), rule, program, at) == [""]


def test_errors_and_missing_answers_cannot_be_accepted(program: Program, at: Circumstances) -> None:
    broken = with_value(with_value(FOOTWEAR, "transport.mode", "air"), "exporter.name", None)
    problems = {p.severity: p for p in check(program.catalog, broken, at)}
    for severity in ("error", "missing"):
        assert not may_be_accepted(problems[severity])
        accepted = with_acceptance(broken, problems[severity], "never mind", DAY)
        again = [p for p in check(program.catalog, accepted, at) if p.severity == severity]
        assert all(not p.accepted for p in again)


def test_rules_are_switched_off_in_a_file_with_the_reason(tmp_path: Path) -> None:
    assert read_switched_off(tmp_path) == {}
    (tmp_path / "rules_off.toml").write_text(
        f'[off]\n{CONTAINER} = "our forwarder loads"\nof_tomorrow = "x"\n', "utf-8"
    )
    assert read_switched_off(tmp_path) == {CONTAINER: "our forwarder loads", "of_tomorrow": "x"}


@pytest.mark.parametrize("text", ['[off]\na = ""', '[on]\na = "b"', "[off]\na = 1", "[off"])
def test_a_mistake_in_that_file_is_told_with_its_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "rules_off.toml").write_text(text, "utf-8")
    with pytest.raises(DeclarationError, match=r"rules_off\.toml"):
        read_switched_off(tmp_path)
