"""A document type added as one folder and one template, without any Python, as the window shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.documents_page import DocumentsPage
from app.ui.look.theme import Theme
from app.ui.review_page import ReviewPage
from app.ui.widgets.line_edit import LineEdit
from tests.ui.window.person import Person, settle
from tests.ui.window.whole_order import saved_papers
from tests.unit.forms.test_third_document import FORM, TEMPLATE

QUESTION = "own.weight_note.scale"


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Person:
    """Somebody in whose data folder the document lies, with the shoes open."""
    folder = tmp_path / "data"
    (folder / "forms" / "weight_note").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "forms" / "weight_note" / "form.toml").write_text(FORM, encoding="utf-8")
    (folder / "templates" / "weight_note.xml.j2").write_text(TEMPLATE, encoding="utf-8")
    person = Person(qtbot, folder, theme)
    person.begin()
    person.sample("footwear_rotterdam")
    return person


def test_it_stands_among_the_papers_and_says_what_it_lacks_in_its_own_words(person: Person) -> None:
    assert ("own.weight_note", "Surat berat") in person.screen.tasks.titles()
    page = documents(person)
    (row,) = [widget.row for widget in page.rows.widgets() if widget.row.id == "weight_note"]
    assert (row.title, row.chosen) == ("Surat berat", False)
    assert "timbangan" in row.remark.casefold()
    page.rows.remark_wanted.emit("weight_note")
    settle()
    assert person.screen.page_id == "own.weight_note"
    assert person.question(QUESTION).editor.hasFocus()


def test_its_own_question_is_asked_kept_and_printed(person: Person, tmp_path: Path) -> None:
    page = documents(person)
    choose(page)
    person.turn_to("own.weight_note")
    person.answer(QUESTION, "Avery 500")
    assert person.shipment.own["weight_note"] == {"scale": "Avery 500"}
    document = person.editing.id
    person.restart()
    person.open(document)
    person.turn_to("own.weight_note")
    field = person.question(QUESTION).editor
    assert isinstance(field, LineEdit)
    assert field.text() == "Avery 500"
    papers = saved_papers(person, tmp_path / "out")
    assert "Avery 500" in papers["WN"]
    assert "2,169.0" in papers["WN"]
    assert {"INV", "PL", "WN"} <= set(papers)


def test_it_is_drawn_beside_the_page(person: Person) -> None:
    page = documents(person)
    choose(page)
    preview = person.screen.preview
    before = preview.drawn
    preview.show_form("weight_note")
    person.wait(lambda: preview.drawn is not None and preview.drawn is not before)
    assert person.screen.paper.name.text() == "Surat berat"
    assert preview.drawn is not None
    assert preview.drawn.pages == 1


def test_its_missing_answer_is_found_by_f5_and_reached_from_there(person: Person) -> None:
    page = documents(person)
    choose(page)
    person.checked()
    person.screen.review()
    view = person.screen.view()
    assert isinstance(view, ReviewPage)
    assert QUESTION in {remark.id for remark in person.problems()}
    view.change_wanted.emit(QUESTION)
    settle()
    assert person.screen.page_id == "own.weight_note"
    assert person.question(QUESTION).box.has_problem


def choose(page: DocumentsPage) -> None:
    """Tick the document."""
    page.rows.changed.emit("weight_note", "chosen", True)  # noqa: FBT003 - the signal's value


def documents(person: Person) -> DocumentsPage:
    """The page *Dokumen*."""
    person.screen.show_documents()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    return page
