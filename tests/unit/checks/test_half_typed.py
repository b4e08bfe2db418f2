"""At every stage of being typed a shipment is looked at without a crash, and what is still empty is at most missing."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.advice.advice import advise
from app.checks.check import check, readiness
from app.checks.recheck import Checker
from app.domain.paths import declared_path, places, value_at, with_value
from app.domain.shipment import Shipment
from app.domain.struct import Row, Value
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.tasks import pages_now
from tests.conftest import SAMPLES, sample_named

PARTS = (
    "letter_of_credit",
    "transport",
    "delivery",
    "payment",
    "insurance",
    "packing",
    "goods",
    "references",
    "currency",
    "charges",
)
FORMS = "documents."
"""Where the documents are chosen stands first: a shipment without any is hardly looked at."""


def typed_in_order(program: Program, shipment: Shipment) -> list[str]:
    """The paths of all answers as one comes by them, page after page, row after row."""
    paths = [p for page in pages_now(program.catalog, program.pages, shipment) for p in page.paths()]
    order = {path: n for n, path in enumerate(paths)}
    told = [(order.get(place.declared, len(order)), place.path) for place in places(shipment)]
    told += [(order.get(declared_path(shipment, path), len(order)), path) for path in shipment.answers]
    return sorted((path for _, path in sorted(told)), key=lambda path: not path.startswith(FORMS))


def only_told(shipment: Shipment, kept: set[str]) -> Shipment:
    """The shipment with these answers alone; a row of which nothing is told is not there yet."""
    left: Shipment = _only(shipment, "", kept)
    answers = {path: said for path, said in shipment.answers.items() if path in kept and _leads_there(left, path)}
    return replace(left, answers=answers)


def _only(value: Any, path: str, kept: set[str]) -> Any:
    told = {}
    for name in value.__struct_fields__:
        inner, here = getattr(value, name), f"{path}{name}"
        if isinstance(inner, tuple):
            inner = tuple(_only(row, f"{here}.{row.id}.", kept) for row in inner if _begun(f"{here}.{row.id}.", kept))
        elif isinstance(inner, Value):
            inner = _only(inner, f"{here}.", kept)
        elif name != "id" and not isinstance(inner, dict) and here not in kept:
            inner = None
        told[name] = inner or None if isinstance(inner, tuple) else inner
    return replace(value, **told)


def _begun(row: str, kept: set[str]) -> bool:
    return any(path.startswith(row) for path in kept)


def _leads_there(shipment: Shipment, path: str) -> bool:
    try:
        value_at(shipment, path)
    except KeyError:
        return False
    return True


def is_empty(shipment: Shipment, path: str) -> bool:
    """Whether nobody told anything at a path or below it, and nothing is half-typed there."""
    said = {**shipment.answers, **shipment.typed}
    value = value_at(shipment, path)
    if isinstance(value, Value):
        value = next(iter(places(value)), None) or (value if isinstance(value, Row) else None)
    return value in (None, ()) and path not in said


def looked_at(program: Program, shipment: Shipment, at: Circumstances) -> None:
    """Everything that is looked at while one types; nothing of it raises, and no empty field is wrong."""
    problems = check(program.catalog, shipment, at)
    wrong = [p for p in problems if p.severity == "error" and is_empty(shipment, p.path)]
    assert not wrong
    advise(program.advice, program.catalog, shipment, at)
    for form in program.catalog.forms.values():
        ready = readiness(program.catalog, form, shipment, at)
        assert not [p for p in ready.problems if is_empty(shipment, p.path)]


@settings(max_examples=20)
@given(name=st.sampled_from(SAMPLES), part=st.floats(0, 1))
def test_typed_from_the_first_page_on(name: str, part: float, program: Program, at: Circumstances) -> None:
    whole = sample_named(name)
    paths = typed_in_order(program, whole)
    stage = round(part * len(paths))
    looked_at(program, only_told(whole, set(paths[:stage])), at)


@settings(max_examples=20)
@given(
    name=st.sampled_from(SAMPLES),
    other=st.sampled_from(SAMPLES),
    parts=st.sets(st.sampled_from(PARTS)),
    chance=st.randoms(use_true_random=False),
    part=st.floats(0, 1),
)
def test_typed_here_and_there_from_two_orders_that_contradict_each_other(
    name: str, other: str, parts: set[str], chance: Any, part: float, program: Program, at: Circumstances
) -> None:
    second = sample_named(other)
    mixed = replace(sample_named(name), answers={}, **{part: getattr(second, part) for part in parts})
    paths = typed_in_order(program, mixed)
    kept = {path for path in paths if path.startswith(FORMS) or chance.random() < part}
    looked_at(program, only_told(mixed, kept), at)


@settings(max_examples=20)
@given(name=st.sampled_from(SAMPLES), at_path=st.floats(0, 0.999), text=st.sampled_from(["1", "12 Ju", "x", "-", "0,"]))
def test_with_a_text_that_stands_half_typed(
    name: str, at_path: float, text: str, program: Program, at: Circumstances
) -> None:
    whole = sample_named(name)
    paths = typed_in_order(program, whole)
    stage = int(at_path * len(paths))
    told = only_told(whole, set(paths[: stage + 1]) - {paths[stage]})
    looked_at(program, replace(told, typed={paths[stage]: text} if _leads_there(told, paths[stage]) else {}), at)


@pytest.mark.parametrize("name", SAMPLES)
def test_letter_by_letter_the_same_is_found_as_in_one_look(name: str, program: Program, at: Circumstances) -> None:
    whole, checker = sample_named(name), Checker(program.catalog, {})
    paths = typed_in_order(program, whole)
    for stage in range(0, len(paths) + 1, 12):
        told = only_told(whole, set(paths[:stage]))
        assert checker.check(told, at) == check(program.catalog, told, at)
    assert list(places(only_told(whole, set(paths)))) == list(places(whole))


@pytest.mark.parametrize("empty", ["contents", "contents.i1.line"])
def test_packages_of_which_nobody_said_what_is_in_them_contradict_no_invoice(
    empty: str, program: Program, at: Circumstances
) -> None:
    whole = sample_named("silver_courier_sydney")
    half = with_value(whole, f"packing.ranges.p1.{empty}", None)
    assert "packed_equals_invoiced" not in {problem.rule for problem in check(program.catalog, half, at)}


@pytest.mark.parametrize("extreme", [datetime.date.min, datetime.date.max])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_slip_to_the_calendars_end_is_looked_at_like_any_day(
    name: str, extreme: datetime.date, program: Program, at: Circumstances
) -> None:
    whole = sample_named(name)
    days = [place.path for place in places(whole) if isinstance(place.value, datetime.date)]
    for path in days:
        looked_at(program, with_value(whole, path, extreme), at)
        whole = with_value(whole, path, extreme)
    looked_at(program, whole, at)
