"""The editor of a cell in a painted table: it covers the cell, and its text stands where the cell's text stood."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.look.scale import QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.painting import Ink

_SECOND = Ink(QUIET, "quiet")
_HAIRLINE = 1
_INSIDE = 2
"""What QLineEdit keeps free at each side of its text, whatever is asked of it."""
_CARET = 2
"""And behind a text at the right, for the caret."""


class CellEdit(LineEdit):
    """A line of text without a box of its own: the ring of the cell is its border. Give it the cell's whole rectangle,
    without its hairline.
    """

    def __init__(self, pad: int, *, second: str = "", right: bool = False, parent: QWidget | None = None) -> None:
        """``pad`` is the cell's padding at 100 %; ``second`` the line under the text, which stays as it is; ``right``
        whether the text stands at the right.
        """
        super().__init__(parent=parent)
        self._pad, self._second = pad, second
        self.setProperty("kind", "cell")
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Turn the view's selection round, so that a long text is seen from its beginning, as it was painted."""
        super().focusInEvent(event)
        if self.selectedText() == self.text():
            self.setSelection(len(self.text()), -len(self.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text in its line."""
        super().resizeEvent(event)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, the line under it, the ring."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self._second:
            _, second = painting.two_lines(self._cell())
            painting.write(painter, second.adjusted(px(self._pad), 0, -px(self._pad), 0), self._second, _SECOND)
        painting.ring(painter, whole, "accent" if self.hasFocus() else "edge")

    def _dress(self) -> None:
        side, above, below = px(self._pad) - _INSIDE, 0, -_HAIRLINE
        if self._second:
            first, _ = painting.two_lines(self._cell())
            above, below = round(first.top()), round(self.height() - first.bottom())
        room = _CARET if self.alignment() & Qt.AlignmentFlag.AlignRight else 0
        self.setTextMargins(side, above, side - room, below)

    def _cell(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, 0, _HAIRLINE)
