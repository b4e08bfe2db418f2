"""Every answer of a shipment to be read once more, *Ubah* beside each. Knows neither fields nor pages."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import IconLabel, Label, section_title
from app.ui.widgets.pane import Gap, Hairline
from app.ui.widgets.word_row import WordRow
from app.words import Language, say

_LABEL, _OVERHANG = 176, 9
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class AnswerState(StrEnum):
    """What stands in the place of the answer."""

    GIVEN = "given"
    NONE = "none"
    """Left empty, in quiet."""
    PROBLEM = "problem"
    """What to correct, in red with its triangle."""
    COUNTED = "counted"
    """Worked out by the program; nothing to change."""


class Answer(NamedTuple):
    """One row."""

    id: object
    label: str
    text: str
    """The answer, or the sentence of its problem; "" where it was left empty."""
    state: AnswerState = AnswerState.GIVEN


class AnswerGroup(NamedTuple):
    """The answers of one task."""

    title: str
    answers: Sequence[Answer]


class AnswerRows(QWidget):
    """Groups of answers. Tab and the arrows go from *Ubah* to *Ubah*."""

    change_wanted = Signal(object)
    """The person wants to change an answer; its id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._buttons: list[_Change] = []
        self._groups: QWidget | None = None
        self._shown: list[AnswerGroup] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)

    def show_groups(self, groups: Sequence[AnswerGroup]) -> None:
        """Show these answers instead of the ones before; where nothing is new nothing is built, nothing moves."""
        if list(groups) == self._shown:
            return
        self._shown = list(groups)
        if self._groups is not None:
            self._rows.removeWidget(self._groups)
            self._groups.hide()
            self._groups.deleteLater()
        self._buttons = []
        self._groups = QWidget()
        rows = QVBoxLayout(self._groups)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for group in groups:
            self._add_group(rows, group)
        self._rows.addWidget(self._groups)

    def go_to(self, answer_id: object) -> None:
        """Put the focus on the *Ubah* of an answer."""
        button = self.button_of(answer_id)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def button_of(self, answer_id: object) -> Button | None:
        """The *Ubah* of an answer, for a page to scroll to."""
        return next((button for button in self._buttons if button.answer_id == answer_id), None)

    def _add_group(self, rows: QVBoxLayout, group: AnswerGroup) -> None:
        rows.addWidget(section_title(group.title))
        rows.addWidget(Gap(6))
        rows.addLayout(short_rule())
        for answer in group.answers:
            rows.addWidget(self._row(answer))
            rows.addLayout(short_rule())
        rows.addWidget(Gap(24))

    def _row(self, answer: Answer) -> QWidget:
        row = _Row(answer, self._language)
        if answer.state is not AnswerState.COUNTED:
            button = _Change(answer, self._language)
            button.clicked.connect(self._on_clicked)
            button.stepped.connect(self._on_stepped)
            self._buttons.append(button)
            row.end_with(button)
        return row

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Change):
            self.change_wanted.emit(button.answer_id)

    def _on_stepped(self, step: int) -> None:
        button = self.sender()
        if isinstance(button, _Change):
            at = self._buttons.index(button) + step
            if 0 <= at < len(self._buttons):
                self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)


class _Row(WordRow):
    def __init__(self, answer: Answer, language: Language) -> None:
        super().__init__()
        top = Qt.AlignmentFlag.AlignTop
        self._label = Label(answer.label, tone="quiet", wrap=True)
        self.words.addWidget(self._label, 0, top)
        if answer.state is AnswerState.PROBLEM:
            self.words.addWidget(IconLabel("problem", "problem", 18), 0, top)
        tone = {AnswerState.PROBLEM: "problem", AnswerState.NONE: "quiet"}.get(answer.state, "text")
        text = answer.text or say("window.unanswered", language)
        self.words.addWidget(Label(text, tone=tone, wrap=True), 1, top)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._widen()

    def _widen(self) -> None:
        self._label.setFixedWidth(px(_LABEL))


class _Change(Button):
    stepped = Signal(int)

    def __init__(self, answer: Answer, language: Language) -> None:
        super().__init__(say("window.change", language), ButtonKind.QUIET)
        self.answer_id = answer.id
        self.setAccessibleName(say("window.change_of", language, label=answer.label))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def short_rule() -> QHBoxLayout:
    """A hairline ending where the word *Ubah* ends; the button's padding hangs over."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, _OVERHANG, 0)
    row.addWidget(Hairline())
    return row
