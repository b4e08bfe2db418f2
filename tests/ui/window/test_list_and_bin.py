"""The list of shipments: open, rename, duplicate, the bin and the way back, and the row's words."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from app.domain.references import References
from app.store.values import Listed
from app.ui.carrying_dialog import CarryingDialog
from app.ui.shipment_rows import shown_row
from app.ui.start.bin_table import BinTable
from app.ui.start.first_page import FirstPage
from app.ui.widgets.states import State
from tests.conftest import TODAY
from tests.ui.audit import faults
from tests.ui.hands import click, press, type_into
from tests.ui.window.person import PATIENCE, Person, in_focus, settle


def test_the_first_start_has_its_next_step_in_focus(person: Person) -> None:
    assert in_focus() is person.button("Pengiriman baru")
    assert person.window.start.findChild(FirstPage) is not None
    assert not any(person.folder.glob("*.broken"))


def test_a_sample_opened_twice_is_two_shipments_with_their_buyer_and_country(person: Person) -> None:
    for _ in range(2):
        person.sample("footwear_rotterdam")
    person.window.show_list()
    person.wait(lambda: len(person.listed()) == 2)
    for row in person.listed():
        assert (row.number, row.buyer, row.destination) == ("LJ/INV/2026/041", "VOORBEELD SCHOENEN B.V.", "Belanda")
        assert row.state is State.DONE
    assert person.window.status.left.text() == "2 pengiriman"


def test_enter_goes_on_with_the_shipment_one_worked_on_last(person: Person) -> None:
    person.sample("batik_tokyo")
    document = person.editing.id
    person.window.show_list()
    person.wait(person.listed)
    with person.qtbot.waitSignal(person.desk.opened):
        press(in_focus(), Qt.Key.Key_Return)
    assert person.editing.id == document


def test_a_shipment_gets_another_name_by_its_menu(person: Person) -> None:
    document = listed_sample(person)
    person.menu_of(document, "Ganti nama")
    dialog = person.window.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("")
    type_into(in_focus(), "Pesanan kedua")
    press(in_focus(), Qt.Key.Key_Return)
    person.come_back()
    person.wait(lambda: person.listed()[0].goods == "Pesanan kedua")
    person.open(document)
    assert person.shipment.title == "Pesanan kedua"
    settle()
    assert person.window.findChild(QInputDialog) is None


def test_a_duplicate_is_another_shipment_and_the_first_stays_as_it_is(person: Person) -> None:
    document = listed_sample(person)
    person.menu_of(document, "Salin")
    person.wait(lambda: len(person.listed()) == 2)
    other = next(row.id for row in person.listed() if row.id != document)
    person.open(str(other))
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    person.saved()
    person.open(str(document))
    assert person.shipment.buyer.city == "Rotterdam"


def test_a_new_shipment_from_an_earlier_one_takes_over_what_is_ticked_and_leaves_the_earlier_alone(
    person: Person,
) -> None:
    document = listed_sample(person)
    person.open(str(document))
    before = person.shipment
    person.window.show_list()
    settle()
    person.menu_of(document, "Pengiriman baru dari ini…")
    person.wait(lambda: person.window.findChild(CarryingDialog) is not None)
    dialog = person.window.findChild(CarryingDialog)
    assert dialog is not None
    person.wait(lambda: faults(dialog) == [])
    assert {name for name, tick in dialog.ticks.items() if not tick.isChecked()} == {
        "numbers",
        "voyage",
        "containers",
        "filing",
    }
    click(dialog.ticks["weights"])
    with person.qtbot.waitSignal(person.desk.opened):
        click(dialog.make)
    person.come_back()
    new = person.shipment
    assert new.buyer == before.buyer
    assert new.transport.vessel is None
    assert new.references == References()
    assert new.goods is not None and all(line.net_weight is None for line in new.goods)
    person.open(str(document))
    assert person.shipment == before


def test_the_bin_keeps_a_shipment_until_it_is_emptied_with_a_question(person: Person) -> None:
    document = listed_sample(person)
    person.menu_of(document, "Pindahkan ke keranjang")
    person.wait(lambda: not person.listed())
    person.window.start.bin_wanted.emit()
    person.wait(lambda: [row.id for row in person.listed()] == [document])
    press(in_focus(), Qt.Key.Key_Return)
    person.wait(lambda: not shown(person, BinTable))
    click(person.button("Semua pengiriman"))
    person.wait(lambda: [row.id for row in person.listed()] == [document])
    person.menu_of(document, "Pindahkan ke keranjang")
    person.wait(lambda: not person.listed())
    person.window.start.bin_wanted.emit()
    person.wait(lambda: [row.id for row in person.listed()] == [document])
    click(person.button("Kosongkan keranjang"))
    assert in_focus() is person.button("Batal")
    click(person.button("Hapus"))
    person.wait(lambda: shown(person, FirstPage))
    person.restart()
    assert shown(person, FirstPage)


def test_the_status_line_counts_what_is_shown_and_speaks_of_the_questions_while_they_are_asked(person: Person) -> None:
    document = listed_sample(person)
    assert person.window.status.left.text() == "1 pengiriman"
    person.window.new_shipment()
    person.wait(lambda: person.window.status.left.text() == "Pengiriman baru")
    person.desk.storage.flush(PATIENCE / 1000)
    settle()
    assert person.window.status.left.text() == "Pengiriman baru"
    person.window.show_list()
    person.wait(lambda: person.window.status.left.text() == "1 pengiriman")
    person.menu_of(document, "Pindahkan ke keranjang")
    person.wait(lambda: not person.listed())
    person.window.start.bin_wanted.emit()
    person.wait(lambda: person.window.status.left.text() == "1 pengiriman di keranjang")


def test_the_time_of_a_change_is_written_as_the_language_does(person: Person) -> None:
    listed_sample(person)
    at = datetime.datetime.combine(TODAY, datetime.time(8, 47)).astimezone()
    row = Listed("a", "shipment", None, None, None, None, None, 0, 1, at, None)
    assert shown_row(person.desk, row).changed == "Hari ini 08.47"
    person.desk.language = "en"
    assert shown_row(person.desk, row).changed == "Today 08:47"


def listed_sample(person: Person) -> str:
    """A sample as a copy, and back to the list; its id."""
    person.sample("footwear_rotterdam")
    document = person.editing.id
    person.window.show_list()
    person.wait(lambda: len(person.listed()) == 1)
    return document


def shown(person: Person, part: type[QWidget]) -> bool:
    """Whether the start screen shows this part of its."""
    found: list[QWidget] = person.window.start.findChildren(part)
    return any(widget.isVisible() for widget in found)
