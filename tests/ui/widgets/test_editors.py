"""Fields: what the person does is said, what the program does is not; keys go where they belong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.widgets.choices import Choices
from app.ui.widgets.combo import Combo
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.text_edit import TextEdit
from app.ui.widgets.tick import Tick
from tests.ui.hands import click, press, type_into
from tests.ui.showing import Show

WORDS = "MEN LEATHER SHOES, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER "
TERMS = [(term, term.upper()) for term in ("exw", "fca", "fob", "cif")]


@pytest.mark.parametrize("make", [LineEdit, TextEdit])
def test_typing_is_said_and_filling_is_not(show: Show, make: type[LineEdit | TextEdit]) -> None:
    edit = show(make())
    said: list[str] = []
    edit.edited.connect(said.append)
    edit.fill("CONTOH")
    assert said == []
    edit.setFocus()
    type_into(edit, "ab")
    assert len(said) == 2
    assert said[-1] == edit.typed()


@pytest.mark.parametrize("make", [LineEdit, TextEdit])
def test_leaving_a_field_is_said_even_with_a_bad_text_in_it(
    qtbot: QtBot, show: Show, make: type[LineEdit | TextEdit]
) -> None:
    edit = make("12,,5")
    show(edit, LineEdit())
    edit.setFocus()
    with qtbot.waitSignal(edit.finished):
        press(edit, Qt.Key.Key_Tab)
    assert edit.typed() == "12,,5"


@pytest.mark.parametrize("make", [LineEdit, TextEdit])
def test_undo_is_left_to_the_window(show: Show, make: type[LineEdit | TextEdit]) -> None:
    edit = show(make())
    undone: list[bool] = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), edit.window())
    listing = _Listing(undone)
    shortcut.activated.connect(listing.note)
    edit.setFocus()
    type_into(edit, "a")
    press(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert edit.typed() == "a"


@pytest.mark.parametrize("make", [LineEdit, TextEdit, Combo])
def test_a_problem_changes_the_border_and_goes_away_again(show: Show, make: type[LineEdit | TextEdit | Combo]) -> None:
    edit = make()
    show(LineEdit(), edit)
    before = edit.grab().toImage()
    edit.set_problem(True)
    assert edit.grab().toImage() != before
    edit.set_problem(False)
    assert edit.grab().toImage() == before


def test_the_icon_of_a_field_can_be_clicked_and_is_no_click_into_the_text(qtbot: QtBot, show: Show) -> None:
    edit = LineEdit("10-12-2026")
    edit.set_width(200)
    edit.set_icon("calendar")
    show(edit)
    with qtbot.waitSignal(edit.icon_clicked):
        click(edit, QPoint(edit.width() - 8, edit.height() // 2))
    with qtbot.assertNotEmitted(edit.icon_clicked):
        click(edit, QPoint(20, edit.height() // 2))


def test_a_field_of_lines_grows_before_it_scrolls(show: Show) -> None:
    edit = TextEdit(lines=2, most=4)
    edit.setFixedWidth(300)
    show(edit)
    heights = []
    for times in range(1, 9):
        edit.fill(WORDS * times)
        heights.append(edit.height())
        wanted = edit.document().size().height()
        assert edit.verticalScrollBar().maximum() == 0 or wanted > 4
    assert heights == sorted(heights)
    assert heights[0] < heights[-1] == heights[-2]


def test_tab_leaves_a_field_of_lines(show: Show) -> None:
    edit, after = TextEdit(), LineEdit()
    show(edit, after)
    edit.setFocus()
    press(edit, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert edit.typed() == ""


def test_a_combo_says_the_key_the_person_chose_and_not_the_one_the_program_did(show: Show) -> None:
    combo = Combo(TERMS)
    show(combo)
    said: list[object] = []
    combo.chosen.connect(said.append)
    assert combo.key() is None
    combo.choose("fob")
    assert said == []
    combo.setFocus()
    press(combo, Qt.Key.Key_Down)
    assert said == ["cif"]
    combo.offer(TERMS[:2])
    assert combo.key() is None


def test_the_wheel_never_changes_an_answer(show: Show) -> None:
    combo = Combo(TERMS)
    combo.choose("fob")
    show(combo)
    combo.setFocus()
    middle = QPointF(combo.rect().center())
    wheel = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt takes it by place
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.key() == "fob"


def test_choices_are_one_stop_and_arrows_move_and_choose(show: Show) -> None:
    choices, after = Choices(TERMS), LineEdit()
    show(choices, after)
    said: list[object] = []
    choices.chosen.connect(said.append)
    assert choices.key() is None
    choices.setFocus()
    first = choices.buttons()[0]
    assert first.hasFocus()
    press(first, Qt.Key.Key_Right)
    assert choices.buttons()[1].hasFocus()
    press(choices.buttons()[1], Qt.Key.Key_Up)
    press(first, Qt.Key.Key_Left)
    assert said == ["fca", "exw", "cif"]
    press(choices.buttons()[3], Qt.Key.Key_Tab)
    assert after.hasFocus()
    press(after, Qt.Key.Key_Backtab)
    assert choices.buttons()[3].hasFocus()


def test_a_second_click_does_not_take_a_choice_back(show: Show) -> None:
    choices = Choices(TERMS)
    show(choices)
    for _ in range(2):
        click(choices.buttons()[2])
        assert choices.key() == "fob"
    choices.choose(None)
    assert choices.key() is None


def test_choices_begin_a_new_line_where_the_room_ends(show: Show) -> None:
    choices = Choices([(n, "Laut, peti kemas penuh") for n in range(4)])
    show(choices)
    wide, narrow = choices.heightForWidth(2000), choices.heightForWidth(250)
    assert narrow > 3 * wide
    choices.setFixedWidth(250)
    assert all(button.geometry().right() <= 250 for button in choices.buttons())


def test_the_whole_row_of_a_tick_can_be_hit(show: Show) -> None:
    tick = Tick("Bagian ini sudah saya periksa")
    show(tick)
    click(tick, QPoint(tick.width() - 2, 1))
    assert tick.isChecked()
    press(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


class _Listing:
    def __init__(self, into: list[bool]) -> None:
        self._into = into

    def note(self) -> None:
        self._into.append(True)


def test_no_answer_stands_alone_in_a_last_line(show: Show) -> None:
    words = ("Laut, peti kemas penuh", "Laut, gabungan", "Udara", "Kurir", "Pos", "Darat")
    whole = Choices([(n, word) for n, word in enumerate(words)])
    show(whole, width=2000)
    alone = whole.sizeHint().width() - 8
    choices = Choices([(n, word) for n, word in enumerate(words)])
    choices.setFixedWidth(alone)
    show(choices)
    tops = [button.y() for button in choices.buttons()]
    assert [tops.count(top) for top in sorted(set(tops))] == [4, 2]
