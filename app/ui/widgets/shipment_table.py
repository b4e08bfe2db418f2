"""The shipments of the start screen: number and goods, buyer, destination, what is missing, last change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import MESSAGE, QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.painting import RIGHT, Ink
from app.ui.widgets.row_list import Index, Row, RowList, value_at
from app.ui.widgets.states import State
from app.words import Language, say

_ROW, _HEAD = 60, 32
_COLUMNS = (0.0, 0.27, 0.47, 0.615, 0.80)
"""Where the columns begin, in parts of the width."""
_HEADS = ("shipment", "buyer", "destination", "lacking", "changed")
_SIDE, _GAP, _MENU = 12, 12, 44
_LEAST_CHANGED = 48
"""Narrower, a date is no date; it gives way to what can be done with the row."""


class ShipmentRow(NamedTuple):
    """One shipment, in ready texts."""

    id: object
    number: str
    goods: str
    buyer: str
    destination: str
    state: State
    lacking: str
    """What is still missing, in words: "4 bagian belum lengkap"."""
    changed: str


class ShipmentTable(QWidget):
    """Head and rows. Arrows move, Enter opens, the menu key or the three dots open the row's menu, typing searches."""

    opened = Signal(object)
    """The person wants to go on with a shipment; its id."""
    menu_wanted = Signal(object, QPoint)
    """The person wants the menu of a shipment; its id, and where on the screen."""
    typed = Signal(str)
    """The person began to type, meaning the search; the text."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language: Language = language
        self.list = _Rows(language)
        self.list.setAccessibleName(say("window.head_shipment", language))
        self.list.opened.connect(self.opened)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.list.typed.connect(self.typed)
        self.setFocusProxy(self.list)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(_Head(language, self.list))
        rows.addWidget(self.list)

    def show_rows(self, rows: Sequence[ShipmentRow]) -> None:
        """Show these; the first has the ring where none had it."""
        self.list.rows.replace([Row(row, _spoken(row)) for row in rows])
        self.list.begin()

    def go_to(self, shipment_id: object) -> None:
        """Put the ring on a shipment."""
        rows = (row.value for row in self.list.rows.rows)
        self.list.go_to(next((row for row in rows if isinstance(row, ShipmentRow) and row.id == shipment_id), None))

    def height_of_all(self) -> int:
        """How high the table has to be so that it need not scroll."""
        return px(_HEAD) + 1 + px(_ROW) * self.list.rows.rowCount()


class _Head(QWidget):
    """Stands over the rows of ``below``, as wide as they are beside a scroll bar."""

    def __init__(self, language: Language, below: RowList) -> None:
        super().__init__()
        self._below = below
        below.verticalScrollBar().rangeChanged.connect(self.update)
        self._heads = [say(f"window.head_{head}", language) for head in _HEADS]

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(_HEAD) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(_HEAD) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        over = QRectF(0, 0, self._below.viewport().width(), self.height())
        for text, column in zip(self._heads, _columns(over), strict=True):
            column.setHeight(px(28))
            painting.write(painter, column, text, Ink(QUIET, "quiet"))
        painting.rule(painter, QRectF(self.rect()), "edge")


class _Rows(RowList):
    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    typed = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.go_on = say("window.go_on", language)
        self.paint_with(_Delegate(self))
        self.taken.connect(self._on_taken)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), colour("surface"))
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def clicked_at(self, index: QModelIndex, event: QMouseEvent) -> None:
        dots, word = action_places(QRectF(self.visualRect(index)), self.go_on)
        if dots.contains(event.position()):
            self.menu_wanted.emit(_id(index), self.viewport().mapToGlobal(dots.bottomLeft().toPoint()))
        elif word.contains(event.position()):
            self.opened.emit(_id(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(_id(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            row: QRect = self.visualRect(index)
            below = self.viewport().mapToGlobal(QPoint(row.left() + px(_SIDE), row.bottom()))
            self.menu_wanted.emit(_id(index), event.globalPos() if by_mouse else below)

    def _on_taken(self, row: object) -> None:
        if isinstance(row, ShipmentRow):
            self.opened.emit(row.id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, shipment, row = option.widget, value_at(index), QRectF(option.rect)
        if not isinstance(shipment, ShipmentRow) or not isinstance(view, _Rows):
            return
        current = index == view.currentIndex()
        painting.begin(painter)
        plate = row.adjusted(0, 0, 0, -1)
        if current:
            painting.fill(painter, plate, "soft")
            painting.ring(painter, plate, "accent" if view.hasFocus() else "edge")
        elif painting.is_hovered(option):
            painting.fill(painter, plate, "hover")
        if not current:
            painting.rule(painter, row)
        can_act = current or painting.is_hovered(option)
        dots, word = action_places(row, view.go_on)
        self._paint_columns(painter, row, shipment, word.left() if can_act else row.right())
        if can_act:
            painting.draw_icon(painter, dots, "more", "quiet", 20)
            painting.write(painter, word, view.go_on, Ink(tone="accent", strong=True, side=RIGHT))
        painter.restore()

    def _paint_columns(self, painter: QPainter, row: QRectF, shipment: ShipmentRow, end: float) -> None:
        number, buyer, destination, lacking, changed = _columns(row)
        first = QRectF(number.left(), row.top() + px(9), number.width(), px(22))
        painting.write(painter, first, shipment.number, Ink(strong=True))
        painting.write(painter, first.translated(0, px(20)), shipment.goods, Ink(QUIET, "quiet"))
        painting.write(painter, buyer, shipment.buyer)
        painting.write(painter, destination, shipment.destination)
        icon = QRectF(lacking.left() - 2, row.top(), px(18), row.height())
        painting.draw_icon(painter, icon, shipment.state.value, shipment.state.ink)
        tone = "problem" if shipment.state is State.PROBLEM else "text"
        painting.write(painter, lacking.adjusted(px(24), 0, 0, 0), shipment.lacking, Ink(tone=tone))
        changed.setRight(min(changed.right(), end - px(_GAP)))
        if changed.width() >= px(_LEAST_CHANGED):
            painting.write(painter, changed, shipment.changed, Ink(MESSAGE, "quiet"))


def action_places(row: QRectF, word: str) -> tuple[QRectF, QRectF]:
    """Where the three dots and the word stand in a row."""
    dots = QRectF(row.right() - px(_MENU), row.top(), px(_MENU), row.height())
    wide = painting.width(word, Ink(strong=True)) + px(8)
    return dots, QRectF(dots.left() - wide, row.top(), wide, row.height())


def _columns(rect: QRectF) -> list[QRectF]:
    starts = [rect.left() + max(px(_SIDE), rect.width() * part) for part in _COLUMNS]
    ends = [*(start - px(_GAP) for start in starts[1:]), rect.right() - px(_SIDE)]
    return [QRectF(x, rect.top(), end - x, rect.height()) for x, end in zip(starts, ends, strict=True)]


def _id(index: QModelIndex) -> object:
    row = value_at(index)
    return row.id if isinstance(row, ShipmentRow) else None


def _spoken(row: ShipmentRow) -> str:
    return ", ".join(text for text in row[1:] if text and not isinstance(text, State))
