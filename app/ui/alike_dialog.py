"""Asks, before something is kept in a book, whether it is one that stands there under a name spelled another way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.layouts import in_bands
from app.ui.look.scale import px
from app.ui.widgets.buttons import literal, normal
from app.ui.widgets.labels import Heading
from app.words import Language, say

_MOST = 5
"""More spellings of one name than anybody keeps."""


class AlikeDialog(QDialog):
    """One button for each that it may be, one for none of them."""

    settled = Signal(str)
    """The id of the one it is; "" where it is another."""

    def __init__(
        self, language: Language, book: str, title: str, alike: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``alike``: id and name of each."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("books.alike_title", language, book=book))
        self.same = []
        for document, name in alike[:_MOST]:
            button = normal(literal(say("books.alike_same", language, name=name)))
            button.setProperty("document", document)
            button.clicked.connect(self._on_same)
            self.same.append(button)
        self.other = normal(say("books.alike_other", language))
        self.cancel = normal(say("window.cancel", language))
        self.other.clicked.connect(self._on_other)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(Heading(self.windowTitle(), say("books.alike_intro", language, title=title)))
        self.same[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Room for the sentences."""
        return QSize(px(560), super().sizeHint().height())

    def _lay_out(self, heading: Heading) -> None:
        page, foot = QVBoxLayout(), QHBoxLayout()
        page.setContentsMargins(px(20), px(16), px(20), px(16))
        page.setSpacing(px(8))
        page.addWidget(heading)
        page.addSpacing(px(8))
        for button in (*self.same, self.other):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            page.addLayout(row)
        foot.setContentsMargins(px(20), px(10), px(20), px(10))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        in_bands(self, None, page, foot)

    def _on_same(self) -> None:
        button = self.sender()
        if button is not None:
            self.settled.emit(str(button.property("document")))
            self.accept()

    def _on_other(self) -> None:
        self.settled.emit("")
        self.accept()
