"""What all screens share: the declarations, the storage thread, the worker, and the shipment that is open.

Screens ask the desk and listen to its signals; they never wait. Imported after the first paint: it brings the program.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from app.catalog.pages import Page, Pages
from app.checks.recheck import Checker
from app.checks.values import kind_at
from app.domain.paths import with_value
from app.domain.problems import Problem
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Reading
from app.reference.code_list import CodeList
from app.reference.lists import Lists
from app.services.backups import clock_trouble
from app.services.books import pages_beside, summary_beside
from app.services.code_habits import CodeHabits, keep_habits, read_habits
from app.services.editing import Editing
from app.services.hs_lookup import HsLookup
from app.services.looking_over import Placed, looked_over
from app.services.opened import Opened, open_document
from app.services.program import Program, start_anyway
from app.services.shipment_list import summariser
from app.services.storage_thread import StorageThread, store_path
from app.services.tasks import homes
from app.store.set_aside import set_aside
from app.ui.code_source import ListSource
from app.ui.collector import Collector
from app.ui.relay import Relay
from app.ui.worker import Worker
from app.words import Language

if TYPE_CHECKING:
    from app.store.store import Store

T = TypeVar("T")


class Desk(QObject):
    """One for the whole window."""

    program_ready = Signal()
    opened = Signal()
    """Another shipment is open now."""
    changed = Signal()
    """The open shipment has other answers, also by undo and redo."""
    problems_changed = Signal()
    status_changed = Signal()
    typing = Signal()
    """A field in focus has another text, which is no answer yet."""
    trouble = Signal(object)
    """Something stands in the way: an exception whose ``into(language)`` says what; or one of our own bugs."""

    backup_trouble = Signal(object)
    """Why backups cannot be made just now, a StoreTrouble; None when they can again."""

    def __init__(self, data: Path, language: Language, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self.data, self.language, self.today = data, language, today
        self.collector = Collector(self)
        self.relay = Relay(self)
        self.worker = Worker(self.relay)
        self.searcher = Worker(self.relay)
        """Its own thread: a search does not wait for a paper that is being drawn."""
        self.carrier = Worker(self.relay)
        """Another: a stick that is slow, or was pulled out, holds up neither papers nor saving."""
        self.now = _now
        """The clock on the wall."""
        self.storage = StorageThread(store_path(data), _now, self.relay.put, backup_told=self._on_backup_told)
        self.program: Program | None = None
        self.editing: Editing | None = None
        self.problems: Sequence[Problem] = ()
        self.placed: Placed | None = None
        """The same on their pages, where the worker has placed them."""
        self.half_typed: tuple[str, str] | None = None
        """Path and text of the field in focus, while it says something else than the answer."""
        self.habits = CodeHabits()
        self._hs: HsLookup | None = None
        self._checker: Checker | None = None
        """Knows the open shipment as it was looked over last; used by the worker alone."""
        self._wanted = ""
        self.is_profile, self.book = False, ""
        """Whether what is open has no papers of its own: an exporter's profile, or an entry of the book named."""
        self.storage.start()
        self.worker.ask("program", partial(start_anyway, data), self._on_program, self.trouble.emit)

    @property
    def ready(self) -> Program:
        """The program; only screens of an open shipment ask, and those wait for it."""
        if self.program is None:
            raise RuntimeError("the declarations are not read yet")
        return self.program

    @property
    def pages(self) -> Pages:
        """The declared pages; of a profile those that say who the exporter is and where he is paid."""
        return pages_beside(self.book, self.ready.pages) if self.is_profile else self.ready.pages

    @property
    def shipment(self) -> Shipment:
        """The open shipment; an empty one where none is open."""
        return self.editing.value if self.editing else Shipment()

    @property
    def may_change(self) -> bool:
        """Whether the open shipment may be changed, and not only read."""
        return self.editing is not None and self.editing.read_only is None

    def circumstances(self) -> Circumstances:
        """What kinds and rules are handed, for the screen."""
        return self.ready.circumstances(self.today(), self.language).in_currency(self.shipment.currency)

    def ask(self, job: Callable[[Store], T], done: Callable[[T], None]) -> None:
        """Have the store do something; troubles are shown."""
        self.storage.ask(job, done, self.trouble.emit)

    def search(self, name: str, do: Callable[[], T], done: Callable[[T], None]) -> None:
        """Search on a thread of its own; a newer search under the same name drops one that has not begun."""
        self.searcher.ask(name, do, done, self.trouble.emit)

    def keep_habits(self) -> None:
        """Keep which codes were taken."""
        self.ask(partial(keep_habits, setting=self.habits.as_setting()), _no_more)

    def codes(self, codes: Callable[[Lists], CodeList]) -> ListSource:
        """A code list for a code field."""
        return ListSource(self._lists, codes, self.language, self.search, self.habits, self.keep_habits)

    def hs(self) -> HsLookup:
        """Searches the tariff; made anew when a list was imported."""
        if self._hs is None or self._hs.lists is not self.ready.lists:
            self._hs = HsLookup(self.ready.lists)
        return self._hs

    def use_lists(self, lists: Lists) -> None:
        """Work with other code lists from now on: one was taken from a file, or given back."""
        self.program = self.ready._replace(lists=lists)
        self._on_changed(None)

    def _lists(self) -> Lists:
        return self.ready.lists

    def open(self, document: str, *, profile: bool = False, book: str = "") -> None:
        """Open a shipment, an exporter's profile or an entry of a book; what was open is kept first."""
        self.close_document()
        self._wanted, self.is_profile, self.book = document, profile or bool(book), book
        self.ask(partial(open_document, document=document), self._on_opened)

    def close_document(self) -> None:
        """Let go of the open shipment; everything is on its way to the disk."""
        self._wanted = ""
        if self.editing is not None:
            self.editing.close()
            self.editing = None
        self.problems, self.placed, self.half_typed = (), None, None

    def note(self, path: str, text: str, cursor: int) -> None:
        """A field in focus says ``text`` now."""
        if self.editing is not None:
            self.half_typed = (path, text)
            self.editing.note(path, text, cursor)
            self.typing.emit()

    def leave(self) -> None:
        """The field in focus was left; what it said is an answer now, or nothing new."""
        if self.half_typed is not None:
            self.half_typed = None
            self.forget()

    def forget(self) -> None:
        """Nothing is half-typed any more; what a list's empty row said stands in a row of its own now."""
        if self.editing is not None:
            self.editing.forget_note()

    def shown_shipment(self) -> Shipment:
        """The shipment as its papers show it at this moment, the half-typed text included where it can be read."""
        shipment = self.shipment
        if self.half_typed is None or self.editing is None:
            return shipment
        path, text = self.half_typed
        kind, _ = kind_at(self.ready.catalog, shipment, path)
        if kind is None:
            return shipment
        read = kind.parse(text, self.circumstances())
        try:
            return with_value(shipment, path, read.value if isinstance(read, Reading) else None)
        except KeyError:
            return shipment

    def page_of(self, path: str) -> Page | None:
        """The page on which a path of the open shipment is asked."""
        return self.homes()(path)

    def homes(self) -> Callable[[str], Page | None]:
        """The same for many paths."""
        return homes(self.ready.catalog, self.pages, self.shipment)

    def check(self) -> None:
        """Look the open shipment over; ``problems_changed`` follows."""
        if self.editing is not None and self._checker is not None:
            look = partial(looked_over, self._checker, self.ready.catalog, self.pages, self.shipment)
            done = partial(self._on_checked, self.editing.id)
            self.worker.ask("check", partial(look, self.circumstances()), done, self.trouble.emit)

    def set_aside(self) -> Path:
        """Put a damaged store out of the way, whole and under another name; the new name."""
        return set_aside(store_path(self.data), self.today())

    def stop(self) -> bool:
        """Keep what is to be kept and end the threads; whether everything is on the disk."""
        self.close_document()
        # The window is going: what still comes from the threads finds nobody to tell.
        self.blockSignals(True)  # noqa: FBT003 - Qt's own switch
        self.storage.tell_nobody()
        # All, whatever the first one says.
        has_ended = all([self.worker.stop(2.0), self.searcher.stop(2.0), self.carrier.stop(2.0)])
        is_kept = self.storage.close(5.0)
        if has_ended and is_kept:
            self.collector.end()
        return is_kept

    def _on_program(self, program: Program) -> None:
        self.program = program
        self.collector.settle()
        self.storage.ask(read_habits, self.habits.add_older, _no_more)
        self.program_ready.emit()
        self._on_told(program.left_out)
        self.storage.ask(partial(clock_trouble, now=_now()), self._on_told, self._on_no_clock)

    def _on_backup_told(self, error: Exception | None) -> None:
        # One of our own mistakes is not the world's trouble, and goes the way of all of them.
        told = self.backup_trouble if error is None or hasattr(error, "into") else self.trouble
        told.emit(error)

    def _on_told(self, trouble: Exception | None) -> None:
        if trouble is not None:
            self.trouble.emit(trouble)

    def _on_no_clock(self, _error: Exception) -> None:
        """The start screen says what is wrong with the store, which has no time to compare with."""

    def _on_opened(self, opened: Opened) -> None:
        if opened.id != self._wanted or self.program is None:
            return
        # Looked over before it is shown: which page it opens on hangs on what is missing.
        shipment = opened.file.shipment
        at = self.program.circumstances(self.today(), self.language).in_currency(shipment.currency)
        self._checker = Checker(self.program.catalog, self.program.rules_off)
        look = partial(self._checker.check, shipment, at)
        self.worker.ask("open", look, partial(self._show, opened), partial(self._show_unchecked, opened))

    def _show_unchecked(self, opened: Opened, error: Exception) -> None:
        self.trouble.emit(error)
        self._show(opened, ())

    def _show(self, opened: Opened, problems: Sequence[Problem]) -> None:
        if opened.id != self._wanted or self.program is None:
            return
        at = self.program.circumstances(self.today(), self.language)
        summarise = summary_beside(self.book) if self.is_profile else self.summarise()
        self.editing = Editing(
            opened, self.storage, self.program.catalog, at, summarise, self._on_changed, self.status_changed.emit
        )
        self.problems, self.placed = problems, None
        self.opened.emit()
        self.problems_changed.emit()

    def summarise(self) -> Any:
        """Works out what lists show of a shipment, on the storage thread."""
        return summariser(self.ready, self.ready.circumstances(self.today(), self.language))

    def _on_changed(self, before: Shipment | None) -> None:
        if before is not self.shipment and self.editing is not None:
            self.editing.at = self.circumstances()
            self.check()
            self.changed.emit()

    def _on_checked(self, document: str, found: tuple[Sequence[Problem], Placed]) -> None:
        if self.editing is not None and self.editing.id == document:
            self.problems, self.placed = found
            self.problems_changed.emit()


def _no_more(_: object) -> None:
    """Nobody waits for it, and what stands in the way is said by whoever asks for a person's work."""


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
