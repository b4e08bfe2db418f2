"""The grid on top of a page, its totals, and under it the questions about the row one is on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app.catalog.pages import Page
from app.domain.derived import Figures
from app.services.grid_totals import grid_totals
from app.ui.desk import Desk
from app.ui.grid_actions import GridActions
from app.ui.grid_details import GridDetails
from app.ui.grid_model import GridModel
from app.ui.grid_paint import HEAD, NEW_ROW, ROW
from app.ui.grid_view import GridView
from app.ui.hs_finding import finding_for
from app.ui.list_block import ListBlock
from app.ui.look.scale import TOTAL, px
from app.ui.look.theme import restyled
from app.ui.question import Question
from app.ui.widgets.labels import Label

_MOST_ROWS = 6
"""More rows than that scroll inside the grid."""
_LONG = 500
"""Rows from which on the sums wait until whoever types has come to rest."""
_CALM = 60
"""Milliseconds that they wait then."""


class GridBlock(QWidget):
    """Table, totals and details."""

    moved = Signal(str)
    """The person went to another cell; its path."""

    built = Signal()
    """There are other widgets under the grid now."""

    def __init__(self, desk: Desk, page: Page, *, english: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.page, self._english = desk, page, english
        self.model = GridModel(desk, page)
        self.table = GridView(self.model, english=english, name=page.title.text.into(desk.language))
        self.totals, self.total = Label(tone="quiet"), Label(size=TOTAL, strong=True)
        self.said = Label(tone="quiet", wrap=True)
        self.details = GridDetails(desk, page, self.model, english=english)
        self.actions_ = GridActions(desk, page, self.table, self.said)
        self._sum_soon = QTimer(self)
        self._sum_soon.setSingleShot(True)
        self._sum_soon.timeout.connect(self._sum_up)
        self._row_shown = ""
        self.finding = finding_for(self)
        if self.finding is not None:
            self.details.add_to_head(self.finding.button)
        self._lay_out()
        self._connect()
        self._fit()
        self.table.go(0, 0)
        self._sum_up()
        self._row_shown = self.details.row_id = self._current_row()
        self.details.show_now()

    @property
    def lists(self) -> list[ListBlock]:
        """The lists inside the row one is on."""
        self.details.settle()
        return self.details.lists

    @property
    def questions(self) -> dict[str, Question]:
        """The questions about the row one is on, without those in lists."""
        self.details.settle()
        return self.details.questions

    def question(self, path: str) -> Question | None:
        """The question at a path under the grid."""
        return self.details.question(path)

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
        self.table.go(number, column or 0)
        question = self.question(path)
        if column is None and question is not None:
            question.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def put(self, path: str, text: str, cursor: int) -> None:
        """Put half-typed text back into its cell; that of the list itself into the empty row."""
        if path == self.page.grid:
            self.table.go(self.model.rowCount() - 1, 0)
        self.table.edit_here(text, cursor)
        self.desk.note(path, text, cursor)

    def part(self, path: str) -> QWidget:
        """The widget that shows a path."""
        question = self.question(path)
        return question.box if question is not None and question.editor.hasFocus() else self.table

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show problems at cells and fields."""
        self.model.mark(problems)
        self.details.mark(problems)

    def commit(self) -> None:
        """Take what a cell's editor or a field says."""
        self.table.take_edited()
        for question in self.details.all_questions().values():
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
        self.said.setContentsMargins(px(34), 0, px(6), 0)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addSpacing(px(8))
        column.addLayout(sums)
        column.addWidget(self.said)
        column.addSpacing(px(12))
        column.addWidget(self.details)

    def _connect(self) -> None:
        table, details = self.table, self.details
        details.up.clicked.connect(self._on_up)
        details.down.clicked.connect(self._on_down)
        details.remove.clicked.connect(self.actions_.remove)
        details.built.connect(self.built)
        table.selectionModel().currentChanged.connect(self._on_current)
        table.cells.typing.connect(self._on_typing)
        table.cells.closeEditor.connect(self._on_cell_left)
        table.details_wanted.connect(details.go_to_first)
        table.leaving.connect(self._on_leaving)
        self.model.modelReset.connect(self._on_reset)
        self.model.rowsInserted.connect(self._on_rows)
        self.model.rowsRemoved.connect(self._on_rows)
        self.desk.changed.connect(self._on_changed)

    def _fit(self) -> None:
        """Heights of the rows, widths of the columns."""
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        self._fit_rows(range(self.model.rowCount()))
        header = self.table.horizontalHeader()
        for number, column in enumerate(self.model.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, mode)
            if column.width:
                self.table.setColumnWidth(number, px(column.width))

    def _fit_rows(self, numbers: Iterable[int]) -> None:
        """Heights of some rows, and as high as all of them need; the empty row is one low cell."""
        rows, heights = self.model.rowCount(), self.table.verticalHeader()
        for number in numbers:
            wanted = px(NEW_ROW if number == rows - 1 else ROW)
            if heights.sectionSize(number) != wanted:
                heights.resizeSection(number, wanted)
        self.table.clearSpans()
        self.table.setSpan(rows - 1, 0, 1, self.model.columnCount())
        shown = min(rows - 1, _MOST_ROWS)
        head = HEAD if self._english and self.desk.language == "id" else NEW_ROW
        self.table.setFixedHeight(px(head) + shown * px(ROW) + px(NEW_ROW) + 2)

    def _current_row(self) -> str:
        row = self.model.row_at(self.table.currentIndex().row())
        return row.id if row else ""

    def _sum_up(self) -> None:
        totals = grid_totals(self.page.grid, Figures(self.desk.shipment, self.desk.circumstances()))
        self.totals.setText(totals.counted)
        self.total.setText(totals.summed)

    def _on_typing(self, path: str, text: str) -> None:
        self.desk.note(path, text, len(text))

    def _on_cell_left(self) -> None:
        self.desk.leave()

    def _on_changed(self) -> None:
        editor = self.table.editor()
        has_keyboard = editor is not None and editor.hasFocus()
        self.model.refresh()
        if has_keyboard and self.table.editor() is None:
            # The row one typed into went with a step taken back, and its editor with it: the keyboard stays here.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._row_shown = self.details.row_id = self._current_row()
        self.details.renew()
        # In a turn of its own: with what else a change brings, long lists would hold up the screen.
        self._sum_soon.start(_CALM if self.model.rowCount() > _LONG else 0)

    def _on_rows(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Rows came or went: only the last row, and the one that was it, have another height now."""
        self._fit_rows({max(first - 1, 0), self.model.rowCount() - 1})

    def _on_reset(self) -> None:
        self._fit()
        at = self.model.number_of(self._row_shown)
        self.table.go(max(at, 0), self.actions_.column)

    def _on_current(self, new: QModelIndex, _old: QModelIndex) -> None:
        self._row_shown = self._current_row()
        self.details.show_row(self._row_shown)
        if new.isValid():
            self.actions_.column = new.column()
        if self.table.hasFocus():
            self.moved.emit(self.current_path())
        self.table.viewport().update()
        self.table.verticalHeader().viewport().update()

    def _on_leaving(self) -> None:
        self.details.show_now()

    def _on_up(self) -> None:
        self._step(-1)

    def _on_down(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        at = self.table.currentIndex()
        row = min(max(at.row() + step, 0), self.model.rowCount() - 2)
        self.table.go(row, max(at.column(), 0))
        self.details.show_now()
