"""The list of shipments and the bin, mostly without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.start.bin_page import BinPage
from app.ui.start.bin_table import word_place
from app.ui.start.list_page import ListPage
from app.ui.start_screen import StartScreen
from app.ui.widgets.row_list import RowList
from app.ui.widgets.shipment_table import ShipmentRow
from app.words import say
from tests.ui.hands import click, press, type_into
from tests.ui.screens.looking import Place, button, in_focus, tabbed
from tests.ui.screens.starts import RECENT, ROWS, binned, emptied, listed


def test_enter_goes_on_with_the_last_shipment(qtbot: QtBot, place: Place) -> None:
    screen, page = _listed(place)
    assert in_focus() is page.table.list
    with qtbot.waitSignal(screen.opened) as opened:
        press(in_focus(), Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_arrows_walk_the_shipments(qtbot: QtBot, place: Place) -> None:
    screen, _ = _listed(place)
    press(in_focus(), Qt.Key.Key_Down)
    press(in_focus(), Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.opened) as opened:
        press(in_focus(), Qt.Key.Key_Return)
    assert opened.args == ["c"]


def test_tab_goes_from_the_table_to_what_stands_below_then_to_the_top(place: Place) -> None:
    screen, page = _listed(place)
    recent = [b for b in screen.findChildren(QPushButton) if b.toolTip() in RECENT]
    expected = [page.bin, page.open_file, *recent, page.search, page.samples, page.new]
    assert tabbed(len(expected)) == expected


def test_the_menu_key_asks_for_the_menu_of_the_row(qtbot: QtBot, place: Place) -> None:
    screen, page = _listed(place)
    press(in_focus(), Qt.Key.Key_Down)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    with qtbot.waitSignal(screen.row_menu_wanted) as wanted:
        QApplication.sendEvent(page.table.list.viewport(), event)
    assert wanted.args is not None
    assert wanted.args[0] == "b"


def test_buttons_of_the_list_tell_what_they_are_for(qtbot: QtBot, place: Place) -> None:
    screen, page = _listed(place)
    for pressed, signal in (
        (page.bin, screen.bin_wanted),
        (page.open_file, screen.open_file_wanted),
        (page.samples, screen.samples_wanted),
        (page.new, screen.new_wanted),
    ):
        with qtbot.waitSignal(signal):
            press(pressed, Qt.Key.Key_Space)


def test_the_bin_says_how_many_are_in_it(place: Place) -> None:
    _, page = _listed(place)
    assert page.bin.text() == "Keranjang (2)"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("040", ["b"]),
        ("KANVAS", ["c"]),
        ("voorbeeld", ["a", "b"]),
        ("burg", ["c"]),
        ("tokyo bat", ["d"]),
        ("sandal rotterdam", ["a", "b"]),
        ("lengkap", []),
    ],
)
def test_typing_in_the_table_searches_number_goods_buyer_and_destination(
    typed: str, found: list[str], place: Place
) -> None:
    _, page = _listed(place)
    for letter in typed:
        type_into(in_focus(), letter)
    assert in_focus() is page.search
    assert page.search.typed() == typed
    assert _ids(page.table.list) == found
    assert page.nothing.isVisible() == (not found)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_search_is_left_for_the_first_that_was_found(qtbot: QtBot, key: Qt.Key, place: Place) -> None:
    screen, page = _listed(place)
    press(in_focus(), Qt.Key.Key_End)
    type_into(in_focus(), "voor")
    press(in_focus(), key)
    assert in_focus() is page.table.list
    with qtbot.waitSignal(screen.opened) as opened:
        press(in_focus(), Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_escape_gives_the_search_up_and_the_ring_stays_on_what_was_found(place: Place) -> None:
    _, page = _listed(place)
    type_into(in_focus(), "hamburg")
    press(in_focus(), Qt.Key.Key_Escape)
    assert in_focus() is page.table.list
    assert page.search.typed() == ""
    assert _ids(page.table.list) == ["a", "b", "c", "d"]
    assert _current(page.table.list) == "c"


def test_a_search_without_result_offers_to_clear_it(place: Place) -> None:
    _, page = _listed(place)
    type_into(in_focus(), "zzz")
    press(in_focus(), Qt.Key.Key_Return)
    assert in_focus() is page.nothing.button
    press(in_focus(), Qt.Key.Key_Space)
    assert _ids(page.table.list) == ["a", "b", "c", "d"]
    assert in_focus() is page.table.list
    assert not page.nothing.isVisible()


def test_a_list_that_is_read_again_keeps_search_and_ring(place: Place) -> None:
    screen, page = _listed(place)
    press(in_focus(), Qt.Key.Key_Down)
    screen.show_list([ROWS[3], *ROWS[:3]], 2, RECENT)
    assert _current(page.table.list) == "b"
    type_into(in_focus(), "rotterdam")
    screen.show_list(ROWS[1:], 3, RECENT)
    assert _ids(page.table.list) == ["b"]
    screen.clear_search()
    assert _ids(page.table.list) == ["b", "c", "d"]


def test_when_the_shipment_under_the_ring_goes_its_neighbour_has_the_ring(place: Place) -> None:
    screen, page = _listed(place)
    press(in_focus(), Qt.Key.Key_End)
    screen.show_list(ROWS[:3], 3, RECENT)
    assert _current(page.table.list) == "c"


def test_the_search_can_be_begun_from_elsewhere(place: Place) -> None:
    screen, page = _listed(place)
    screen.begin_search()
    assert in_focus() is page.search


def test_the_first_shipment_brings_the_table(place: Place) -> None:
    screen = emptied("id")
    place(screen)
    page = screen.findChild(ListPage)
    assert page is not None
    assert not page.table.isVisible()
    screen.show_list(ROWS[:1], 4, [])
    assert page.table.isVisible()
    assert not page.none.isVisible()


def test_enter_brings_a_shipment_back(qtbot: QtBot, place: Place) -> None:
    screen, _ = _binned(place)
    press(in_focus(), Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.restored) as restored:
        press(in_focus(), Qt.Key.Key_Return)
    assert restored.args == ["b"]


def test_a_click_brings_back_only_on_the_word(qtbot: QtBot, place: Place) -> None:
    screen, page = _binned(place)
    rows = page.table.list
    row = rows.visualRect(rows.rows.index(2))
    with qtbot.assertNotEmitted(screen.restored):
        click(rows.viewport(), row.center())
    word = word_place(QRectF(row), say("start.bring_back", "id"))
    with qtbot.waitSignal(screen.restored) as restored:
        click(rows.viewport(), word.center().toPoint())
    assert restored.args == ["c"]


def test_after_one_was_brought_back_the_keyboard_goes_on(qtbot: QtBot, place: Place) -> None:
    screen, page = _binned(place)
    screen.show_bin(ROWS[1:3])
    assert in_focus() is page.table.list
    assert _current(page.table.list) == "b"
    screen.show_bin([])
    assert in_focus() is page.nothing.button
    with qtbot.waitSignal(screen.list_wanted):
        press(in_focus(), Qt.Key.Key_Space)


def test_emptying_the_bin_is_asked_in_the_page_with_the_focus_on_keeping(qtbot: QtBot, place: Place) -> None:
    screen, page = _binned(place)
    with qtbot.assertNotEmitted(screen.bin_emptied):
        press(page.empty, Qt.Key.Key_Space)
        assert page.question.sentence.text() == "Hapus 3 pengiriman untuk selamanya?"
        assert in_focus() is button(screen, "Batal")
        press(in_focus(), Qt.Key.Key_Space)
    assert not page.question.isVisible()
    assert in_focus() is page.empty


def test_the_bin_is_emptied_once_it_is_agreed(qtbot: QtBot, place: Place) -> None:
    screen, page = _binned(place)
    press(page.empty, Qt.Key.Key_Space)
    with qtbot.waitSignal(screen.bin_emptied):
        press(button(screen, "Hapus"), Qt.Key.Key_Space)


def test_a_question_about_other_shipments_is_taken_back(place: Place) -> None:
    screen, page = _binned(place)
    press(page.empty, Qt.Key.Key_Space)
    screen.show_bin(ROWS)
    assert not page.question.isVisible()


def test_escape_takes_the_question_back_then_goes_back(qtbot: QtBot, place: Place) -> None:
    screen, page = _binned(place)
    press(page.empty, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(screen.list_wanted):
        press(in_focus(), Qt.Key.Key_Escape)
    assert not page.question.isVisible()
    with qtbot.waitSignal(screen.list_wanted):
        press(in_focus(), Qt.Key.Key_Escape)


def _listed(place: Place) -> tuple[StartScreen, ListPage]:
    screen = listed("id")
    place(screen)
    page = screen.findChild(ListPage)
    assert page is not None
    return screen, page


def _binned(place: Place) -> tuple[StartScreen, BinPage]:
    screen = binned("id")
    place(screen)
    page = screen.findChild(BinPage)
    assert page is not None
    return screen, page


def _ids(rows: RowList) -> list[object]:
    return [row.value.id for row in rows.rows.rows if isinstance(row.value, ShipmentRow)]


def _current(rows: RowList) -> object:
    row = rows.value()
    assert isinstance(row, ShipmentRow)
    return row.id
