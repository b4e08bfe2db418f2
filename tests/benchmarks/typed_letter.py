"""Run in a process of its own: types letters into the real window and notes how long each takes to be on the paper.

In turn with that, the same page is generated and rasterised alone, from the same shipment. Prints medians as JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.render.fonts import Fonts
from app.services.papers import PaperMaker
from app.ui.live_paper import rasterised
from app.ui.shipment_screen import ShipmentScreen
from tests.ui.window.alone import TODAY, application, opened_screen, until, window_on

FIELD = "references.order_no"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_REST = 120
"""Milliseconds without a new picture after which none is under way."""


def main(folder: str, file: str, runs: int) -> None:
    """Open ``file`` as a copy, type ``runs`` letters into one field, print the medians in seconds."""
    app = application()
    window = window_on(app, Path(folder))
    window.open_file(file)
    screen = opened_screen(window)
    screen.go_to(FIELD)
    until(lambda: screen.preview.drawn is not None)
    typed, alone = _Letters(screen), _Alone(screen)
    times = [(typed.seconds(_LETTERS[run % len(_LETTERS)]), alone.seconds()) for run in range(runs + 1)]
    # The first of each loads fonts and templates.
    told = screen.desk.half_typed
    if told is None or told[0] != FIELD or len(told[1]) < runs:
        raise RuntimeError("the letters went astray")
    found = {"typed": median(both[0] for both in times[1:]), "alone": median(both[1] for both in times[1:])}
    sys.stdout.write(json.dumps(found))
    window.close()


class _Letters(QObject):
    """The person's letters, and the paper's pane, which is watched."""

    def __init__(self, screen: ShipmentScreen) -> None:
        super().__init__()
        self._screen = screen
        self._old = screen.preview.drawn
        self._is_awaited = False
        self._loop = QEventLoop()
        screen.paper.sheet.installEventFilter(self)

    def seconds(self, letter: str) -> float:
        """From a letter typed until the pane has painted a paper made after it."""
        field = QApplication.focusWidget()
        if field is None:
            raise RuntimeError("no field has the focus")
        self._rest()
        self._is_awaited = True
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        self._loop.exec()
        return time.perf_counter() - began

    def _rest(self) -> None:
        """Until no picture comes any more: none that was asked for before may count as the letter's."""
        self._old = None
        # One turn of this loop for the last picture, and one without any.
        while self._old is not self._screen.preview.drawn:
            self._old = self._screen.preview.drawn
            QTimer.singleShot(_REST, self._loop.quit)
            self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        is_paint = event.type() == QEvent.Type.Paint
        if is_paint and self._is_awaited and self._screen.preview.drawn is not self._old:
            self._is_awaited = False
            # After the paint that is about to come.
            QTimer.singleShot(0, self._loop.quit)
        return False


class _Alone:
    """The same page by the same way, without window and thread."""

    def __init__(self, screen: ShipmentScreen) -> None:
        self._screen = screen
        self._maker = PaperMaker(screen.desk.ready, Fonts(fallback=True))

    def seconds(self) -> float:
        """Generating and rasterising the page that is shown."""
        paper, drawn = self._screen.preview.paper(), self._screen.preview.drawn
        if paper is None or drawn is None:
            raise RuntimeError("no paper is shown")
        shipment, width = self._screen.desk.shown_shipment(), self._screen.paper.wanted_width()
        began = time.perf_counter()
        rasterised(self._maker.make(shipment, [paper], TODAY).pdf, drawn.page, width)
        return time.perf_counter() - began
