"""The table of a grid: one Tab stop that opens into cells. Tab moves inside, Esc and then Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from app.ui.grid_model import GridModel
from app.ui.grid_paint import CellDelegate, GridHead, NumberHead
from app.ui.widgets.cell_edit import CellEdit

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """Cells that are edited as text by typing, F2 or a double click."""

    details_wanted = Signal()
    """The person wants to go to what is asked about the row, under the grid: Ctrl+Enter."""

    finder_wanted = Signal()
    """The person looks for what belongs into an HS cell: F4, also while typing there."""

    def __init__(self, model: GridModel, *, english: bool, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(GridHead(model, english=english, parent=self))
        self.setVerticalHeader(NumberHead(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setAccessibleName(name)
        for part in (self.horizontalHeader(), self.verticalHeader(), *self.findChildren(QAbstractButton)):
            part.setAccessibleName(name)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

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
        """After Esc the next Tab leaves; any other key stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.setTabKeyNavigation(False)
            return
        if event.key() == Qt.Key.Key_F4 and self._is_on_hs():
            self.finder_wanted.emit()
            return
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift):
            self.setTabKeyNavigation(True)
        super().keyPressEvent(event)

    def _is_on_hs(self) -> bool:
        model, at = self.model(), self.currentIndex()
        return isinstance(model, GridModel) and at.isValid() and model.columns[at.column()].name == "hs_code"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab moves from cell to cell again."""
        self.setTabKeyNavigation(True)
        super().focusInEvent(event)


def _asks_for_details(event: QKeyEvent) -> bool:
    return event.key() in _TAKES and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
