"""No widget is shown before it stands in the window: it would flash up by itself and take the keyboard along."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.main_window import MainWindow
from tests.ui.window.person import Person


class _Shown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.strangers: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and _is_stranger(watched):
            self.strangers.append(type(watched).__name__)
        return False


def _is_stranger(shown: QObject) -> bool:
    return isinstance(shown, QWidget) and shown.isWindow() and not isinstance(shown, MainWindow)


def test_only_the_window_itself_is_shown_on_the_way_through_all_pages(person: Person) -> None:
    watch = _Shown()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        person.sample("furniture_hamburg_lc")
        screen = person.screen
        for page_id, _ in screen.tasks.titles():
            screen.show_page(page_id)
        screen.review()
        person.window.show_list()
        person.window.new_shipment()
        person.window.set_setting("language", "en")
    finally:
        app.removeEventFilter(watch)
    assert watch.strangers == []
