"""Undo and redo over pages and over a restart; the menu names the step."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.shipment import Shipment
from app.ui.widgets.line_edit import LineEdit
from tests.ui.hands import click
from tests.ui.window.person import Person, in_focus
from tests.ui.window.whole_order import type_cells

_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_every_step_is_undone_and_done_again_by_keys_wherever_one_stands(person: Person) -> None:
    states = four_steps(person)
    for state in reversed(states[:-1]):
        undo(person, state)
    for state in states[1:]:
        redo(person, state)


def test_steps_are_undone_after_a_restart_too(person: Person) -> None:
    states = four_steps(person)
    document = person.editing.id
    undo(person, states[3])
    person.restart()
    person.open(document)
    assert person.shipment == states[3]
    redo(person, states[4])
    for state in reversed(states[:4]):
        undo(person, state)


def test_the_menu_names_the_step_and_has_none_at_the_end(person: Person) -> None:
    person.sample("footwear_rotterdam")
    assert not person.window.menus.actions["undo"].isEnabled()
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    assert said(person, "undo") == "Urungkan ubah kota pembeli"
    click(person.list_at("notify").add_button)
    assert said(person, "undo") == "Urungkan tambah satu baris di pihak yang diberi tahu"
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: said(person, "redo") == "Ulangi tambah satu baris di pihak yang diberi tahu")
    assert said(person, "undo") == "Urungkan ubah kota pembeli"
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: not person.window.menus.actions["undo"].isEnabled())
    assert said(person, "undo") == "Urungkan"


def test_undo_in_the_middle_of_a_word_takes_the_word_back_and_nothing_before_it(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    field = person.tab_to("buyer.postcode").editor
    assert isinstance(field, LineEdit)
    field.selectAll()
    person.type("2611")
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: field.text() == "3011 AA")
    assert person.shipment.buyer.city == "Delft"
    person.press(Qt.Key.Key_Y, _CONTROL)
    person.wait(lambda: person.shipment.buyer.postcode == "2611")
    assert field.text() == "2611"


def test_what_is_undone_is_seen_in_the_field_one_stands_on(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    field = person.question("buyer.city").editor
    field.setFocus()
    assert isinstance(field, LineEdit)
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: field.text() == "Rotterdam")
    assert in_focus() is field


def four_steps(person: Person) -> list[Shipment]:
    """A field, a cell, a row and "there is none", on three pages; the shipment before and after each."""
    person.sample("footwear_rotterdam")
    states = [person.shipment]
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    states.append(person.shipment)
    click(person.list_at("notify").add_button)
    states.append(person.shipment)
    person.turn_to("references")
    person.tab_to("references.proforma_no")
    click(person.question("references.proforma_no").beside[0])
    states.append(person.shipment)
    person.turn_to("goods")
    type_cells(person, 1, ["OTHER SANDALS"])
    states.append(person.shipment)
    assert len(set(map(id, states))) == len(states)
    return states


def undo(person: Person, wanted: Shipment) -> None:
    """Ctrl+Z, until the shipment is again as it was."""
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: person.shipment == wanted)


def redo(person: Person, wanted: Shipment) -> None:
    """Ctrl+Y, until the shipment is again as it was."""
    person.press(Qt.Key.Key_Y, _CONTROL)
    person.wait(lambda: person.shipment == wanted)


def said(person: Person, action: str) -> str:
    """What an entry of the menu says, without its mnemonic."""
    return person.window.menus.actions[action].text().replace("&", "")
