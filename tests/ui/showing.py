"""Puts widgets into a window of their own, as a person would see them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


class Show:
    """Shows widgets in a column, in an active window, and keeps the window: a widget does not keep its parent."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._kept: list[QWidget] = []

    def __call__(self, first: W, *others: QWidget, width: int = 0) -> W:
        """Show them; gives the first back."""
        whole = QWidget()
        self._kept.append(whole)
        rows = QVBoxLayout(whole)
        rows.addWidget(first)
        for other in others:
            rows.addWidget(other)
        self._qtbot.addWidget(whole)
        if width:
            whole.resize(width, 600)
        with self._qtbot.waitActive(whole):
            whole.show()
            whole.activateWindow()
        return first
