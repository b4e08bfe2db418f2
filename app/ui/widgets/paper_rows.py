"""The papers of *Dokumen*: plain rows to tick; only the row one stands on has editors for language and sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.look.scale import QUIET, px
from app.ui.look.theme import restyled
from app.ui.widgets import painting
from app.ui.widgets.painting import Ink
from app.ui.widgets.paper_row import PaperRow, PaperRowWidget, columns
from app.words import Language, say

_HEAD = 30
_HEADS = ("paper", "language", "sheet")
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PaperRows(QWidget):
    """Arrows change the row, Space ticks, F2 or Tab goes to its editors, Esc comes back from them."""

    changed = Signal(object, str, object)
    """The person changed something; the paper's id, the name of the ``PaperRow`` entry, and what it is now: a bool for
    ``chosen``, the key for ``language`` and ``sheet``."""
    remark_wanted = Signal(object)
    """The person clicked what a paper still lacks; its id."""
    current_changed = Signal(object)
    """The person went to another row; the paper's id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._rows: list[PaperRowWidget] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("window.head_paper", language))
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._dress()

    def show_rows(self, rows: Sequence[PaperRow]) -> None:
        """Show these papers; while they are the same ones, focus and row stay."""
        if [row.id for row in rows] != [widget.row.id for widget in self._rows]:
            self._replace(rows)
        for widget, row in zip(self._rows, rows, strict=True):
            widget.show_row(row)
        self._stand_on(min(self._current, max(len(rows) - 1, 0)))

    def current(self) -> object:
        """The id of the paper one stands on; None where there is none."""
        return self._rows[self._current].row.id if self._rows else None

    def go_to(self, paper_id: object) -> None:
        """Stand on the row of a paper; says nothing."""
        at = next((i for i, widget in enumerate(self._rows) if widget.row.id == paper_id), None)
        if at is not None:
            self._stand_on(at)

    def widgets(self) -> Sequence[PaperRowWidget]:
        """The rows."""
        return self._rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space, F2; from an editor of the row, Esc."""
        step = _STEPS.get(Qt.Key(event.key()))
        if not self._rows:
            super().keyPressEvent(event)
        elif step is not None:
            self._go(min(max(self._current + step, 0), len(self._rows) - 1))
        elif event.key() == Qt.Key.Key_Space:
            self._rows[self._current].tick.click()
        elif event.key() == Qt.Key.Key_F2:
            self._rows[self._current].begin_editing()
        elif event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._ring()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The head over the rows."""
        painter = QPainter(self)
        head = QRectF(0, 0, self.width(), px(_HEAD))
        for name, place in zip(_HEADS, columns(head), strict=True):
            left = 0 if name == "paper" else 12
            text = say(f"window.head_{name}", self._language)
            painting.write(painter, place.adjusted(left, 0, 0, 0), text, Ink(QUIET, "quiet"))
        painting.rule(painter, head.adjusted(0, 0, 0, 1), "edge")

    def _replace(self, rows: Sequence[PaperRow]) -> None:
        for old in self._rows:
            self._layout.removeWidget(old)
            old.deleteLater()
        self._rows = [PaperRowWidget(row, self._language, self) for row in rows]
        for widget in self._rows:
            self._layout.addWidget(widget)
            widget.changed.connect(self.changed)
            widget.remark_wanted.connect(self.remark_wanted)
            widget.pressed.connect(self._on_pressed)

    def _dress(self) -> None:
        self._layout.setContentsMargins(0, px(_HEAD) + 1, 0, 0)

    def _go(self, at: int) -> None:
        if at != self._current:
            self._stand_on(at)
            self.current_changed.emit(self.current())

    def _stand_on(self, at: int) -> None:
        self._current = at
        for i, widget in enumerate(self._rows):
            widget.set_current(i == at)
        self._ring()

    def _ring(self) -> None:
        for i, widget in enumerate(self._rows):
            widget.set_ring(i == self._current and self.hasFocus())

    def _on_pressed(self) -> None:
        widget = self.sender()
        if isinstance(widget, PaperRowWidget):
            self._go(self._rows.index(widget))
            self.setFocus(Qt.FocusReason.MouseFocusReason)
