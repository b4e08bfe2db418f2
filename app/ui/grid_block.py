"""The grid on top of a page, its totals, and under it the questions about the row one is on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.catalog.pages import Asked, Block, Page
from app.domain.derived import Figures
from app.services.grid_totals import grid_totals
from app.services.tasks import holds_in_row, required_paths, wanted_paths
from app.ui.desk import Desk
from app.ui.grid_model import GridModel
from app.ui.grid_paint import HEAD, NEW_ROW, ROW
from app.ui.grid_view import GridView
from app.ui.hs_finding import finding_for
from app.ui.layouts import empty, in_lines, side_by_side
from app.ui.list_block import ListBlock
from app.ui.look.scale import TOTAL, px
from app.ui.look.theme import restyled
from app.ui.question import Question
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.labels import Label
from app.words import say

_MOST_ROWS = 6
"""More rows than that scroll inside the grid."""


class GridBlock(QWidget):
    """Table, totals and details."""

    moved = Signal(str)
    """The person went to another cell; its path."""

    built = Signal()
    """There are other widgets under the grid now."""

    def __init__(self, desk: Desk, page: Page, *, english: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.page, self._english = desk, page, english
        self.questions: dict[str, Question] = {}
        self.lists: list[ListBlock] = []
        self._row_shown: str | None = None
        self.model = GridModel(desk, page)
        self.table = GridView(self.model, english=english, name=page.title.text.into(desk.language))
        self.totals, self.total = Label(tone="quiet"), Label(size=TOTAL, strong=True)
        self.title = Label(strong=True)
        self.up, self.down = (icon_button(say(f"window.row_{way}", desk.language), way) for way in ("up", "down"))
        self.remove = icon_button(say("window.row_remove", desk.language), "bin")
        self.finding = finding_for(self)
        self._details = QVBoxLayout()
        self._details.setSpacing(0)
        self._lay_out()
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.table.cells.typing.connect(self._on_typing)
        self.table.cells.closeEditor.connect(self._on_cell_left)
        self.table.details_wanted.connect(self._on_details_wanted)
        self.model.modelReset.connect(self._on_reset)
        self.model.rowsInserted.connect(self._fit)
        desk.changed.connect(self._on_changed)
        self._fit()
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_row()

    def question(self, path: str) -> Question | None:
        """The question at a path under the grid."""
        found = self.questions.get(path)
        for block in self.lists:
            found = found or block.questions.get(path)
        return found

    def current_path(self) -> str:
        """The path of the cell one is on."""
        at = self.table.currentIndex()
        return self.model.path(at.row(), at.column()) if at.isValid() else self.page.grid

    def go_to(self, path: str) -> bool:
        """Go to a cell or to a question of its row; whether the path belongs to this grid."""
        if path == self.page.grid:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if not path.startswith(f"{self.page.grid}."):
            return False
        row_id, _, rest = path[len(self.page.grid) + 1 :].partition(".")
        number = self.model.number_of(row_id)
        if number < 0:
            return False
        column = next((n for n, c in enumerate(self.model.columns) if c.name == rest), None)
        self.table.setCurrentIndex(self.model.index(number, column or 0))
        question = self.question(path)
        if column is None and question is not None:
            question.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def put(self, path: str, text: str, cursor: int) -> None:
        """Put half-typed text back into its cell; that of the list itself into the empty row."""
        if path == self.page.grid:
            self.table.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
        self.table.edit_here(text, cursor)
        self.desk.note(path, text, cursor)

    def part(self, path: str) -> QWidget:
        """The widget that shows a path."""
        question = self.question(path)
        return question.box if question is not None and question.editor.hasFocus() else self.table

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show problems at cells and fields."""
        self.model.mark(problems)
        for path, question in self._all_questions().items():
            question.box.set_problem(problems.get(path, ""))

    def commit(self) -> None:
        """Take what a cell's editor or a field says."""
        self.table.take_edited()
        for question in self._all_questions().values():
            question.commit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def _lay_out(self) -> None:
        sums = QHBoxLayout()
        sums.setContentsMargins(px(34), 0, px(6), 0)
        sums.addWidget(self.totals)
        sums.addStretch(1)
        sums.addWidget(self.total)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addStretch(1)
        if self.finding is not None:
            head.addWidget(self.finding.button)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addSpacing(px(8))
        column.addLayout(sums)
        column.addSpacing(px(12))
        column.addLayout(head)
        column.addSpacing(px(4))
        column.addLayout(self._details)

    def _fit(self) -> None:
        """Heights of the rows, widths of the columns, and as high as the rows need."""
        rows = self.model.rowCount()
        for number in range(rows):
            self.table.setRowHeight(number, px(NEW_ROW if number == rows - 1 else ROW))
        header = self.table.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
            if column.width:
                self.table.setColumnWidth(number, px(column.width))
        self.table.clearSpans()
        self.table.setSpan(rows - 1, 0, 1, self.model.columnCount())
        shown = min(rows - 1, _MOST_ROWS)
        head = HEAD if self._english and self.desk.language == "id" else NEW_ROW
        self.table.setFixedHeight(px(head) + shown * px(ROW) + px(NEW_ROW) + 2)

    def _current_row(self) -> str:
        row = self.model.row_at(self.table.currentIndex().row())
        return row.id if row else ""

    def _show_row(self) -> None:
        """Build the details of the row one is on."""
        totals = grid_totals(self.page.grid, Figures(self.desk.shipment, self.desk.circumstances()))
        self.totals.setText(totals.counted)
        self.total.setText(totals.summed)
        row_id = self._current_row()
        shape = f"{row_id}:{[a.path for line in self._asked(row_id) for a in line]}" if row_id else ""
        if shape != self._row_shown:
            self._row_shown = shape
            self._build_details(row_id)
        for question in self.questions.values():
            question.fill()

    def _build_details(self, row_id: str) -> None:
        empty(self._details)
        self.questions, self.lists = {}, []
        number = self.model.number_of(row_id)
        for widget in (self.title, self.up, self.down, self.remove):
            widget.setVisible(bool(row_id))
        if not row_id:
            return
        self.title.setText(say("window.row_details", self.desk.language, n=str(number + 1)))
        required = required_paths(self.desk.ready.catalog, self.desk.shipment)
        for line in self._asked(row_id):
            questions = [self._question(asked, row_id, asked.path in required) for asked in line]
            for together in in_lines(questions):
                self._details.addLayout(side_by_side(together))
                self._details.addSpacing(px(16))
        for block in self._own_blocks():
            if block.rows:
                inner = block.rows.rpartition(".")[2]
                made = ListBlock(self.desk, block, f"{self.page.grid}.{row_id}.{inner}", english=self._english)
                made.built.connect(self.built)
                self.lists.append(made)
                self._details.addWidget(made)
                self._details.addSpacing(px(16))
        self.mark(self.model.problems)
        self.built.emit()

    def _question(self, asked: Asked, row_id: str, required: bool) -> Question:
        path = f"{self.page.grid}.{row_id}.{asked.path.rpartition('.')[2]}"
        question = Question(self.desk, asked, path, required=required, english=self._english)
        self.questions[path] = question
        return question

    def _asked(self, row_id: str) -> list[list[Asked]]:
        """What is asked about a row: long texts of its columns, then what the page adds."""
        row = self.model.row_at(self.model.number_of(row_id))
        wanted = wanted_paths(self.desk.ready.catalog, self.desk.pages, self.desk.shipment)
        lines = [[column] for column in self.page.columns if column.lines > 1]
        lines += [list(line) for block in self._own_blocks() if not block.rows for line in block.asked]
        shown = ([a for a in line if a.path in wanted and holds_in_row(a.when, row)] for line in lines)
        return [line for line in shown if line]

    def _own_blocks(self) -> list[Block]:
        inside = f"{self.page.grid}.*."
        return [b for b in self.page.blocks if (b.rows or (b.asked[0][0].path if b.asked else "")).startswith(inside)]

    def _all_questions(self) -> dict[str, Question]:
        found = dict(self.questions)
        for block in self.lists:
            found |= block.questions
        return found

    def _on_typing(self, path: str, text: str) -> None:
        self.desk.note(path, text, len(text))

    def _on_cell_left(self) -> None:
        self.desk.leave()

    def _on_changed(self) -> None:
        self.model.refresh()
        self._show_row()

    def _on_reset(self) -> None:
        self._fit()
        at = self.model.number_of((self._row_shown or "").partition(":")[0])
        self.table.setCurrentIndex(self.model.index(max(at, 0), 0))
        self._show_row()

    def _on_current(self, _new: QModelIndex, _old: QModelIndex) -> None:
        self._show_row()
        if self.table.hasFocus():
            self.moved.emit(self.current_path())
        self.table.viewport().update()
        self.table.verticalHeader().viewport().update()

    def _on_details_wanted(self) -> None:
        if first := next(iter(self._all_questions().values()), None):
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_up(self) -> None:
        self._step(-1)

    def _on_down(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        at = self.table.currentIndex()
        row = min(max(at.row() + step, 0), self.model.rowCount() - 2)
        self.table.setCurrentIndex(self.model.index(row, max(at.column(), 0)))

    def _on_remove(self) -> None:
        row_id, number = self._current_row(), self.table.currentIndex().row()
        if self.desk.editing is not None and row_id:
            self.desk.editing.remove_rows(self.page.grid, [row_id])
            left = max(self.model.rowCount() - 2, 0)
            self.table.setCurrentIndex(self.model.index(min(number, left), 0))
