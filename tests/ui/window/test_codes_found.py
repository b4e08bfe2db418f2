"""Code fields of the real window: searched on their own thread, and they remember what was taken."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt

from app.reference.search import Finder
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.code_popup import CodePopup
from tests.ui.window.person import Person


def test_a_country_is_found_on_another_thread_and_comes_first_the_next_time(person: Person) -> None:
    threads: set[str] = set()
    person.sample("footwear_rotterdam")
    finder = person.desk.ready.lists.finder("countries")
    person.desk.ready.lists._finders["countries"] = _Watched(finder.codes, threads)
    person.turn_to("buyer")
    field = _field(person, "buyer.country")
    field.selectAll()
    person.type("jepan")
    person.wait(field.is_open)
    assert threads == {"worker"}
    assert _shown(person) == ["JP"]
    person.press(Qt.Key.Key_Escape)
    field.selectAll()
    person.type("belgi")
    person.press(Qt.Key.Key_Return)
    assert person.shipment.buyer.country == "BE"
    document = person.editing.id
    person.saved()
    person.restart()
    person.open(document)
    person.wait(lambda: person.desk.habits.taken("countries"))
    person.turn_to("buyer")
    field = _field(person, "buyer.country")
    person.press(Qt.Key.Key_F4)
    person.wait(field.is_open)
    assert _shown(person)[0] == "BE"


class _Watched(Finder):
    """Notes which thread searches."""

    def __init__(self, codes: object, threads: set[str]) -> None:
        super().__init__(codes)  # type: ignore[arg-type]  # of the finder it stands for
        self._threads = threads

    def find(self, query: str, limit: int = 20) -> tuple:  # type: ignore[type-arg]
        """As the finder does."""
        self._threads.add(threading.current_thread().name)
        return super().find(query, limit)


def _field(person: Person, path: str) -> CodeEdit:
    editor = person.tab_to(path).editor
    assert isinstance(editor, CodeEdit)
    return editor


def _shown(person: Person) -> list[str]:
    popup = person.window.findChild(CodePopup)
    assert isinstance(popup, CodePopup)
    model = popup.view.model()
    return [str(model.index(row, 0).data()).partition(" - ")[0] for row in range(model.rowCount())]


def test_what_was_said_of_an_older_text_goes_when_a_code_is_taken(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    question = person.tab_to("buyer.country")
    person.type("Jalan Merdeka 5")
    person.press(Qt.Key.Key_Tab)
    line = question.box.line("reading")
    assert line is not None
    assert "Jalan Merdeka 5" in line.reading.text()
    person.tab_to("buyer.country")
    person.type("Jerman")
    person.press(Qt.Key.Key_Tab)
    assert person.shipment.buyer.country == "DE"
    assert line.isHidden()
