"""An open shipment: tasks at the left, the page in the middle, the paper at the right, the problems under the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.look.scale import Panes, is_low, panes, px
from app.ui.look.theme import restyled
from app.ui.made_page import made_page
from app.ui.page_footer import PageFooter
from app.ui.page_view import PageView
from app.ui.paper_pane import PaperPane
from app.ui.preview import Preview
from app.ui.problem_view import DOCUMENTS, REVIEW, Remarks
from app.ui.readiness_pane import ReadinessPane
from app.ui.review_page import ReviewPage
from app.ui.small_tasks import SmallTasks
from app.ui.tab_order import put_in_order
from app.ui.task_pane import WIDTH, TaskPane
from app.ui.widgets.buttons import Button, tab
from app.ui.widgets.pane import Hairline, Pane
from app.ui.widgets.problem_list import ProblemList
from app.words import say

_PAPER = 448
_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX


class ShipmentScreen(QWidget):
    """Shows whatever the desk has open. Leaving it is asked for, not done here."""

    list_wanted = Signal()
    book_wanted = Signal(str, str)
    """Something of the page is to be taken from a book or kept in it, as the page says it."""
    remarked = Signal(str)
    """What the status line says in a window too low for the problem list; "" where the list is seen."""

    def __init__(self, desk: Desk, *, english: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.english = desk, english
        self.page_id = ""
        self.tasks = TaskPane(desk)
        self.stack = QStackedWidget()
        self.footer = PageFooter(desk)
        self.problems = ProblemList(desk.language)
        self.paper = PaperPane(desk.language)
        self.readiness = ReadinessPane(desk)
        self.preview = Preview(desk, self.paper)
        self.remarks = Remarks(desk)
        self.tabs = (tab(say("window.tab_page", desk.language)), tab(say("window.tab_paper", desk.language)))
        self._lay_out()
        self._connect()

    def begin(self, wanted: str = "") -> None:
        """Show what was opened: on its half-typed text, else the page ``wanted``, else the first that is not done."""
        scratch = self.desk.editing.scratch if self.desk.editing else None
        self._renew_tasks()
        page = self.desk.page_of(scratch.path) if scratch else None
        if page or self.tasks.has(wanted):
            self.show_page(page.id if page else wanted)
        else:
            # Nobody has asked for Periksa where it is shown because all is done: what comes then is told calmly.
            self._turn_to(self.tasks.first_open())
        self._fit()
        if scratch is not None and isinstance(view := self.view(), PageView):
            view.restore(scratch.path, scratch.text, scratch.cursor)
        self.preview.renew()

    def view(self) -> QWidget | None:
        """The page that is shown now."""
        return self.stack.currentWidget()

    def show_page(self, page_id: str) -> None:
        """Show a page, or *Periksa*, which tells everything that is missing, or *Dokumen*; what was typed is kept."""
        self.commit()
        if page_id == REVIEW:
            self.remarks.review()
        self._turn_to(page_id)

    def _turn_to(self, page_id: str) -> None:
        old = self.stack.currentWidget()
        self.page_id = page_id
        view = made_page(self, page_id)
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self.tasks.set_current(page_id)
        self.footer.show_for(page_id, self.tasks.next_of(page_id), checked=page_id in self.remarks.ticked)
        self._mark()
        self.preview.mark("")
        self.preview.show_for({path for page in self.tasks.pages if page.id == page_id for path in page.paths()})
        self._fit()
        self._show_tab(0)
        view.focus_first()
        self.put_in_order()

    def commit(self) -> None:
        """Take what the field in focus says."""
        if isinstance(view := self.view(), PageView):
            view.commit()

    def go_to(self, path: str) -> None:
        """Go to the field of a path, on whatever page it is."""
        page = self.desk.page_of(path)
        if page is None:
            return
        if page.id != self.page_id:
            self.show_page(page.id)
        if isinstance(view := self.view(), PageView):
            view.go_to(path)

    def review(self) -> None:
        """The page *Periksa*."""
        self.show_page(REVIEW)

    def show_documents(self) -> None:
        """The page *Dokumen*."""
        self.show_page(DOCUMENTS)

    def step_task(self, step: int) -> None:
        """Go to the task above or below."""
        beside = self.tasks.beside(self.page_id, step)
        if beside is not None:
            self.show_page(beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many panes as fit."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def put_in_order(self) -> None:
        """Have Tab go through the screen as it is read; a page asks for it whenever it was built anew."""
        put_in_order(self)

    def _lay_out(self) -> None:
        self.middle = Pane()
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = self._tab_bar()
        column.addWidget(self._bar)
        self.sides = QStackedWidget()
        self._page_side = QWidget()
        inner = QVBoxLayout(self._page_side)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.stack, 1)
        inner.addWidget(self.footer)
        self.sides.addWidget(self._page_side)
        column.addWidget(self.sides, 1)
        column.addWidget(Hairline())
        column.addWidget(self.problems)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.tasks)
        self._row.addWidget(Hairline(upright=True))
        self._row.addWidget(self.middle, 1)
        self._row.addWidget(self.paper)
        self._row.addWidget(self.readiness)

    def _tab_bar(self) -> QWidget:
        bar = Pane()
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        self.small = SmallTasks(self.desk.language, self.tasks)
        self.small.back_wanted.connect(self.list_wanted)
        self.small.opened.connect(self.show_page)
        row.addWidget(self.small)
        for button in self.tabs:
            row.addWidget(button)
            button.clicked.connect(self._on_tab)
        row.addStretch(1)
        return bar

    def _connect(self) -> None:
        self.tasks.opened.connect(self.show_page)
        self.tasks.back_wanted.connect(self.list_wanted)
        self.footer.next_wanted.connect(self.show_page)
        self.footer.checked.connect(self._on_checked_page)
        self.readiness.wanted.connect(self.go_to)
        self.preview.field_wanted.connect(self.go_to)
        self.problems.chosen.connect(self.go_to)
        self.desk.changed.connect(self._renew_tasks)
        self.desk.problems_changed.connect(self._on_problems)
        self.remarks.changed.connect(self._on_problems)

    def _fit(self) -> None:
        profile = self.desk.is_profile
        count = min(panes(self.width()), Panes.TWO) if profile else panes(self.width())
        self.tasks.setFixedWidth(px(WIDTH))
        self.tasks.setVisible(count != Panes.ONE)
        self.small.setVisible(count == Panes.ONE)
        three = count == Panes.THREE
        # A profile has no paper to turn to: where the tasks have room of their own nothing is left in the bar.
        self._bar.setVisible(count == Panes.ONE if profile else not three)
        for button in self.tabs:
            button.setVisible(not profile)
        if three and self.paper.parentWidget() is not self:
            self._row.addWidget(self.paper)
            self.sides.setCurrentIndex(0)
        elif not three and self.sides.indexOf(self.paper) < 0:
            self.sides.addWidget(self.paper)
        if three:
            self.paper.setFixedWidth(max(self.width() - px(WIDTH) - px(660), px(_PAPER)))
        else:
            self.paper.setMinimumWidth(0)
            self.paper.setMaximumWidth(_UNBOUNDED)
        self._show_right(three=three)
        self._fit_height()
        self._show_tab(self.sides.currentIndex())

    def _fit_height(self) -> None:
        low = is_low(self.height() + px(62))
        self.tasks.set_low(low)
        # Periksa and Dokumen say the same in their own way.
        self.problems.setVisible(not low and self.page_id not in (REVIEW, DOCUMENTS))
        self._say_remark()

    def _show_right(self, *, three: bool) -> None:
        """The paper at the right of a page; beside *Periksa* what the papers lack."""
        beside = three and self.page_id == REVIEW
        self.readiness.setFixedWidth(max(self.width() - px(WIDTH) - px(660), px(_PAPER)))
        self.readiness.setVisible(beside)
        if three:
            self.paper.setVisible(not beside)
        if isinstance(view := self.view(), ReviewPage):
            view.papers.setVisible(not beside)

    def _show_tab(self, at: int) -> None:
        at = min(at, self.sides.count() - 1)
        self.sides.setCurrentIndex(at)
        for n, button in enumerate(self.tabs):
            button.setChecked(n == at)
        self.preview.renew()

    def _renew_tasks(self) -> None:
        self.tasks.renew(self.remarks)
        self.small.renew()
        if not self.tasks.has(self.page_id):
            # Not now: the change may come from a field of the page that went, which is still at work.
            QTimer.singleShot(0, self, self._leave)

    def _leave(self) -> None:
        if not self.tasks.has(self.page_id):
            self._turn_to(self.tasks.first_open())

    def _mark(self) -> None:
        if isinstance(view := self.view(), PageView):
            view.mark(self.remarks.at_fields(view.page))

    def _on_problems(self) -> None:
        self._renew_tasks()
        self.problems.show_remarks(self.remarks.rows(), self.remarks.beyond())
        self._mark()
        self._say_remark()

    def _say_remark(self) -> None:
        """In a low window the first remark stands in the status line."""
        hidden = self.problems.isHidden() and self.page_id not in (REVIEW, DOCUMENTS)
        first = self.remarks.first() if hidden else None
        self.remarked.emit(f"{self.problems.head.text()}: {first.sentence}" if first else "")

    def _on_checked_page(self, page_id: str, checked: bool) -> None:
        self.remarks.check_page(page_id, checked=checked)

    def on_focused(self, path: str) -> None:
        """Say what belongs into the field in focus, and show its place on the paper."""
        self.footer.show_hint(path)
        self.preview.mark(path)

    def _on_tab(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._show_tab(self.tabs.index(button))
            if self.sides.currentIndex() == 0:
                self.stack.setFocus(Qt.FocusReason.OtherFocusReason)
