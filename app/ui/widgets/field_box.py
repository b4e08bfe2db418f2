"""A field with everything around it: label, editor, buttons beside it, how it was read, messages, hint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.widgets.labels import FieldLabel, hint
from app.ui.widgets.message_line import MessageLine
from app.ui.widgets.states import Kind
from app.words import Language

_GAP = 4
_ORDER = ("problem", "warning", "reading")
_ABOVE = 2
"""Label and editor stand above the messages."""
_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX


@runtime_checkable
class MarksProblem(Protocol):
    """An editor that can show that it has a problem."""

    def set_problem(self, has: bool) -> None:
        """Show the red border, or take it away."""


class FieldBox(QWidget):
    """One field of a page. The page draws the bar of a problem into its margin."""

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
        self.label, self.editor, self._language, self._hint = label, editor, language, hint_text
        self._lines: dict[str, MessageLine] = {}
        self._sentence = self._reading = ""
        label.name_for(editor)
        editor.setAccessibleDescription(hint_text)
        self._rows = QVBoxLayout(self)
        self._lay_out(beside)
        self.setFocusProxy(editor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def has_problem(self) -> bool:
        """Whether something is to be corrected here."""
        return bool(self._sentence)

    def line(self, name: str) -> MessageLine | None:
        """The line "problem", "warning" or "reading", where one was ever needed."""
        return self._lines.get(name)

    def set_problem(self, sentence: str) -> None:
        """Say what to correct; "" takes it away. The same sentence stands in the problem list."""
        self._sentence = sentence
        if sentence:
            self._needed("problem").say(Kind.PROBLEM, sentence)
        else:
            self._silence("problem")
        if isinstance(self.editor, MarksProblem):
            self.editor.set_problem(bool(sentence))
        self.editor.setAccessibleDescription(sentence or self._hint)
        self._say_reading()

    def set_warning(self, sentence: str) -> None:
        """Say what to look at; "" takes it away. The field's border does not change."""
        if sentence:
            self._needed("warning").say(Kind.WARNING, sentence)
        else:
            self._silence("warning")

    def set_reading(self, text: str) -> None:
        """Say how the text was read; "" takes it away. What the problem says already is not said twice."""
        self._reading = text
        self._say_reading()

    def _say_reading(self) -> None:
        if self._reading and self._reading not in self._sentence:
            self._needed("reading").read_as(self._reading)
        else:
            self._silence("reading")

    def _lay_out(self, beside: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.editor)
        for other in beside:
            row.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
        if self.editor.maximumWidth() < _UNBOUNDED:
            row.addStretch(1)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._rows.addWidget(self.label)
        self._rows.addLayout(row)
        if self._hint:
            self._rows.addWidget(hint(self._hint))

    def _needed(self, name: str) -> MessageLine:
        # Most fields never have a message, and a message is five widgets.
        if name not in self._lines:
            before = sum(other in self._lines for other in _ORDER[: _ORDER.index(name)])
            line = self._lines[name] = MessageLine(self._language)
            self._rows.insertWidget(_ABOVE + before, line)
        return self._lines[name]

    def _silence(self, name: str) -> None:
        if name in self._lines:
            self._lines[name].be_silent()
