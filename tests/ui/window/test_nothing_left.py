"""Pages and shipments that are opened and closed again and again leave nothing behind, and nothing flashes up."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.ui.window.person import Person, settle

PAGES = (
    *("exporter", "buyer", "references", "goods", "packing", "transport", "containers", "delivery", "payment"),
    *("review", "documents"),
)


class Flashes(QObject):
    """Notes every widget but the window that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A look, no more."""
        if event.type() == QEvent.Type.Show and _is_stranger(watched):
            self.seen[type(watched).__name__] += 1
        return False


def _is_stranger(shown: QObject) -> bool:
    return isinstance(shown, QWidget) and shown.isWindow() and not isinstance(shown, MainWindow)


@pytest.fixture
def flashes(qtbot: QtBot) -> Iterator[Flashes]:
    """Looks at the whole application, from before the window is made."""
    flashes, application = Flashes(), QCoreApplication.instance()
    assert application is not None
    application.installEventFilter(flashes)
    yield flashes
    application.removeEventFilter(flashes)


def test_no_widget_is_ever_shown_as_a_window_of_its_own(flashes: Flashes, person: Person) -> None:
    person.window.new_shipment()
    settle()
    person.sample("footwear_rotterdam")
    for page in PAGES:
        person.turn_to(page)
    person.turn_to("buyer")
    person.add_row("notify")
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.set_setting("language", "en")
    settle()
    assert dict(flashes.seen) == {}


def test_every_page_opened_twenty_times_leaves_no_widget_behind(person: Person) -> None:
    person.sample("footwear_rotterdam")
    views = []
    before: Counter[str] = Counter()
    for round_ in range(21):
        for page in PAGES:
            person.turn_to(page)
            views.append(weakref.ref(person.screen.view() or person.screen))
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
