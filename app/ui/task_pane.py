"""The pane at the left: the way back, what shipment this is, its tasks with their states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalog.pages import Page
from app.services.books import books, entry_name
from app.services.tasks import Task as Told
from app.services.tasks import subtitle_of, tasks, title_of
from app.ui.desk import Desk
from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.problem_view import DOCUMENTS, NEEDED, REVIEW, Remarks
from app.ui.widgets.buttons import quiet
from app.ui.widgets.labels import Label, Term, at_left
from app.ui.widgets.pane import Pane
from app.ui.widgets.states import State
from app.ui.widgets.task_list import Task, TaskGroup, TaskList
from app.words import say

WIDTH = 256
"""At 100 %."""
_SIDE = 16
_ICONS = {NEEDED: "calendar", REVIEW: "search", DOCUMENTS: "page"}
_STATES = {"empty": State.TODO, "partial": State.PART, "done": State.DONE, "problem": State.PROBLEM}


class TaskPane(Pane):
    """Tasks in groups, then *Dokumen yang diperlukan*, *Periksa* and *Dokumen*."""

    opened = Signal(str)
    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("side", parent)
        self.desk = desk
        self.pages: Sequence[Page] = ()
        self.states: dict[str, State] = {}
        self.back = quiet(say("books.back" if desk.book else "window.all_shipments", desk.language), "left")
        self.title, self.subtitle = Label(strong=True), Term()
        self._title = ""
        self.list = TaskList(desk.language)
        self.list.setAccessibleName(say("window.tasks", desk.language))
        self.back.clicked.connect(self.back_wanted)
        self.list.opened.connect(self.opened)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for widget in (self.back, self.title):
            self._column.addWidget(widget)
        self._where = at_left(self.subtitle)
        self._column.addLayout(self._where)
        self._column.addSpacing(px(4))
        self._column.addWidget(self.list, 1)
        self._dress()

    def renew(self, remarks: Remarks) -> None:
        """Show the tasks as they are now."""
        desk = self.desk
        told = tasks(desk.ready.catalog, desk.pages, desk.shipment, remarks.lacking(), remarks.checked)
        self.pages = [task.page for task in told]
        self.states = {task.page.id: _STATES[task.state] for task in told}
        if desk.book:
            book = books()[desk.book]
            self._title = book.title.text.into(desk.language)
            self.subtitle.setText(entry_name(book, desk.shipment) or "")
        elif desk.is_profile:
            self._title = say("window.exporter_profile", desk.language)
            self.subtitle.setText(desk.shipment.exporter.name or "")
        else:
            self._title = title_of(desk.shipment, desk.language)
            self.subtitle.setText(subtitle_of(desk.shipment, desk.circumstances()))
        self._fit_title()
        always = [] if desk.is_profile else [self._always()]
        self.list.show_groups([*self._groups(told), *always])

    def set_current(self, page_id: str) -> None:
        """Say which page is open."""
        self.list.set_current(page_id)

    def first_open(self) -> str:
        """The first page that is not done; *Periksa* where all are."""
        unfinished = (page.id for page in self.pages if self.states[page.id] is not State.DONE)
        return next(unfinished, self.pages[0].id if self.desk.is_profile else REVIEW)

    def next_of(self, page_id: str) -> tuple[str, str] | None:
        """Id and title of the page after one."""
        following = self.beside(page_id, 1)
        if following is None:
            return None
        always = dict(self._always_there())
        if following in always:
            return following, always[following]
        page = next(page for page in self.pages if page.id == following)
        return following, page.title.text.into(self.desk.language)

    def titles(self) -> list[tuple[str, str]]:
        """Id and title of every page, those that are always there among them."""
        language = self.desk.language
        rows = [(page.id, page.title.text.into(language)) for page in self.pages]
        return rows if self.desk.is_profile else [*rows, *self._always_there()]

    def has(self, page_id: str) -> bool:
        """Whether the shipment has this page now."""
        return page_id in [known for known, _ in self.titles()]

    def beside(self, page_id: str, step: int) -> str | None:
        """The id of the page ``step`` rows from one."""
        return self.list.beside(page_id, step)

    def done(self) -> tuple[int, int]:
        """How many tasks are done, of how many."""
        return sum(state is State.DONE for state in self.states.values()), len(self.states)

    def set_low(self, low: bool) -> None:
        """Put the headings closer in a low window."""
        self.list.set_close(low)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _groups(self, told: Sequence[Told]) -> list[TaskGroup]:
        language = self.desk.language
        groups: dict[str, list[Task]] = {}
        for task in told:
            row = Task(task.page.id, task.title.into(language), _STATES[task.state])
            groups.setdefault(task.group.into(language), []).append(row)
        return [TaskGroup(title, rows) for title, rows in groups.items()]

    def _always(self) -> TaskGroup:
        rows = [Task(page_id, title, icon=_ICONS[page_id]) for page_id, title in self._always_there()]
        return TaskGroup(say("window.documents", self.desk.language), rows)

    def _always_there(self) -> list[tuple[str, str]]:
        """Id and title of the pages that every shipment has."""
        language = self.desk.language
        return [
            (NEEDED, say("window.needed", language)),
            (REVIEW, say("window.review", language)),
            (DOCUMENTS, say("window.documents", language)),
        ]

    def _dress(self) -> None:
        self._column.setContentsMargins(0, px(8), 0, 0)
        self.title.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        self._where.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        self._fit_title()
        self.title.setFixedHeight(px(24))
        self.subtitle.setFixedHeight(px(20))

    def _fit_title(self) -> None:
        """What a person calls a shipment may be longer than the pane is wide."""
        room = px(WIDTH - 2 * _SIDE)
        shown = self.title.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.title.setText(shown)
        self.title.setToolTip("" if shown == self._title else self._title)
