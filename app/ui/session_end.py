"""The end of the system's session: what is being typed, and all that waits, goes to the disk before the system ends it.

A system that shuts down asks every program once, and kills those that are slow to answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_WAIT = 2.0
"""Seconds for the disk; a system that shuts down waits for five or so."""


class SessionEnd(QObject):
    """Listens for one window, as long as the window lives."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._on_commit)

    def _on_commit(self) -> None:
        """Keep everything, and go on: a person may still call the shutdown off."""
        if self._window.shipment_screen is not None:
            self._window.shipment_screen.commit()
        if self._window.desk is not None:
            # The one wait on the screen's thread: when this returns, the system may end the program at once.
            self._window.desk.storage.flush(_WAIT)
