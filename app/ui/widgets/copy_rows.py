"""Values to be typed elsewhere, each with a tick and *Salin*. Knows neither fields nor shipments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Hairline
from app.ui.widgets.tick import Tick
from app.ui.widgets.word_row import WordRow
from app.words import Language, say

_LABEL = 176


class CopyRow(NamedTuple):
    """One value, in ready texts."""

    id: object
    label: str
    text: str
    is_typed: bool


class CopyRows(QWidget):
    """The rows, from top to bottom; Tab goes from tick to *Salin* to tick."""

    copy_wanted = Signal(object)
    """The person wants to copy a value; its id."""
    ticked = Signal(object, bool)
    """The person ticked a value, or took the tick away; its id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.rows: dict[object, CopyRowWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[CopyRow]) -> None:
        """Show these values; where only ticks are new nothing is built."""
        shown = [widget.row._replace(is_typed=False) for widget in self.rows.values()]
        if [row._replace(is_typed=False) for row in rows] == shown:
            for row in rows:
                self.rows[row.id].set_typed(row.is_typed)
            return
        while item := self._column.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for row in rows:
            self.rows[row.id] = widget = CopyRowWidget(row, self._language)
            widget.copy.clicked.connect(self._on_copy)
            widget.tick.clicked.connect(self._on_ticked)
            self._column.addWidget(widget)
            self._column.addWidget(Hairline())

    def say_copied(self, row_id: object) -> None:
        """Say at its button which value was copied last."""
        for known, widget in self.rows.items():
            widget.copy.setText(say("sheet.copied" if known == row_id else "sheet.copy", self._language))

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self._row_of(self.sender()))

    def _on_ticked(self, typed: bool) -> None:
        self.ticked.emit(self._row_of(self.sender()), typed)

    def _row_of(self, part: object) -> object:
        return next(row_id for row_id, widget in self.rows.items() if part in (widget.copy, widget.tick))


class CopyRowWidget(WordRow):
    """One row."""

    def __init__(self, row: CopyRow, language: Language) -> None:
        super().__init__()
        self.row = row
        self.tick, self._label = Tick(), Label(row.label, tone="quiet", wrap=True)
        self.copy: Button = quiet(say("sheet.copy", language))
        self.tick.setAccessibleName(say("sheet.typed", language, label=row.label))
        self.copy.setAccessibleName(f"{say('sheet.copy', language)}: {row.label}")
        top = Qt.AlignmentFlag.AlignTop
        self.tick.setFixedHeight(self.copy.sizeHint().height())
        self._whole.insertWidget(0, self.tick, 0, top)
        self.words.addWidget(self._label, 0, top)
        self.words.addWidget(Label(row.text, wrap=True), 1, top)
        self.end_with(self.copy)
        self.set_typed(row.is_typed)
        self._widen()

    def set_typed(self, typed: bool) -> None:
        """Show the tick; says nothing."""
        self.row = self.row._replace(is_typed=typed)
        self.tick.setChecked(typed)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._widen()

    def _widen(self) -> None:
        self._label.setFixedWidth(px(_LABEL))
