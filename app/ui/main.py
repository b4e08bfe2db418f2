"""The start of the window: settings, look, first paint; everything heavy after it.

Until the window is painted only Qt, the settings and the look are imported: every text needs fonts and words, and
every widget its classes, which together would double the time.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.services.data_folder import asked_folder, data_folder
from app.services.settings import read_settings
from app.ui.bug_log import BugLog, Mistake
from app.ui.look.theme import STYLE_ARGUMENTS, Theme
from app.ui.main_window import MainWindow

if TYPE_CHECKING:
    import datetime

_ONE_FRAME = 17
"""Milliseconds that the furnished window has to be painted before the rest holds it up."""
_UNSEEN = 1000
"""Milliseconds after which a window that nobody can see goes on all the same: it may have been started minimised."""


def main(after_first_paint: Callable[[], None] | None = None) -> int:
    """Open the window; the exit code."""
    return run(data_folder(asked_folder(sys.argv[1:]), os.environ), _today, after_first_paint)


def run(folder: Path, today: Callable[[], datetime.date], after_first_paint: Callable[[], None] | None = None) -> int:
    """Open the window on a data folder, or raise the one that is open there already."""
    app = QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    app.setApplicationName("Siap Ekspor")
    app.setDesktopFileName("siap-ekspor")
    read = read_settings(folder)
    theme = Theme(app, read.settings.look, read.settings.text_size / 100)
    window = MainWindow(folder, read, theme, today)
    BugLog(folder, partial(_tell, window)).install()
    window.show()
    if after_first_paint is not None:
        window.painted.connect(after_first_paint)
    # Queued: what the paint event drew is on the screen before the rest begins.
    window.painted.connect(window.furnish, Qt.ConnectionType.QueuedConnection)
    window.furnished.connect(partial(QTimer.singleShot, _ONE_FRAME, window.begin))
    QTimer.singleShot(_UNSEEN, window.begin)
    # What was imported stays to the end: the collector is not to walk it, now or ever.
    gc.freeze()
    gc.enable()
    code = app.exec()
    window.deleteLater()
    return code


def _tell(window: MainWindow, mistake: Mistake) -> None:
    from app.ui.bug_screen import show_mistake  # the first window is not to wait for what no good day needs

    show_mistake(window, mistake)


def _today() -> datetime.date:
    import datetime

    return datetime.datetime.now().astimezone().date()
