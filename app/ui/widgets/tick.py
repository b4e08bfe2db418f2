"""A check box of 18 px in a row of 32, all of which can be hit. Fusion's is 13 px with an edge of 1.6:1."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import HIT, px
from app.ui.look.theme import restyled
from app.ui.widgets import painting
from app.ui.widgets.painting import Ink

_BOX, _GAP = 18, 8


class Tick(QCheckBox):
    """A check box. ``clicked`` says what the person did; ``toggled`` also what the program did."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The row, with 1 px at each side for the ring."""
        if not self.text():
            return QSize(px(HIT), px(HIT))
        return QSize(px(_BOX) + px(_GAP) + self._text_width() + 3, px(HIT))

    def minimumSizeHint(self) -> QSize:
        """The same: its words are never cut."""
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        """Anywhere in the row."""
        return self.rect().contains(at)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, tick, ring, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = px(_BOX)
        left = 1 if self.text() else (self.width() - size) / 2
        box = QRectF(left, (self.height() - size) / 2, size, size)
        self._paint_box(painter, box)
        if self.hasFocus():
            painting.ring(painter, box.adjusted(-3, -3, 3, 3).intersected(QRectF(self.rect())))
        words = QRectF(box.right() + px(_GAP), 0, self._text_width() + 2, self.height())
        painting.write(painter, words, self.text(), Ink(tone="text" if self.isEnabled() else "disabled"))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        on = self.isChecked()
        edge, ground = ("accent", "accent") if on else ("edge", "surface")
        if not self.isEnabled():
            edge, ground = "line", "ground"
        elif self.underMouse():
            edge, ground = ("accent_hover", "accent_hover") if on else ("text", "surface")
        painter.setPen(QPen(colour(edge), 1))
        painter.setBrush(colour(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            painting.draw_icon(painter, box, "check", "on_accent" if self.isEnabled() else "disabled")

    def _text_width(self) -> int:
        return round(painting.width(self.text()) + 0.5)
