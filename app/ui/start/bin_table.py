"""What is in the bin: each row can be brought back, none can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import MESSAGE, QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.painting import RIGHT, Ink
from app.ui.widgets.row_list import Index, Row, RowList, value_at
from app.ui.widgets.shipment_table import ShipmentRow
from app.words import Language, say

_ROW, _HEAD, _SIDE, _GAP = 60, 32, 12, 12
_COLUMNS = (0.0, 0.27, 0.47, 0.66)
"""Where number, buyer, destination and day begin, in parts of the width; the first three as in the list."""
_HEADS = ("window.head_shipment", "window.head_buyer", "window.head_destination", "start.head_binned")


class BinTable(QWidget):
    """Head and rows. Arrows move; Enter, Space or a click on *Kembalikan* brings a shipment back."""

    restored = Signal(object)
    """The person wants a shipment back; its id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Rows(say("start.bring_back", language))
        self.list.setAccessibleName(say("start.bin_title", language))
        self.list.restored.connect(self.restored)
        self.setFocusProxy(self.list)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(_Head([say(head, language) for head in _HEADS]))
        rows.addWidget(self.list)

    def show_rows(self, rows: Sequence[ShipmentRow]) -> None:
        """Show these; ``changed`` is the day a shipment was put into the bin. The ring keeps its place."""
        place = max(self.list.currentIndex().row(), 0)
        self.list.rows.replace([Row(row, self.list.spoken(row)) for row in rows])
        if rows:
            self.list.setCurrentIndex(self.list.rows.index(min(place, len(rows) - 1)))

    def height_of_all(self) -> int:
        """How high the table has to be so that it need not scroll."""
        return px(_HEAD) + 1 + px(_ROW) * self.list.rows.rowCount()


class _Head(QWidget):
    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = heads

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(_HEAD) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(_HEAD) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for text, column in zip(self._heads, _columns(QRectF(self.rect()), 0), strict=True):
            column.setHeight(px(28))
            painting.write(painter, column, text, Ink(QUIET, "quiet"))
        painting.rule(painter, QRectF(self.rect()), "edge")


class _Rows(RowList):
    restored = Signal(object)

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word
        self.paint_with(_Delegate(self))
        self.taken.connect(self._on_taken)

    def spoken(self, row: ShipmentRow) -> str:
        """What a screen reader says of a row: also what Enter does."""
        return ", ".join(text for text in (row.number, row.goods, row.buyer, row.destination, self.word) if text)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self.viewport()).fillRect(event.rect(), colour("surface"))
        super().paintEvent(event)

    def clicked_at(self, index: QModelIndex, event: QMouseEvent) -> None:
        if word_place(QRectF(self.visualRect(index)), self.word).contains(event.position()):
            self._on_taken(value_at(index))

    def _on_taken(self, row: object) -> None:
        if isinstance(row, ShipmentRow):
            self.restored.emit(row.id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, shipment, row = option.widget, value_at(index), QRectF(option.rect)
        if not isinstance(shipment, ShipmentRow) or not isinstance(view, _Rows):
            return
        painting.begin(painter)
        plate = row.adjusted(0, 0, 0, -1)
        if index == view.currentIndex():
            painting.fill(painter, plate, "soft")
            painting.ring(painter, plate, "accent" if view.hasFocus() else "edge")
        else:
            painting.rule(painter, row)
        self._paint_words(painter, row, shipment, view.word)
        painter.restore()

    def _paint_words(self, painter: QPainter, row: QRectF, shipment: ShipmentRow, word: str) -> None:
        place = word_place(row, word)
        number, buyer, destination, binned = _columns(row, place.width())
        first = QRectF(number.left(), row.top() + px(9), number.width(), px(22))
        painting.write(painter, first, shipment.number, Ink(strong=True))
        painting.write(painter, first.translated(0, px(20)), shipment.goods, Ink(QUIET, "quiet"))
        painting.write(painter, buyer, shipment.buyer)
        painting.write(painter, destination, shipment.destination)
        painting.write(painter, binned, shipment.changed, Ink(MESSAGE, "quiet"))
        painting.write(painter, place.adjusted(0, 0, -px(_SIDE), 0), word, Ink(tone="accent", strong=True, side=RIGHT))


def word_place(row: QRectF, word: str) -> QRectF:
    """Where in a row one clicks to bring it back."""
    wide = painting.width(word, Ink(strong=True)) + 2 * px(_SIDE)
    return QRectF(row.right() - wide, row.top(), wide, row.height())


def _columns(rect: QRectF, taken: float) -> list[QRectF]:
    """The columns of a row whose last ``taken`` pixels hold something else."""
    starts = [rect.left() + max(px(_SIDE), rect.width() * part) for part in _COLUMNS]
    ends = [*(start - px(_GAP) for start in starts[1:]), rect.right() - max(taken, px(_SIDE))]
    return [QRectF(x, rect.top(), end - x, rect.height()) for x, end in zip(starts, ends, strict=True)]
