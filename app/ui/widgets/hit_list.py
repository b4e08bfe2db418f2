"""Codes that were found: code and certainty in the first line, what it says in the second. Knows no tariff."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.painting import RIGHT, Ink
from app.ui.widgets.row_list import Index, Row, RowList, value_at

_ROW, _HEAD, _SIDE = 48, 32, 12
_REMARK = Ink(QUIET, "quiet", side=RIGHT)


class FoundCode(NamedTuple):
    """One code."""

    code: str
    shown: str
    """As the tariff prints it: 6403.99.90."""
    text: str
    remark: str
    """How sure it is."""


class HitList(RowList):
    """One looks at rows by arrows and clicks; Enter or a double click takes one."""

    pointed = Signal(object)
    """Another row has the ring; its code, None where there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.paint_with(_Delegate(self))

    def show_groups(self, groups: Sequence[tuple[str, Sequence[FoundCode]]]) -> None:
        """Show codes under their headings; "" is none. The first one has the ring."""
        rows: list[Row] = []
        for title, codes in groups:
            if title and codes:
                rows.append(Row(title, title, usable=False))
            rows += [Row(code, f"{code.shown}, {code.text}, {code.remark}") for code in codes]
        # Qt would keep the ring on the same line, which is another code now.
        self.setCurrentIndex(QModelIndex())
        self.rows.replace(rows)
        self.remeasure()
        self.begin()
        self.scrollToTop()

    def currentChanged(self, current: QModelIndex | Index, previous: QModelIndex | Index) -> None:
        """Say which row is looked at."""
        super().currentChanged(current, previous)
        found = value_at(current) if current.isValid() else None
        self.pointed.emit(found.code if isinstance(found, FoundCode) else None)

    def clicked_at(self, index: QModelIndex, event: QMouseEvent) -> None:
        """A click only looks: taking a code is a decision."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click takes."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.rows.rows[index.row()].usable:
            self.taken.emit(self.rows.rows[index.row()].value)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(_ROW if isinstance(value_at(index), FoundCode) else _HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value, row, view = value_at(index), QRectF(option.rect), option.widget
        painting.begin(painter)
        inner = row.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        if not isinstance(value, FoundCode):
            painting.write(painter, inner, str(value), Ink(QUIET, "quiet"))
        else:
            if isinstance(view, HitList) and view.currentIndex() == index:
                painter.fillRect(row, colour("soft"))
                painting.bar(painter, row)
            elif painting.is_hovered(option):
                painter.fillRect(row, colour("hover"))
            self._write(painter, inner, value)
            if painting.has_focus(option):
                painting.ring(painter, row.adjusted(0, 0, 0, -1))
        painting.rule(painter, row)
        painter.restore()

    def _write(self, painter: QPainter, inner: QRectF, found: FoundCode) -> None:
        first, second = painting.two_lines(inner)
        room = min(painting.width(found.remark, _REMARK) + 1, inner.width() / 2)
        painting.write(painter, first.adjusted(0, 0, -room - px(8), 0), found.shown, Ink(strong=True))
        painting.write(painter, QRectF(first.right() - room, first.top(), room, first.height()), found.remark, _REMARK)
        painting.write(painter, second, found.text, Ink(QUIET))
