"""The sheet to type from, as somebody uses it beside the portal: copy, tick, go on, come back."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from app.services.chosen_papers import with_chosen
from app.services.typing_sheet import done, done_path, with_done
from app.ui.sheet_page import SheetPage
from app.ui.widgets.states import State
from app.words import Message
from tests.ui.hands import click
from tests.ui.window.person import Person, settle

SHEET = "sheet.peb_sheet"


@pytest.fixture
def page(person: Person) -> SheetPage:
    """The sheet of the shoes."""
    person.sample("footwear_rotterdam")
    return opened(person)


def opened(person: Person) -> SheetPage:
    chosen = with_chosen(person.shipment, "peb_sheet", chosen=True, row_id="s1")
    person.editing.replace(chosen, Message("editing.begun"))
    person.turn_to(SHEET)
    view = person.screen.view()
    assert isinstance(view, SheetPage)
    return view


def label_of(page: SheetPage, label: str) -> object:
    return next(row_id for row_id, widget in page.rows.rows.items() if widget.row.label == label)


def test_a_value_is_copied_as_the_portal_wants_it(page: SheetPage) -> None:
    office = page.rows.rows[label_of(page, "Kantor pabean pemuatan")]
    click(office.copy)
    assert QGuiApplication.clipboard().text() == "070100"
    assert office.row.text.startswith("070100 - ")
    assert office.copy.text() == "Tersalin"
    turned(page, "Data Transaksi")
    click(page.rows.rows[label_of(page, "Nilai FOB di PEB")].copy)
    assert QGuiApplication.clipboard().text() == "30360.00"


def turned(page: SheetPage, title: str) -> None:
    """Go to a screen."""
    at = next(n for n in range(page.which.count()) if page.which.itemText(n).startswith(title))
    page.which.setCurrentIndex(at)
    page.which.activated.emit(at)
    settle()


def test_a_tick_stays_until_its_value_changes(page: SheetPage, person: Person) -> None:
    for label in ("Kantor pabean pemuatan", "Jenis ekspor"):
        click(page.rows.rows[label_of(page, label)].tick)
    settle()
    assert page.said.text().startswith("2 dari ")
    document = person.editing.id
    person.restart()
    person.open(document)
    page = opened_again(person)
    assert page.rows.rows[label_of(page, "Kantor pabean pemuatan")].tick.isChecked()
    person.editing.change_text("customs.office_of_loading", "070500")
    settle()
    assert not page.rows.rows[label_of(page, "Kantor pabean pemuatan")].tick.isChecked()
    assert page.rows.rows[label_of(page, "Jenis ekspor")].tick.isChecked()
    assert len(done(page.form, person.shipment)) == 2


def opened_again(person: Person) -> SheetPage:
    person.turn_to(SHEET)
    view = person.screen.view()
    assert isinstance(view, SheetPage)
    return view


def test_every_screen_follows_the_one_before_and_all_typed_is_done(page: SheetPage, person: Person) -> None:
    seen = [page.which.currentText()]
    while page.forth.isEnabled():
        click(page.forth)
        seen.append(page.which.currentText())
    assert seen[0] == "Data Header"
    assert seen[-1] == "Pernyataan"
    assert "Data Entitas, 1 dari 4" in seen
    assert "Data Barang, 3 dari 3" in seen
    facts = [fact.mark for screen in page.screens for fact in screen.facts]
    person.editing.change_text(done_path(page.form), with_done(page.screens, frozenset(), facts[1:], typed=True))
    turned(page, "Data Header")
    click(next(iter(page.rows.rows.values())).tick)
    settle()
    assert person.screen.tasks.states[SHEET] is State.DONE
    assert page.said.text().startswith(f"{len(facts)} dari {len(facts)} ")
