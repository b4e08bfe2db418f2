"""Pages and shipments that are opened and closed again and again leave nothing behind."""

from __future__ import annotations

import gc
import weakref
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.window.person import PAGES, Person, settle


def test_every_page_opened_twenty_times_leaves_no_widget_behind(person: Person) -> None:
    person.window.resize(1024, 640)  # no paper beside the page, which would be drawn 230 times
    person.sample("footwear_rotterdam")
    views = []
    before: Counter[str] = Counter()
    for round_ in range(21):
        for page in PAGES:
            person.screen.show_page(page)
            views.append(weakref.ref(person.screen.view() or person.screen))
        settle()
        if round_ == 0:
            before = alive()
    assert alive() - before == Counter()
    assert len([view for view in views if view() is not None]) == 1


def test_shipments_opened_and_closed_leave_no_widget_behind(person: Person) -> None:
    person.sample("batik_tokyo")
    document = person.editing.id
    back_to_list(person)
    screens = []
    before: Counter[str] = Counter()
    for round_ in range(8):
        person.open(document)
        screens.append(weakref.ref(person.screen))
        back_to_list(person)
        if round_ == 1:
            before = alive()
    assert alive() - before == Counter()
    assert [screen for screen in screens if screen() is not None] == []


def test_rows_added_and_removed_leave_no_widget_behind(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    add_and_remove(person)
    before = alive()
    for _ in range(10):
        add_and_remove(person)
    assert alive() - before == Counter()


def test_another_language_and_back_leaves_no_widget_behind(person: Person) -> None:
    before: Counter[str] = Counter()
    for round_ in range(4):
        for language, nothing in (("en", "No shipments yet"), ("id", "Belum ada pengiriman")):
            person.window.set_setting("language", language)
            listed(person, nothing)
        if round_ == 0:
            before = alive()
    assert alive() - before == Counter()


def listed(person: Person, nothing: str) -> None:
    """Wait until the start screen says in its language that there is nothing."""
    person.wait(lambda: person.window.status.left.text() == nothing)


def add_and_remove(person: Person) -> None:
    """A notify party, and away with it."""
    row = person.add_row("notify")
    person.editing.remove_rows("notify", [row.rpartition(".")[2]])
    settle()


def back_to_list(person: Person) -> None:
    """Leave the shipment."""
    person.window.show_list()
    person.wait(person.listed)


def alive() -> Counter[str]:
    """How many widgets of each kind there are, when all that is to go has gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    gc.collect()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return Counter(type(widget).__name__ for widget in application.allWidgets())
