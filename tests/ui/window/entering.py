"""What the keyboard of the tests cannot do by itself: letters it has not, and an entry of a short list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.widgets.combo import Combo
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.text_edit import TextEdit


def compose(field: QWidget, text: str) -> None:
    """Letters that the keyboard of the tests has not, as an input method brings them."""
    if isinstance(field, LineEdit):
        field.insert(text)
        field.textEdited.emit(field.text())
    else:
        assert isinstance(field, TextEdit)
        field.insertPlainText(text)


def choose(combo: Combo, text: str) -> None:
    """Take an entry of a short list by the arrows."""
    at = combo.findText(text, Qt.MatchFlag.MatchStartsWith)
    assert at >= 0, [combo.itemText(i) for i in range(combo.count())]
    while combo.currentIndex() != at:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down if before < at else Qt.Key.Key_Up)
        assert combo.currentIndex() != before
