"""An L/C's text pasted on its page: looked at, taken over in one step, undone in one."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt

from app.ui.credit_dialog import CreditDialog
from app.ui.widgets.labels import Label
from tests.ui.audit import faults
from tests.ui.hands import click
from tests.ui.window.person import Person, settle
from tests.unit.exchange.test_mt700 import SENT

_CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(person: Person) -> CreditDialog:
    person.sample("furniture_hamburg_lc")
    person.turn_to("credit")
    entry = person.page.credit
    assert entry is not None
    click(entry.button)
    assert entry.dialog is not None
    settle()
    return entry.dialog


def test_a_pasted_credit_is_one_step_and_goes_with_one(person: Person) -> None:
    dialog, before = opened(person), person.shipment
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText(SENT)
    settle()
    told = [label.text() for label in dialog.findChildren(Label)]
    assert "Nilai L/C: 30.000,00" in told
    click(dialog.take)
    settle()
    credit = person.shipment.letter_of_credit
    assert (credit.tolerance_minus, credit.partial_shipments) == (Decimal(10), "not_allowed")
    assert person.editing.undo_step is not None
    assert person.editing.undo_step.into("id") == "ambil isi L/C"
    person.press(Qt.Key.Key_Z, _CONTROL)
    person.wait(lambda: person.shipment == before)


def test_what_is_not_plain_is_named_by_its_tag_and_cancel_changes_nothing(person: Person) -> None:
    dialog, before = opened(person), person.shipment
    dialog.text.setPlainText(":20:X1\n:43P:CONDITIONAL")
    settle()
    assert "Kolom 43P: isi sendiri. Tertulis: CONDITIONAL" in [label.text() for label in dialog.findChildren(Label)]
    assert faults(dialog) == []
    click(dialog.cancel)
    assert person.shipment == before
    entry = person.page.credit
    assert entry is not None
    person.wait(entry.button.hasFocus)
