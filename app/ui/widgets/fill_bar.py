"""A container seen from the side, with the room that is taken in it. Knows no shipment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import px

_HEIGHT, _GAP = 20, 2
_LEAST, _MOST = 160, 320


class FillBar(QWidget):
    """``length`` is the container's, and ``stretches`` begin and length of what stands in it, of the longest shown."""

    def __init__(
        self, said: str, length: float, stretches: Sequence[tuple[float, float]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._length, self._stretches = length, stretches
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room, within reason."""
        return QSize(px(_MOST), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Still to be seen."""
        return QSize(px(_LEAST), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline, and in it one block a range, apart from each other."""
        painter = QPainter(self)
        whole = float(min(self.width(), px(_MOST))) - 1
        outline = QRectF(0.5, 0.5, round(whole * self._length), self.height() - 1)
        inside = outline.adjusted(_GAP + 0.5, _GAP + 0.5, -_GAP - 0.5, -_GAP - 0.5)
        for begins, length in self._stretches:
            left = inside.left() + round(inside.width() * begins / self._length)
            right = inside.left() + round(inside.width() * (begins + length) / self._length)
            painter.fillRect(QRectF(left, inside.top(), max(right - left - 1, 1), inside.height()), colour("accent"))
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawRect(outline)
