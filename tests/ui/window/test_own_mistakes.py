"""A mistake of our own in any slot: a number and a calm screen, nothing lost, and the work goes on."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from app.services.log import events_path
from app.ui.bug_log import BugLog
from app.ui.bug_screen import BugScreen, show_mistake
from app.ui.desk import Desk
from app.ui.look.theme import Theme
from app.ui.menus import Menus
from app.ui.preview import Preview
from app.ui.shipment_screen import ShipmentScreen
from app.ui.status_line import StatusLine
from app.words import LANGUAGES
from tests.reliability.logs.canaries import NAME, NIK, found_in
from tests.ui.audit import faults
from tests.ui.hands import click, press
from tests.ui.window.person import Person, settle

SLOTS = (
    *((Desk, name) for name in ("check", "note", "_on_checked")),
    *((ShipmentScreen, name) for name in ("commit", "_renew_tasks")),
    *((Preview, "renew"), (StatusLine, "show_saved"), (Menus, "renew")),
)
"""What an answer on a page, and turning it, set going, from the keyboard to the status line."""


class Fault:
    """A method that fails once, when it is told to; its text quotes what nobody may read."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self._method = method
        self.is_armed = False

    def around(self) -> Callable[..., Any]:
        """The method with the fault in it."""

        @wraps(self._method)
        def failing(*arguments: Any, **named: Any) -> Any:
            if self.is_armed:
                self.is_armed = False
                raise ValueError(f"{NAME} {NIK}")
            return self._method(*arguments, **named)

        return failing


@pytest.fixture
def bugs(person: Person, capfd: pytest.CaptureFixture[str]) -> Iterator[BugLog]:
    """The program's own hooks in the place of those of the tests."""
    before = sys.excepthook, threading.excepthook
    log = BugLog(person.folder, lambda mistake: show_mistake(person.window, mistake))
    log.install()
    yield log
    sys.excepthook, threading.excepthook = before
    assert found_in(capfd.readouterr().err) == []


@pytest.mark.bar("P13")
@pytest.mark.usefixtures("bugs")
@pytest.mark.parametrize(("owner", "slot"), SLOTS)
def test_a_mistake_in_a_slot_is_told_with_a_number_and_costs_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch, owner: type, slot: str
) -> None:
    fault = Fault(getattr(owner, slot))
    monkeypatch.setattr(owner, slot, fault.around())
    person.sample("footwear_rotterdam")
    document = person.editing.id
    person.turn_to("buyer")
    fault.is_armed = True
    person.answer("buyer.city", "Delft")
    for action in ("task_down", "task_up"):
        person.window.menus.actions[action].trigger()
    person.wait(lambda: shown(person))
    (screen,) = shown(person)
    number = json.loads(events_path(person.folder).read_text(encoding="ascii").splitlines()[0])["number"]
    assert any(number in text for text in texts(screen))
    click(screen.go_on)
    person.come_back()
    person.screen.go_to("buyer.postcode")
    person.answer("buyer.postcode", "2611 AA")
    person.saved()
    person.restart()
    person.open(document)
    assert (person.shipment.buyer.city, person.shipment.buyer.postcode) == ("Delft", "2611 AA")


@pytest.mark.bar("H4")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 150])
def test_the_screen_says_number_and_place_and_copies_what_holds_no_data(
    person: Person, bugs: BugLog, language: str, percent: int
) -> None:
    person.window.set_setting("language", language)
    person.window.set_setting("text_size", percent)
    settle()
    happened(bugs)
    (screen,) = shown(person)
    assert faults(screen) == []
    assert any(str(events_path(person.folder)) in text.replace("\u200b", "") for text in texts(screen))
    click(screen.copy)
    copied = QGuiApplication.clipboard().text()
    assert copied == screen.info
    assert found_in(copied) == []
    assert str(Path.home()) not in copied and str(person.folder) not in copied
    assert "KeyError" in copied and "test_own_mistakes.py" in copied and "Siap Ekspor 0" in copied
    press(screen, Qt.Key.Key_Escape)
    settle()
    assert shown(person) == []


def test_the_same_mistake_is_shown_once_and_another_does_not_cover_it(person: Person, bugs: BugLog) -> None:
    happened(bugs)
    happened(bugs)
    try:
        int(NIK + "x")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (screen,) = shown(person)
    assert "KeyError" in screen.info
    press(screen, Qt.Key.Key_Escape)
    settle()
    happened(bugs)
    assert shown(person) == []
    assert len(events_path(person.folder).read_text(encoding="ascii").splitlines()) == 4


def test_a_mistake_before_the_window_is_furnished_is_shown_too(person: Person, theme: Theme, bugs: BugLog) -> None:
    from app.services.settings import read_settings
    from app.ui.main_window import MainWindow
    from tests.conftest import TODAY

    bare = MainWindow(person.folder / "other", read_settings(person.folder), theme, lambda: TODAY)
    person.qtbot.addWidget(bare)
    early = BugLog(bare.folder, lambda mistake: show_mistake(bare, mistake))
    happened(early)
    (screen,) = bare.findChildren(BugScreen)
    press(screen, Qt.Key.Key_Escape)


def happened(bugs: BugLog) -> None:
    """A mistake whose text quotes what nobody may read, always at the same place."""
    try:
        {"a": 1}[f"{NAME} {NIK}"]
    except KeyError as error:
        bugs.take(type(error), error, error.__traceback__)


def shown(person: Person) -> list[BugScreen]:
    """The screens that stand over the window."""
    return [screen for screen in person.window.findChildren(BugScreen) if screen.isVisible()]


def texts(screen: BugScreen) -> list[str]:
    """What a screen says."""
    return [label.text() for label in screen.findChildren(QLabel)]
