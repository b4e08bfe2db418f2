"""*Yang diperlukan*: the papers in the order of the work, each with why and by when, its draft one click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.advice.advice import Advised
from app.checks.labels import label_of, lowered
from app.services.chosen_papers import row_of, with_chosen
from app.services.editing import new_id
from app.services.needed_papers import (
    by_step,
    choices,
    decides,
    need_word,
    needed_papers,
    source,
    step_title,
    wanted,
    why,
)
from app.services.needed_papers import still_open as open_questions
from app.ui.desk import Desk
from app.ui.layouts import empty
from app.ui.widgets.labels import Heading, Label, section_title
from app.ui.widgets.needed_row import NeededPaper, NeededRow
from app.ui.widgets.pane import Gap
from app.ui.widgets.scroll_page import ScrollPage
from app.words import Message, say


class NeededPage(ScrollPage):
    """Headings of steps with their papers. Rows stay while the papers are the same ones."""

    answer_wanted = Signal(str)
    """The person wants to answer what decides about a paper; the path."""
    built = Signal()
    """The page has other rows; Tab is to be put in order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        # Where no button stands, the arrows still scroll it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.desk = desk
        language = desk.language
        self.rows: list[NeededRow] = []
        self.still_open = Label(tone="quiet", wrap=True)
        self._shape: object = None
        self._drafts: dict[str, str] = {}
        self._inside = QVBoxLayout()
        self._inside.setSpacing(0)
        self.column.addWidget(Heading(say("window.needed", language), say("window.needed_intro", language)))
        self.column.addWidget(self.still_open)
        self.column.addLayout(self._inside)
        desk.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Read the shipment again."""
        desk = self.desk
        advice = needed_papers(desk.ready, desk.shipment, desk.circumstances())
        steps = [(step_title(step, papers).into(desk.language), papers) for step, papers in by_step(advice)]
        self._drafts = {advised.id: advised.drafted_by for advised in advice.papers}
        shape = [(title, [advised.id for advised in papers]) for title, papers in steps]
        if shape != self._shape:
            self._shape = shape
            self._build(steps)
        for row, advised in zip(self.rows, advice.papers, strict=True):
            row.show_paper(self._paper(advised))
        more = open_questions(desk.ready.catalog, advice)
        self.still_open.setText(more.into(desk.language) if more else "")
        self.still_open.setVisible(more is not None)

    def focus_first(self) -> None:
        """Begin at the first thing that can be done."""
        first = next((button for row in self.rows for button in row.buttons()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, steps: Sequence[tuple[str, Sequence[Advised]]]) -> None:
        self.setUpdatesEnabled(False)
        empty(self._inside)
        self.rows = []
        for title, papers in steps:
            self._inside.addWidget(Gap(24))
            self._inside.addWidget(section_title(title))
            for advised in papers:
                row = NeededRow(self._paper(advised), self.desk.language)
                row.added.connect(self._on_added)
                row.answer_wanted.connect(self.answer_wanted)
                self._inside.addWidget(row)
                self.rows.append(row)
        self.setUpdatesEnabled(True)
        self.built.emit()

    def _paper(self, advised: Advised) -> NeededPaper:
        desk, language = self.desk, self.desk.language
        decided = decides(desk.ready.catalog, advised)
        texts = [decided, choices(advised)]
        if advised.need != "not_here":
            texts += [source(advised), wanted(advised)]
        chosen = bool(advised.drafted_by) and row_of(desk.shipment, advised.drafted_by) is not None
        may_add = bool(advised.drafted_by) and not chosen and advised.need != "not_here" and desk.may_change
        first = f"{say('advice.first', language)}. " if advised.first else ""
        return NeededPaper(
            id=advised.id,
            title=advised.paper.title.text.into(language),
            need=need_word(advised).into(language),
            why=first + why(advised).into(language),
            more="\n".join(text.into(language) for text in texts if text),
            questions=self._questions(advised),
            may_add=may_add,
            is_added=chosen,
        )

    def _questions(self, advised: Advised) -> list[tuple[str, str]]:
        """What would decide and is asked on some page."""
        catalog, language = self.desk.ready.catalog, self.desk.language
        asked = [path for path in advised.questions if self.desk.page_of(path) is not None]
        return [(self._in_first_row(path), lowered(label_of(catalog, path)).into(language)) for path in asked]

    def _in_first_row(self, path: str) -> str:
        """A question about goods is answered on their first line."""
        goods = self.desk.shipment.goods
        return path.replace("*", goods[0].id, 1) if goods else path

    def _on_added(self, paper_id: str) -> None:
        form = self._drafts.get(paper_id, "")
        if self.desk.editing is not None and form:
            step = Message("window.step_paper", {"name": self.desk.ready.catalog.forms[form].title})
            self.desk.editing.replace(with_chosen(self.desk.shipment, form, chosen=True, row_id=new_id()), step)
