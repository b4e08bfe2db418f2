"""A field of several lines, which grows with its text before it shows a scroll bar."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QFontMetricsF, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from app.ui.look.scale import font
from app.ui.look.theme import restyled
from app.ui.widgets.line_edit import leaves_undo, set_problem

_FRAME = 19
"""Border, padding and the document's own margin, above and below, and the pixel Qt wants besides; in pixels."""


MOST_LETTERS = 8000
"""A letter of credit describes goods in 6,500; a text of many pages, pasted by mistake, would hold the screen up."""


class TextEdit(QPlainTextEdit):
    """Lines of text. Tab goes on to the next field; Enter begins a line."""

    edited = Signal(str)
    """The person changed it; the text as it stands."""
    finished = Signal()
    """The person left it."""
    full = Signal(int)
    """More was pasted than fits, and the rest was not taken; how many letters it takes."""

    def __init__(
        self, text: str = "", placeholder: str = "", *, lines: int = 2, most: int = 6, parent: QWidget | None = None
    ) -> None:
        """``lines`` high at first, growing to ``most``."""
        super().__init__(parent)
        self._lines, self._most = lines, max(lines, most)
        self._filling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._on_changed)
        self.fill(text)
        self._fit()

    def fill(self, text: str) -> None:
        """Put ``text`` in; says nothing."""
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    def typed(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def set_problem(self, has: bool) -> None:
        """Show the red border while it has not the focus."""
        set_problem(self, has)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take no file for its path: the window opens it."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop what there is room for, and say where that is not all."""
        pasted = source.text()
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        room = max(MOST_LETTERS - kept, 0)
        self.insertPlainText(pasted[:room])
        self.ensureCursorVisible()
        if len(pasted) > room:
            self.full.emit(MOST_LETTERS)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if leaves_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person has left."""
        super().focusOutEvent(event)
        self.finished.emit()

    def _on_changed(self) -> None:
        self._fit()
        if not self._filling:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        wanted = min(max(ceil(self.document().size().height()), self._lines), self._most)
        self.setFixedHeight(ceil(QFontMetricsF(font()).lineSpacing()) * wanted + _FRAME)
