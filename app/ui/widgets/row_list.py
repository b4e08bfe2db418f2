"""The list all painted lists are made of: rows of plain values, a ring for the keyboard, Enter or a click takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QWidget

from app.ui.look.theme import restyled

Index = QModelIndex | QPersistentModelIndex

_NO_PARENT = QModelIndex()
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Row:
    """One row of a list, given by the list to its delegate."""

    def __init__(self, value: object, spoken: str, *, usable: bool = True) -> None:
        """``spoken`` is all a screen reader says; a heading is not usable."""
        self.value, self.spoken, self.usable = value, spoken, usable


class RowModel(QAbstractListModel):
    """The rows as Qt wants them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def replace(self, rows: Sequence[Row]) -> None:
        """Other rows; where there are as many as before, only their contents change and nothing jumps."""
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is said of a row, and in the user role what it holds."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.spoken if role in spoken else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be reached."""
        usable = index.isValid() and self.rows[index.row()].usable
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if usable else Qt.ItemFlag.NoItemFlags


class RowList(QListView):
    """A list of painted rows without frame. Its own kinds add a delegate, values and signals with meaning."""

    taken = Signal(object)
    """Enter, Space or a click on a row; the row's value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def paint_with(self, delegate: QStyledItemDelegate) -> None:
        """Say who paints the rows. The list keeps it: Qt does not."""
        self._painter = delegate
        self.setItemDelegate(delegate)

    def value(self) -> object:
        """The value of the row with the keyboard's ring; None without one."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].value if index.isValid() else None

    def go_to(self, value: object) -> None:
        """Put the ring on the row with ``value``, where there is one."""
        for at, row in enumerate(self.rows.rows):
            if row.usable and row.value == value:
                self.setCurrentIndex(self.rows.index(at))
                return

    def begin(self) -> None:
        """Put the ring on the first row that can be reached, unless it is on one already."""
        if not self.currentIndex().isValid():
            first = next((i for i, row in enumerate(self.rows.rows) if row.usable), None)
            if first is not None:
                self.setCurrentIndex(self.rows.index(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take the row."""
        if event.key() in _TAKES and self.currentIndex().isValid():
            self.taken.emit(self.value())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the row under it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.rows.rows[index.row()].usable:
            self.clicked_at(index, event)

    def clicked_at(self, index: QModelIndex, event: QMouseEvent) -> None:
        """Take the row; a list with places inside its rows looks where the click was."""
        self.taken.emit(self.rows.rows[index.row()].value)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self.remeasure()

    def remeasure(self) -> None:
        """Ask the delegate for the heights again."""
        self.scheduleDelayedItemsLayout()


def value_at(index: Index) -> object:
    """The value of the row at ``index``, for a delegate."""
    row = index.data(Qt.ItemDataRole.UserRole)
    return row.value if isinstance(row, Row) else None
