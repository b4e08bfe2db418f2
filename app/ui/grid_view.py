"""The table of a grid: one Tab stop that opens into cells. Tab moves inside, Esc and then Tab leaves it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from app.ui.grid_model import GridModel
from app.ui.grid_paint import CellDelegate, GridHead, NumberHead
from app.ui.widgets.cell_edit import CellEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ARROWS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
)
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_PageUp: (-6, 0),
    Qt.Key.Key_PageDown: (6, 0),
}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Chosen(NamedTuple):
    """The block of cells that is chosen, or the one cell one is on; never the empty row."""

    rows: range
    columns: range


class GridView(QTableView):
    """Cells that are edited as text by typing, F2 or a double click."""

    details_wanted = Signal()
    """The person wants to go to what is asked about the row, under the grid: Ctrl+Enter."""

    leaving = Signal()
    """Tab is about to leave the grid."""

    escaped = Signal()

    finder_wanted = Signal()
    """The person looks for what belongs into an HS cell: F4, also while typing there."""

    def __init__(self, model: GridModel, *, english: bool, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.grid, self._run_began, self._anchor = model, -1, (0, 0)
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.cells.went.connect(self._on_went)
        self.setHorizontalHeader(GridHead(model, english=english, parent=self))
        self.setVerticalHeader(NumberHead(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setAccessibleName(name)
        for part in (self.horizontalHeader(), self.verticalHeader(), *self.findChildren(QAbstractButton)):
            part.setAccessibleName(name)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def chosen(self) -> Chosen:
        """The cells that a command is about."""
        last, at = self.grid.rowCount() - 2, self.currentIndex()
        selection = self.selectionModel().selection()
        parts = [selection.at(n) for n in range(selection.count())]
        if not parts:
            return Chosen(range(at.row(), min(at.row(), last) + 1), range(max(at.column(), 0), at.column() + 1))
        top, left = min(part.top() for part in parts), min(part.left() for part in parts)
        bottom, right = max(part.bottom() for part in parts), max(part.right() for part in parts)
        return Chosen(range(top, min(bottom, last) + 1), range(left, right + 1))

    def edges(self, row: int, column: int) -> Iterable[Qt.Edge]:
        """The edges of a cell at which a chosen block of several cells ends; none for a cell outside of it."""
        rows, columns = self.chosen()
        if len(rows) * len(columns) < 2 or row not in rows or column not in columns:
            return ()
        ends = {
            Qt.Edge.TopEdge: row == rows[0],
            Qt.Edge.BottomEdge: row == rows[-1],
            Qt.Edge.LeftEdge: column == columns[0],
            Qt.Edge.RightEdge: column == columns[-1],
        }
        return [edge for edge, is_end in ends.items() if is_end]

    def choose(self, rows: range, columns: range) -> None:
        """Choose a block of cells and go to its first."""
        if rows and columns:
            first = self.grid.index(rows[0], columns[0])
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            block = QItemSelection(first, self.grid.index(rows[-1], columns[-1]))
            self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def extend(self, rows: int, columns: int, *, whole: bool) -> None:
        """Choose more cells, or fewer: so many rows and columns further, or with ``whole`` all there are that way.

        Qt would count from where its own keys last were, and knows nothing of Tab and Enter as they go here.
        """
        at, last = self.currentIndex(), max(self.grid.rowCount() - 2, 0)
        if len(self.chosen().rows) * len(self.chosen().columns) < 2:
            self._anchor = (at.row(), at.column())
        far = max(last, self.grid.columnCount()) if whole else 1
        row = min(max(at.row() + rows * far, 0), last)
        column = min(max(at.column() + columns * far, 0), self.grid.columnCount() - 1)
        first, end = (self.grid.index(*cell) for cell in (self._anchor, (row, column)))
        self.selectionModel().setCurrentIndex(end, QItemSelectionModel.SelectionFlag.NoUpdate)
        block = QItemSelection(first, end)
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def editor(self) -> CellEdit | None:
        """The editor of the cell one types into."""
        found = self.viewport().findChildren(CellEdit)
        return found[0] if found and self.state() == QAbstractItemView.State.EditingState else None

    def take_edited(self) -> None:
        """Take what the cell's editor says, also where the window has not the keyboard."""
        editor = self.editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def drop_edited(self) -> None:
        """Close the cell's editor and let its text go."""
        editor = self.editor()
        if editor is not None:
            self.closeEditor(editor, CellDelegate.EndEditHint.RevertModelCache)
            self.cells.closeEditor.emit(editor)

    def edit_here(self, text: str, cursor: int) -> None:
        """Open the editor of the cell one is on with half-typed text in it."""
        self.edit(self.currentIndex())
        editor = self.editor()
        if editor is not None:
            editor.fill(text)
            editor.setCursorPosition(min(cursor, len(text)))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter is no row of a list, and no cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _asks_for_details(event):
            self.details_wanted.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As in a spreadsheet; after Esc the next Tab leaves, any other key stays."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
        if key == Qt.Key.Key_Escape:
            self.setTabKeyNavigation(False)
            self.escaped.emit()
            return
        if key == Qt.Key.Key_F4 and self._is_on_hs():
            self.finder_wanted.emit()
            return
        if key in _TABS:
            self.tab(_TABS[key])
        elif key in _ENTER:
            self.enter(-1 if shift else 1)
        elif shift and key in _STEPS:
            self.extend(*_STEPS[key], whole=bool(event.modifiers() & _CONTROL))
        elif key == Qt.Key.Key_Space and shift:
            self.choose(self.chosen().rows, range(self.grid.columnCount()))
        elif key == Qt.Key.Key_Backspace and self.grid.may_type(self.currentIndex()):
            self.edit_here("", 0)
        else:
            self._run_began = -1 if key in _ARROWS else self._run_began
            self.setTabKeyNavigation(True)
            super().keyPressEvent(event)
            return
        self.setTabKeyNavigation(True)

    def tab(self, step: int) -> None:
        """To the next cell that one can type into, over the end of the row; the first Tab begins a run of cells."""
        at = self.currentIndex()
        typed = [n for n, column in enumerate(self.grid.columns) if column.typed]
        if self._run_began < 0:
            self._run_began = at.column()
        rest = [n for n in typed if (n - at.column()) * step > 0]
        if rest and self.grid.row_at(at.row()) is not None:
            self.go(at.row(), rest[0] if step > 0 else rest[-1])
        elif 0 <= at.row() + step < self.grid.rowCount():
            self.go(at.row() + step, typed[0] if step > 0 else typed[-1])

    def enter(self, step: int) -> None:
        """To the row below or above, where the run of cells began that one typed with Tab."""
        at = self.currentIndex()
        column = self._run_began if self._run_began >= 0 else at.column()
        self._run_began = -1
        if 0 <= at.row() + step < self.grid.rowCount():
            self.go(at.row() + step, column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ends a run of cells."""
        self._run_began = -1
        super().mousePressEvent(event)

    def focusNextPrevChild(self, forth: bool) -> bool:
        """Before Tab leaves, what comes after the grid has to be there."""
        if not self.tabKeyNavigation():
            self.leaving.emit()
        return super().focusNextPrevChild(forth)

    def _is_on_hs(self) -> bool:
        model, at = self.model(), self.currentIndex()
        return isinstance(model, GridModel) and at.isValid() and model.columns[at.column()].name == "hs_code"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab moves from cell to cell again."""
        self.setTabKeyNavigation(True)
        super().focusInEvent(event)

    def go(self, row: int, column: int) -> None:
        """To one cell, whatever keys are held meanwhile; the empty row is one cell."""
        index = self.grid.index(row, column if self.grid.row_at(row) is not None else 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _on_went(self, rows: int, columns: int) -> None:
        """A key left the cell's editor for another cell."""
        if columns:
            self.tab(columns)
        elif rows:
            self.enter(rows)
        else:
            self.details_wanted.emit()

    def _on_selected(self, _new: object, _old: object) -> None:
        self.viewport().update()


def _asks_for_details(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and bool(event.modifiers() & _CONTROL)
