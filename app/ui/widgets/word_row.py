"""A row of words with a button at its end. Knows neither problems nor answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look.scale import HIT, font, px
from app.ui.look.theme import restyled

_BORDERS = 4
"""What a button has around its 32 px, border and margin."""


class WordRow(QWidget):
    """However many lines its words take, the first of them stands level with the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QHBoxLayout()
        """Where icon and words go; what is lower than the row is added at the top."""
        self.words.setSpacing(8)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self._whole.addLayout(self.words, 1)
        self._dress()

    def end_with(self, button: QWidget) -> None:
        """Put ``button`` at the end."""
        self._whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _dress(self) -> None:
        height = px(HIT) + _BORDERS
        above = max((height - QFontMetrics(font()).height()) // 2, 0)
        self.words.setContentsMargins(0, above, 0, above)
        self.setMinimumHeight(height)
