"""The system shuts down while somebody types: what it says to programs is enough to have everything on the disk."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QSessionManager

from app.ui.widgets.line_edit import LineEdit
from tests.ui.window.person import Person

pytestmark = pytest.mark.bar("P11")
ALLOWED = 2.0


def test_what_is_half_typed_is_on_the_disk_when_the_sessions_end_is_answered(person: Person, tmp_path: Path) -> None:
    document = half_typed(person, "Delft")
    seconds = session_ends()
    print(f"P11: on the disk {seconds:.2f} s after the session's end was told")
    assert seconds < ALLOWED
    # The system may end the program now: no further event, no flush.
    shutil.copytree(person.folder, tmp_path / "after")
    later = Person(person.qtbot, tmp_path / "after", person.theme)
    later.begin()
    later.open(document)
    assert later.shipment.buyer.city == "Delft"


def test_a_shutdown_that_was_called_off_leaves_the_typing_where_it_was(person: Person) -> None:
    half_typed(person, "Del")
    session_ends()
    person.type("ft")
    person.press(Qt.Key.Key_Tab)
    assert person.shipment.buyer.city == "Delft"
    person.saved()


def test_a_closed_window_is_asked_no_more(person: Person) -> None:
    half_typed(person, "Delft")
    person.restart()
    assert session_ends() < ALLOWED


def half_typed(person: Person, text: str) -> str:
    """A field in focus with a text that is no answer yet; the id of its shipment."""
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    field = person.tab_to("buyer.city").editor
    assert isinstance(field, LineEdit)
    field.selectAll()
    person.type(text)
    assert person.desk.half_typed == ("buyer.city", text)
    return person.editing.id


def session_ends() -> float:
    """Say so as Qt does; how long the answer took."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    # Only Qt can make a session's manager; nobody asks this one anything, so any object may stand for it.
    stand_in = QObject()
    manager = shiboken6.wrapInstance(shiboken6.getCppPointer(stand_in)[0], QSessionManager)
    began = time.monotonic()
    app.commitDataRequest.emit(manager)
    return time.monotonic() - began
