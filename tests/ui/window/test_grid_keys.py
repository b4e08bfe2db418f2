"""The grids from the keyboard, as a spreadsheet: going, typing, copying, filling, rows in and out; each one step."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.domain.goods import GoodsLine
from app.ui.widgets.cell_edit import CellEdit
from tests.conftest import sample_named
from tests.ui.hands import press
from tests.ui.window.person import Person, in_focus, settle

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
FOOTWEAR = sample_named("footwear_rotterdam")
DESCRIPTION, HS, QUANTITY, UNIT, PRICE, AMOUNT = range(6)


@pytest.fixture
def goods(person: Person) -> Person:
    """Somebody in the first cell of the goods."""
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    go(person, 0, DESCRIPTION)
    return person


def test_tab_goes_through_the_cells_one_types_and_enter_back_to_where_the_run_began(goods: Person) -> None:
    go(goods, 0, HS)
    goods.press(Key.Key_Tab)
    goods.type("11")
    goods.press(Key.Key_Tab)
    goods.press(Key.Key_Tab)
    assert at(goods) == (0, PRICE)
    goods.type("2,5")
    goods.press(Key.Key_Return)
    assert at(goods) == (1, HS)
    assert [str(lines(goods)[0].quantity), str(lines(goods)[0].unit_price)] == ["11", "2.5"]
    goods.press(Key.Key_Backtab, _SHIFT)
    goods.press(Key.Key_Backtab, _SHIFT)
    assert at(goods) == (0, PRICE), "nobody types the amount"
    goods.press(Key.Key_Return, _SHIFT)
    assert at(goods)[0] == 0


def test_f2_changes_and_letters_replace_and_escape_leaves_what_was(goods: Person) -> None:
    go(goods, 0, QUANTITY)
    before = lines(goods)[0].quantity
    goods.press(Key.Key_F2)
    press(in_focus(), Key.Key_End)
    goods.type("5")
    goods.press(Key.Key_Down)
    assert str(lines(goods)[0].quantity) == f"{before}5"
    assert at(goods) == (1, QUANTITY)
    goods.type("7")
    assert isinstance(in_focus(), CellEdit)
    goods.press(Key.Key_Escape)
    assert (lines(goods)[1].quantity, in_focus()) == (shoes()[1].quantity, goods.grid.table)
    goods.press(Key.Key_Backspace)
    goods.press(Key.Key_Return)
    assert lines(goods)[1].quantity is None


def test_a_block_is_copied_as_a_spreadsheet_takes_it_and_pasted_over_the_end(goods: Person) -> None:
    go(goods, 1, HS)
    extend(goods, rows=1, columns=2)
    goods.press(Key.Key_C, _CONTROL)
    copied = [[line.hs_code, f"{line.quantity}", line.unit] for line in lines(goods)[1:3]]
    assert [row.split("\t") for row in clipboard().split("\n")] == copied
    go(goods, 2, HS)
    goods.press(Key.Key_V, _CONTROL)
    assert [[line.hs_code, f"{line.quantity}", line.unit] for line in lines(goods)[2:]] == copied
    assert len(lines(goods)) == 4
    undone_at_once(goods, "Urungkan tempel 2 baris")


def test_what_is_pasted_into_the_empty_row_makes_rows(goods: Person) -> None:
    go(goods, 3, DESCRIPTION)
    set_clipboard("Sandals\t64029990\t1.200\tPR\t4,25\r\nBelts\t\tmany\r\n")
    goods.press(Key.Key_V, _CONTROL)
    added = lines(goods)[3:]
    assert [(line.description, str(line.quantity)) for line in added] == [("Sandals", "1200"), ("Belts", "None")]
    assert goods.shipment.typed == {f"goods.{added[1].id}.quantity": "many"}
    assert goods.grid.said.text().startswith("1 isian belum terbaca")
    undone_at_once(goods, "Urungkan tempel 2 baris")


def test_one_cell_is_pasted_into_all_that_are_chosen_and_too_wide_a_block_is_told(goods: Person) -> None:
    go(goods, 0, UNIT)
    extend(goods, rows=2, columns=0)
    set_clipboard("SET")
    goods.press(Key.Key_V, _CONTROL)
    assert [line.unit for line in lines(goods)] == ["SET"] * 3
    go(goods, 0, PRICE)
    set_clipboard("1\t2\t3\t4")
    goods.press(Key.Key_V, _CONTROL)
    assert goods.grid.said.text().startswith("2 kolom paling kanan tidak ditempel")


def test_cells_are_filled_down_emptied_and_cut(goods: Person) -> None:
    go(goods, 0, QUANTITY)
    extend(goods, rows=2, columns=1)
    goods.press(Key.Key_E, _CONTROL)
    assert {(line.quantity, line.unit) for line in lines(goods)} == {(shoes()[0].quantity, shoes()[0].unit)}
    undone_at_once(goods, "Urungkan isi ke bawah 4 sel")
    goods.press(Key.Key_Delete)
    assert {(line.quantity, line.unit) for line in lines(goods)} == {(None, None)}
    undone_at_once(goods, "Urungkan kosongkan 6 sel")
    go(goods, 1, HS)
    goods.press(Key.Key_E, _CONTROL)
    assert lines(goods)[1].hs_code == shoes()[0].hs_code
    go(goods, 2, HS)
    goods.press(Key.Key_X, _CONTROL)
    assert (lines(goods)[2].hs_code, clipboard()) == (None, shoes()[2].hs_code)


def test_rows_are_put_in_doubled_moved_and_taken_out(goods: Person) -> None:
    ids = [line.id for line in shoes()]
    go(goods, 1, HS)
    goods.press(Key.Key_I, _CONTROL)
    assert [line.id for line in lines(goods)[2:]] == ids[1:] and at(goods) == (1, DESCRIPTION)
    undone_at_once(goods, "Urungkan tambah satu baris di barang")
    go(goods, 0, HS)
    goods.press(Key.Key_Down, _ALT)
    assert [line.id for line in lines(goods)] == [ids[1], ids[0], ids[2]] and at(goods) == (1, HS)
    goods.press(Key.Key_Up, _ALT)
    assert [line.id for line in lines(goods)] == ids
    extend(goods, rows=1, columns=0)
    goods.press(Key.Key_Down, _ALT | _SHIFT)
    assert [line.hs_code for line in lines(goods)[2:4]] == [line.hs_code for line in shoes()[:2]]
    undone_at_once(goods, "Urungkan salin 2 baris di barang")
    go(goods, 1, HS)
    extend(goods, rows=1, columns=0)
    goods.press(Key.Key_Delete, _CONTROL)
    assert [line.id for line in lines(goods)] == ids[:1]
    undone_at_once(goods, "Urungkan hapus 2 baris di barang")


def test_the_menu_does_the_same_and_leaves_fields_alone(goods: Person) -> None:
    go(goods, 0, UNIT)
    goods.window.menus.actions["clear"].trigger()
    assert lines(goods)[0].unit is None
    goods.press(Key.Key_Return, _CONTROL)
    settle()
    field = in_focus()
    set_clipboard("PASTED")
    press(field, Key.Key_V, _CONTROL)
    assert lines(goods)[0].hs_code == shoes()[0].hs_code


def test_packages_are_typed_and_filled_the_same_way(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("packing")
    rows = len(person.shipment.packing.ranges or ())
    go(person, rows, 0)
    set_clipboard("191\t200\tkarton\t10\t11\t60\t40\t40\n201\t210")
    person.press(Key.Key_V, _CONTROL)
    go(person, rows + 1, 2)
    extend(person, rows=0, columns=5)
    person.press(Key.Key_E, _CONTROL)
    first, second = (person.shipment.packing.ranges or ())[rows:]
    assert (first.kind, str(second.first), str(second.last)) == ("CT", "201", "210")
    assert (second.kind, second.gross_each, second.height) == (first.kind, first.gross_each, first.height)


def go(person: Person, row: int, column: int) -> None:
    """Stand in a cell."""
    person.grid.table.setFocus()
    person.grid.table.go(row, column)


def extend(person: Person, rows: int, columns: int) -> None:
    """Choose more cells with Shift and the arrows."""
    for key, times in ((Key.Key_Down, rows), (Key.Key_Right, columns)):
        for _ in range(times):
            person.press(key, _SHIFT)


def at(person: Person) -> tuple[int, int]:
    """Row and column of the cell one is in."""
    index = person.grid.table.currentIndex()
    return index.row(), index.column()


def undone_at_once(person: Person, said: str) -> None:
    """The menu names the step, and one Ctrl+Z takes all of it back."""
    assert person.window.menus.actions["undo"].text().replace("&", "") == said
    person.press(Key.Key_Z, _CONTROL)
    person.wait(lambda: lines(person) == shoes())
    settle()


def lines(person: Person) -> Sequence[GoodsLine]:
    """The goods now."""
    return person.shipment.goods or ()


def shoes() -> Sequence[GoodsLine]:
    """The goods of the sample."""
    return FOOTWEAR.goods or ()


def clipboard() -> str:
    """What one would paste."""
    return QGuiApplication.clipboard().text()


def set_clipboard(text: str) -> None:
    """Copy something elsewhere."""
    QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize("page", ["goods", "packing"])
@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Key.Key_I, _CONTROL), (Key.Key_Down, _ALT)],
    ids=["inserted", "moved"],
)
def test_the_keyboard_stays_in_the_grid_when_the_row_one_types_into_goes(
    person: Person, page: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to(page)
    person.grid.table.setFocus()
    before = person.shipment
    person.press(key, modifiers)
    person.saved()
    person.editing.undo()
    person.press(Qt.Key.Key_F2)
    person.wait(lambda: person.shipment == before)
    settle()
    assert person.grid.isAncestorOf(in_focus())
