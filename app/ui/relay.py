"""Answers from other threads, run on the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid


class Relay(QObject):
    """Takes functions without arguments from any thread and runs them on the thread it lives on, in order.

    An answer for a screen that has gone meanwhile is dropped.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def put(self, answer: Callable[[], None]) -> None:
        """Run ``answer`` on the screen's thread, soon. May be called from any thread."""
        self._answered.emit(answer)

    @Slot(object)
    def _run(self, answer: Callable[[], None]) -> None:
        if _is_awaited(answer):
            answer()


def _is_awaited(answer: Callable[..., Any]) -> bool:
    while isinstance(answer, partial):
        answer = answer.func
    asked = getattr(answer, "__self__", None)
    return not isinstance(asked, QObject) or isValid(asked)
