"""One paper of *Dokumen*: tick, name, readiness; editors of language and sheet while one stands on it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET, px
from app.ui.look.theme import restyled
from app.ui.widgets import painting
from app.ui.widgets.combo import Combo
from app.ui.widgets.painting import Ink
from app.ui.widgets.states import State
from app.ui.widgets.tick import Tick
from app.words import Language, say

_ROW, _NAME, _GAP, _RIGHT = 54, 36, 6, 26
_WIDTHS = (120, 76)


class PaperRow(NamedTuple):
    """One paper, in ready texts."""

    id: object
    title: str
    state: State
    remark: str
    """That it is ready, who asks for it, or what to do for it; then it is a link."""
    chosen: bool
    language: object
    sheet: object
    languages: Sequence[tuple[object, str]]
    """What can be chosen: key and text."""
    sheets: Sequence[tuple[object, str]]


class PaperRowWidget(QWidget):
    """One row. Its editors are made when one stands on it for the first time."""

    changed = Signal(object, str, object)
    remark_wanted = Signal(object)
    pressed = Signal()
    """The person clicked beside everything that can be hit."""

    def __init__(self, row: PaperRow, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self._language = row, language
        self._is_current = self._has_ring = False
        self._editors: tuple[Combo, Combo] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tick = Tick(parent=self)
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the list has the focus, Space ticks
        self.tick.setAccessibleName(row.title)
        self.tick.clicked.connect(self._on_ticked)
        self.show_row(row)

    def show_row(self, row: PaperRow) -> None:
        """Show what the paper is now; says nothing."""
        self.row = row
        self.tick.setChecked(row.chosen)
        self._fill()
        self.update()

    def set_current(self, current: bool) -> None:
        """Show the editors, or the texts."""
        self._is_current = current
        if current and self._editors is None:
            self._editors = self._made_editors()
            self._order()
            self._place()
        for editor in self._editors or ():
            editor.setVisible(current)
        self._fill()
        self.update()

    def set_ring(self, ring: bool) -> None:
        """Show that the keyboard acts on this row."""
        self._has_ring = ring
        self.update()

    def begin_editing(self) -> None:
        """Go to the first editor."""
        if self._editors is not None:
            self._editors[0].setFocus(Qt.FocusReason.TabFocusReason)

    def editors(self) -> Sequence[QWidget]:
        """Language and sheet; none before one has stood here."""
        return self._editors or ()

    def sizeHint(self) -> QSize:
        """A row, with its hairline."""
        return QSize(px(_NAME + 160 + sum(_WIDTHS) + 3 * _GAP + _RIGHT), px(_ROW) + 1)

    def minimumSizeHint(self) -> QSize:
        """The same: names are shortened before editors are."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self.updateGeometry()
            self._place()

    def resizeEvent(self, event: QEvent) -> None:
        """Put everything in its column."""
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on what is lacking goes there; elsewhere it makes this the row one stands on."""
        if self.row.state in (State.PART, State.PROBLEM) and self._remark_place().contains(event.position()):
            self.remark_wanted.emit(self.row.id)
        else:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, name, readiness; language and sheet as text where one does not stand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(0, 0, 0, -1)
        if self._is_current:
            painter.fillRect(plate, colour("soft"))
        elif self.underMouse():
            painter.fillRect(plate, colour("hover"))
        if self._has_ring:
            painting.ring(painter, plate)
        painting.rule(painter, QRectF(self.rect()))
        self._paint_name(painter)
        if not self._is_current:
            self._paint_texts(painter)

    def _paint_name(self, painter: QPainter) -> None:
        row = self.row
        name = columns(QRectF(self.rect()))[0]
        title = QRectF(name.left(), px(8), name.width(), px(20))
        painting.write(painter, title, row.title, Ink(strong=self._is_current))
        place = self._remark_place()
        icon = QRectF(place.left(), place.top(), px(16), place.height())
        painting.draw_icon(painter, icon, row.state.value, row.state.ink, 16)
        tone = {State.PROBLEM: "problem", State.PART: "accent"}.get(row.state, "quiet")
        painting.write(painter, place.adjusted(px(22), 0, 0, 0), row.remark, Ink(QUIET, tone))

    def _paint_texts(self, painter: QPainter) -> None:
        row, tone = self.row, "text" if self.row.chosen else "quiet"
        _, language, sheet = columns(QRectF(self.rect()))
        for key, place, offered in ((row.language, language, row.languages), (row.sheet, sheet, row.sheets)):
            painting.write(painter, place.adjusted(12, 0, 0, 0), dict(offered).get(key, ""), Ink(tone=tone))

    def _remark_place(self) -> QRectF:
        name = columns(QRectF(self.rect()))[0]
        return QRectF(name.left(), px(27), name.width(), px(20))

    def _made_editors(self) -> tuple[Combo, Combo]:
        row = self.row
        language, sheet = Combo(row.languages, self), Combo(row.sheets, self)
        for name, combo in (("language", language), ("sheet", sheet)):
            what = say(f"window.head_{name}", self._language)
            combo.setAccessibleName(say("window.of_paper", self._language, what=what, name=row.title))
            combo.setObjectName(name)
            combo.chosen.connect(self._on_choice)
        return language, sheet

    def _order(self) -> None:
        # What is made later comes last for Tab, behind the rest of the page.
        stops = (self.parentWidget() or self, *self.editors())
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _fill(self) -> None:
        if self._editors is not None:
            language, sheet = self._editors
            language.choose(self.row.language)
            sheet.choose(self.row.sheet)

    def _place(self) -> None:
        middle = px(_ROW) // 2
        self.tick.setGeometry(px(1), middle - px(16), px(32), px(32))
        for editor, column in zip(self._editors or (), columns(QRectF(self.rect()))[1:], strict=False):
            height = editor.sizeHint().height()
            editor.setGeometry(round(column.left()), middle - height // 2, round(column.width()), height)

    def _on_ticked(self, checked: bool) -> None:
        self.changed.emit(self.row.id, "chosen", checked)

    def _on_choice(self, key: object) -> None:
        self.changed.emit(self.row.id, self.sender().objectName(), key)


def columns(row: QRectF) -> list[QRectF]:
    """Where name, language and sheet stand in a row, or in the head over the rows."""
    made: list[QRectF] = []
    right = row.right() - px(_RIGHT)
    for width in reversed(_WIDTHS):
        right -= px(_GAP) + px(width)
        made.insert(0, QRectF(right, row.top(), px(width), row.height()))
    left = row.left() + px(_NAME)
    return [QRectF(left, row.top(), right - px(_GAP) - left, row.height()), *made]
