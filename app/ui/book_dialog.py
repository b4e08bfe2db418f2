"""*Barang saya* and *Buku alamat*: what is kept, found by any of its words; taken, changed, put into the bin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.reference.code_list import folded
from app.services.book_entries import Entry, list_entries
from app.services.books import books
from app.services.shipment_list import bin_document, restore_document
from app.ui.book_keys import KEYS
from app.ui.desk import Desk
from app.ui.layouts import in_bands, on_screen
from app.ui.look.scale import px
from app.ui.widgets.buttons import normal, primary
from app.ui.widgets.hit_list import FoundCode, HitList
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.line_edit import LineEdit
from app.words import say

_SIZE = (760, 600)


class BookDialog(QDialog):
    """One list for all books of a screen. Enter takes what one points at, or opens it where nothing is to be taken."""

    taken = Signal(str)
    """The person wants this entry in the shipment; its id."""
    edit_wanted = Signal(str, str)
    """An entry is to be changed; its id and its book's."""
    add_wanted = Signal(str)
    """A new entry is to be made in the book of this id."""
    settled = Signal()
    """The list shows what is kept."""

    def __init__(self, desk: Desk, screen: str, shipment: str | None, book: str = "", parent: QWidget | None = None):
        """``book``: the one that the shipment takes an entry from; none where one only looks."""
        super().__init__(parent)
        self.desk, self._name, self._shipment, self._book = desk, screen, shipment, book
        self._entries: Sequence[Entry] = ()
        self._removed: Sequence[Entry] = ()
        self.setWindowTitle(say(f"books.{self._name}", desk.language))
        self.query = LineEdit("")
        self.query.set_icon("search", leading=True)
        self.query.setAccessibleName(self._say("search"))
        self.list = HitList(say(f"books.{self._name}", desk.language))
        self.said = Label(tone="quiet", wrap=True)
        shown = [entry for entry in books().values() if entry.screen == screen and book in ("", entry.id)]
        self.add = {entry.id: normal(entry.add.text.into(desk.language), "plus") for entry in shown}
        self.edit, self.remove = normal(self._say("edit")), normal(self._say("remove"), "bin")
        self.close_button, self.take = normal(self._say("close")), primary(self._say("take"))
        self._lay_out()
        self._connect()
        self.resize(on_screen(self, _SIZE))
        self._point()
        self.read()

    def read(self) -> None:
        """Read the book again."""
        ask = partial(list_entries, screen=self._name, shipment=self._shipment)
        self.desk.ask(ask, self._on_read)
        self.desk.ask(partial(ask, binned=True), self._on_read_removed)

    def entry(self) -> Entry | None:
        """What one points at."""
        found = self.list.value()
        code = found.code if isinstance(found, FoundCode) else ""
        return next((e for e in (*self._entries, *self._removed) if e.row.id == code), None)

    def sizeHint(self) -> QSize:
        """Room for a dozen entries."""
        return QSize(px(_SIZE[0]), px(_SIZE[1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the query Down and Enter go to the list; Del puts what one points at into the bin."""
        if self.query.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.begin()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.list.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self._on_remove()
        elif self.list.hasFocus() and event.key() == Qt.Key.Key_F2:
            self._on_edit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the query."""
        super().showEvent(event)
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, name: str) -> str:
        return say(f"books.{name}", self.desk.language)

    def _lay_out(self) -> None:
        language = self.desk.language
        top, foot = QVBoxLayout(), QHBoxLayout()
        top.setContentsMargins(px(20), px(16), px(20), px(12))
        top.setSpacing(px(10))
        top.addWidget(Heading(say(f"books.{self._name}", language), say(f"books.intro_{self._name}", language)))
        top.addWidget(self.query)
        top.addWidget(self.said)
        foot.setContentsMargins(px(20), px(10), px(20), px(10))
        foot.setSpacing(px(10))
        for button in (*self.add.values(), self.edit, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.take)
        self.take.setVisible(bool(self._book))
        in_bands(self, top, self.list, foot)

    def _connect(self) -> None:
        self.query.edited.connect(self._on_query)
        self.list.pointed.connect(self._on_pointed)
        self.list.taken.connect(self._on_enter)
        self.take.clicked.connect(self._on_take)
        self.edit.clicked.connect(self._on_edit)
        self.remove.clicked.connect(self._on_remove)
        self.close_button.clicked.connect(self.reject)
        for book, button in self.add.items():
            button.setProperty("book", book)
            button.clicked.connect(self._on_add)

    def _show(self) -> None:
        """Those that fit the query, each book under its heading, and last those in the bin."""
        words = folded(self.query.typed()).split()
        wanted = [e for e in self._entries if self._book in ("", e.row.kind) and _fits(e, words)]
        removed = [e for e in self._removed if self._book in ("", e.row.kind) and _fits(e, words)]
        kinds = [book for book in books().values() if book.screen == self._name]
        several = len(kinds) > 1 and not self._book
        groups = [
            (kind.title.text.into(self.desk.language) if several else "", [e for e in wanted if e.row.kind == kind.id])
            for kind in kinds
        ]
        groups.append((self._say("removed"), removed))
        self.list.show_groups([(title, [self._shown(e) for e in entries]) for title, entries in groups])
        is_empty = not wanted and not removed
        nothing = say("books.nothing", self.desk.language, keys=KEYS["keep_entry"])
        self.said.setText((self._say("not_found") if words else nothing) if is_empty else "")
        self.said.setVisible(is_empty)
        self._point()

    def _shown(self, entry: Entry) -> FoundCode:
        row, language = entry.row, self.desk.language
        country = self.desk.ready.lists.countries.named(row.country).into(language) if row.country else ""
        about = ", ".join(part for part in (row.number, row.buyer, country) if part)
        alike = say("books.alike", language, names=", ".join(entry.alike)) if entry.alike else ""
        return FoundCode(row.id, row.title or self._say("unnamed"), about, alike)

    def _point(self) -> None:
        """Offer what can be done with what one points at."""
        entry = self.entry()
        is_removed = entry is not None and entry.row.binned is not None
        self.remove.setText(self._say("bring_back" if is_removed else "remove"))
        for button, usable in ((self.remove, True), (self.edit, not is_removed), (self.take, not is_removed)):
            button.setEnabled(entry is not None and usable)

    def _on_read(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def _on_read_removed(self, entries: Sequence[Entry]) -> None:
        self._removed = entries
        pointed = self.list.value()
        self._show()
        if pointed is not None:
            self.list.go_to(pointed)
        self.settled.emit()

    def _on_query(self, _: str) -> None:
        self._show()

    def _on_pointed(self, _: object) -> None:
        self._point()

    def _on_enter(self, _: object) -> None:
        if self._book:
            self._on_take()
        else:
            self._on_edit()

    def _on_take(self) -> None:
        entry = self.entry()
        if entry is not None and entry.row.binned is None:
            self.taken.emit(entry.row.id)
            self.accept()

    def _on_edit(self) -> None:
        entry = self.entry()
        if entry is not None and entry.row.binned is None:
            self.edit_wanted.emit(entry.row.id, entry.row.kind)
            self.accept()

    def _on_remove(self) -> None:
        entry = self.entry()
        if entry is not None:
            job = bin_document if entry.row.binned is None else restore_document
            self.desk.ask(partial(job, document=entry.row.id), self._on_changed)

    def _on_changed(self, _: object) -> None:
        self.read()

    def _on_add(self) -> None:
        button = self.sender()
        if button is not None:
            self.add_wanted.emit(str(button.property("book")))
            self.accept()


def _fits(entry: Entry, words: Sequence[str]) -> bool:
    text = folded(" ".join(part for part in (entry.row.title, entry.row.number, entry.row.buyer) if part))
    return all(word in text for word in words)
