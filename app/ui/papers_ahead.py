"""The papers that the five answers lead to, at the right of *Pengiriman baru*; it grows as one answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.advice.advice import Advice, Advised
from app.domain.shipment import Shipment
from app.services.beginnings import begun
from app.services.needed_papers import decides, needed_papers, why
from app.ui.desk import Desk
from app.ui.layouts import empty
from app.ui.look.scale import QUIET, px
from app.ui.new_shipment_screen import NewShipmentAnswers
from app.ui.widgets.labels import Heading, Label, Term
from app.ui.widgets.pane import Gap, Hairline
from app.ui.widgets.scroll_page import ScrollPage
from app.words import say

_GROUPS = ("here", "others", "perhaps", "not_here")


class PapersAhead(ScrollPage):
    """A list to be read, one Tab stop; arrows scroll it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("ground", margins=(32, 24, 32, 24), parent=parent)
        self.desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading = Heading("", say("new_shipment.papers_intro", desk.language))
        self.setAccessibleName(say("new_shipment.papers_none", desk.language))
        self._shown: object = None
        self._inside = QVBoxLayout()
        self._inside.setSpacing(0)
        self.column.addWidget(self.heading)
        self.column.addLayout(self._inside)

    def show_answers(self, answers: object) -> None:
        """Show what these ``NewShipmentAnswers`` lead to."""
        if isinstance(answers, NewShipmentAnswers) and self.desk.program is not None:
            shipment = begun(Shipment(), answers._asdict(), "A4", ())
            advice = needed_papers(self.desk.program, shipment, self.desk.circumstances())
            shown = [(advised.id, advised.need, advised.rules, advised.questions) for advised in advice.papers]
            if shown != self._shown:
                self._shown = shown
                self._build(advice)

    def titles(self) -> list[str]:
        """The names that are shown, for whoever looks at the list."""
        return [label.text() for label in self.findChildren(Label) if label.objectName() == "paper"]

    def _build(self, advice: Advice) -> None:
        language = self.desk.language
        count = sum(advised.need == "needed" for advised in advice.papers)
        self.heading.title.setText(say("new_shipment.papers_title", language, n=str(count)))
        self.setUpdatesEnabled(False)
        empty(self._inside)
        for group in _GROUPS:
            papers = [advised for advised in advice.papers if _group(advised) == group]
            if papers:
                self._add_group(say(f"new_shipment.papers_{group}", language), papers)
        self.setUpdatesEnabled(True)

    def _add_group(self, title: str, papers: Sequence[Advised]) -> None:
        self._inside.addWidget(Gap(16))
        self._inside.addWidget(Label(title, QUIET, "quiet"))
        self._inside.addWidget(Gap(4))
        self._inside.addWidget(Hairline())
        for advised in papers:
            self._add_paper(advised)

    def _add_paper(self, advised: Advised) -> None:
        language, title = self.desk.language, advised.paper.title.text
        name = Label(title.into(language))
        name.setObjectName("paper")
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(name)
        if language == "id" and title.en != title.id:
            head.addWidget(Term(title.en), 1000)
        head.addStretch(1)
        decided = decides(self.desk.ready.catalog, advised)
        self._inside.addWidget(Gap(6))
        self._inside.addLayout(head)
        self._inside.addWidget(Label((decided or why(advised)).into(language), QUIET, "quiet", wrap=True))
        self._inside.addWidget(Gap(6))
        self._inside.addWidget(Hairline())


def _group(advised: Advised) -> str:
    if advised.need != "needed":
        return advised.need
    return "here" if advised.drafted_by else "others"
