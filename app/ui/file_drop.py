"""A file dragged over a part of the window and dropped there. Whoever opens it says what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QFileInfo, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.start.drop_frame import DropFrame


class FileDrop(QObject):
    """Takes one file, of whatever kind, and shows meanwhile that it may be dropped."""

    dropped = Signal(str)
    """The path of the file."""

    def __init__(self, place: QWidget, sentence: str) -> None:
        super().__init__(place)
        self._place = place
        self._frame = DropFrame(sentence, place)
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def speak(self, sentence: str) -> None:
        """Say it in other words from now on."""
        self._frame.sentence = sentence

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what comes over the place and what fields inside it leave alone."""
        if isinstance(event, QDragEnterEvent) and _one_file(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._frame.setGeometry(self._place.rect())
            self._frame.show()
            self._frame.raise_()
            return True
        if event.type() in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._frame.hide()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and (path := _one_file(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(path)
            return True
        return super().eventFilter(watched, event)


def _one_file(dragged: QMimeData) -> str:
    """The path of the one file that is dragged; "" for anything else."""
    urls = dragged.urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and QFileInfo(path).isFile() else ""
