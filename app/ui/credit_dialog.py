"""A letter of credit's text pasted on its page: what would be taken over, beside the text. Changes nothing itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.exchange.mt700 import CreditText, read_credit
from app.services.credit_text import terms_told, with_credit_text
from app.services.editing import new_id
from app.ui.desk import Desk
from app.ui.layouts import empty
from app.ui.look.scale import QUIET, px
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.text_edit import TextEdit
from app.words import Message, say

_MOST_LETTERS = 120
"""Of a term or a line that could not be read: it is recognised, not read, here."""


class CreditEntry(QWidget):
    """The button above the credit's fields."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.dialog: CreditDialog | None = None
        self.button = Button(say("window.credit_paste", desk.language), ButtonKind.QUIET)
        self.button.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)

    def open(self) -> None:
        """Ask for the text."""
        self.dialog = CreditDialog(self.desk, self.window())
        self.dialog.taken.connect(self._on_taken)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_taken(self, read: CreditText) -> None:
        if self.desk.editing is not None:
            edit = partial(with_credit_text, read=read, new_id=new_id)
            self.desk.editing.apply(edit, Message("editing.take_credit"))

    def _on_finished(self) -> None:
        """The keyboard goes back to where it was."""
        self.dialog = None
        self.window().activateWindow()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


class CreditDialog(QDialog):
    """The text, and under it what is understood of it."""

    taken = Signal(object)
    """The person takes it over; what was read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.read = read_credit("")
        self.setWindowTitle(self._say("credit_title"))
        self.text = TextEdit(lines=8, most=8)
        self.text.setAccessibleName(self._say("credit_title"))
        self.summary = Label(strong=True, wrap=True)
        self.take = Button(self._say("credit_take"), ButtonKind.PRIMARY)
        self.cancel = Button(self._say("cancel"))
        self._terms = QVBoxLayout()
        self._lay_out()
        self.text.edited.connect(self._on_text)
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.reject)
        self._show()

    def sizeHint(self) -> QSize:
        """Room for the text and a dozen terms."""
        return QSize(px(640), px(600))

    def _say(self, name: str, **parts: str) -> str:
        return say(f"window.{name}", self.desk.language, **parts)

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.column.addWidget(Heading(self._say("credit_title"), self._say("credit_intro")))
        page.column.addSpacing(px(12))
        page.column.addWidget(self.text)
        page.column.addSpacing(px(12))
        page.column.addWidget(self.summary)
        page.column.addLayout(self._terms)
        page.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(32), px(10), px(32), px(14))
        buttons.setSpacing(px(10))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page, 1)
        whole.addLayout(buttons)

    def _on_text(self, text: str) -> None:
        self.read = read_credit(text)
        self._show()

    def _show(self) -> None:
        desk, read = self.desk, self.read
        told = list(terms_told(desk.ready.catalog, read, desk.circumstances()))
        empty(self._terms)
        for label, said in told:
            self._terms.addWidget(Label(f"{label.into(desk.language)}: {_short(said)}", QUIET, wrap=True))
        for tag, said in read.unread:
            self._terms.addWidget(
                Label(self._say("credit_unread", tag=tag, text=_short(said)), QUIET, "problem", wrap=True)
            )
        self.summary.setText(self._say("credit_read", count=str(len(told))) if told else self._say("credit_nothing"))
        self.take.setEnabled(bool(told))

    def _on_take(self) -> None:
        self.taken.emit(self.read)
        self.accept()


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _MOST_LETTERS else f"{one[:_MOST_LETTERS]}…"
