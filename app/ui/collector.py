"""Collects Python's garbage on the screen's thread only.

Python collects reference cycles in whichever thread happens to allocate. A cycle that holds a widget would then be
destroyed on the worker's or the storage thread, which Qt does not survive (PySide has no guard against it).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 200


class Collector(QObject):
    """While it lives no other thread collects; made before the first thread is started."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start(_LOOK_EVERY_MS)

    def collect_due(self) -> None:
        """Collect the oldest generation that Python itself would have collected by now."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if 0 < thresholds[generation] < counts[generation]]
        if due:
            gc.collect(due[-1])

    def settle(self) -> None:
        """What has been read by now stays: leave it out of every collection, which then is no hitch on the screen."""
        gc.freeze()

    def end(self) -> None:
        """No other thread is left: what the window leaves behind goes now, and Python collects by itself again.

        What was left out of every collection goes with the process; a person is not to wait until it is walked.
        """
        self._timer.stop()
        gc.collect()
        gc.enable()
