"""How many papers are ready, and what stands in the way of the others, each a link. Knows neither papers nor fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button, ButtonKind, literal
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label
from app.words import Language, say

Link = tuple[str, str]
"""Where it leads, and its words."""
_MOST = 3
"""So many links; the list below has the others, paper by paper."""


class ReadyLine(QWidget):
    """One sentence, then the first few links."""

    wanted = Signal(str)
    """The person wants to go where a link leads."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._shown: tuple[str, list[Link]] | None = None
        self.sentence = Label(wrap=True)
        self.links: list[Button] = []
        self._more = Label(tone="quiet")
        self._more.hide()
        self._line = FlowLayout(gap=4, below=0)
        self._line.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addLayout(self._line)

    def tell(self, sentence: str, links: Sequence[Link]) -> None:
        """Say this; where nothing is new nothing is built and the keyboard stays where it is."""
        if self._shown == (sentence, list(links)):
            return
        self._shown = sentence, list(links)
        self.sentence.setText(sentence)
        for old in self.links:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = [self._link(path, words) for path, words in links[:_MOST]]
        self._line.removeWidget(self._more)
        self._line.addWidget(self._more)
        self._more.setText(say("window.and_more", self._language, n=str(len(links) - _MOST)))
        self._more.setVisible(len(links) > _MOST)
        self.updateGeometry()

    def _link(self, path: str, words: str) -> Button:
        button = _Link(path, words)
        button.clicked.connect(self._on_clicked)
        self._line.addWidget(button)
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Link):
            self.wanted.emit(button.path)


class _Link(Button):
    def __init__(self, path: str, words: str) -> None:
        super().__init__(literal(words), ButtonKind.QUIET)
        self.path = path
