"""A field of one line, 36 px high outside. Never a validator: whoever reads the text says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.widgets import painting

_ZONE = 32
"""How wide the place of the icon is, all of which can be hit."""


MOST_LETTERS = 1000
"""Longer than any answer of one line; a text of many pages, pasted by mistake, would hold the screen up for seconds."""


class LineEdit(QLineEdit):
    """A line of text. Undo and redo are left to the window, whose steps outlive the field."""

    edited = Signal(str)
    """The person changed it; the text as it stands."""
    finished = Signal()
    """The person left it or pressed Enter."""
    icon_clicked = Signal()
    full = Signal(int)
    """More was pasted or typed than fits, and the rest was not taken; how many letters it takes."""

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = ""
        self._leading = False
        self._width = 0
        self.setPlaceholderText(placeholder)
        self.setMaxLength(MOST_LETTERS)
        self.fill(text)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self.finished)
        self.inputRejected.connect(self._on_rejected)

    def fill(self, text: str) -> None:
        """Put ``text`` in, seen from its beginning; says nothing."""
        if text != self.text():
            # What stands there already is never cut. Qt counts a letter beyond the first 65,536 as two.
            self.setMaxLength(max(MOST_LETTERS, 2 * len(text)))
            self.setText(text)
            self.setCursorPosition(0)

    def typed(self) -> str:
        """The text as it stands."""
        return self.text()

    def set_problem(self, has: bool) -> None:
        """Show the red border while it has not the focus."""
        set_problem(self, has)

    def set_width(self, width: int) -> None:
        """Make it ``width`` pixels wide at 100 %, and follow the text size."""
        self._width = width
        self._dress()

    def set_icon(self, name: str, *, leading: bool = False) -> None:
        """Show an icon at the end of the field (or, only to be seen, at its beginning)."""
        self._icon, self._leading = name, leading
        self._dress()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take no file for its path: the window opens it."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the icon; Qt's own stays 16 px at every text size."""
        super().paintEvent(event)
        if self._icon:
            painting.draw_icon(QPainter(self), self._icon_place(), self._icon, self._icon_tone(), self._icon_size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the icon is not a click into the text."""
        if self._on_icon(event):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.icon_clicked.emit()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """An arrow over the icon, as over a button."""
        shape = Qt.CursorShape.ArrowCursor if self._on_icon(event) else Qt.CursorShape.IBeamCursor
        self.setCursor(shape)
        super().mouseMoveEvent(event)

    def _on_rejected(self) -> None:
        self.full.emit(self.maxLength())

    def _dress(self) -> None:
        zone = px(_ZONE) - 10 if self._icon else 0
        self.setTextMargins(zone if self._leading else 0, 0, 0 if self._leading else zone, 0)
        if self._width:
            self.setFixedWidth(px(self._width))
        self.update()

    def _on_icon(self, event: QMouseEvent) -> bool:
        return bool(self._icon) and not self._leading and self._icon_place().contains(event.position())

    def _icon_place(self) -> QRectF:
        zone = px(_ZONE)
        return QRectF(0 if self._leading else self.width() - zone, 0, zone, self.height())

    def _icon_tone(self) -> str:
        return "quiet" if self.isEnabled() else "disabled"

    def _icon_size(self) -> int:
        return 16


def set_problem(field: QWidget, has: bool) -> None:
    """Give a field the style sheet's border of a problem, or take it away."""
    if bool(field.property("problem")) != has:
        field.setProperty("problem", has)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()


def leaves_undo(event: QEvent) -> bool:
    """Whether a key is one a field does not take for itself: the window undoes and redoes everything."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
