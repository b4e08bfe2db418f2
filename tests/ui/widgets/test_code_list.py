"""A code field: found by anything one may know of it, taken by keyboard or mouse, kept as a code."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.code_list import CodeEdit, ListWords
from app.ui.widgets.code_popup import CodePopup
from app.ui.widgets.code_search import CodeEntry, CodeSearch
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.scroll_page import ScrollPage
from tests.ui.hands import click, press, type_into
from tests.ui.showing import Show
from tests.ui.widgets.every_widget import PORTS, code_edit

KEYS = Qt.Key


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("nlrtm", ["NLRTM"]),
        ("rot", ["NLRTM", "USRAJ", "ITCRV"]),
        ("belanda", ["NLRTM"]),
        ("NETHER", ["NLRTM"]),
        ("tanjung jak", ["IDTPP"]),
        ("zzz", []),
    ],
)
def test_codes_are_found_by_code_and_both_names_anywhere_in_the_word(typed: str, codes: list[str]) -> None:
    found, count = CodeSearch(PORTS).matching(typed, 10)
    assert [entry.code for entry in found] == codes
    assert count == len(codes)


def test_the_code_itself_comes_first_and_the_count_is_of_all() -> None:
    entries = [CodeEntry("XID", "Id kedua"), CodeEntry("ID", "Indonesia"), CodeEntry("A", "Hidayah")]
    found, count = CodeSearch(entries).matching("id", 2)
    assert [entry.code for entry in found] == ["ID", "XID"]
    assert count == 3


def test_a_name_that_two_codes_have_means_neither() -> None:
    search = CodeSearch([CodeEntry("NLRTM", "Rotterdam", "Belanda"), CodeEntry("USRAJ", "Rotterdam", "Amerika")])
    assert search.meant_by("rotterdam") is None
    assert search.meant_by(" nlrtm ") == search.find("NLRTM")
    assert search.meant_by("NLRTM - Rotterdam, Belanda") == search.find("NLRTM")


@pytest.mark.alone
def test_twenty_thousand_codes_are_searched_within_a_blink() -> None:
    search = CodeSearch([CodeEntry(f"{n:08}", f"Barang nomor {n}", also=f"Goods number {n}") for n in range(20_000)])
    took = []
    for typed in ("nomor 19", "goods 777", "zzz"):
        started = time.perf_counter()
        search.matching(typed, 200)
        took.append(time.perf_counter() - started)
    assert min(took) < 0.05


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
    assert edit.is_open()
    press(edit, KEYS.Key_Down)
    press(edit, key)
    assert not edit.is_open()
    assert said == ["USRAJ"]
    assert edit.text() == "USRAJ - Rotterdam, New York, Amerika Serikat"
    assert after.hasFocus() is (key == KEYS.Key_Tab)


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
    assert said == ["NLRTM"]


def test_the_chevron_opens_and_closes_and_a_click_takes(show: Show) -> None:
    edit = show(code_edit(), width=600)
    said = _said(edit)
    chevron = QPoint(edit.width() - 10, edit.height() // 2)
    click(edit, chevron)
    popup = _popup(edit)
    row = popup.view.visualRect(popup.view.model().index(2, 0)).center()
    click(popup.view.viewport(), row)
    assert said == ["ITCRV"]
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
    assert _popup(edit).accessibleName() == "3 dari 5 pelabuhan. Daftar per 31 Juli 2026"
    edit.open_list("zzz")
    assert _popup(edit).accessibleName() == "Tidak ada yang cocok. Daftar per 31 Juli 2026"


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


def test_entries_are_asked_for_when_they_are_needed_and_again_when_told(show: Show) -> None:
    asked: list[int] = []

    def entries() -> list[CodeEntry]:
        asked.append(1)
        return [CodeEntry("ID", "Indonesia")]

    edit = show(CodeEdit(entries, ListWords("negara", "31 Juli 2026")))
    assert asked == []
    edit.open_list()
    edit.open_list("i")
    assert len(asked) == 1
    edit.forget_entries()
    edit.open_list()
    assert len(asked) == 2


def _said(edit: CodeEdit) -> list[object]:
    said: list[object] = []
    edit.chosen.connect(said.append)
    return said


def _popup(edit: CodeEdit) -> CodePopup:
    popup = edit.window().findChild(CodePopup)
    assert isinstance(popup, CodePopup)
    return popup
