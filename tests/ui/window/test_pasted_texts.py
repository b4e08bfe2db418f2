"""A text of many pages, pasted by mistake: the field takes what there is room for, and says that this is not all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolTip

from app.ui.widgets import line_edit, text_edit
from tests.ui.hands import press
from tests.ui.window.person import Person, in_focus, settle

PAGES = "kata" * 50_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("path", "most", "said"),
    [("buyer.name", line_edit.MOST_LETTERS, "1.000 huruf"), ("buyer.address", text_edit.MOST_LETTERS, "8.000 huruf")],
)
def test_a_field_takes_what_there_is_room_for_and_says_so(person: Person, path: str, most: int, said: str) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    question = person.tab_to(path)
    press(in_focus(), Qt.Key.Key_A, CTRL)
    paste(PAGES)
    line = question.box.line("reading")
    assert line is not None
    assert said in line.reading.text()
    person.press(Qt.Key.Key_Tab)
    assert line.isVisible()
    assert len(shown(person, path)) == most
    person.answer(path, "Toko Contoh")
    assert not line.isVisible()


def test_a_pasted_text_that_fits_is_taken_whole_and_without_a_word(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    question = person.tab_to("buyer.address")
    press(in_focus(), Qt.Key.Key_A, CTRL)
    paste("Voorbeeldkade 17\n3011 AA")
    assert shown(person, "buyer.address") == "Voorbeeldkade 17\n3011 AA"
    assert question.box.line("reading") is None


def test_a_cell_says_it_in_a_tool_tip(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("goods")
    person.grid.table.edit_here("", 0)
    paste(PAGES)
    assert "1.000 huruf" in QToolTip.text()
    QToolTip.hideText()


def test_an_answer_that_is_longer_already_is_shown_whole(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.editing.change_text("buyer.name", "A" * 40_000)
    person.turn_to("buyer")
    assert len(shown(person, "buyer.name")) == 40_000


def paste(text: str) -> None:
    """Ctrl+V where the keyboard is."""
    QApplication.clipboard().setText(text)
    press(in_focus(), Qt.Key.Key_V, CTRL)
    settle()


def shown(person: Person, path: str) -> str:
    """The text of a field."""
    editor = person.question(path).editor
    assert isinstance(editor, line_edit.LineEdit | text_edit.TextEdit)
    return editor.typed()
