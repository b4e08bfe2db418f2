"""A warning is accepted with a reason, disappears from the list, and comes back with an undo."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from app.ui.accepting_shown import ask_reason
from app.ui.review_page import ReviewPage
from tests.ui.hands import click
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


def test_periksa_ends_with_what_was_accepted_and_its_reason_until_that_is_taken_back(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.checked()
    dialog = ask_reason(person.screen)
    assert dialog is not None
    dialog.setTextValue("Forwarder memuat sendiri di kapal")
    dialog.accept()
    person.wait(lambda: not person.problems())
    person.turn_to("review")
    view = shown_review(person)
    assert "Alasan: Forwarder memuat sendiri di kapal" in {label.text() for label in view.accepted.findChildren(QLabel)}
    (button,) = view.accepted.buttons
    click(button)
    person.wait(lambda: [remark.id for remark in person.problems()] == ["delivery.incoterm"])
    assert (person.shipment.accepted, view.accepted.isHidden()) == (None, True)
    person.editing.undo()
    person.wait(lambda: not person.problems() and view.accepted.isVisible())


def test_periksa_says_how_many_papers_are_ready_and_leads_to_what_they_lack(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("review")
    line = person.screen.readiness.line if person.screen.readiness.isVisible() else shown_review(person).papers.line
    whole = line.sentence.text()
    assert (whole.split(" ")[0], line.links) == (whole.split(" ")[2], [])
    person.editing.change_text("buyer.name", "")
    person.wait(lambda: [link.text() for link in line.links] == ["Isi nama pembeli"])
    assert line.sentence.text() != whole
    click(line.links[0])
    settle()
    assert person.screen.page_id == "buyer"


def shown_review(person: Person) -> ReviewPage:
    view = person.screen.view()
    assert isinstance(view, ReviewPage)
    return view
