"""Run in a process of its own, and killed: types letters into the fields of a shipment, eight keys a second.

Which key comes when is known beforehand; the log says when each was done.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from app.ui.page_view import PageView
from app.ui.shipment_screen import ShipmentScreen
from tests.ui.window.alone import application, opened_screen, window_on

FIELDS = ("buyer.name", "buyer.city", "buyer.contact", "buyer.email")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RUNS = (5, 3, 9, 1, 4, 12, 2, 7)
"""How many letters go into a field before the next field's turn comes."""
_PAUSE = 125
_LONGEST = 120_000
"""Milliseconds after which it ends by itself: whoever was to kill it has gone."""


def key(number: int) -> tuple[str, str]:
    """Which field the key of a number (from 0) goes to, and its letter."""
    turn = 0
    first = 0
    while first + _RUNS[turn % len(_RUNS)] <= number:
        first += _RUNS[turn % len(_RUNS)]
        turn += 1
    return FIELDS[turn % len(FIELDS)], _LETTERS[number % len(_LETTERS)]


def main(folder: str, document: str, log: str) -> None:
    """Open the window and a shipment, and type until somebody kills this process."""
    app = application()
    QTimer.singleShot(_LONGEST, app.quit)
    window = window_on(app, Path(folder))
    if window.desk is None:
        raise RuntimeError("the store is not open")
    window.desk.open(document)
    typist = _Typist(opened_screen(window), log)
    timer = QTimer()
    timer.timeout.connect(typist.press)
    timer.start(_PAUSE)
    app.exec()


class _Typist:
    def __init__(self, screen: ShipmentScreen, log: str) -> None:
        self._screen = screen
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._number = 0
        self._field = ""

    def press(self) -> None:
        """The next key; where it belongs into another field, that one is gone to first."""
        field, letter = key(self._number)
        if field != self._field:
            self._screen.go_to(field)
            self._field = field
        page = self._screen.view()
        question = page.question(field) if isinstance(page, PageView) else None
        if question is None:
            raise RuntimeError(f"{field} is not asked")
        QTest.keyClick(question.editor, Qt.Key.Key_End)
        QTest.keyClicks(question.editor, letter)
        self._number += 1
        os.write(self._log, f"{time.monotonic()}\n".encode())
