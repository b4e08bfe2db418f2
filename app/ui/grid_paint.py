"""How a grid looks: rows of two lines, a ring round the cell, a two-line head, the empty row that invites typing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip, QWidget

from app.ui.editors import full_said
from app.ui.grid_model import CELL, Cell, GridModel
from app.ui.look.palette import colour
from app.ui.look.scale import BODY, QUIET, SMALL, px
from app.ui.widgets import painting
from app.ui.widgets.cell_edit import CellEdit
from app.ui.widgets.painting import LEFT, RIGHT, Ink

ROW, NEW_ROW, HEAD, NUMBER, PAD = 44, 32, 40, 28, 6
Index = QModelIndex | QPersistentModelIndex


@runtime_checkable
class _Chooses(Protocol):
    """A view in which a block of cells can be chosen."""

    def edges(self, row: int, column: int) -> Iterable[Qt.Edge]:
        """Where the block ends at a cell."""


class CellDelegate(QStyledItemDelegate):
    """Paints cells and edits them as text; the model's kinds read it."""

    typing = Signal(str, str)
    """The person types into a cell: its path and the text as it stands."""

    went = Signal(int, int)
    """A key ended the typing and goes so many rows (Enter) or cells (Tab) on; neither: to the row's details."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, view = index.data(CELL), option.widget
        if not isinstance(cell, Cell) or not isinstance(view, QTableView):
            return
        rect = QRectF(option.rect)
        painting.begin(painter)
        chosen = index.row() == view.currentIndex().row() and not cell.new
        painter.fillRect(rect, colour("soft" if chosen else "surface"))
        painting.rule(painter, rect)
        self._write(painter, rect.adjusted(px(PAD), 0, -px(PAD), 0), cell)
        if cell.problem:
            _corner(painter, rect)
        for edge in view.edges(index.row(), index.column()) if isinstance(view, _Chooses) else ():
            painting.side(painter, rect.adjusted(0, 0, 0, -1), edge)
        if index == view.currentIndex() and view.hasFocus():
            painting.ring(painter, rect.adjusted(0, 0, 0, -1))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line of text in the cell's own place."""
        cell = index.data(CELL)
        second, right = (cell.second, cell.right) if isinstance(cell, Cell) else ("", False)
        editor = CellEdit(PAD, second=second, right=right, parent=parent)
        editor.edited.connect(self._on_edited)
        editor.full.connect(self._on_full)
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys that end the typing take what was typed at once; Qt would do so a while later."""
        if isinstance(editor, CellEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = _way(event)
            if way is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.went.emit(*way)
                return True
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what stands there, once: what comes in later must not take the letters from under the hand."""
        model = index.model()
        if isinstance(editor, CellEdit) and isinstance(model, GridModel) and not editor.objectName():
            editor.fill(model.typed_text(index))
            editor.setObjectName(model.path(index.row(), index.column()))
            editor.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was typed, if it is new."""
        if isinstance(editor, CellEdit) and isinstance(model, GridModel) and editor.typed() != model.typed_text(index):
            model.desk.half_typed = None
            model.put(index, editor.typed())
            model.desk.forget()
        elif isinstance(model, GridModel):
            model.desk.leave()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the whole cell but its hairline."""
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def _write(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        side = RIGHT if cell.right else LEFT
        if cell.new:
            painting.write(painter, rect, cell.text, Ink(tone="quiet", side=side))
        elif cell.second:
            first, second = painting.two_lines(rect)
            painting.write(painter, first, cell.text, Ink(side=side))
            painting.write(painter, second, cell.second, Ink(QUIET, "quiet", side=side))
        else:
            painting.write(painter, rect, cell.text, Ink(tone="problem" if cell.problem else "text", side=side))

    def _on_full(self, most: int) -> None:
        """A cell has no room for a sentence under it."""
        editor, view = self.sender(), self.parent()
        if (
            isinstance(editor, CellEdit)
            and isinstance(view, QTableView)
            and isinstance(model := view.model(), GridModel)
        ):
            said = full_said(most, model.desk.language)
            QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), said, editor)

    def _on_edited(self, text: str) -> None:
        editor = self.sender()
        if isinstance(editor, CellEdit):
            self.typing.emit(editor.objectName(), text)


class GridHead(QHeaderView):
    """Two lines: the label, and the English term under it."""

    def __init__(self, model: GridModel, *, english: bool, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns, self._english = model.columns, english and model.desk.language == "id"
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Room for both lines."""
        return QSize(super().sizeHint().width(), px(HEAD if self._english else NEW_ROW))

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Paint one head: a style sheet measures and draws it in two different sizes."""
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, colour("surface"))
        column = self._columns[index]
        side = RIGHT if column.width and column.name not in ("hs_code", "unit", "kind") else LEFT
        inner = area.adjusted(px(PAD), 0, -px(PAD), -px(4))
        if self._english:
            half = inner.height() / 2
            painting.write(painter, inner.adjusted(0, 0, 0, -half), column.label.id, Ink(BODY, side=side))
            painting.write(painter, inner.adjusted(0, half, 0, 0), column.label.en, Ink(SMALL, "quiet", side=side))
        else:
            painting.write(
                painter, inner, str(self.model().headerData(index, Qt.Orientation.Horizontal)), Ink(side=side)
            )
        painting.rule(painter, area, "edge")
        painter.restore()


class NumberHead(QHeaderView):
    """The numbers of the rows; a triangle where a row has a problem, a plus where a new one begins."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._grid = model
        self.setSectionsClickable(False)
        self.setFixedWidth(px(NUMBER))

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Paint one number."""
        area = QRectF(rect)
        painting.begin(painter)
        view = self.parent()
        row = self._grid.row_at(index)
        chosen = isinstance(view, QTableView) and view.currentIndex().row() == index and row is not None
        painter.fillRect(area, colour("soft" if chosen else "surface"))
        painting.rule(painter, area)
        if row is None:
            painting.draw_icon(painter, area, "plus", "quiet", 16)
        elif self._grid.has_problem(row):
            painting.draw_icon(painter, area, "problem", "problem", 16)
        else:
            middle = Qt.AlignmentFlag.AlignHCenter
            painting.write(painter, area, str(index + 1), Ink(QUIET, "quiet", side=middle))
        painter.restore()


def _way(event: QKeyEvent) -> tuple[int, int] | None:
    """Where a key goes on to, in rows and cells; None for one that belongs to the text."""
    key, modifiers = Qt.Key(event.key()), event.modifiers()
    back = -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return (0, 0) if modifiers & Qt.KeyboardModifier.ControlModifier else (back, 0)
    plain = {Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
    return plain.get(key)


def _corner(painter: QPainter, rect: QRectF) -> None:
    """The red corner of a cell with a problem."""
    size = px(9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("problem"))
    left, top = rect.left(), rect.top()
    painter.drawPolygon(QPolygonF([QPointF(left, top), QPointF(left + size, top), QPointF(left, top + size)]))
