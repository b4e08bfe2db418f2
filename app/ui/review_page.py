"""*Periksa*: every answer to be read once more, with a way to change each, what each paper still lacks, and last what
one accepted.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.review import all_answers
from app.ui.accepting_shown import accepted_now, take_back
from app.ui.desk import Desk
from app.ui.look.scale import px
from app.ui.problem_view import Remarks
from app.ui.readiness_pane import ReadinessPane
from app.ui.widgets.accepted_rows import AcceptedRows
from app.ui.widgets.answer_rows import Answer, AnswerGroup, AnswerRows, AnswerState
from app.ui.widgets.labels import Heading
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.summary_box import SummaryBox
from app.words import say


class ReviewPage(ScrollPage):
    """Summary of problems, readiness of the papers, answers by page, accepted warnings."""

    change_wanted = Signal(str)
    """The person wants to change an answer; its path."""

    def __init__(self, desk: Desk, remarks: Remarks, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.desk, self.remarks = desk, remarks
        language = desk.language
        self.summary = SummaryBox(language)
        self.answers = AnswerRows(language)
        self.papers = ReadinessPane(desk)
        self.column.addWidget(Heading(say("window.review", language), say("window.review_intro", language)))
        self.column.addSpacing(px(16))
        self.column.addWidget(self.summary)
        self.column.addSpacing(px(16))
        self.column.addWidget(self.papers)
        self.column.addSpacing(px(16))
        self.column.addWidget(self.answers)
        self.accepted = AcceptedRows(language)
        self.column.addWidget(self.accepted)
        self.summary.change_wanted.connect(self._on_wanted)
        self.answers.change_wanted.connect(self._on_wanted)
        self.papers.wanted.connect(self.change_wanted)
        self.accepted.taken_back.connect(self._on_taken_back)
        desk.changed.connect(self.renew)
        desk.problems_changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Read the shipment again."""
        desk, problems = self.desk, {problem.path for problem, _ in self.remarks.shown() if problem.severity == "error"}
        self.summary.show_remarks(self.remarks.rows(), self.remarks.beyond())
        groups = []
        for told in all_answers(desk.ready.catalog, desk.pages, desk.shipment, desk.circumstances()):
            rows = [
                Answer(a.path, a.label.into(desk.language), a.said, _state(a.said, a.path in problems))
                for a in told.answers
            ]
            if rows:
                groups.append(AnswerGroup(told.page.title.text.into(desk.language), rows))
        self.answers.show_groups(groups)
        self.accepted.show_rows(accepted_now(desk), may_change=desk.may_change)

    def focus_first(self) -> None:
        """Begin at the first thing to change."""
        target: QWidget = self.summary.first or self.answers
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken_back(self, problem: object) -> None:
        take_back(self.desk, problem)

    def _on_wanted(self, path: object) -> None:
        self.change_wanted.emit(str(path))


def _state(said: str, has_problem: bool) -> AnswerState:
    if has_problem:
        return AnswerState.PROBLEM
    return AnswerState.GIVEN if said else AnswerState.NONE
