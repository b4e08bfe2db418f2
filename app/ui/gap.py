"""Empty room between the parts of a page. Knows no page."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.scale import px
from app.ui.look.theme import restyled


class Gap(QWidget):
    """Nothing, some pixels high at 100 %. A layout's own spacing would not grow with the text."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(height))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self.setFixedHeight(px(self._height))
