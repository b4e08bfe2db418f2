"""Two hundred lines of goods: the screen's thread is never held up while one types."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.shipment_list import add_shipment
from tests.conftest import sample_named
from tests.ui.hands import press
from tests.ui.window.person import Person, in_focus, settle

pytestmark = pytest.mark.alone
FIELDS = (("goods", "goods.g0.own_description"), ("buyer", "buyer.city"), ("packing", "packing.marks"))
LINES, REPEATS = 200, 9
GOAL = 0.1
"""Seconds. The goal is half of it (``ui.md``); other work on this machine must not fail the test."""


@pytest.fixture
def person(person: Person) -> Person:
    """Somebody who has a long shipment open."""
    documents: list[str] = []
    job = partial(add_shipment, file=ShipmentFile(long_shipment()), exporter=None, summarise=person.desk.summarise())
    person.desk.ask(job, documents.append)
    person.wait(lambda: documents)
    person.open(documents[0])
    return person


def test_letters_and_answers_of_fields_do_not_hold_it_up(person: Person) -> None:
    for page, path in FIELDS:
        person.turn_to(page)
        field = person.question(path).editor
        field.setFocus()
        letters, answers = [], []
        for _ in range(REPEATS):
            letters.append(taken(partial(press, field, Qt.Key.Key_A)))
            answers.append(taken(person.page.commit))
            settle()
        assert statistics.median(letters) <= GOAL, path
        assert statistics.median(answers) <= GOAL, path


def test_cells_and_what_was_checked_do_not_hold_it_up(person: Person) -> None:
    person.turn_to("goods")
    table, model = person.grid.table, person.grid.model
    openings, answers = [], []
    for number in range(REPEATS):
        table.setFocus()
        table.setCurrentIndex(model.index(number, 2))
        openings.append(taken(partial(press, table, Qt.Key.Key_9)))
        answers.append(taken(partial(press, in_focus(), Qt.Key.Key_Return)))
        settle()
    assert [str(line.quantity) for line in (person.shipment.goods or ())[:REPEATS]] == ["9"] * REPEATS
    assert statistics.median(openings) <= GOAL
    assert statistics.median(answers) <= GOAL
    person.checked()
    person.screen.remarks.review()
    assert person.problems() != []
    assert statistics.median(taken(person.desk.problems_changed.emit) for _ in range(REPEATS)) <= GOAL


def taken(act: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def long_shipment() -> Shipment:
    """The shoes, again and again, each line in a range of its own."""
    shipment = sample_named("footwear_rotterdam")
    goods, ranges = shipment.goods or (), shipment.packing.ranges or ()
    lines = tuple(replace(goods[n % 3], id=f"g{n}") for n in range(LINES))
    packed = tuple(
        replace(
            ranges[n % 3],
            id=f"p{n}",
            contents=tuple(replace(inside, line=f"g{n}") for inside in ranges[n % 3].contents or ()),
        )
        for n in range(LINES)
    )
    return replace(shipment, goods=lines, packing=replace(shipment.packing, ranges=packed))
