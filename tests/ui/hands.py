"""The person's hands: keys and mouse. A letter the keyboard of the tests has not would kill the interpreter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_NONE = Qt.KeyboardModifier.NoModifier


def type_into(widget: QWidget, text: str) -> None:
    """Type ASCII letters."""
    assert text.isascii()
    assert widget is not None
    QTest.keyClicks(widget, text)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press one key."""
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle where nothing else is said."""
    assert widget is not None
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NONE, at or widget.rect().center())


def click_twice(widget: QWidget, at: QPoint) -> None:
    """Double-click with the left button."""
    assert widget is not None
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, _NONE, at)
