"""*Barang saya* and *Buku alamat* by keyboard: from a shipment into the books and back, and what stands there twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.ui.book_dialog import BookDialog
from app.ui.book_ways import BookWays
from app.ui.widgets.hit_list import FoundCode
from tests.ui.audit import faults
from tests.ui.hands import click, press, type_into
from tests.ui.window.person import Person, in_focus, settle

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_line_is_kept_with_one_key_and_fills_a_new_line_with_another(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    first = (person.shipment.goods or ())[0]
    person.press(Qt.Key.Key_M, CTRL)
    person.wait(lambda: "Barang saya" in person.window.status.left.text())
    count = len(person.shipment.goods or ())
    person.grid.table.go(person.grid.model.rowCount() - 1, 0)
    dialog = shown(person, "take")
    assert faults(dialog) == []
    type_into(in_focus(), (first.own_description or first.description or "")[:5])
    press(in_focus(), Qt.Key.Key_Down)
    press(in_focus(), Qt.Key.Key_Return)
    person.wait(lambda: len(person.shipment.goods or ()) == count + 1)
    new = (person.shipment.goods or ())[-1]
    assert (new.description, new.hs_code, new.unit_price) == (first.description, first.hs_code, first.unit_price)
    assert new.quantity is None
    assert person.editing.undo_step is not None
    person.editing.undo()
    person.wait(lambda: len(person.shipment.goods or ()) == count)


def test_a_buyer_is_kept_and_stands_as_consignee_in_another_shipment(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    click(next(button for button in person.buttons() if button.text() == "Simpan ke Buku alamat"))
    person.wait(lambda: "Buku alamat" in person.window.status.left.text())
    person.sample("batik_tokyo")
    person.turn_to("buyer")
    person.tab_to("consignee.who")
    shown(person, "take")
    press(in_focus(), Qt.Key.Key_Return)
    press(in_focus(), Qt.Key.Key_Return)
    person.wait(lambda: person.shipment.consignee.name == "VOORBEELD SCHOENEN B.V.")
    assert person.shipment.consignee.who == "other"
    assert person.shipment.buyer.name != "VOORBEELD SCHOENEN B.V."


def test_a_broker_is_kept_from_its_own_section_and_a_consignee_only_if_it_is_somebody_else(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    person.answer("broker.name", "PT PPJK CONTOH")
    click(person.button("Simpan ke Buku alamat"))
    person.wait(lambda: "PT PPJK CONTOH sudah disimpan" in person.window.status.left.text())
    person.turn_to("buyer")
    person.answer("consignee.who", "Sama dengan pembeli")
    click([button for button in person.buttons() if button.text() == "Simpan ke Buku alamat"][-1])
    person.wait(lambda: "Simpan dari bagian pihak itu" in person.window.status.left.text())


def test_the_same_firm_spelt_another_way_is_asked_about_and_marked_in_the_list(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.press(Qt.Key.Key_M, CTRL)
    person.wait(lambda: "Buku alamat" in person.window.status.left.text())
    person.answer("buyer.name", "Voorbeeld Schoenen BV")
    person.press(Qt.Key.Key_M, CTRL)
    person.wait(lambda: ways(person).alike is not None)
    asked = ways(person).alike
    assert asked is not None
    assert faults(asked) == []
    click(asked.other)
    dialog = shown(person, "parties")
    person.wait(lambda: len(listed(dialog)) == 2)
    assert all(found.remark.startswith("mirip: ") for found in listed(dialog))
    assert faults(dialog) == []


def test_an_entry_is_changed_on_a_page_of_its_own_and_one_comes_back_to_the_shipment(person: Person) -> None:
    person.sample("footwear_rotterdam")
    document, before = person.editing.id, person.shipment
    person.turn_to("buyer")
    person.press(Qt.Key.Key_M, CTRL)
    dialog = shown(person, "parties")
    person.wait(lambda: listed(dialog))
    dialog.list.setFocus()
    with person.qtbot.waitSignal(person.desk.opened):
        press(dialog.list, Qt.Key.Key_F2)
    person.come_back()
    assert person.desk.book == "party"
    assert faults(person.screen) == []
    person.answer("buyer.city", "Delft")
    person.saved()
    assert person.shipment.buyer.city == "Delft"
    with person.qtbot.waitSignal(person.desk.opened):
        person.screen.list_wanted.emit()
    settle()
    assert (person.editing.id, person.screen.page_id) == (document, "buyer")
    assert person.shipment == before


def test_a_products_page_shows_its_code_its_unit_and_its_price_whole(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    person.press(Qt.Key.Key_M, CTRL)
    dialog = shown(person, "products")
    person.wait(lambda: listed(dialog))
    dialog.list.setFocus()
    with person.qtbot.waitSignal(person.desk.opened):
        press(dialog.list, Qt.Key.Key_F2)
    person.come_back()
    for name in ("hs_code", "unit", "unit_price"):
        field = person.question(f"goods.entry.{name}").editor
        assert isinstance(field, QLineEdit)
        edges = 22 + field.textMargins().left() + field.textMargins().right()
        assert field.fontMetrics().horizontalAdvance(field.text()) <= field.width() - edges, field.text()


def test_a_new_entry_is_begun_in_the_book_and_what_is_removed_can_be_brought_back(person: Person) -> None:
    person.window.menus.actions["products"].trigger()
    dialog = ways(person).dialog
    assert dialog is not None
    with person.qtbot.waitSignal(person.desk.opened):
        click(dialog.add["product"])
    person.come_back()
    assert faults(person.screen) == []
    person.answer("goods.entry.own_description", "Sandal kulit")
    person.saved()
    person.screen.list_wanted.emit()
    person.wait(lambda: ways(person).dialog is not None and listed(opened(person)))
    dialog = opened(person)
    assert [found.shown for found in listed(dialog)] == ["Sandal kulit"]
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Delete)
    person.wait(lambda: dialog.remove.text() == "Kembalikan")
    click(dialog.remove)
    person.wait(lambda: dialog.remove.text() == "Pindahkan ke keranjang")
    assert len(listed(dialog)) == 1


def ways(person: Person) -> BookWays:
    """The ways between shipment and books."""
    found = person.window.menus.books()
    assert found is not None
    return found


def opened(person: Person) -> BookDialog:
    """The book that is shown."""
    dialog = ways(person).dialog
    assert dialog is not None
    return dialog


def shown(person: Person, what: str) -> BookDialog:
    """A book opened by the menu's entry, once it says what is kept."""
    action = person.window.menus.actions[{"take": "take_entry"}.get(what, what)]
    action.trigger()
    dialog = opened(person)
    with person.qtbot.waitSignal(dialog.settled):
        pass
    return dialog


def listed(dialog: BookDialog) -> list[FoundCode]:
    """What a book shows, without headings."""
    return [row.value for row in dialog.list.rows.rows if isinstance(row.value, FoundCode)]
