"""A warning is accepted with a reason, disappears from the list, and comes back with an undo."""

from __future__ import annotations

from app.ui.accepting_shown import ask_reason
from tests.ui.window.person import Person, settle


def test_a_warning_is_accepted_with_a_reason_and_comes_back(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.checked()
    assert [remark.id for remark in person.problems()] == ["delivery.incoterm"]
    dialog = ask_reason(person.screen)
    assert dialog is not None
    dialog.setTextValue("Forwarder memuat sendiri di kapal")
    dialog.accept()
    settle()
    person.wait(lambda: not person.problems())
    (row,) = person.shipment.accepted or ()
    assert (row.rule, row.reason) == ("incoterm_fits_container", "Forwarder memuat sendiri di kapal")
    assert person.desk.editing is not None
    person.desk.editing.undo()
    person.wait(lambda: any(remark.id == "delivery.incoterm" for remark in person.problems()))


def test_without_a_reason_nothing_is_accepted(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.checked()
    dialog = ask_reason(person.screen)
    assert dialog is not None
    dialog.setTextValue("  ")
    dialog.accept()
    settle()
    assert person.shipment.accepted is None
    assert len(person.problems()) == 1
