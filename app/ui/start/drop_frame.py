"""The frame that shows, while a file is dragged over the window, that it may be dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.look.scale import px
from app.ui.widgets import painting
from app.ui.widgets.painting import Ink

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class DropFrame(QWidget):
    """A ring along the edge and one sentence at the foot. Lies over everything and takes no mouse."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring, and the sentence on a plate of its own, since anything may lie under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.ring(painter, QRectF(self.rect()).adjusted(6, 6, -6, -6))
        ink = Ink(strong=True, side=_MIDDLE)
        wide = painting.width(self.sentence, ink) + px(48)
        plate = QRectF((self.width() - wide) / 2, self.height() - px(72), wide, px(40))
        painting.fill(painter, plate, "soft")
        painting.ring(painter, plate)
        painting.write(painter, plate, self.sentence, ink)
