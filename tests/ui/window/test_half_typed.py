"""Text that is no answer yet, and text that could not be read: kept, given back, and never judged in red."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.text_edit import TextEdit
from tests.conftest import sample_named
from tests.ui.hands import click
from tests.ui.window.person import Person, in_focus, settle


def test_a_word_half_typed_is_there_again_after_a_power_cut_with_the_cursor_in_it(
    person: Person, tmp_path: Path
) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    field = person.tab_to("buyer.city").editor
    assert isinstance(field, LineEdit)
    field.selectAll()
    person.type("Amster")
    for _ in range(2):
        person.press(Qt.Key.Key_Left)
    person.type("x")
    after = restarted(person, tmp_path / "after")
    again = in_focus()
    assert isinstance(again, LineEdit)
    assert again is after.question("buyer.city").editor
    assert (again.text(), again.cursorPosition()) == ("Amstxer", 5)
    assert after.shipment.buyer.city == "Rotterdam"
    after.press(Qt.Key.Key_Backspace)
    after.press(Qt.Key.Key_Tab)
    assert after.shipment.buyer.city == "Amster"


def test_what_is_half_typed_under_the_grid_stays_with_its_row_when_one_goes_to_the_empty_one(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    first, second = (line.id for line in (person.shipment.goods or ())[:2])
    person.tab_to(f"goods.{first}.article_no")
    person.type("X-1")
    person.grid.table.setFocus()
    person.grid.table.go(person.grid.model.rowCount() - 1, 0)
    settle()
    assert person.grid.questions == {}
    line = (person.shipment.goods or ())[0]
    assert (line.article_no or "").endswith("X-1")
    person.grid.table.go(1, 0)
    settle()
    shown = person.question(f"goods.{second}.article_no").editor
    assert isinstance(shown, LineEdit)
    assert shown.text() == ((person.shipment.goods or ())[1].article_no or "")


def test_several_lines_half_typed_come_back_too(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("packing")
    person.tab_to("packing.marks")
    person.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    person.type("TOP\nTHIS SIDE UP\n")
    after = restarted(person, tmp_path / "after")
    again = in_focus()
    assert isinstance(again, TextEdit)
    assert again is after.question("packing.marks").editor
    assert again.toPlainText().startswith("TOP\nTHIS SIDE UP\nVS BV")
    assert again.textCursor().position() == len("TOP\nTHIS SIDE UP\n")


@pytest.mark.parametrize(("row", "column", "text"), [(1, 2, "9"), (3, 0, "LEATHER BELTS")])
def test_a_cell_half_typed_comes_back_in_its_cell(
    row: int, column: int, text: str, person: Person, tmp_path: Path
) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    person.grid.table.setFocus()
    person.grid.table.setCurrentIndex(person.grid.model.index(row, column))
    person.type(text)
    after = restarted(person, tmp_path / "after")
    again = in_focus()
    assert isinstance(again, LineEdit)
    assert again.text() == text
    index = after.grid.table.currentIndex()
    assert (index.row(), index.column()) == (row, column)
    assert len(after.shipment.goods or ()) == 3
    after.press(Qt.Key.Key_Tab)
    assert after.grid.model.index(row, column).data() == text
    assert after.desk.half_typed is None


def test_what_is_checked_meanwhile_does_not_take_the_letters_from_a_cell(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    person.grid.table.setFocus()
    person.grid.table.setCurrentIndex(person.grid.model.index(1, 2))
    person.type("9")
    person.checked()
    editor = in_focus()
    assert isinstance(editor, LineEdit)
    assert editor.text() == "9"
    person.type("9")
    person.press(Qt.Key.Key_Tab)
    assert str((person.shipment.goods or ())[1].quantity) == "99"


def test_a_code_half_typed_comes_back_as_typed(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.tab_to("buyer.country")
    person.type("jerm")
    after = restarted(person, tmp_path / "after")
    again = in_focus()
    assert isinstance(again, CodeEdit)
    assert again.text() == "jerm"
    assert after.shipment.buyer.country == "NL"
    after.type("an")
    after.press(Qt.Key.Key_Return)
    assert after.shipment.buyer.country == "DE"


def test_what_was_taken_back_by_escape_does_not_come_back(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    person.grid.table.setFocus()
    person.grid.table.setCurrentIndex(person.grid.model.index(0, 2))
    person.type("77")
    person.press(Qt.Key.Key_Escape)
    assert person.desk.half_typed is None
    after = restarted(person, tmp_path / "after")
    assert not isinstance(in_focus(), LineEdit) or in_focus() not in after.grid.table.findChildren(LineEdit)
    assert after.desk.half_typed is None


def test_closing_the_window_takes_the_half_typed_word_as_the_answer(person: Person) -> None:
    person.sample("footwear_rotterdam")
    document = person.editing.id
    person.turn_to("buyer")
    field = person.tab_to("buyer.city").editor
    assert isinstance(field, LineEdit)
    field.selectAll()
    person.type("Delft")
    person.restart()
    person.open(document)
    assert person.shipment.buyer.city == "Delft"


def test_a_text_that_cannot_be_read_stays_and_says_why_in_a_quiet_line(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    person.answer("exporter.npwp", "12345")
    box = person.question("exporter.npwp").box
    line = box.line("reading")
    assert line is not None
    assert line.reading.text() == "NPWP terdiri dari 16 angka (yang lama 15), sekarang 5"
    assert not box.has_problem
    assert person.shipment.typed == {"exporter.npwp": "12345"}
    after = restarted(person, tmp_path / "after")
    after.turn_to("exporter")
    field = after.question("exporter.npwp").editor
    assert isinstance(field, LineEdit)
    assert field.text() == "12345"


def test_an_ambiguous_number_says_how_it_was_read(person: Person) -> None:
    person.sample("batik_tokyo")
    person.turn_to("delivery")
    (first, _) = person.shipment.charges or ()
    path = f"charges.{first.id}.amount"
    person.answer(path, "1.250")
    line = person.question(path).box.line("reading")
    assert line is not None
    assert "dibaca sebagai seribu dua ratus lima puluh" in line.reading.text()
    assert str((person.shipment.charges or ())[0].amount) == "1250"


def test_a_day_is_read_back_with_its_weekday(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("transport")
    person.answer("transport.departure", "11 des 26")
    line = person.question("transport.departure").box.line("reading")
    assert line is not None
    assert line.reading.text() == "Jumat, 11 Desember 2026"


@pytest.mark.parametrize(
    ("page", "path", "word", "answer"),
    [("buyer", "buyer.tax_id", "Tidak ada", "none"), ("transport", "transport.arrival", "Belum tahu", "unknown")],
)
def test_none_and_not_known_yet_are_answers_given_by_a_button(
    page: str, path: str, word: str, answer: str, person: Person
) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to(page)
    if path == "transport.arrival":
        person.answer(path, "")
    question = person.question(path)
    (button,) = [b for b in question.beside if b.text() == word]
    click(button)
    settle()
    assert person.shipment.answers == sample_named("footwear_rotterdam").answers | {path: answer}
    assert isinstance(question.editor, LineEdit)
    assert (question.editor.text(), question.editor.placeholderText()) == ("", word)
    assert not button.isVisible()
    person.answer(path, "1-1-2027" if page == "transport" else "NL0099")
    assert path not in person.shipment.answers


def restarted(person: Person, folder: Path) -> Person:
    """The program after a power cut, with the shipment open that was open."""
    document = person.editing.id
    after = person.power_cut(folder)
    after.open(document)
    return after
