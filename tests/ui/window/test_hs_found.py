"""*Cari kode HS* in the real window: found, looked at, taken into the row as one step, remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.hs_dialog import FAVOURITES, HsDialog
from app.ui.look.scale import px
from app.ui.widgets.hit_list import FoundCode
from tests.ui.audit import faults
from tests.ui.hands import click
from tests.ui.window.person import Person, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_code_is_found_for_a_row_and_taken_as_one_step(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    before = person.shipment
    dialog = opened(person)
    assert "kulit" in dialog.query.typed().casefold(), "it begins with what the goods are called"
    search(person, dialog, "dompet kulit")
    assert codes(dialog)[0] == "42023100"
    told = words(dialog)
    for part in ("Ada di tabel produk kami", "Pos 4202", "6 angka 4202.31", "UN Comtrade", "tanyakan PPJK", "di INSW"):
        assert part in told, part
    settle()
    assert faults(dialog) == []
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    assert person.desk.half_typed is None
    assert person.shipment.goods is not None
    assert person.shipment.goods[0].hs_code == "42023100"
    assert person.editing.undo_step is not None
    assert person.editing.undo_step.into("id").endswith("ambil kode HS 4202.31.00")
    person.editing.undo()
    person.wait(lambda: person.shipment == before)


def test_f4_while_typing_into_the_cell_looks_for_what_was_typed(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    table, before = person.grid.table, person.shipment
    column = next(n for n, column in enumerate(person.grid.model.columns) if column.name == "hs_code")
    table.setCurrentIndex(person.grid.model.index(1, column))
    person.type("rotan mentah")
    person.press(Qt.Key.Key_F4)
    dialog = shown(person)
    assert dialog.query.typed() == "rotan mentah"
    person.wait(lambda: codes(dialog))
    assert "Larangan - rotan mentah" in words(dialog)
    assert "Baru 6 angka" in words(dialog)
    person.press(Qt.Key.Key_Escape)
    settle()
    assert person.shipment == before


def test_an_empty_row_becomes_a_row_with_the_code(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    model = person.grid.model
    person.grid.table.setCurrentIndex(model.index(model.rowCount() - 1, 0))
    dialog = opened(person)
    assert dialog.query.typed() == ""
    search(person, dialog, "6403.99")
    click(dialog.take)
    assert len(rows(person)) == 4
    assert person.editing.undo_step is not None
    person.editing.undo()
    person.wait(lambda: len(rows(person)) == 3)


def test_marked_and_used_codes_are_there_before_anything_is_typed(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    dialog = opened(person)
    search(person, dialog, "sandal kulit")
    marked = codes(dialog)[0]
    click(dialog.mark)
    assert person.desk.habits.taken(FAVOURITES) == (marked,)
    search(person, dialog, "dompet kulit")
    click(dialog.take)
    person.come_back()
    dialog = opened(person)
    search(person, dialog, "")
    assert codes(dialog) == [marked, "42023100"]
    assert [row.value for row in dialog.list.rows.rows if not row.usable] == ["Yang Anda tandai", "Terakhir dipakai"]
    assert dialog.mark.text() == "Hapus tanda"


def test_it_fits_the_smallest_window_and_large_text_in_english_too(person: Person) -> None:
    person.window.set_setting("language", "en")
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    person.theme.set_factor(1.5)
    dialog = opened(person)
    search(person, dialog, "leather shoes")
    assert dialog.width() <= dialog.screen().availableSize().width()
    dialog.resize(1024, 640)
    settle()
    assert dialog.details.width() >= dialog.list.width()
    dialog.resize(px(640), px(420))
    settle()
    assert faults(dialog) == []


def opened(person: Person) -> HsDialog:
    """Open it by its key."""
    person.press(Qt.Key.Key_K, _CONTROL)
    return shown(person)


def shown(person: Person) -> HsDialog:
    """The one that is open, with the keyboard in it."""
    assert person.grid.finding is not None
    dialog = person.grid.finding.dialog
    assert dialog is not None
    dialog.activateWindow()
    person.wait(dialog.query.hasFocus)
    return dialog


def search(person: Person, dialog: HsDialog, query: str) -> None:
    """Type other goods, and wait for what is found."""
    dialog.query.setFocus()
    dialog.query.selectAll()
    before = dialog._number
    if query:
        person.type(query)
    else:
        person.press(Qt.Key.Key_Backspace)
    person.wait(lambda: dialog._number > before and not dialog.is_searching())


def rows(person: Person) -> Sequence[object]:
    """The goods of the shipment."""
    return person.shipment.goods or ()


def codes(dialog: HsDialog) -> list[str]:
    """The codes in the list."""
    return [row.value.code for row in dialog.list.rows.rows if isinstance(row.value, FoundCode)]


def words(dialog: HsDialog) -> str:
    """All that is said about the code one points at."""
    return "\n".join(label.text() for label in dialog.details.findChildren(QLabel))
