"""What stands where there is nothing to list: one sentence, one button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Gap


class EmptyNote(QWidget):
    """Says that there is nothing, and offers the one next step."""

    acted = Signal()
    """The person wants the next step."""

    def __init__(self, button: Button, sentence: str = "", indent: int = 0, parent: QWidget | None = None) -> None:
        """``indent`` in pixels puts the sentence under the words of a table's first column."""
        super().__init__(parent)
        self.sentence = Label(sentence, wrap=True)
        self.button = button
        button.clicked.connect(self._on_clicked)
        self.setFocusProxy(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(indent, 0, 0, 0)
        rows.setSpacing(0)
        for part in (Gap(16), self.sentence, Gap(12), button, Gap(12)):
            rows.addWidget(part)

    def _on_clicked(self) -> None:
        self.acted.emit()
