"""The shipments: searching, opening one, a new one, samples, files, the bin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.scale import SCREEN, Panes, panes, px
from app.ui.look.theme import restyled
from app.ui.start.empty_note import EmptyNote
from app.ui.start.recent_files import RecentFiles
from app.ui.widgets.buttons import normal, primary, quiet
from app.ui.widgets.labels import Label
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.pane import Gap, Pane
from app.ui.widgets.shipment_table import ShipmentRow, ShipmentTable
from app.words import Language, say

_WIDEST, _SEARCH = 1238, 280
_SIDE, _NARROW_SIDE, _TOP, _BOTTOM = 64, 32, 32, 24
_INDENT = 12
"""Where the words of the table begin."""
_LEAST = 153
"""Head and two rows: less of the table is not worth showing."""
_ENTERS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListPage(Pane):
    """All shipments in one table. What is searched is found here, without asking anybody."""

    new_wanted = Signal()
    samples_wanted = Signal(QPoint)
    bin_wanted = Signal()
    open_file_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._language: Language = language
        self._rows: Sequence[ShipmentRow] = ()
        self.search = SearchField(say("start.search", language))
        self.samples = normal(say("start.samples", language))
        self.new = primary(say("start.new", language), "plus")
        self.table = ShipmentTable(language)
        self.table.list.setMinimumHeight(1)  # or the head gives way where no row is found
        self.nothing = EmptyNote(normal(say("start.clear_search", language)), indent=_INDENT)
        self.none = EmptyNote(primary(say("start.new", language), "plus"), say("start.no_shipments", language))
        self.bin = quiet("", "bin")
        self.open_file = quiet(say("start.open_file", language), "folder")
        self.recent = RecentFiles(language)
        self._lay_out()
        self._connect()
        self._order_tabs()
        self._dress()

    def show_rows(self, rows: Sequence[ShipmentRow], bin_count: int, recent: Sequence[str]) -> None:
        """Show these; the ring stays on its shipment, and the search goes on."""
        self._rows = rows
        self.bin.setText(say("start.bin_count", self._language, count=str(bin_count)))
        self.recent.show_files(recent)
        self._show_found(keep=True)

    def begin(self) -> None:
        """Put the focus where one goes on: the last shipment, or a new one where there is none."""
        (self.table if self._rows else self.none).setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_search(self) -> None:
        """Show all again."""
        self.search.fill("")
        self._show_found(keep=True)

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
        inner = QWidget()
        self._outer.addWidget(inner, 1)
        self._outer.addStretch(0)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head())
        rows.addWidget(Gap(24))
        rows.addWidget(self.table, 1)
        for part in (self.nothing, self.none, Gap(12)):
            rows.addWidget(part)
        rows.addLayout(self._foot())
        rows.addStretch(0)
        self._inner = inner

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(say("start.list_title", self._language), SCREEN, strong=True))
        row.addSpacing(8)
        row.addStretch(0)
        row.addWidget(self.search, 1)
        row.addSpacing(8)
        row.addWidget(self.samples)
        row.addWidget(self.new)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.bin)
        row.addWidget(self.open_file)
        row.addWidget(self.recent, 1)
        return row

    def _connect(self) -> None:
        self.search.edited.connect(self._on_searched)
        self.search.entered.connect(self._on_search_entered)
        self.search.given_up.connect(self._on_search_given_up)
        self.nothing.acted.connect(self._on_search_given_up)
        self.table.typed.connect(self._on_typed)
        self.samples.clicked.connect(self._on_samples)
        self.new.clicked.connect(self._on_new)
        self.none.acted.connect(self._on_new)
        self.bin.clicked.connect(self._on_bin)
        self.open_file.clicked.connect(self._on_open_file)

    def _order_tabs(self) -> None:
        stops = [self.table.list, self.nothing.button, self.none.button, self.bin, self.open_file]
        stops += [*self.recent.buttons(), self.search, self.samples, self.new]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _dress(self) -> None:
        narrow = panes(self.width()) is Panes.ONE
        side = px(_NARROW_SIDE if narrow else _SIDE)
        self.search.setPlaceholderText(say("start.search_short" if narrow else "start.search", self._language))
        self._outer.setContentsMargins(side, px(_TOP), side, px(_BOTTOM))
        self._inner.setMaximumWidth(px(_WIDEST))
        self.search.setMaximumWidth(px(_SEARCH))
        self._fit_table()

    def _fit_table(self) -> None:
        """As high as its rows, so that the line below stands right under them; lower, it scrolls."""
        high = self.table.height_of_all()
        self.table.setMinimumHeight(min(high, px(_LEAST)))
        self.table.setMaximumHeight(high)

    def _show_found(self, *, keep: bool) -> None:
        """Show the rows that match. The ring stays where it is, or it goes to the first, which matches best."""
        current = self.table.list.value()
        place = max(self.table.list.currentIndex().row(), 0)
        typed = self.search.typed()
        found = [row for row in self._rows if _matches(row, typed)]
        self.table.show_rows(found)
        if found:
            stays = next((row for row in found if isinstance(current, ShipmentRow) and row.id == current.id), None)
            self.table.go_to((stays or found[min(place, len(found) - 1)] if keep else found[0]).id)
        self.nothing.sentence.setText(say("start.nothing_found", self._language, text=typed.strip()))
        self.nothing.setVisible(bool(self._rows) and not found)
        self.none.setVisible(not self._rows)
        for part in (self.table, self.search, self.new):
            part.setVisible(bool(self._rows))
        self._fit_table()

    def _on_searched(self) -> None:
        self._show_found(keep=False)

    def _on_typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(self.search.text() + text)
        self._show_found(keep=False)

    def _on_search_entered(self) -> None:
        found = self.nothing if self.nothing.isVisible() else self.table
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search_given_up(self) -> None:
        self.clear_search()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_samples(self) -> None:
        self.samples_wanted.emit(self.samples.mapToGlobal(self.samples.rect().bottomLeft()))

    def _on_new(self) -> None:
        self.new_wanted.emit()

    def _on_bin(self) -> None:
        self.bin_wanted.emit()

    def _on_open_file(self) -> None:
        self.open_file_wanted.emit()


class SearchField(LineEdit):
    """Down or Enter goes to what was found, Esc gives up."""

    entered = Signal()
    given_up = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self.set_icon("search", leading=True)
        self.setAccessibleName(placeholder)
        self.setAcceptDrops(False)  # a file dropped here is to be opened, not searched for

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field by the keyboard; everything else is typing."""
        if event.key() in _ENTERS:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _matches(row: ShipmentRow, typed: str) -> bool:
    """Whether every word of ``typed`` stands somewhere in the row, in any case."""
    words = f"{row.number}\n{row.goods}\n{row.buyer}\n{row.destination}".casefold()
    return all(word in words for word in typed.casefold().split())
