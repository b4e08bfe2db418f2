"""One paper that a shipment needs: its name, why, who makes it; what would decide it, and a way to add its draft."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.scale import QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.labels import Label
from app.words import Language, say


class NeededPaper(NamedTuple):
    """What the row shows."""

    id: str
    title: str
    need: str
    """Needed, perhaps, not used: the word."""
    why: str
    more: str
    """What decides, which forms are worth trying, who issues it and what is asked for it; a line each."""
    questions: Sequence[tuple[str, str]]
    """Path and label of what would decide it and can be answered here."""
    may_add: bool
    """Whether its draft is made here and not chosen yet."""
    is_added: bool


class NeededRow(QWidget):
    """Shows one paper at a time; a change keeps its widgets, so that nothing jumps."""

    added = Signal(str)
    """The person wants its draft; the paper's id."""
    answer_wanted = Signal(str)
    """The person wants to answer what decides; the path."""

    def __init__(self, paper: NeededPaper, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper, self._language = paper, language
        self.title, self.need = Label(strong=True, wrap=True), Label(size=QUIET, tone="quiet")
        self.why = Label(wrap=True)
        self.more = Label(size=QUIET, tone="quiet", wrap=True)
        self.add: Button | None = None
        self.is_in: Label | None = None
        """Both are made where they are wanted: a page has many papers that nothing is made of here."""
        self.answers: list[tuple[str, Button]] = []
        self._lay_out()
        self.show_paper(paper)

    def show_paper(self, paper: NeededPaper) -> None:
        """Show what is known of the paper now."""
        if [path for path, _ in self.answers] != [path for path, _ in paper.questions]:
            self._ask(paper)
        self.paper = paper
        self.title.setText(paper.title)
        self.need.setText(paper.need)
        self.why.setText(paper.why)
        self.more.setText(paper.more)
        self.more.setVisible(bool(paper.more))
        self._show_draft(paper)

    def buttons(self) -> list[Button]:
        """Everything that can be done here, as one reads it."""
        return [*(button for _, button in self.answers), *([self.add] if self.add and self.paper.may_add else [])]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line under the row."""
        painting.rule(QPainter(self), QRectF(self.rect()))

    def _show_draft(self, paper: NeededPaper) -> None:
        """The button that adds the draft, or the word that it was added."""
        if paper.may_add and self.add is None:
            self.add = quiet(say("window.add_paper", self._language), "plus", self)
            self.add.clicked.connect(self._on_add)
            self._drafted.insertWidget(0, self.add)
        if paper.is_added and self.is_in is None:
            self.is_in = Label(say("window.added_paper", self._language), QUIET, "quiet", parent=self)
            self._drafted.insertWidget(0, self.is_in)
        if self.is_in is not None:
            self.is_in.setVisible(paper.is_added)
        if self.add is not None:
            if self.add.hasFocus() and not paper.may_add:
                self.focusNextChild()
            self.add.setVisible(paper.may_add)

    def _ask(self, paper: NeededPaper) -> None:
        for _, button in self.answers:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self.answers = []
        for path, label in paper.questions:
            button = quiet(say("window.answer_question", self._language, label=label), parent=self)
            button.setObjectName(path)
            button.clicked.connect(self._on_answer)
            self._buttons.insertWidget(len(self.answers), button)
            button.show()
            self.answers.append((path, button))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.need)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(0)
        self._drafted = QHBoxLayout()
        self._drafted.addStretch(1)
        column.addSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.why)
        column.addWidget(self.more)
        column.addLayout(self._buttons)
        column.addLayout(self._drafted)
        column.addSpacing(px(8))

    def _on_add(self) -> None:
        self.added.emit(self.paper.id)

    def _on_answer(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.answer_wanted.emit(button.objectName())
