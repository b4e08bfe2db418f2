"""How many papers are ready and what each lacks: beside *Periksa* where the window is wide, else under its summary."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.checks.check import Readiness as Ready
from app.checks.check import readiness
from app.services.tasks import documents_now
from app.ui.desk import Desk
from app.ui.look.scale import TITLE, px
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Pane
from app.ui.widgets.readiness_list import Readiness, ReadinessList
from app.ui.widgets.ready_line import ReadyLine
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
        self.line = ReadyLine(desk.language)
        self.line.wanted.connect(self.wanted)
        self.list = ReadinessList(title)
        self.list.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(16))
        column.setSpacing(px(12))
        column.addWidget(Label(title, TITLE - 1, strong=True, wrap=True))
        column.addWidget(self.line)
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
        desk, rows, papers = self.desk, [], []
        for form_id in documents_now(desk.ready.catalog, desk.shipment):
            ready = paper_readiness(desk, form_id)
            state, remark, path = state_of(desk, ready)
            rows.append(Readiness(path, ready.form.title.into(desk.language), state, remark))
            papers.append(ready)
        self.list.show_rows(rows)
        self.list.setFixedHeight(px(40) * len(rows))
        self._tell(papers)

    def _tell(self, papers: Sequence[Ready]) -> None:
        """What several papers lack is told once, in the order of the papers."""
        language = self.desk.language
        lacking = {p.path: p.message.into(language) for ready in papers for p in (*ready.problems, *ready.missing)}
        count = {"ready": str(sum(ready.ready for ready in papers)), "all": str(len(papers))}
        self.line.tell(say("window.papers_ready", language, **count), list(lacking.items()))

    def _on_chosen(self, path: object) -> None:
        if path:
            self.wanted.emit(str(path))


def paper_state(desk: Desk, form_id: str) -> tuple[State, str, str]:
    """How far a paper is, what that is in words, and the path of the first answer to give or to correct."""
    return state_of(desk, paper_readiness(desk, form_id))


def paper_readiness(desk: Desk, form_id: str) -> Ready:
    """What a paper lacks and what is wrong with it."""
    form = desk.ready.catalog.forms[form_id]
    return readiness(desk.ready.catalog, form, desk.shipment, desk.circumstances(), off=desk.ready.rules_off)


def state_of(desk: Desk, ready: Ready) -> tuple[State, str, str]:
    """The same as :func:`paper_state`, of a paper that was looked at."""
    if ready.problems:
        # What is wrong is told in full elsewhere; a row has room for how much it is.
        count = say("window.to_correct", desk.language, count=str(len(ready.problems)))
        return State.PROBLEM, count, ready.problems[0].path
    if ready.missing:
        return State.PART, ready.missing[0].message.into(desk.language), ready.missing[0].path
    return State.DONE, say("window.ready", desk.language), ""
