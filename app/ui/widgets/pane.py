"""Grounds and hairlines: what holds other widgets and shows nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import px
from app.ui.look.theme import restyled


class Pane(QWidget):
    """A part of the window on one of the grounds: surface, ground, side, desk."""

    def __init__(self, ground: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill with the ground's colour of now, so that nothing has to be told when it changes."""
        QPainter(self).fillRect(event.rect(), colour(self._ground))


class Hairline(QWidget):
    """A line of 1 px, whatever the text size."""

    def __init__(self, tone: str = "line", *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        if upright:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it: an antialiased line would be 2 px of grey."""
        QPainter(self).fillRect(event.rect(), colour(self._tone))


class Gap(QWidget):
    """Room between two parts of a column that grows with the text, which the spacing of a layout does not."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        """``height`` in pixels at 100 %."""
        super().__init__(parent)
        self._height = height
        self.setFixedHeight(px(height))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self.setFixedHeight(px(self._height))
