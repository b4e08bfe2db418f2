"""Papers and what each still lacks, beside *Periksa*. Enter or a click goes to what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.painting import RIGHT, Ink
from app.ui.widgets.row_list import Index, Row, RowList, value_at
from app.ui.widgets.states import State

_ROW, _ICON = 40, 18


class Readiness(NamedTuple):
    """One paper."""

    id: object
    title: str
    state: State
    remark: str
    """What to do for it ("Isi metode timbang"), how much to correct, or that it is ready."""

    @property
    def tone(self) -> str:
        """The token of its remark: a link where something is to be done."""
        return {State.PROBLEM: "problem", State.DONE: "quiet"}.get(self.state, "accent")


class ReadinessList(RowList):
    """As high as its rows: the page around it scrolls."""

    chosen = Signal(object)
    """The person wants to see what a paper lacks; the paper's id."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is its title, for a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.paint_with(_Delegate(self))
        self.taken.connect(self._on_taken)

    def show_rows(self, rows: Sequence[Readiness]) -> None:
        """Show these papers."""
        self.rows.replace([Row(row, f"{row.title}, {row.remark}") for row in rows])
        self.remeasure()

    def remeasure(self) -> None:
        """Take the height of all rows."""
        super().remeasure()
        self.setFixedHeight(self.rows.rowCount() * px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of lists that inform, then the rows."""
        QPainter(self.viewport()).fillRect(event.rect(), colour("ground"))
        super().paintEvent(event)

    def _on_taken(self, row: object) -> None:
        if isinstance(row, Readiness):
            self.chosen.emit(row.id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paper, row = value_at(index), QRectF(option.rect)
        if not isinstance(paper, Readiness):
            return
        painting.begin(painter)
        if painting.is_hovered(option):
            painting.fill(painter, row.adjusted(0, 1, 0, -2), "hover")
        if painting.has_focus(option):
            painting.ring(painter, row.adjusted(0, 0, 0, -1))
        icon = QRectF(row.left(), row.top(), px(_ICON), row.height())
        painting.draw_icon(painter, icon, paper.state.value, paper.state.ink, _ICON)
        remark = Ink(QUIET, paper.tone, side=RIGHT)
        room = min(painting.width(paper.remark, remark) + 1, row.width() / 2)
        painting.write(painter, QRectF(row.right() - room - 4, row.top(), room, row.height()), paper.remark, remark)
        left = icon.right() + px(10)
        painting.write(painter, QRectF(left, row.top(), row.right() - room - px(12) - left, row.height()), paper.title)
        painting.rule(painter, row)
        painter.restore()
