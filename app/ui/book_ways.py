"""The ways between the shipment that is open and the books: take an entry, keep one, look at all, change one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.domain.goods import GoodsLine
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.services.book_entries import Kept, begin_entry, keep_entry, read_entry
from app.services.books import Book, book_for, entry_name, entry_of, has_row, taken
from app.services.editing import new_id
from app.services.shipment_changes import with_rows_added
from app.ui.alike_dialog import AlikeDialog
from app.ui.book_dialog import BookDialog
from app.ui.desk import Desk
from app.ui.page_view import PageView
from app.ui.shipment_screen import ShipmentScreen
from app.ui.widgets.field_box import FieldBox
from app.words import Message, same, say

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

_NEW_LINE = "goods.new"
"""Stands for a goods line that is not there yet."""


class BookWays(QObject):
    """One for a window with a desk."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(desk)
        self.window, self.desk = window, desk
        self.dialog: BookDialog | None = None
        self.alike: AlikeDialog | None = None
        self._target = ""
        self._waiting: tuple[Book, Shipment, str] | None = None
        """What is to be kept once it is settled whether it is another."""
        self._came_from: tuple[str, str] | None = None
        """The shipment and the page that were open before an entry was opened."""
        self._turn_to = ""
        self._screen = ""
        desk.opened.connect(self._on_opened)
        self._on_opened()

    def look(self, screen: str) -> None:
        """Show the books of a screen."""
        self._target = ""
        self._show(screen, "")

    def take(self) -> None:
        """Choose an entry for what one is on."""
        self._take_for(self._target_now())

    def keep(self) -> None:
        """Keep what one is on in its book."""
        self._keep_from(self._target_now())

    def _take_for(self, target: str) -> None:
        found = book_for(target) if target and self.desk.may_change else None
        if found is not None:
            self._target = target
            self._show(found[0].screen, found[0].id)

    def _keep_from(self, target: str) -> None:
        document = self._shipment()
        found = book_for(target) if target else None
        if found is None or document is None:
            return
        if not has_row(self.desk.shipment, target):
            self._say("no_name", found[0])
            return
        book, entry = found[0], entry_of(self.desk.shipment, target)
        if entry_name(book, entry) is None:
            other = any(value_at(self.desk.shipment, f"{target}.{name}") != as_ for name, as_ in found[1].set.items())
            self._say("elsewhere" if other else "no_name", book)
            return
        self._keep(book, entry, document)

    def _keep(self, book: Book, entry: Shipment, document: str, into: str | None = None, *, sure: bool = False) -> None:
        job = partial(keep_entry, book=book.id, entry=entry, shipment=document, into=into, sure=sure)
        self.desk.ask(job, partial(self._on_kept, book, entry, document))

    def _show(self, screen: str, book: str) -> None:
        if self.desk.program is None:
            return
        self._commit()
        self._screen = screen
        self.dialog = BookDialog(self.desk, screen, self._shipment(), book, self.window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.taken.connect(self._on_taken)
        self.dialog.edit_wanted.connect(self._open)
        self.dialog.add_wanted.connect(self._on_add)
        self.dialog.finished.connect(self._on_closed)
        self.dialog.open()

    def _shipment(self) -> str | None:
        """The id of the shipment that is open."""
        editing = self.desk.editing
        return editing.id if editing is not None and not self.desk.is_profile else None

    def _commit(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.commit()

    def _target_now(self) -> str:
        """The place of the shipment that one is on; "" where no book keeps it."""
        screen = self.window.shipment_screen
        if screen is None or self._shipment() is None or not isinstance(view := screen.view(), PageView):
            return ""
        self._commit()
        if view.grid is not None:
            row = view.grid.model.row_at(view.grid.table.currentIndex().row())
            target = f"{view.page.grid}.{row.id}" if row is not None else f"{view.page.grid}.new"
            return target if book_for(target) else ""
        return next((target for target in _candidates(screen, view) if book_for(target)), "")

    def _on_taken(self, document: str) -> None:
        self.desk.ask(partial(read_entry, document=document), self._on_read)

    def _on_read(self, entry: Shipment) -> None:
        editing, target = self.desk.editing, self._target
        found = book_for(target)
        if editing is None or found is None or self.desk.is_profile:
            return
        row = GoodsLine(id=new_id()) if target == _NEW_LINE else None
        if row is None and not has_row(self.desk.shipment, target):
            return

        def edit(shipment: Shipment) -> Shipment:
            if row is None:
                return taken(shipment, target, entry)
            return taken(with_rows_added(shipment, "goods", [row]), f"goods.{row.id}", entry)

        book = found[0]
        gaps = {"title": same(entry_name(book, entry) or ""), "book": Message(f"books.{book.screen}").text}
        editing.apply(edit, Message("books.taken", gaps))

    def _on_kept(self, book: Book, entry: Shipment, document: str, kept: Kept) -> None:
        if kept.document:
            self._say("kept_new" if kept.is_new else "kept", book, entry_name(book, entry) or "")
            return
        name, language = say(f"books.{book.screen}", self.desk.language), self.desk.language
        self.alike = AlikeDialog(language, name, entry_name(book, entry) or "", kept.alike, self.window)
        self._waiting = (book, entry, document)
        self.alike.settled.connect(self._on_settled)
        self.alike.finished.connect(self._on_settled_all)
        self.alike.open()

    def _on_settled(self, into: str) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._keep(*waiting, into or None, sure=not into)

    def _on_settled_all(self, _: int) -> None:
        self.alike = None

    def _on_closed(self, _: int) -> None:
        self.dialog = None

    def _on_add(self, book: str) -> None:
        self.desk.ask(partial(begin_entry, book=book), partial(self._on_begun, book))

    def _on_begun(self, book: str, document: str) -> None:
        self._open(document, book)

    def _open(self, document: str, book: str) -> None:
        """An entry on the screen of its own, from which one comes back to where one was."""
        shipment, screen = self._shipment(), self.window.shipment_screen
        self._came_from = (shipment, screen.page_id) if shipment is not None and screen is not None else None
        self.window.show_list()
        self.desk.open(document, book=book)

    def _on_opened(self) -> None:
        screen = self.window.shipment_screen
        if screen is None:
            return
        if self.desk.book:
            screen.list_wanted.connect(self._on_back)
        else:
            screen.book_wanted.connect(self._on_wanted)
            turn_to, self._turn_to, self._came_from = self._turn_to, "", None
            if turn_to and screen.tasks.has(turn_to):
                screen.show_page(turn_to)

    def _on_wanted(self, what: str, target: str) -> None:
        self._commit()
        if what == "take":
            self._take_for(target or self._target_now())
        else:
            self._keep_from(target or self._target_now())

    def _on_back(self) -> None:
        """From an entry to the shipment one came from, or to the book."""
        came_from, self._came_from = self._came_from, None
        if came_from is None:
            self.look(self._screen)
        else:
            self._turn_to = came_from[1]
            self.desk.open(came_from[0])

    def _say(self, what: str, book: Book, title: str = "") -> None:
        language = self.desk.language
        self.window.status.say(say(f"books.{what}", language, title=title, book=say(f"books.{book.screen}", language)))


def _candidates(screen: ShipmentScreen, view: PageView) -> list[str]:
    """What the field in focus stands in, then what the page begins with."""
    box: QWidget | None = screen.window().focusWidget()
    while box is not None and not isinstance(box, FieldBox):
        box = box.parentWidget()
    focused = box.objectName() if box is not None and view.isAncestorOf(box) else ""
    asked = [asked.path for block in view.page.blocks for row in block.asked for asked in row]
    return [path.rpartition(".")[0] for path in (focused, *asked) if "*" not in path]
