"""Answers from other threads, run on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Relay(QObject):
    """Takes functions without arguments from any thread and runs them on the thread it lives on, in order."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def put(self, answer: Callable[[], None]) -> None:
        """Run ``answer`` on the screen's thread, soon. May be called from any thread."""
        self._answered.emit(answer)

    @Slot(object)
    def _run(self, answer: Callable[[], None]) -> None:
        answer()
