"""A field with everything around it: label, editor, buttons beside it, how it was read, messages, hint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets.labels import FieldLabel, hint
from app.ui.widgets.message_line import MessageLine
from app.ui.widgets.states import Kind
from app.words import Language, say

_GAP = 4
_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX


@runtime_checkable
class MarksProblem(Protocol):
    """An editor that can show that it has a problem."""

    def set_problem(self, has: bool) -> None:
        """Show the red border, or take it away."""


class FieldBox(QWidget):
    """One field of a page. The page draws the bar of a problem into its margin."""

    accepted = Signal()
    """The person wants to accept the warning."""

    def __init__(
        self,
        label: FieldLabel,
        editor: QWidget,
        *,
        hint_text: str = "",
        beside: Sequence[QWidget] = (),
        language: Language = "id",
        parent: QWidget | None = None,
    ) -> None:
        """An editor that is not to fill the column has its width set before."""
        super().__init__(parent)
        self.label, self.editor, self._language = label, editor, language
        self.problem, self.warning, self.reading = (MessageLine(language) for _ in range(3))
        self.hint = hint(hint_text)
        self.hint.setVisible(bool(hint_text))
        label.name_for(editor)
        editor.setAccessibleDescription(hint_text)
        self.warning.acted.connect(self._on_accepted)
        self._lay_out(beside)
        self.setFocusProxy(editor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def has_problem(self) -> bool:
        """Whether something is to be corrected here."""
        return self.problem.isVisibleTo(self)

    def set_problem(self, sentence: str) -> None:
        """Say what to correct; "" takes it away. The same sentence stands in the problem list."""
        if sentence:
            self.problem.say(Kind.PROBLEM, sentence)
        else:
            self.problem.be_silent()
        if isinstance(self.editor, MarksProblem):
            self.editor.set_problem(bool(sentence))
        self.editor.setAccessibleDescription(sentence or self.hint.text())

    def set_warning(self, sentence: str) -> None:
        """Say what to look at, with a way to accept it; "" takes it away. The field's border does not change."""
        if sentence:
            self.warning.say(Kind.WARNING, sentence, say("window.accept", self._language))
        else:
            self.warning.be_silent()

    def set_reading(self, text: str) -> None:
        """Say how the text was read; "" takes it away."""
        if text:
            self.reading.read_as(text)
        else:
            self.reading.be_silent()

    def _lay_out(self, beside: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor)
        for other in beside:
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
        if self.editor.maximumWidth() < _UNBOUNDED:
            row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        rows.addWidget(self.label)
        rows.addLayout(row)
        for line in (self.problem, self.warning, self.reading, self.hint):
            rows.addWidget(line)

    def _on_accepted(self) -> None:
        self.accepted.emit()
