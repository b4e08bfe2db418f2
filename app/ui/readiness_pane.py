"""What each paper still lacks, beside *Periksa* where the window is wide, under its summary where it is not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.checks.check import readiness
from app.services.tasks import documents_now
from app.ui.desk import Desk
from app.ui.look.scale import TITLE, px
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Pane
from app.ui.widgets.readiness_list import Readiness, ReadinessList
from app.ui.widgets.states import State
from app.words import say


class ReadinessPane(Pane):
    """The papers of the shipment with the first thing each lacks."""

    wanted = Signal(str)
    """The person wants to fill in what a paper lacks; the path."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self.desk = desk
        title = say("window.papers_lacking", desk.language)
        self.list = ReadinessList(title)
        self.list.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(Label(title, TITLE - 1, strong=True, wrap=True))
        column.addWidget(self.list)
        column.addStretch(1)
        desk.changed.connect(self.renew)
        desk.problems_changed.connect(self.renew)

    def showEvent(self, event: QShowEvent) -> None:
        """What is not seen is not kept true: it would cost time at every answer."""
        super().showEvent(event)
        self.renew()

    def renew(self) -> None:
        """Read the shipment again, where it is seen."""
        if not self.isVisible():
            return
        desk, rows = self.desk, []
        for form_id in documents_now(desk.ready.catalog, desk.shipment):
            title = desk.ready.catalog.forms[form_id].title.into(desk.language)
            state, remark, path = paper_state(desk, form_id)
            rows.append(Readiness(path, title, state, remark))
        self.list.show_rows(rows)
        self.list.setFixedHeight(px(40) * len(rows))

    def _on_chosen(self, path: object) -> None:
        if path:
            self.wanted.emit(str(path))


def paper_state(desk: Desk, form_id: str) -> tuple[State, str, str]:
    """How far a paper is, what that is in words, and the path of the first answer to give or to correct."""
    form = desk.ready.catalog.forms[form_id]
    ready = readiness(desk.ready.catalog, form, desk.shipment, desk.circumstances())
    if ready.problems:
        # What is wrong is told in full elsewhere; a row has room for how much it is.
        count = say("window.to_correct", desk.language, count=str(len(ready.problems)))
        return State.PROBLEM, count, ready.problems[0].path
    if ready.missing:
        return State.PART, ready.missing[0].message.into(desk.language), ready.missing[0].path
    return State.DONE, say("window.ready", desk.language), ""
