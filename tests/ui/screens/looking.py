"""Screens in a window of a given size, and what a person finds there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import press

SIZES = [(1366, 700, 1.0), (1024, 578, 1.0), (1366, 676, 1.5), (1024, 547, 1.5)]
"""Width and height left for a screen between menu and status bar, and the text size."""

each_size = pytest.mark.parametrize(("width", "height", "factor"), SIZES)
each_language = pytest.mark.parametrize("language", ["id", "en"])


class Place:
    """Puts screens into active windows, and keeps the windows: a widget does not keep its parent."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._kept: list[QWidget] = []

    def __call__(self, screen: QWidget, width: int = 1366, height: int = 700) -> QWidget:
        """Show ``screen`` alone in a window of this size; gives the window back."""
        whole = QWidget()
        self._kept.append(whole)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(screen)
        self._qtbot.addWidget(whole)
        whole.resize(width, height)
        with self._qtbot.waitActive(whole):
            whole.show()
            whole.activateWindow()
        settle()
        return whole


def settle() -> None:
    """Let the layouts run that are due: a height may depend on a width."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def in_focus() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tabbed(count: int) -> list[QWidget]:
    """Where ``count`` presses of Tab lead, one after the other."""
    stops = []
    for _ in range(count):
        press(in_focus(), Qt.Key.Key_Tab)
        stops.append(in_focus())
    return stops


def button(screen: QWidget, word: str) -> QPushButton:
    """The one button with this word that can be seen."""
    (found,) = [b for b in screen.findChildren(QPushButton) if b.isVisible() and b.text() == word]
    return found


def words(screen: QWidget) -> set[str]:
    """The words of all buttons that can be seen."""
    return {b.text() for b in screen.findChildren(QPushButton) if b.isVisible()}
