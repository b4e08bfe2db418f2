"""The picture of a sample paper at the right of the first start. Knows no paper: it is handed a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET, font, px

_WIDEST, _SIDE, _TOP, _FOOT = 440, 24, 40, 48
_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_SHADOW_STEPS, _SHADOW_DEPTH = 6, 8  # black of 3 %: TOKENS of the paper


class SamplePicture(QWidget):
    """The desk, and the sheet on it once there is one. Painted whole, so nothing moves when it arrives."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._picture = QImage()
        self._fitted = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: QImage) -> None:
        """Lay a sheet on the desk; a null picture leaves the desk empty."""
        self._picture, self._fitted = picture, QPixmap()
        self.setAccessibleName("" if picture.isNull() else self._caption)
        self.update()

    def sheet(self) -> QRectF:
        """Where the sheet lies; empty without one."""
        size = self._picture.size()
        if size.isEmpty():
            return QRectF()
        room_x, room_y = self.width() - 2 * px(_SIDE), self.height() - px(_TOP) - px(_FOOT)
        wide = min(px(_WIDEST), room_x, room_y * size.width() / size.height())
        if wide <= 0:
            return QRectF()
        high = wide * size.height() / size.width()
        return QRectF(round((self.width() - wide) / 2), px(_TOP), round(wide), round(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Desk, shadow, sheet, caption."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("desk"))
        sheet = self.sheet()
        if sheet.isEmpty():
            return
        _shade(painter, sheet)
        painter.drawPixmap(sheet.topLeft(), self._fitting(sheet))
        below = QRectF(px(_SIDE), sheet.bottom() + px(8), self.width() - 2 * px(_SIDE), px(_FOOT))
        painter.setFont(font(QUIET))
        painter.setPen(colour("quiet"))
        painter.drawText(below, _CENTRED, self._caption)

    def _fitting(self, sheet: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size = QSize(round(sheet.width() * ratio), round(sheet.height() * ratio))
        if self._fitted.size() != size:
            exact, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._fitted = QPixmap.fromImage(self._picture.scaled(size, exact, smooth))
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted


def _shade(painter: QPainter, sheet: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, _SHADOW_DEPTH))
    for step in range(_SHADOW_STEPS):
        spread = step / 2
        painter.drawRoundedRect(sheet.adjusted(-spread, -spread + 1, spread, spread + 1), 2, 2)
