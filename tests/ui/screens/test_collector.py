"""Widgets that hang together in a circle are let go of on the screen's thread."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.collector import Collector

_THRESHOLD = 700


class _Held(QObject):
    """In a circle with itself; says on which thread it went."""

    def __init__(self, went_on: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.went_on = went_on

    def __del__(self) -> None:
        self.went_on.append(threading.current_thread().name)


def _allocate() -> list[list[int]]:
    return [[number] for number in range(_THRESHOLD * 200)]


def test_a_circle_of_widgets_is_never_collected_on_another_thread(qtbot: QtBot) -> None:
    gc.collect()
    went_on: list[str] = []
    window = QObject()
    collector = Collector(window)
    _Held(went_on)
    other = threading.Thread(target=_allocate, name="other")
    other.start()
    other.join()
    assert went_on == []
    kept = _allocate()
    qtbot.waitUntil(lambda: bool(went_on))
    collector.end()
    assert went_on == [threading.main_thread().name]
    assert kept
    assert gc.isenabled()
