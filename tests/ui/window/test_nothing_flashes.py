"""No widget is shown before it stands in the window: it would flash up by itself and take the keyboard along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.ui.window.person import PAGES, Person, settle


class Watch(QObject):
    """Notes every widget but the window that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.strangers: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A look, no more."""
        if event.type() == QEvent.Type.Show and _is_stranger(watched):
            self.strangers.append(type(watched).__name__)
        return False


def _is_stranger(shown: QObject) -> bool:
    return isinstance(shown, QWidget) and shown.isWindow() and not isinstance(shown, MainWindow)


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Watch]:
    """Looks at the whole application, from before the window is made."""
    watch, application = Watch(), QCoreApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    yield watch
    application.removeEventFilter(watch)


def test_only_the_window_itself_is_shown_on_the_way_through_everything(watch: Watch, person: Person) -> None:
    person.window.new_shipment()
    settle()
    person.sample("furniture_hamburg_lc")
    for page in PAGES:
        person.turn_to(page)
    person.turn_to("buyer")
    person.add_row("notify")
    person.screen.review()
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.set_setting("language", "en")
    person.window.show_list()
    settle()
    assert watch.strangers == []
