"""Five thousand lines of goods: going, scrolling, typing, filling and pasting never hold up the screen's thread."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.shipment_list import add_shipment
from tests.conftest import sample_named
from tests.ui.hands import press
from tests.ui.window.person import Person, in_focus, settle

pytestmark = pytest.mark.alone
LINES, REPEATS = 5000, 5
GOAL = 0.1
"""Seconds for an act and its paint. The goal is half of it; other work on this machine must not fail the test."""
AFTER_PASTE = 0.2
"""Seconds that it is held up at most after a paste, while twice as many lines are checked, kept and drawn: Python runs
one thread at a time, and the worker's turns come between the screen's.
"""
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def person(person: Person) -> Person:
    """Somebody in the goods of a very long shipment."""
    documents: list[str] = []
    job = partial(add_shipment, file=ShipmentFile(long_order()), exporter=None, summarise=person.desk.summarise())
    person.desk.ask(job, documents.append)
    person.wait(lambda: documents)
    person.open(documents[0])
    person.turn_to("goods")
    person.checked()
    settle()
    return person


def test_going_and_scrolling_do_not_hold_it_up(person: Person) -> None:
    table = person.grid.table
    table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Tab):
        assert median(partial(acted, partial(press, table, key))) <= GOAL, key
    bar = table.verticalScrollBar()
    places = iter(range(100, 5000, 500))
    assert median(lambda: acted(partial(bar.setValue, next(places)))) <= GOAL


def test_typing_filling_and_rows_do_not_hold_it_up(person: Person) -> None:
    table = person.grid.table
    table.setFocus()
    answers = []
    for number in range(1000, 1000 + REPEATS):
        table.go(number, 2)
        press(table, Qt.Key.Key_9)
        answers.append(turns(person, partial(press, in_focus(), Qt.Key.Key_Return)))
    assert_quick(answers)
    for start, key in ((2000, Qt.Key.Key_I), (3000, Qt.Key.Key_Delete), (4000, Qt.Key.Key_E)):
        answers = []
        # Every tenth row: what it is filled with is not what stands there.
        for number in range(start, start + 10 * REPEATS, 10):
            table.go(number, 2)
            answers.append(turns(person, partial(press, table, key, _CONTROL)))
        assert_quick(answers)


def test_one_paste_of_five_thousand_rows_does_not_hold_it_up(person: Person) -> None:
    table, model = person.grid.table, person.grid.model
    text = "\n".join(f"Shoe {n}\t64039990\t{n + 1}\tPR\t{n % 90},5" for n in range(LINES))
    pastes = []
    for _ in range(3):
        table.setFocus()
        table.go(LINES, 0)
        QGuiApplication.clipboard().setText(text)
        pastes.append(turns(person, partial(press, table, Qt.Key.Key_V, _CONTROL), rows=2 * LINES))
        press(table, Qt.Key.Key_Z, _CONTROL)
        person.wait(lambda: model.rowCount() == LINES + 1)
    assert_quick(pastes, after=AFTER_PASTE)


def assert_quick(measured: list[tuple[float, float]], after: float = GOAL) -> None:
    """The medians of acts and of what followed."""
    assert statistics.median(act for act, _ in measured) <= GOAL
    assert statistics.median(held for _, held in measured) <= after


def acted(act: Callable[[], object]) -> float:
    """Seconds that it takes to do something and to paint what it asks to be painted."""
    begun = time.perf_counter()
    act()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    return time.perf_counter() - begun


def median(measured: Callable[[], float]) -> float:
    """The median of several measures."""
    return statistics.median(measured() for _ in range(REPEATS))


def turns(person: Person, act: Callable[[], object], rows: int = 0) -> tuple[float, float]:
    """Seconds of an act, and the most that the screen's thread was away from then until all is checked again (and so
    many rows are there).
    """
    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(1)
    with person.qtbot.waitSignal(person.desk.problems_changed, timeout=20_000):
        took = acted(act)
        last = time.perf_counter()
    person.wait(lambda: not rows or person.grid.model.rowCount() == rows + 1)
    settle()
    tick()
    return took, longest


def long_order() -> Shipment:
    """The shoes, again and again; the packing still tells of the first three lines alone."""
    shipment = sample_named("footwear_rotterdam")
    goods = shipment.goods or ()
    buyer = replace(shipment.buyer, name=None)
    return replace(shipment, buyer=buyer, goods=tuple(replace(goods[n % 3], id=f"g{n + 1}") for n in range(LINES)))
