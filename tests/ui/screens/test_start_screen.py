"""The start screen in all its states: seen, named, reached by the keyboard, forgotten, light to load."""

from __future__ import annotations

import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import app
from app.ui.look.theme import Theme
from app.ui.start.first_page import FirstPage
from app.ui.start_screen import StartScreen
from app.words import Language, say
from tests.ui.audit import faults
from tests.ui.hands import click, press
from tests.ui.screens.looking import Place, button, each_language, each_size, in_focus, settle, tabbed, words
from tests.ui.screens.starts import (
    ACTIONS,
    ADVICE,
    EVERY_START,
    RECENT,
    ROWS,
    SAFE,
    emptied,
    first,
    listed,
    sheet,
    troubled,
    waiting,
)

HEAVY = ("msgspec", "tomllib", "reportlab", "jinja2", "sqlalchemy", "sqlite3", "PySide6.QtPdf", "PySide6.QtSvg")
PROGRAM = ("domain", "catalog", "kinds", "services", "store", "render", "reference")

every_start = pytest.mark.parametrize("make", EVERY_START.values(), ids=EVERY_START.keys())
Make = Callable[[Language], StartScreen]


@every_start
@each_language
@each_size
def test_words_are_whole_and_places_can_be_hit(
    theme: Theme, make: Make, language: Language, width: int, height: int, factor: float, place: Place
) -> None:
    theme.set_factor(factor)
    whole = place(make(language), width, height)
    assert faults(whole) == []
    least = whole.minimumSizeHint()
    assert (least.width() <= width, least.height() <= height) == (True, True)


@every_start
def test_it_follows_a_text_size_that_changes_while_it_is_seen(theme: Theme, make: Make, place: Place) -> None:
    whole = place(make("id"))
    theme.set_factor(1.5)
    settle()
    assert faults(whole) == []


@every_start
def test_it_is_forgotten_when_it_is_dropped(theme: Theme, make: Make) -> None:
    screen = make("id")
    screen.show()
    seen = weakref.ref(screen)
    del screen
    assert seen() is None


@every_start
def test_every_state_but_waiting_has_one_next_step_in_focus(make: Make, place: Place) -> None:
    whole = place(make("id"))
    if make is waiting:
        assert words(whole) == set()
    else:
        assert whole.isAncestorOf(in_focus())
        assert len([b for b in whole.findChildren(QPushButton) if _is_filled(b)]) <= 1


def test_importing_it_loads_nothing_heavy() -> None:
    names = [*HEAVY, *(f"app.{part}" for part in PROGRAM)]
    code = f"import sys, app.ui.start_screen; print([n for n in {names!r} if n in sys.modules])"
    root = Path(app.__path__[0]).parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_first_start_is_walked_by_tab_in_reading_order(place: Place) -> None:
    screen = first("id")
    place(screen)
    assert in_focus() is button(screen, say("start.new", "id"))
    assert [_word(stop) for stop in tabbed(4)] == ["Lihat contoh dulu", "Bahasa Indonesia", "A4", "Eksportir"]


def test_the_first_start_offers_a_shipment_and_a_sample(qtbot: QtBot, place: Place) -> None:
    screen = first("id")
    place(screen)
    with qtbot.waitSignal(screen.new_wanted):
        press(in_focus(), Qt.Key.Key_Space)
    with qtbot.waitSignal(screen.sample_wanted):
        press(tabbed(1)[0], Qt.Key.Key_Space)


def test_what_is_set_already_can_be_changed_by_arrows(qtbot: QtBot, place: Place) -> None:
    screen = StartScreen("id", "F4", "advisor")
    screen.show_first()
    place(screen)
    language, paper, role = tabbed(4)[1:]
    assert [_word(stop) for stop in (language, paper, role)] == ["Bahasa Indonesia", "F4", "Pendamping UKM"]
    for stop, signal, told in (
        (language, screen.language_chosen, "en"),
        (paper, screen.paper_chosen, "LETTER"),
        (role, screen.role_chosen, "exporter"),
    ):
        with qtbot.waitSignal(signal) as chosen:
            press(stop, Qt.Key.Key_Right)
        assert chosen.args == [told]


def test_after_the_language_was_changed_the_focus_is_on_it_again(place: Place) -> None:
    screen = StartScreen("en", "A4", "exporter")
    screen.show_first(at_language=True)
    place(screen)
    assert _word(in_focus()) == "English"


