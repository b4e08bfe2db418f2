"""On *Dokumen*: which of the papers that were made are no longer what the data say, and the way to what changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kinds.date import long_date
from app.services.made_papers import MadePaper, last_made, no_longer_true
from app.ui.changes_dialog import ChangesDialog
from app.ui.desk import Desk
from app.ui.look.scale import px
from app.ui.widgets.buttons import quiet
from app.ui.widgets.message_line import MessageLine
from app.ui.widgets.states import Kind
from app.words import say


class MadePapers(QWidget):
    """One sentence a paper, and a button. Not to be seen before the first paper was made."""

    field_wanted = Signal(str)
    """The person wants to go to what changed; the path."""
    settled = Signal()
    """What is said is true of the shipment as it is now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.warnings: list[str] = []
        self.dialog: ChangesDialog | None = None
        self._made: Sequence[MadePaper] = ()
        self.button = quiet(say("made.changes_button", desk.language), "search")
        self.button.clicked.connect(self.show_changes)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._lines)
        column.addLayout(row)
        self.hide()
        desk.changed.connect(self._compare)
        self.look()

    def look(self) -> None:
        """Ask the store what was made."""
        if self.desk.editing is not None:
            self.desk.ask(partial(last_made, document=self.desk.editing.id), self._on_made)

    def on_remembered(self, _: str) -> None:
        """Papers were made just now."""
        self.look()

    def show_changes(self) -> None:
        """Open *Apa yang berubah*."""
        if self.desk.editing is not None:
            self.dialog = ChangesDialog(self.desk, self.desk.editing.id, self.window())
            self.dialog.field_wanted.connect(self.field_wanted)
            self.dialog.finished.connect(self._on_closed)
            self.dialog.open()

    def _compare(self) -> None:
        if self.desk.editing is None:
            return
        desk = self.desk
        work = partial(no_longer_true, desk.ready.catalog, self._made, desk.shipment, desk.circumstances())
        desk.worker.ask("made", work, self._on_compared, desk.trouble.emit)

    def _on_made(self, made: Sequence[MadePaper]) -> None:
        self._made = made
        self.setVisible(bool(made))
        self._compare()

    def _on_compared(self, untrue: Sequence[MadePaper]) -> None:
        warnings = [self._sentence(paper) for paper in untrue]
        if warnings != self.warnings:
            self.warnings = warnings
            while (item := self._lines.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.deleteLater()
            for sentence in warnings:
                line = MessageLine(self.desk.language)
                line.say(Kind.WARNING, sentence)
                self._lines.addWidget(line)
        self.settled.emit()

    def _sentence(self, paper: MadePaper) -> str:
        language = self.desk.language
        title = self.desk.ready.catalog.forms[paper.form].title.into(language)
        day = long_date(paper.at.astimezone().date(), language)
        wording = "untrue_for" if paper.buyer else "untrue"
        return say(f"made.{wording}", language, title=title, day=day, buyer=paper.buyer or "")

    def _on_closed(self, _: int) -> None:
        self.dialog = None
