"""The bin: bringing shipments back, and emptying it after a question that stands in the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.scale import SCREEN, Panes, panes, px
from app.ui.look.theme import restyled
from app.ui.start.bin_table import BinTable
from app.ui.start.empty_note import EmptyNote
from app.ui.widgets.buttons import normal, quiet
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Gap, Pane
from app.ui.widgets.shipment_table import ShipmentRow
from app.words import Language, say

_WIDEST, _HANGS = 1238, 14
_SIDE, _NARROW_SIDE, _TOP, _BOTTOM = 64, 32, 14, 24


class BinPage(Pane):
    """What was put into the bin. Esc goes back."""

    back_wanted = Signal()
    restored = Signal(object)
    emptied = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._language: Language = language
        self._count = 0
        self.back = quiet(say("start.all_shipments", language), "left")
        keeps_its_place = self.back.sizePolicy()
        keeps_its_place.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(keeps_its_place)
        self.empty = normal(say("start.empty_bin", language), "bin")
        self.question = EmptyingQuestion(language)
        self.intro = Label(say("start.bin_intro", language), tone="quiet", wrap=True)
        self.table = BinTable(language)
        self.nothing = EmptyNote(normal(say("start.all_shipments", language)), say("start.bin_empty", language))
        self._lay_out()
        self._connect()
        self._dress()

    def show_rows(self, rows: Sequence[ShipmentRow]) -> None:
        """Show these. A question that stands is asked no more: it was about others."""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._count = len(rows)
        self.table.show_rows(rows)
        for part in (self.intro, self.table):
            part.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.back.setVisible(bool(rows))
        self._ask(asking=False)
        self.table.setMaximumHeight(self.table.height_of_all())
        if had_focus:
            self.begin()

    def begin(self) -> None:
        """Put the focus on the first shipment, or on the way back."""
        (self.table if self._count else self.nothing).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the question back, or goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.question.isVisible():
            self._on_kept()
        else:
            self.back_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Smaller margins in a small window."""
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _lay_out(self) -> None:
        self._outer = QHBoxLayout(self)
        self._outer.setSpacing(0)
        self._inner = QWidget()
        self._outer.addWidget(self._inner, 1)
        self._outer.addStretch(0)
        rows = QVBoxLayout(self._inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.back)
        hanging = QVBoxLayout()  # the button's padding hangs into the margin, so that words stand under words
        hanging.setContentsMargins(_HANGS, 0, 0, 0)
        hanging.setSpacing(0)
        hanging.addWidget(Gap(4))
        hanging.addLayout(self._head())
        for part in (self.intro, Gap(20)):
            hanging.addWidget(part)
        hanging.addWidget(self.table, 1)
        hanging.addWidget(self.nothing)
        hanging.addStretch(0)
        rows.addLayout(hanging, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(say("start.bin_title", self._language), SCREEN, strong=True))
        row.addStretch(1)
        row.addWidget(self.empty)
        row.addWidget(self.question)
        return row

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.nothing.acted.connect(self._on_back)
        self.empty.clicked.connect(self._on_empty)
        self.question.agreed.connect(self._on_agreed)
        self.question.refused.connect(self._on_kept)
        self.table.restored.connect(self.restored)

    def _dress(self) -> None:
        side = px(_NARROW_SIDE if panes(self.width()) is Panes.ONE else _SIDE)
        self._outer.setContentsMargins(side - _HANGS, px(_TOP), side, px(_BOTTOM))
        self._inner.setMaximumWidth(px(_WIDEST) + _HANGS)
        self.table.setMaximumHeight(self.table.height_of_all())

    def _ask(self, *, asking: bool) -> None:
        self.question.setVisible(asking)
        self.empty.setVisible(not asking and self._count > 0)

    def _on_back(self) -> None:
        self.back_wanted.emit()

    def _on_empty(self) -> None:
        self._ask(asking=True)
        self.question.ask(self._count)

    def _on_agreed(self) -> None:
        self.emptied.emit()

    def _on_kept(self) -> None:
        self._ask(asking=False)
        self.empty.setFocus(Qt.FocusReason.OtherFocusReason)


class EmptyingQuestion(QWidget):
    """Asks in the place of the button that began it. The focus is on the answer that destroys nothing."""

    agreed = Signal()
    refused = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.sentence = Label(strong=True)
        self.yes = normal(say("start.delete", language))
        self.no = normal(say("start.keep", language))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.sentence, self.yes, self.no):
            row.addWidget(part)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)

    def ask(self, count: int) -> None:
        """Ask whether ``count`` shipments are to be deleted."""
        self.sentence.setText(say("start.empty_bin_question", self._language, count=str(count)))
        for button in (self.yes, self.no):
            button.setAccessibleDescription(self.sentence.text())
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_yes(self) -> None:
        self.agreed.emit()

    def _on_no(self) -> None:
        self.refused.emit()
