"""When something turns red, what stands under the page, and how one gets from a problem to its field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.grid_model import CELL, Cell
from app.ui.review_page import ReviewPage
from app.ui.widgets.states import Kind, State
from app.words import Message
from tests.ui.hands import click, press
from tests.ui.window.person import Person, in_focus, settle
from tests.ui.window.whole_order import answer_questions

QUESTIONS = ("Sepatu", "belanda", "Laut, peti kemas penuh", "Belum tahu", "FCA")


def test_nothing_is_missing_and_nothing_red_before_one_has_looked_it_over(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.checked()
    assert person.desk.problems
    assert person.problems() == []
    assert person.screen.problems.head.text() == "Tidak ada yang perlu diperbaiki"
    for page, _ in person.screen.tasks.titles()[:-3]:
        person.turn_to(page)
        assert not any(question.box.has_problem for question in person.page.all_questions())
    assert State.PROBLEM not in person.screen.tasks.states.values()


def test_after_f5_fields_tasks_and_rows_are_red_in_the_same_words(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.press(Qt.Key.Key_F5)
    assert isinstance(person.screen.view(), ReviewPage)
    assert person.screen.tasks.states["exporter"] is State.PROBLEM
    person.turn_to("exporter")
    told = {remark.id: remark.sentence for remark in person.problems() if remark.kind is Kind.PROBLEM}
    shown = {q.path: q.box.line("problem") for q in person.page.all_questions() if q.box.has_problem}
    assert set(shown) == {path for path in told if person.desk.page_of(str(path)) == person.page.page} != set()
    for path, line in shown.items():
        assert line is not None
        assert line.sentence.text() == told[path]
    person.turn_to("goods")
    row = person.grid.model.row_at(0)
    assert row is not None
    assert person.grid.model.has_problem(row)
    cells = [person.grid.model.index(0, column).data(CELL) for column in range(person.grid.model.columnCount())]
    assert any(isinstance(cell, Cell) and cell.problem for cell in cells)


@pytest.mark.parametrize("way", ["the button", "the task"])
def test_periksa_tells_all_that_is_missing_whichever_way_one_comes_and_ticks_nothing(way: str, person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.checked()
    missing = {problem.path for problem in person.desk.problems if problem.severity == "missing"}
    if way == "the button":
        person.turn_to("needed")
        click(person.screen.footer.forth)
    else:
        person.turn_to("review")
    assert isinstance(person.screen.view(), ReviewPage)
    assert missing <= {remark.id for remark in person.problems()}
    person.turn_to("exporter")
    assert not person.screen.footer.tick.isChecked()


def test_a_new_shipment_opens_on_the_first_page_that_is_not_done(person: Person) -> None:
    answer_questions(person, ("Sepatu", "belanda", "Laut, peti kemas penuh", "Belum tahu", "FCA"))
    assert person.screen.page_id == "exporter"
    person.screen.go_to("exporter.name")
    person.type("CV Sepatu")
    person.press(Qt.Key.Key_Tab)
    person.saved()
    document = person.editing.id
    person.window.show_list()
    person.open(document)
    assert person.screen.page_id == "exporter"


def test_f8_walks_from_problem_to_problem_and_stands_in_each_field(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.press(Qt.Key.Key_F5)
    person.turn_to("exporter")
    remarks = [remark.id for remark in person.problems()]
    assert len(remarks) > 10
    for remark in [*remarks, remarks[0]]:
        person.press(Qt.Key.Key_F8)
        assert standing_at(person) == remark
    person.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert standing_at(person) == remarks[-1]


def test_enter_on_a_problem_goes_to_its_field_on_another_page(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.press(Qt.Key.Key_F5)
    person.turn_to("exporter")
    listed = person.screen.problems.list
    remark = next(remark for remark in person.problems() if remark.id == "references.invoice_date")
    listed.go_to(remark)
    listed.setFocus()
    press(listed, Qt.Key.Key_Return)
    settle()
    assert person.screen.page_id == "references"
    assert standing_at(person) == "references.invoice_date"


def test_a_page_ticked_as_checked_shows_what_it_lacks_and_only_that(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.turn_to("buyer")
    click(person.screen.footer.tick)
    assert person.problems()
    assert {person.desk.page_of(str(remark.id)) for remark in person.problems()} == {person.page.page}
    assert person.screen.tasks.states["buyer"] is State.PROBLEM
    assert person.screen.tasks.states["exporter"] is not State.PROBLEM
    person.turn_to("exporter")
    assert not any(question.box.has_problem for question in person.page.all_questions())
    person.turn_to("buyer")
    assert person.screen.footer.tick.isChecked()
    click(person.screen.footer.tick)
    assert person.problems() == []
    assert person.screen.tasks.states["buyer"] is not State.PROBLEM


def test_a_contradiction_stands_in_the_list_at_once_and_calmly(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("packing")
    table, model = person.grid.table, person.grid.model
    table.setFocus()
    table.setCurrentIndex(model.index(0, 4))
    person.type("9,9")
    person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: any(remark.kind is Kind.PROBLEM for remark in person.problems()))
    row = model.row_at(0)
    assert row is not None
    assert not model.has_problem(row)
    person.press(Qt.Key.Key_F5)
    person.turn_to("packing")
    assert person.grid.model.has_problem(row)
    assert person.screen.tasks.states["packing"] is State.PROBLEM


def test_an_answer_takes_its_problem_out_of_the_list(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.press(Qt.Key.Key_F5)
    person.turn_to("exporter")
    assert "exporter.city" in {remark.id for remark in person.problems()}
    person.answer("exporter.city", "Kota Mojokerto")
    person.wait(lambda: "exporter.city" not in {remark.id for remark in person.problems()})
    assert not person.question("exporter.city").box.has_problem


def standing_at(person: Person) -> str:
    """The path of the field or cell in which the keyboard is; that of a list at its button."""
    for question in person.page.all_questions():
        if question.box.isAncestorOf(in_focus()):
            return question.path
    for block in person.page.lists:
        if in_focus() is block.add_button:
            return block.list_path
    assert in_focus() is person.grid.table
    return person.grid.current_path()


def test_a_sentence_under_a_field_moves_nothing_beside_it(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("references")
    box = person.question("references.contract_date").box
    before = (box.x(), box.width(), person.question("references.contract_no").box.width())
    person.answer("references.contract_date", "12 Ju")
    person.tab_to("references.contract_no")
    settle()
    assert box.has_problem or box.line("reading") is not None
    assert (box.x(), box.width(), person.question("references.contract_no").box.width()) == before


def test_the_days_of_the_papers_stand_in_one_column(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("references")
    days = [q for q in person.page.all_questions() if q.path.endswith("_date")]
    assert len(days) > 3
    assert len({q.box.x() for q in days}) == 1


def test_an_empty_packing_list_offers_no_row_to_move_or_remove(person: Person) -> None:
    answer_questions(person, QUESTIONS)
    person.turn_to("packing")
    details = person.grid.details
    assert not any(button.isVisible() for button in (details.up, details.down, details.remove))


def test_a_row_deleted_while_the_check_is_under_way_takes_nothing_down(person: Person) -> None:
    person.sample("footwear_rotterdam")
    line, other = (person.shipment.goods or ())[:2]
    texts = {f"goods.{line.id}.hs_code": "12", f"goods.{other.id}.hs_code": "13"}
    person.editing.change_many(texts, Message("editing.begun"))
    person.checked()
    found = person.desk.problems
    assert {problem.path for problem in found} >= {*texts}
    person.editing.remove_rows("goods", [line.id])
    # As it comes from a check that began before the row went, and as the list shows it until the next one.
    person.desk.problems = tuple(found)
    person.desk.problems_changed.emit()
    assert [remark.place for remark in person.problems() if remark.id in texts] == ["Kode HS", "Barang 1, Kode HS"]
    person.screen.go_to(f"goods.{line.id}.hs_code")
    person.checked()
    assert f"goods.{line.id}.hs_code" not in {problem.path for problem in person.desk.problems}
