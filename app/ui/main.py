"""The start of the window: settings, look, first paint; everything heavy after it.

Until the window is painted only Qt and the start screen's own modules are imported.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.services.data_folder import data_folder
from app.services.settings import read_settings
from app.ui.bug_log import BugLog
from app.ui.look.theme import Theme
from app.ui.main_window import MainWindow


def main() -> int:
    """Open the window; the exit code."""
    asked = _asked_folder(sys.argv[1:])
    return run(data_folder(asked, os.environ), _today)


def run(folder: Path, today: Callable[[], datetime.date], after_first_paint: Callable[[], None] | None = None) -> int:
    """Open the window on a data folder, or raise the one that is open there already."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Siap Ekspor")
    app.setDesktopFileName("siap-ekspor")
    read = read_settings(folder)
    theme = Theme(app, read.settings.look, read.settings.text_size / 100)
    window = MainWindow(folder, read, theme, today)
    BugLog(folder, window.status.show_bug).install()
    window.show()
    if after_first_paint is not None:
        window.painted.connect(after_first_paint)
    # The first paint comes with the first turn of the event loop; the rest waits behind it.
    QTimer.singleShot(0, window.begin)
    code = app.exec()
    window.deleteLater()
    return code


def _asked_folder(arguments: Sequence[str]) -> str | None:
    """What stands behind ``--data``."""
    if "--data" in arguments[:-1]:
        return arguments[list(arguments).index("--data") + 1]
    return None


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
