"""A page of a shipment, built from its declaration in a loop. Holds no answers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.catalog.pages import Asked, Block, Page
from app.domain.problems import Problem
from app.services.books import concrete
from app.services.tasks import asked_now, fixed_paths, required_paths, wanted_paths
from app.ui.book_buttons import add_to_grid, book_buttons
from app.ui.credit_dialog import CreditEntry
from app.ui.desk import Desk
from app.ui.grid_block import GridBlock
from app.ui.layouts import empty, in_lines, side_by_side
from app.ui.list_block import ListBlock
from app.ui.look.scale import px
from app.ui.packing_panel import PackingPanel
from app.ui.proposal_dialog import ProposalEntry, proposed_now
from app.ui.question import Question
from app.ui.table_entry import TableEntry
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.labels import Heading, section_title
from app.ui.widgets.scroll_page import ScrollPage

_TITLE_GAP, _FIELD_GAP, _SECTION_GAP = 18, 16, 24


class PageView(ScrollPage):
    """One page. Built anew when the questions it asks change, filled anew when the answers do."""

    focused = Signal(str)
    """A field has the focus now; its path, "" where none has."""
    built = Signal()
    """There are other widgets now."""
    book_wanted = Signal(str, str)
    """Something is to be taken from a book (``take``) or kept in it (``keep``), and for what; "": what one is on."""

    def __init__(self, desk: Desk, page: Page, *, english: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.desk, self.page, self._english = desk, page, english
        self.questions: dict[str, Question] = {}
        self.lists: list[ListBlock] = []
        self.grid: GridBlock | None = None
        self.entry: TableEntry | None = None
        self.plan: PackingPanel | None = None
        self.credit: CreditEntry | None = None
        self.proposals: ProposalEntry | None = None
        self._shape: object = None
        self._problems: dict[str, str] = {}
        self._rebuild_soon = QTimer(self)
        self._rebuild_soon.setSingleShot(True)
        self._rebuild_soon.timeout.connect(self._rebuild)
        desk.changed.connect(self._on_changed)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one
        self._build()
        self.setEnabled(desk.may_change)

    def question(self, path: str) -> Question | None:
        """The question at a path of the shipment, if it is asked here now."""
        found = self.questions.get(path)
        for block in self.lists:
            found = found or block.questions.get(path)
        return found or (self.grid.question(path) if self.grid else None)

    def all_questions(self) -> Iterator[Question]:
        """Every question on the page now."""
        yield from self.questions.values()
        for block in self.lists:
            yield from block.questions.values()
        if self.grid is not None:
            yield from self.grid.questions.values()

    def go_to(self, path: str) -> bool:
        """Scroll to the field of a path and give it the focus; a whole list is gone to at its beginning."""
        if self.grid is not None and self.grid.go_to(path):
            self.reveal_part(self.grid.part(path))
            return True
        question = self.question(path) or self._first_inside(path)
        if question is not None:
            self.reveal(question.editor)
            return True
        block = next(
            (block for block in self.lists if path == block.list_path or path.startswith(block.list_path + ".")), None
        )
        if block is not None:
            self.reveal(block.add_button)
        return block is not None

    def restore(self, path: str, text: str, cursor: int) -> None:
        """Put half-typed text back where it was typed, and the keyboard with it."""
        self.go_to(path)
        if question := self.question(path):
            question.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            question.put(text, cursor)
        elif self.grid is not None and path.startswith(self.page.grid):
            self.grid.put(path, text, cursor)

    def _first_inside(self, path: str) -> Question | None:
        """The first question inside a group such as ``buyer``."""
        return next((question for question in self.all_questions() if question.path.startswith(f"{path}.")), None)

    def reveal_part(self, widget: QWidget) -> None:
        """Scroll to a part that has the focus already."""
        self.ensureWidgetVisible(widget, 0, px(24))

    def focus_first(self) -> None:
        """Give the first field the focus; where there is none yet, the button that adds a row."""
        if self.grid is not None:
            self.grid.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first := next(self.all_questions(), None):
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.lists:
            self.lists[0].add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what the field in focus says as its answer."""
        for question in self.all_questions():
            question.commit()
        if self.grid is not None:
            self.grid.commit()

    def mark(self, problems: dict[str, Problem]) -> None:
        """Show these problems at their fields, by path; the others lose theirs."""
        language = self.desk.language
        self._problems = {path: problem.message.into(language) for path, problem in problems.items()}
        self._mark()

    def _build(self) -> None:
        self._shape = self._shape_now()
        heading = Heading(self.page.title.text.into(self.desk.language), self.page.intro.text.into(self.desk.language))
        self.column.addWidget(heading)
        self.column.addSpacing(px(_TITLE_GAP))
        self._offer_proposals()
        if self.page.pasted == "credit":
            self.credit = CreditEntry(self.desk)
            self.column.addWidget(self.credit)
            self.column.addSpacing(px(_FIELD_GAP))
        if self.page.grid:
            self._build_grid()
        for block in self.page.blocks:
            if not self._belongs_to_grid(block):
                self._add_block(block)
        self._mark()

    def _offer_proposals(self) -> None:
        if proposed_now(self.desk, self.page):
            self.proposals = ProposalEntry(self.desk, self.page)
            self.column.addWidget(self.proposals)
            self.column.addSpacing(px(_FIELD_GAP))

    def _build_grid(self) -> None:
        self.grid = GridBlock(self.desk, self.page, english=self._english)
        self.grid.built.connect(self.built)
        self.grid.moved.connect(self.focused)
        add_to_grid(self)
        self.column.addWidget(self.grid)
        if self.page.grid in ("goods", "packing.ranges"):
            self.entry = TableEntry(self.desk, self.grid)
            self.column.addWidget(self.entry)
            self.column.addSpacing(px(_FIELD_GAP))
        if self.page.grid == "packing.ranges":
            self.plan = PackingPanel(self.desk)
            self.column.addWidget(self.plan)

    def _belongs_to_grid(self, block: Block) -> bool:
        """Whether a block asks about the grid's current row."""
        inside = f"{self.page.grid}.*."
        first = block.rows or (block.asked[0][0].path if block.asked else "")
        return bool(self.page.grid) and first.startswith(inside)

    def _add_block(self, block: Block) -> None:
        rows = asked_now(block, self.desk.shipment, self._wanted) if not block.rows else ()
        if block.rows and block.rows in self._wanted:
            self.column.addSpacing(px(_SECTION_GAP - _FIELD_GAP))
            made = ListBlock(self.desk, block, block.rows, english=self._english)
            made.built.connect(self.built)
            self.lists.append(made)
            self.column.addWidget(made)
            self.column.addSpacing(px(_FIELD_GAP))
        elif rows:
            if block.title is not None:
                self.column.addSpacing(px(_SECTION_GAP - _FIELD_GAP))
                self.column.addWidget(section_title(block.title.text.into(self.desk.language)))
                self.column.addSpacing(px(8))
            if (wanted := book_buttons(self, block)) is not None:
                self.column.addLayout(wanted)
                self.column.addSpacing(px(_FIELD_GAP))
            for row in rows:
                for questions in in_lines([self._question(asked) for asked in row]):
                    self.column.addLayout(self._row(questions))
                    self.column.addSpacing(px(_FIELD_GAP))

    def _question(self, asked: Asked) -> Question:
        # In an entry of a book, and only there, what stands in a list is asked like anything else.
        return Question(self.desk, asked, concrete(asked.path), **self._manner(asked.path))

    def _row(self, questions: list[Question]) -> QHBoxLayout:
        self.questions |= {question.path: question for question in questions}
        return side_by_side(questions)

    def _manner(self, path: str) -> dict[str, bool]:
        required = path in self._required or self.desk.is_profile
        return {"required": required, "english": self._english, "fixed": path in self._fixed}

    def _shape_now(self) -> object:
        """What is asked now: when it changes, the page is built anew."""
        self._wanted = wanted_paths(self.desk.ready.catalog, self.desk.pages, self.desk.shipment)
        self._required = required_paths(self.desk.ready.catalog, self.desk.shipment)
        self._fixed = fixed_paths(self.desk.ready.catalog, self.desk.shipment)
        blocks = [asked_now(b, self.desk.shipment, self._wanted) for b in self.page.blocks if not b.rows]
        here = set(self.page.paths())
        return [[a.path for row in rows for a in row] for rows in blocks], self._required & here, self._fixed & here

    def _on_changed(self) -> None:
        if self._shape_now() != self._shape:
            # Not now: the change may come from a field of this very page, which is still at work.
            self._rebuild_soon.start(0)
            return
        for question in self.questions.values():
            question.fill()

    def _rebuild(self) -> None:
        focus = QApplication.focusWidget()
        path = next((q.path for q in self.all_questions() if focus is not None and q.box.isAncestorOf(focus)), "")
        where = self.verticalScrollBar().value()
        self.setUpdatesEnabled(False)
        empty(self.column)
        self.questions, self.lists, self.grid, self.credit = {}, [], None, None
        self.proposals = None
        self._build()
        self.setUpdatesEnabled(True)
        self.verticalScrollBar().setValue(where)
        if question := self.question(path):
            question.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.built.emit()

    def _mark(self) -> None:
        for question in self.all_questions():
            question.box.set_problem(self._problems.get(question.path, ""))
        if self.grid is not None:
            self.grid.mark(self._problems)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        box: QWidget | None = new
        while box is not None and not isinstance(box, FieldBox):
            box = box.parentWidget()
        if box is not None:
            self.focused.emit(box.objectName())
        elif self.grid is not None and self.grid.isAncestorOf(new):
            self.focused.emit(self.grid.current_path())
