"""What is to be corrected and to be looked at, under the page: two rows high, then it scrolls; it can be folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.ui.look.scale import BODY, HIT, QUIET, px
from app.ui.look.theme import restyled
from app.ui.widgets import painting
from app.ui.widgets.buttons import icon_button, quiet
from app.ui.widgets.labels import Label, section_title
from app.ui.widgets.painting import Ink
from app.ui.widgets.pane import Pane
from app.ui.widgets.row_list import Index, Row, RowList, value_at
from app.ui.widgets.states import Kind
from app.words import Language, say

_HEAD, _FOOT, _SHOWN = 36, 6, 2


class Remark(NamedTuple):
    """One row."""

    id: object
    """What comes back when the person wants to go there; None where there is no place to go to."""
    kind: Kind
    sentence: str
    """What to do, in the label's own words; the same sentence stands at the field."""
    place: str
    """Page and row, in quiet after it."""


class ProblemList(Pane):
    """Problems first, then warnings. Enter or a click goes to the field; F8 walks, through ``walk``."""

    chosen = Signal(object)
    """The person wants to go to a remark; its id."""
    folded = Signal(bool)
    """The person folded or unfolded the list."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("ground", parent)
        self._language: Language = language
        self._remarks: Sequence[Remark] = ()
        self._walked = -1
        self.list = RowList()
        self.list.paint_with(RemarkDelegate(self.list))
        self.list.taken.connect(self._on_taken)
        self.head = section_title("")
        self.warnings = quiet("")
        self.warnings.clicked.connect(self._on_warnings_clicked)
        self.fold = icon_button(say("window.fold", language), "down")
        self.fold.clicked.connect(self._on_fold_clicked)
        self._lay_out()
        self.show_remarks(())

    def show_remarks(self, remarks: Sequence[Remark], beyond: Mapping[Kind, int] | None = None) -> None:
        """Show these; nothing jumps while their number stays. ``beyond`` are counted and not listed."""
        more = beyond or {}
        self._remarks = sorted(remarks, key=_by_kind)
        self._walked = min(self._walked, len(remarks) - 1)
        self.list.rows.replace([Row(remark, self._spoken(remark)) for remark in self._remarks])
        problems, warnings = (
            sum(r.kind is kind for r in remarks) + more.get(kind, 0) for kind in (Kind.PROBLEM, Kind.WARNING)
        )
        to_look_at = say("window.to_look_at", self._language, count=str(warnings))
        if problems:
            self.head.setText(say("window.to_correct", self._language, count=str(problems)))
        else:
            self.head.setText(to_look_at if warnings else say("window.nothing_to_correct", self._language))
        self.list.setAccessibleName(self.head.text())
        self.warnings.setText(to_look_at)
        self.warnings.setVisible(bool(problems and warnings))
        self._key.setVisible(bool(remarks))
        self._fit()

    def is_folded(self) -> bool:
        """Whether only the head is shown."""
        return self.list.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Show only the head, or the rows too."""
        self.list.setHidden(folded)
        self.fold.set_icon("up" if folded else "down")
        word = say("window.unfold" if folded else "window.fold", self._language)
        self.fold.setAccessibleName(word)
        self.fold.setToolTip(word)
        self._fit()

    def walk(self, step: int) -> None:
        """Go to the next remark, or the one before, round the end; F8 and Shift+F8."""
        if self._remarks:
            start = self._walked if self._walked >= 0 or step > 0 else 0
            self._walked = (start + step) % len(self._remarks)
            self.list.setCurrentIndex(self.list.rows.index(self._walked))
            self.chosen.emit(self._remarks[self._walked].id)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._key = Label(say("window.next_by_key", self._language), QUIET, "quiet")
        self._row = QHBoxLayout(self._head)
        self._row.setSpacing(4)
        for widget in (self.head, self.warnings):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self._key)
        self._row.addWidget(self.fold)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addWidget(self._head)
        self._rows.addWidget(self.list)

    def _fit(self) -> None:
        self._row.setContentsMargins(px(32), 0, px(24), 0)
        self._head.setFixedHeight(px(_HEAD))
        rows = min(len(self._remarks), _SHOWN)
        self.list.setFixedHeight(rows * px(HIT))
        below = 0 if self.is_folded() or not rows else rows * px(HIT) + _FOOT
        self._rows.setContentsMargins(0, 0, 0, _FOOT if below else 0)
        self.setFixedHeight(px(_HEAD) + below)
        self.fold.setVisible(bool(rows))

    def _spoken(self, remark: Remark) -> str:
        return f"{remark.kind.word(self._language)}: {remark.sentence}, {remark.place}"

    def _on_taken(self, remark: object) -> None:
        if isinstance(remark, Remark):
            self._walked = self._remarks.index(remark)
            self.chosen.emit(remark.id)

    def _on_warnings_clicked(self) -> None:
        first = next((remark for remark in self._remarks if remark.kind is Kind.WARNING), None)
        self.set_folded(False)
        self.list.go_to(first)
        self.list.setFocus()

    def _on_fold_clicked(self) -> None:
        self.set_folded(not self.is_folded())
        self.folded.emit(self.is_folded())


class RemarkDelegate(QStyledItemDelegate):
    """Triangle, sentence, quiet place. Only the triangle is coloured."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row."""
        return QSize(0, px(HIT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one remark."""
        remark, row = value_at(index), QRectF(option.rect)
        if not isinstance(remark, Remark):
            return
        painting.begin(painter)
        plate = row.adjusted(px(24), 0, -px(16), 0)
        if painting.is_hovered(option):
            painting.fill(painter, plate, "hover")
        if painting.has_focus(option):
            painting.ring(painter, plate)
        icon = QRectF(row.left() + px(32), row.top(), px(18), row.height())
        painting.draw_icon(painter, icon, remark.kind.value, remark.kind.value)
        words = QRectF(icon.right() + px(8), row.top(), row.right() - px(24) - icon.right() - px(8), row.height())
        painting.write(painter, words, remark.sentence)
        after = painting.width(remark.sentence, Ink(BODY)) + px(9)
        if after < words.width():
            painting.write(painter, words.adjusted(after, 0, 0, 0), remark.place, Ink(QUIET, "quiet"))
        painter.restore()


def _by_kind(remark: Remark) -> bool:
    return remark.kind is Kind.WARNING
