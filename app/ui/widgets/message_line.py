"""The line under a field: what is wrong, what to look at, or how the text was read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.look.scale import MESSAGE, QUIET
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.states import Kind
from app.words import Language


class MessageLine(QWidget):
    """Triangle and sentence. Hidden while there is nothing to say."""

    def __init__(self, language: Language = "id", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.icon = IconLabel("problem", size=16)
        self.sentence = Label(size=MESSAGE, wrap=True)
        self.reading = Label(size=QUIET, tone="quiet", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence)
        row.addWidget(self.reading)
        row.addStretch(1)
        # It comes and goes while one types: were its width to count, the fields of the row would jump.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.be_silent()

    def say(self, kind: Kind, sentence: str) -> None:
        """Say what to correct or to look at."""
        self.icon.show_icon(kind.value, kind.value)
        self.sentence.setText(sentence)
        self.sentence.set_tone("problem" if kind is Kind.PROBLEM else "text")
        self.sentence.setAccessibleName(f"{kind.word(self._language)}: {sentence}")
        self._show(reading=False)

    def read_as(self, text: str) -> None:
        """Say how a text was read, in quiet and without a triangle."""
        self.reading.setText(text)
        self._show(reading=True)

    def be_silent(self) -> None:
        """Say nothing and take no room."""
        self.sentence.clear()
        self.reading.clear()
        self.hide()

    def _show(self, *, reading: bool) -> None:
        self.icon.setVisible(not reading)
        self.sentence.setVisible(not reading)
        self.reading.setVisible(reading)
        self.show()
