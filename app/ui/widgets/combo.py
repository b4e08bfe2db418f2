"""A choice from a short list, opened by a click: field and chevron. Long lists are code fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.widgets import painting
from app.ui.widgets.line_edit import set_problem


class Combo(QComboBox):
    """One of several, each with a key that is said and a text that is shown."""

    chosen = Signal(object)
    """The person chose; the key."""

    def __init__(self, choices: Sequence[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = 0
        self.setProperty("kind", "painted")
        self.setItemDelegate(QStyledItemDelegate(self))  # the one by default knows no ::item rules
        self.offer(choices)
        self.activated.connect(self._on_activated)

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Replace what can be chosen, keeping what is chosen where it is still there; says nothing."""
        kept = self.key()
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.choose(kept)

    def choose(self, key: object) -> None:
        """Show the choice with ``key``, or none; says nothing."""
        self.setCurrentIndex(next((i for i in range(self.count()) if self.itemData(i) == key), -1))

    def key(self) -> object:
        """What is chosen; None where nothing is."""
        return self.currentData()

    def set_problem(self, has: bool) -> None:
        """Show the red border while it has not the focus."""
        set_problem(self, has)

    def set_width(self, width: int) -> None:
        """Make it ``width`` pixels wide at 100 %, and follow the text size."""
        self._width = width
        self._dress()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, never the answer."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the chevron, which a border in the style sheet takes away."""
        super().paintEvent(event)
        place = QRectF(self.width() - px(32), 0, px(32), self.height())
        painting.draw_icon(QPainter(self), place, "down", "quiet" if self.isEnabled() else "disabled", 16)

    def _dress(self) -> None:
        if self._width:
            self.setFixedWidth(px(self._width))

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))
