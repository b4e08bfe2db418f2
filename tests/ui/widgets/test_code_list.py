"""A code field: found by anything one may know of it, taken by keyboard or mouse, kept as a code."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.reference.code_list import Entry
from app.reference.lists import Lists
from app.services.code_habits import CodeHabits
from app.ui.code_source import ListSource
from app.ui.widgets.code_list import DEBOUNCE, CodeEdit
from app.ui.widgets.code_popup import CodePopup
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.scroll_page import ScrollPage
from app.words import same
from tests.ui.hands import click, press, type_into
from tests.ui.showing import Show
from tests.ui.widgets.every_widget import code_edit
from tests.ui.widgets.ports import Answers, port_source

KEYS = Qt.Key


@pytest.mark.alone
def test_a_keystroke_costs_the_screen_less_than_2_ms(show: Show) -> None:
    entries = {f"{n:05}": Entry(f"{n:05}", same(f"Port {n:o} {n:b}"), {"country": "ID"}) for n in range(11_500)}
    answers = Answers(slow=True)
    edit = show(CodeEdit(port_source(answers, entries=entries)))
    edit.setFocus()
    taken = []
    for letter in "port 72457 port 72457":
        began = time.thread_time()
        type_into(edit, letter)
        taken.append(time.thread_time() - began)
    assert sorted(taken)[-2] < 0.002
    assert answers.asked == []


def test_letters_typed_at_one_go_are_looked_for_once_and_after_a_pause(qtbot: QtBot, show: Show) -> None:
    answers = Answers()
    edit = show(CodeEdit(port_source(answers)))
    edit.setFocus()
    began = time.monotonic()
    type_into(edit, "crot")
    assert not edit.is_open()
    qtbot.waitUntil(edit.is_open)
    assert len(answers.asked) == 1
    assert time.monotonic() - began >= DEBOUNCE / 1000 * 0.9
    assert _shown(edit) == ["ITCRV"]


def test_the_answer_to_an_older_question_is_not_shown(show: Show) -> None:
    answers = Answers(slow=True)
    edit = show(CodeEdit(port_source(answers)))
    edit.setFocus()
    edit.open_list("rot")
    edit.open_list("tanjung")
    answers.give(1)
    assert _shown(edit) == ["IDTPP", "IDSUB"]
    answers.give(0)
    assert _shown(edit) == ["IDTPP", "IDSUB"]
    edit.open_list("rot")
    press(edit, KEYS.Key_Escape)
    answers.give(2)
    assert not edit.is_open()


def test_the_field_shows_code_and_name_and_keeps_the_code(show: Show) -> None:
    edit = show(code_edit())
    assert edit.text() == "NLRTM - Rotterdam, Belanda"
    assert edit.code() == "NLRTM"
    edit.set_code("XXABC")
    assert (edit.text(), edit.code()) == ("XXABC", "XXABC")
    edit.set_code(None)
    assert (edit.text(), edit.code()) == ("", None)


@pytest.mark.parametrize("key", [KEYS.Key_Return, KEYS.Key_Tab])
def test_enter_and_tab_take_what_the_list_points_at(show: Show, key: Qt.Key) -> None:
    edit = code_edit()
    after = LineEdit()
    show(edit, after)
    said = _said(edit)
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    type_into(edit, "rot")
    press(edit, KEYS.Key_Down)
    assert edit.is_open()
    press(edit, key)
    assert not edit.is_open()
    assert said == ["USRAJ"]
    assert edit.text() == "USRAJ - Rotterdam, New York, Amerika Serikat"
    assert after.hasFocus() is (key == KEYS.Key_Tab)


@pytest.mark.parametrize(
    ("typed", "code"), [("croto", "ITCRV"), ("idsub", "IDSUB"), ("rot", None), ("zz", None), ("n", None)]
)
def test_tab_takes_what_a_text_can_only_mean_and_guesses_nothing(show: Show, typed: str, code: str | None) -> None:
    edit = show(code_edit(), LineEdit())
    edit.setFocus()
    unknown: list[str] = []
    edit.unknown.connect(unknown.append)
    type_into(edit, typed)
    press(edit, KEYS.Key_Tab)
    assert edit.code() == code
    assert unknown == ([] if code else [typed])


def test_enter_before_the_list_is_shown_shows_it_where_several_can_be_meant(show: Show) -> None:
    edit = show(code_edit())
    edit.setFocus()
    type_into(edit, "rot")
    assert not edit.is_open()
    press(edit, KEYS.Key_Return)
    assert edit.is_open()
    press(edit, KEYS.Key_Return)
    assert edit.code() == "NLRTM"


def test_escape_restores_what_stood_there(show: Show) -> None:
    edit = show(code_edit())
    said = _said(edit)
    edit.setFocus()
    type_into(edit, "cro")
    press(edit, KEYS.Key_Escape)
    assert (edit.text(), edit.code(), said) == ("NLRTM - Rotterdam, Belanda", "NLRTM", [])
    assert not edit.is_open()


@pytest.mark.parametrize("key", [KEYS.Key_Down, KEYS.Key_F4])
def test_the_list_opens_by_key_at_the_code_that_is_chosen(show: Show, key: Qt.Key) -> None:
    edit = show(code_edit())
    edit.set_code("ITCRV")
    edit.setFocus()
    press(edit, key)
    assert edit.is_open()
    press(edit, KEYS.Key_Return)
    assert edit.code() == "ITCRV"


def test_whoever_only_looked_into_the_list_leaves_with_nothing(show: Show) -> None:
    edit = show(code_edit(), LineEdit())
    edit.set_code(None)
    said = _said(edit)
    edit.setFocus()
    edit.open_list()
    press(edit, KEYS.Key_Tab)
    assert (said, edit.code()) == ([], None)
    edit.setFocus()
    edit.open_list()
    press(edit, KEYS.Key_Down)
    press(edit, KEYS.Key_Return)
    assert said == ["ITCRV"]


def test_the_chevron_opens_and_closes_and_a_click_takes(show: Show) -> None:
    edit = show(code_edit(), width=600)
    said = _said(edit)
    chevron = QPoint(edit.width() - 10, edit.height() // 2)
    click(edit, chevron)
    popup = _popup(edit)
    row = popup.view.visualRect(popup.view.model().index(2, 0)).center()
    click(popup.view.viewport(), row)
    assert said == ["USRAJ"]
    assert edit.hasFocus()
    for is_open in (True, False):
        click(edit, chevron)
        assert edit.is_open() is is_open


def test_a_text_that_is_no_code_stays_and_is_said(show: Show) -> None:
    edit = show(code_edit(), LineEdit())
    edit.setFocus()
    unknown: list[str] = []
    edit.unknown.connect(unknown.append)
    type_into(edit, "zzz")
    press(edit, KEYS.Key_Tab)
    assert unknown == ["zzz"]
    assert (edit.text(), edit.code()) == ("zzz", None)


def test_a_code_typed_in_full_is_taken_on_leaving_and_an_emptied_field_is_said(show: Show) -> None:
    edit = show(code_edit(), LineEdit())
    said = _said(edit)
    edit.setFocus()
    type_into(edit, "idsub")
    edit.close_list()
    press(edit, KEYS.Key_Tab)
    edit.setFocus()
    edit.selectAll()
    press(edit, KEYS.Key_Backspace)
    press(edit, KEYS.Key_Tab)
    assert said == ["IDSUB", None]


def test_the_list_goes_when_the_page_scrolls_or_the_field_is_left(show: Show) -> None:
    page, edit, after = ScrollPage(), code_edit(), LineEdit()
    page.column.addWidget(edit)
    page.column.addSpacing(3000)
    show(page, after)
    edit.setFocus()
    edit.open_list()
    page.verticalScrollBar().setValue(10)
    assert not edit.is_open()
    edit.open_list()
    after.setFocus()
    assert not edit.is_open()


def test_the_foot_says_how_many_and_of_what_day(show: Show) -> None:
    edit = show(code_edit())
    edit.open_list("rot")
    assert _popup(edit).accessibleName() == "3 dari 6 pelabuhan. Daftar per 31-07-2026"
    edit.open_list("zzzzzz")
    assert _popup(edit).accessibleName() == "Tidak ada yang cocok. Daftar per 31-07-2026"


@pytest.mark.parametrize("above", [0, 400])
def test_the_list_stands_inside_the_window(show: Show, above: int) -> None:
    filler, edit = QWidget(), code_edit()
    filler.setFixedHeight(above)
    edit.set_width(150)
    show(filler, edit, QWidget(), width=500)
    edit.open_list()
    popup = _popup(edit)
    assert edit.window().rect().contains(popup.geometry().adjusted(8, 0, -8, -8))
    assert popup.view.width() > edit.width()


def test_nothing_is_read_from_the_list_before_it_is_needed(show: Show) -> None:
    asked: list[int] = []

    def lists() -> Lists:
        asked.append(1)
        return Lists()

    source = ListSource(lists, lambda found: found.ports, "id", Answers(), CodeHabits(), lambda: None)
    edit = show(CodeEdit(source))
    edit.set_code(None)
    assert asked == []
    edit.open_list("rotterdam")
    assert _shown(edit)[0] == "NLRTM"


def _said(edit: CodeEdit) -> list[object]:
    said: list[object] = []
    edit.chosen.connect(said.append)
    return said


def _popup(edit: CodeEdit) -> CodePopup:
    popup = edit.window().findChild(CodePopup)
    assert isinstance(popup, CodePopup)
    return popup


def _shown(edit: CodeEdit) -> list[str]:
    model = _popup(edit).view.model()
    return [str(model.index(row, 0).data()).partition(" - ")[0] for row in range(model.rowCount())]
