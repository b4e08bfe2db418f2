"""The real window in a process of its own, without pytest: for what is timed or killed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.services.settings import read_settings
from app.ui.look.theme import STYLE_ARGUMENTS, Theme
from app.ui.main_window import MainWindow
from app.ui.shipment_screen import ShipmentScreen

TODAY = datetime.date(2026, 11, 24)
_PATIENCE = 30_000
"""Milliseconds until it is given up; nothing takes as long."""
_GLANCE = 5


def application() -> QApplication:
    """The application as the program makes it. Whoever asks keeps it."""
    return QApplication(["siap-ekspor", *STYLE_ARGUMENTS])


def window_on(app: QApplication, folder: Path) -> MainWindow:
    """The window on a data folder, its list shown."""
    window = MainWindow(folder, read_settings(folder), Theme(app, "light"), lambda: TODAY)
    window.resize(1366, 706)
    window.show()
    window.activateWindow()
    window.begin()
    until(lambda: window.desk is not None and window.desk.program is not None and bool(window.status.left.text()))
    return window


def opened_screen(window: MainWindow) -> ShipmentScreen:
    """The screen of the shipment that is being opened. Raises RuntimeError where none comes."""
    until(lambda: window.shipment_screen is not None)
    if window.shipment_screen is None:
        raise RuntimeError("no shipment is open")
    return window.shipment_screen


def until(condition: Callable[[], bool]) -> None:
    """Let the window work until something is so. Raises RuntimeError where it never is."""
    loop, glance, patience = QEventLoop(), QTimer(), QTimer()
    glance.timeout.connect(lambda: loop.quit() if condition() else None)
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    glance.start(_GLANCE)
    patience.start(_PATIENCE)
    if not condition():
        loop.exec()
    if not condition():
        raise RuntimeError("the window does not get on")
