"""Run in a process of its own: opens a window, notes what it took until the first paint, and ends.

The time is the process' own processor time, which runs from the interpreter's start; nothing waits before the first
paint, and what else the machine does is not counted.
"""

import sys
import time
from typing import NoReturn


def ours(folder: str) -> None:
    """The program as it is started by a person, on a data folder."""
    sys.argv = ["siap-ekspor-jendela", "--data", folder]
    from app.__main__ import open_window

    open_window(_end)


def bare() -> None:
    """The least that Qt for Python can show."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
            super().paintEvent(event)
            _end()

    app = QApplication(["bare"])
    window = Bare()
    window.resize(1366, 700)
    window.show()
    app.exec()


def _end() -> NoReturn:
    seconds, modules = time.process_time(), sorted(sys.modules)
    import json
    import os

    sys.stdout.write(json.dumps({"seconds": seconds, "modules": modules}))
    sys.stdout.flush()
    # At once: what comes after the first paint is not measured, and nobody is to wait for its threads.
    os._exit(0)
