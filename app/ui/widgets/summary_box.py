"""The box on top of *Periksa*: what is to be corrected and looked at, *Ubah* beside each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import IconLabel, Label, section_title
from app.ui.widgets.pane import Pane
from app.ui.widgets.problem_list import Remark
from app.ui.widgets.states import Kind
from app.ui.widgets.word_row import WordRow
from app.words import Language, say

_BAR = 3


class SummaryBox(Pane):
    """A neutral box with a red bar while something is to be corrected: half as much red, as clear."""

    change_wanted = Signal(object)
    """The person wants to change what a remark is about; the remark's id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._language: Language = language
        self._bar = "problem"
        self._rows: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.first: Button | None = None
        """The first button, which has the focus when the page opens; None where there is none."""
        self.show_remarks(())

    def show_remarks(self, remarks: Sequence[Remark], beyond: Mapping[Kind, int] | None = None) -> None:
        """Show these, problems first; ``beyond`` are counted and not listed."""
        if self._rows is not None:
            self._layout.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self.first = None
        self._bar = "problem" if any(r.kind is Kind.PROBLEM for r in remarks) else "edge"
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(13 + _BAR, 10, 4, 6 if remarks else 10)
        rows.setSpacing(0)
        rows.addWidget(section_title(self._title(remarks, beyond or {})))
        for kind in Kind:
            for remark in (r for r in remarks if r.kind is kind):
                rows.addWidget(self._row(remark))
        self._layout.addWidget(self._rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then the bar at the left."""
        super().paintEvent(event)
        QPainter(self).fillRect(QRectF(0, 0, _BAR, self.height()), colour(self._bar))

    def _title(self, remarks: Sequence[Remark], beyond: Mapping[Kind, int]) -> str:
        words = {Kind.PROBLEM: "window.to_correct", Kind.WARNING: "window.to_look_at"}
        counts = {kind: sum(r.kind is kind for r in remarks) + beyond.get(kind, 0) for kind in Kind}
        parts = [say(words[kind], self._language, count=str(count)) for kind, count in counts.items() if count]
        return ", ".join(parts) or say("window.nothing_to_correct", self._language)

    def _row(self, remark: Remark) -> QWidget:
        row = WordRow()
        row.words.addWidget(IconLabel(remark.kind.value, remark.kind.value, 18), 0, Qt.AlignmentFlag.AlignTop)
        # The place stands behind the sentence, or under it where the line is full.
        told = FlowLayout(gap=8, below=0)
        told.addWidget(Label(remark.sentence, wrap=True))
        if remark.place:
            told.addWidget(Label(remark.place, QUIET, "quiet", wrap=True))
        row.words.addLayout(told, 1)
        if remark.id is not None:
            button = _Change(remark, self._language)
            button.clicked.connect(self._on_clicked)
            self.first = self.first or button
            row.end_with(button)
        return row

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _Change):
            self.change_wanted.emit(button.remark_id)


class _Change(Button):
    def __init__(self, remark: Remark, language: Language) -> None:
        super().__init__(say("window.change", language), ButtonKind.QUIET)
        self.remark_id = remark.id
        self.setAccessibleName(say("window.change_of", language, label=remark.sentence))
