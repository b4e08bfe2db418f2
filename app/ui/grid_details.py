"""Under a grid: what is asked about the row one is on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.pages import Asked, Block, Page
from app.services.tasks import holds_in_row, required_paths, wanted_paths
from app.ui.desk import Desk
from app.ui.grid_model import GridModel
from app.ui.layouts import empty, in_lines, side_by_side
from app.ui.list_block import ListBlock
from app.ui.look.scale import px
from app.ui.question import Question
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.labels import Label
from app.words import say

_REST_MS = 40
"""So long a hand rests on a row before its questions are built: they take longer than the way to the next row."""


class GridDetails(QWidget):
    """The questions about one row, and buttons for the row above, the row below, and away with it."""

    built = Signal()
    """There are other widgets now."""

    def __init__(
        self, desk: Desk, page: Page, model: GridModel, *, english: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.page, self.model, self._english = desk, page, model, english
        self.questions: dict[str, Question] = {}
        self._away: dict[str, Question] = {}
        """The questions while there is no row to ask them about."""
        self.lists: list[ListBlock] = []
        self.row_id = ""
        self._shown: str | None = None
        self._paths: list[str] | None = None
        self.title = Label(strong=True)
        self.up, self.down = (icon_button(say(f"window.row_{way}", desk.language), way) for way in ("up", "down"))
        self.remove = icon_button(say("window.row_remove", desk.language), "bin")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_now)
        self._lay_out()

    def add_to_head(self, button: QWidget) -> None:
        """A button of the grid before those of the row; it stays where there is no row."""
        self._head.insertWidget(2, button)

    def show_row(self, row_id: str) -> None:
        """Show a row's questions as soon as the hand rests; "" for the empty row."""
        self.row_id = row_id
        if row_id != self._shown:
            self._soon.start(_REST_MS)

    def show_now(self) -> None:
        """Show the questions of the row at once, filled as the shipment is now."""
        self._soon.stop()
        is_other = self.row_id != self._shown
        self._shown = self.row_id
        if self.row_id:
            self._show_row(is_other=is_other)
        else:
            self._put_away()
        for widget in (self.title, self.up, self.down, self.remove, self._asked_about):
            widget.setVisible(bool(self.row_id))

    def _put_away(self) -> None:
        """The questions stay for the row one goes to next: building them takes longer than anything else here."""
        self._away, self.questions = self.questions or self._away, {}
        if self.lists:
            empty(self._rows)
            self._away, self.lists, self._paths = {}, [], None

    def _show_row(self, *, is_other: bool) -> None:
        paths = [asked.path for line in self._asked() for asked in line]
        if paths != self._paths or (is_other and any(block.rows for block in self._own_blocks())):
            self._paths = paths
            self._build()
        elif is_other:
            self._move_on()
        for question in self.questions.values():
            question.fill()
        number = self.model.number_of(self.row_id)
        self.title.setText(say("window.row_details", self.desk.language, n=str(number + 1)))

    def settle(self) -> None:
        """Show what is still to be shown."""
        if self._soon.isActive():
            self.show_now()

    def renew(self) -> None:
        """The shipment has changed. Rows that are shown later are filled then."""
        if self._shown and self.model.number_of(self._shown) < 0:
            self.show_now()
        elif self.row_id != self._shown:
            self._soon.start(_REST_MS)
        elif not self._soon.isActive():
            self.show_now()

    def question(self, path: str) -> Question | None:
        """The question at a path."""
        return self.all_questions().get(path)

    def all_questions(self) -> dict[str, Question]:
        """All that are shown, those in lists too, by path."""
        self.settle()
        found = dict(self.questions)
        for block in self.lists:
            found |= block.questions
        return found

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show problems at the fields."""
        for path, question in self.all_questions().items():
            question.box.set_problem(problems.get(path, ""))

    def go_to_first(self) -> None:
        """Give the first question the keyboard; where there is none yet, the button that adds a row."""
        if first := next(iter(self.all_questions().values()), None):
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.lists:
            self.lists[0].add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(px(4))
        self._asked_about = QWidget()
        self._rows = QVBoxLayout(self._asked_about)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column.addWidget(self._asked_about)

    def _build(self) -> None:
        empty(self._rows)
        self.questions, self._away, self.lists = {}, {}, []
        required = required_paths(self.desk.ready.catalog, self.desk.shipment)
        for line in self._asked():
            questions = [self._question(asked, asked.path in required) for asked in line]
            for together in in_lines(questions):
                self._rows.addLayout(side_by_side(together))
                self._rows.addSpacing(px(16))
        for block in self._own_blocks():
            if block.rows:
                self._add_list(block)
        self.mark(self.model.problems)
        self.built.emit()

    def _move_on(self) -> None:
        """The same questions about another row."""
        there = list((self.questions or self._away).values())
        self.questions, self._away = {}, {}
        for question in there:
            question.move_to(f"{self.page.grid}.{self.row_id}.{question.path.rpartition('.')[2]}")
            self.questions[question.path] = question
        self.mark(self.model.problems)

    def _add_list(self, block: Block) -> None:
        inner = block.rows.rpartition(".")[2]
        made = ListBlock(self.desk, block, f"{self.page.grid}.{self.row_id}.{inner}", english=self._english)
        made.built.connect(self.built)
        self.lists.append(made)
        self._rows.addWidget(made)
        self._rows.addSpacing(px(16))

    def _question(self, asked: Asked, required: bool) -> Question:
        path = f"{self.page.grid}.{self.row_id}.{asked.path.rpartition('.')[2]}"
        question = Question(self.desk, asked, path, required=required, english=self._english)
        self.questions[path] = question
        return question

    def _asked(self) -> list[list[Asked]]:
        """What is asked about a row: long texts of its columns, then what the page adds."""
        row = self.model.row_at(self.model.number_of(self.row_id))
        wanted = wanted_paths(self.desk.ready.catalog, self.desk.pages, self.desk.shipment)
        lines = [[column] for column in self.page.columns if column.lines > 1]
        lines += [list(line) for block in self._own_blocks() if not block.rows for line in block.asked]
        shown = ([a for a in line if a.path in wanted and holds_in_row(a.when, row)] for line in lines)
        return [line for line in shown if line]

    def _own_blocks(self) -> list[Block]:
        inside = f"{self.page.grid}.*."
        return [b for b in self.page.blocks if (b.rows or (b.asked[0][0].path if b.asked else "")).startswith(inside)]
