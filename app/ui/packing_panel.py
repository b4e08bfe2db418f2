"""Under the packages: what is still to pack, how full containers get, and two proposals one may take over."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.derived import Figures
from app.services.packing_summary import FillShown, PackingSummary, packing_summary
from app.ui.desk import Desk
from app.ui.layouts import empty
from app.ui.look.scale import QUIET, px
from app.ui.widgets.buttons import normal
from app.ui.widgets.fill_bar import FillBar
from app.ui.widgets.labels import Label, section_title
from app.words import Message, same, say


class PackingPanel(QWidget):
    """Works by itself out of the shipment; each proposal taken over is one step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.summary: PackingSummary | None = None
        self.propose = normal(say("plan.propose", desk.language))
        self.propose_marks = normal(say("plan.propose_marks", desk.language))
        self.how = Label(say("plan.propose_how", desk.language), QUIET, "quiet", wrap=True)
        self.note = Label("", QUIET, "quiet", wrap=True)
        self._lines, self._fills = QVBoxLayout(), QGridLayout()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.renew)
        self._lay_out()
        self.propose.clicked.connect(self._on_propose)
        self.propose_marks.clicked.connect(self._on_propose_marks)
        desk.changed.connect(self._on_changed)
        self.renew()

    def renew(self) -> None:
        """Work everything out anew."""
        summary = packing_summary(Figures(self.desk.shipment, self.desk.circumstances()))
        told, self.summary = self.summary, summary
        self.propose.setEnabled(bool(summary.packages))
        self.propose_marks.setEnabled(bool(summary.marks))
        self.how.setVisible(summary.is_open and not summary.packages)
        self.note.setText(summary.note)
        self.note.setVisible(bool(summary.note))
        if told is None or (told.lines, told.weight) != (summary.lines, summary.weight):
            empty(self._lines)
            for line in (*summary.lines, *([summary.weight] if summary.weight else [])):
                self._lines.addWidget(Label(line, wrap=True))
        if told is None or told.fills != summary.fills:
            empty(self._fills)
            for row, fill in enumerate(summary.fills):
                self._add_fill(row, fill)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.propose)
        buttons.addWidget(self.propose_marks)
        buttons.addStretch(1)
        self._lines.setSpacing(px(4))
        self._fills.setHorizontalSpacing(px(12))
        self._fills.setVerticalSpacing(px(6))
        self._fills.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, px(16))
        column.setSpacing(px(8))
        column.addWidget(section_title(say("plan.title", self.desk.language)))
        column.addLayout(self._lines)
        column.addLayout(buttons)
        column.addWidget(self.how)
        column.addLayout(self._fills)
        column.addWidget(self.note)

    def _add_fill(self, row: int, fill: FillShown) -> None:
        self._fills.addWidget(Label(fill.name), row, 0)
        self._fills.addWidget(FillBar(f"{fill.name}: {fill.said}", fill.length, fill.stretches), row, 1)
        self._fills.addWidget(Label(fill.said, tone="quiet"), row, 2)

    def _on_changed(self) -> None:
        # In a turn of its own: a long order is counted, and the grid goes first.
        self._soon.start(0)

    def _on_propose(self) -> None:
        """What is proposed now, not what was when the button was shown."""
        self.renew()
        editing, summary = self.desk.editing, self.summary
        if editing is None or summary is None or not summary.packages:
            return
        step = Message("editing.propose_packages", {"n": same(str(len(summary.packages)))})
        editing.insert_rows("packing.ranges", summary.packages, None, step)

    def _on_propose_marks(self) -> None:
        self.renew()
        if self.desk.editing is not None and self.summary is not None and self.summary.marks:
            self.desk.editing.change_value("packing.marks", self.summary.marks, Message("editing.propose_marks"))
