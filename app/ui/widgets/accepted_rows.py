"""Warnings that were left as they are, quietly, each with its reason and *Batalkan*. Knows neither rules nor fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look.scale import QUIET
from app.ui.widgets.answer_rows import short_rule
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.labels import Label, section_title
from app.ui.widgets.pane import Gap
from app.ui.widgets.word_row import WordRow
from app.words import Language, say


class Accepted(NamedTuple):
    """One row."""

    id: object
    sentence: str
    place: str
    reason: str


class AcceptedRows(QWidget):
    """Hidden while there is none."""

    taken_back = Signal(object)
    """The person wants to be warned again; the row's id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._shown: list[Accepted] = []
        self._inner: QWidget | None = None
        self.buttons: list[Button] = []
        """The *Batalkan* of each, from top to bottom."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_rows(self, rows: Sequence[Accepted], *, may_change: bool = True) -> None:
        """Show these; where nothing is new nothing is built and the keyboard stays where it is."""
        if list(rows) == self._shown:
            return
        self._shown, self.buttons = list(rows), []
        if self._inner is not None:
            self._column.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(section_title(say("window.accepted", self._language)))
        column.addWidget(Gap(6))
        for row in rows:
            column.addLayout(short_rule())
            column.addWidget(self._row(row, may_change=may_change))
        column.addLayout(short_rule())
        self._column.addWidget(self._inner)
        self.setVisible(bool(rows))

    def _row(self, row: Accepted, *, may_change: bool) -> QWidget:
        whole = WordRow()
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(Label(row.sentence, tone="quiet", wrap=True))
        told.addWidget(Label(say("window.accepted_because", self._language, reason=row.reason), wrap=True))
        if row.place:
            told.addWidget(Label(row.place, QUIET, "quiet", wrap=True))
        whole.words.addLayout(told, 1)
        whole.words.setAlignment(told, Qt.AlignmentFlag.AlignTop)
        if may_change:
            button = _TakeBack(row, self._language)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            whole.end_with(button)
        return whole

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _TakeBack):
            self.taken_back.emit(button.row_id)


class _TakeBack(Button):
    def __init__(self, row: Accepted, language: Language) -> None:
        super().__init__(say("window.take_back", language), ButtonKind.QUIET)
        self.row_id = row.id
        self.setAccessibleName(say("window.take_back_of", language, warning=row.sentence))