def test_nothing_moves_when_the_picture_arrives(place: Place) -> None:
    screen = StartScreen("id", "A4", "exporter")
    screen.show_first()
    whole = place(screen)
    page = screen.findChild(FirstPage)
    assert page is not None
    before = [_place(b, whole) for b in screen.findChildren(QPushButton)]
    desk = page.picture.geometry()
    assert page.picture.sheet().isEmpty()
    screen.set_picture(sheet())
    settle()
    assert [_place(b, whole) for b in screen.findChildren(QPushButton)] == before
    assert page.picture.geometry() == desk
    assert page.picture.accessibleName() == say("start.picture", "id")


@each_size
def test_the_sheet_keeps_its_proportions_and_lies_inside_the_desk(
    theme: Theme, width: int, height: int, factor: float, place: Place
) -> None:
    theme.set_factor(factor)
    screen = first("id")
    place(screen, width, height)
    page = screen.findChild(FirstPage)
    assert page is not None
    lies = page.picture.sheet()
    if page.picture.isVisible():
        assert page.picture.rect().toRectF().contains(lies)
        assert lies.height() / lies.width() == pytest.approx(1754 / 1240, rel=0.01)


def test_trouble_says_what_happened_what_is_safe_and_what_to_do(place: Place) -> None:
    screen = troubled("id")
    place(screen)
    read = {label.text() for label in screen.findChildren(QLabel) if label.isVisible()}
    assert {SAFE, ADVICE, say("start.trouble_title", "id")} <= read
    assert any(text.startswith("Berkas simpanan C:") for text in read)
    assert in_focus() is button(screen, ACTIONS[0][1])


@pytest.mark.parametrize(("key", "word"), ACTIONS)
def test_a_way_out_of_trouble_is_told_by_its_key(qtbot: QtBot, key: str, word: str, place: Place) -> None:
    screen = troubled("id")
    place(screen)
    with qtbot.waitSignal(screen.trouble_action) as told:
        press(button(screen, word), Qt.Key.Key_Space)
    assert told.args == [key]


def test_a_second_trouble_takes_the_place_of_the_first(place: Place) -> None:
    screen = troubled("id")
    place(screen)
    screen.show_trouble("Lain.", SAFE, ADVICE, [("other", "Cara lain")])
    assert words(screen) == {"Cara lain"}


def test_no_shipments_is_one_sentence_and_one_filled_button(qtbot: QtBot, place: Place) -> None:
    screen = emptied("id")
    place(screen)
    with qtbot.waitSignal(screen.new_wanted):
        press(in_focus(), Qt.Key.Key_Space)
    assert any(label.text() == say("start.no_shipments", "id") for label in screen.findChildren(QLabel))


def test_back_on_the_screen_the_focus_is_where_it_was(place: Place) -> None:
    screen = listed("id")
    place(screen)
    samples = button(screen, say("start.samples", "id"))
    samples.setFocus()
    screen.hide()
    screen.show()
    assert in_focus() is samples


def test_recent_files_show_their_names_and_tell_their_paths(qtbot: QtBot, place: Place) -> None:
    screen = listed("id")
    place(screen)
    recent = [b for b in screen.findChildren(QPushButton) if b.isVisible() and b.toolTip() in RECENT]
    assert [b.accessibleName() for b in recent] == ["LJ-041 Rotterdam.ekspor", "Mebel & kursi.ekspor"]
    assert recent[1].text() == "Mebel && kursi.ekspor"
    with qtbot.waitSignal(screen.recent_wanted) as wanted:
        click(recent[1])
    assert wanted.args == [RECENT[1]]


def test_a_list_that_is_read_again_leaves_the_focus_alone(place: Place) -> None:
    screen = listed("id")
    place(screen)
    before = button(screen, say("start.samples", "id"))
    before.setFocus()
    screen.show_list(ROWS[:2], 4, RECENT)
    assert in_focus() is before


def _is_filled(found: QPushButton) -> bool:
    return found.isVisible() and found.property("kind") == "primary"


def _word(widget: QWidget) -> str:
    assert isinstance(widget, QPushButton)
    return widget.text()


def _place(widget: QWidget, whole: QWidget) -> tuple[QPoint, int]:
    return widget.mapTo(whole, QPoint(0, 0)), widget.width()
