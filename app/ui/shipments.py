"""Between the start screen and the store: list, bin, new shipments, samples, files, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from app.records.shipment_file import ShipmentFile, read_shipment
from app.records.unreadable import Unreadable
from app.services.beginnings import begun, start_shipment
from app.services.files import open_shipment
from app.services.obstacle import Obstacle
from app.services.recent_files import recent_files, remember_file
from app.services.samples import sample_bytes, sample_titles
from app.services.shipment_list import (
    add_shipment,
    bin_document,
    duplicate_shipment,
    empty_bin,
    list_shipments,
    rename_shipment,
    restore_document,
)
from app.services.tasks import first_documents
from app.store.trouble import Damaged, NewerStore, NotAStore, StoreTrouble
from app.store.values import Listed
from app.ui.backups_shown import BackupsShown
from app.ui.carrying_dialog import CarryingOver
from app.ui.desk import Desk
from app.ui.live_paper import Picture, sample_picture
from app.ui.name_dialog import NameDialog
from app.ui.register_saved import RegisterFile
from app.ui.shipment_rows import shown_row
from app.ui.start_screen import StartScreen
from app.ui.status_line import StatusLine
from app.words import say

if TYPE_CHECKING:
    from app.store.store import Store

_PICTURE_WIDTH = 880
"""Device pixels of the sample beside the welcome: 440 at twice the resolution."""


class Shipments(QObject):
    """What the start screen asks for, done by the store."""

    open_wanted = Signal(str)
    """A shipment is to be opened; its id."""
    restored = Signal()
    """The store is another one now."""
    usable_changed = Signal()
    """Whether anything can be kept is another answer now."""

    def __init__(self, desk: Desk, start: StartScreen, status: StatusLine) -> None:
        super().__init__(desk)
        self.desk, self.status = desk, status
        self._picture: Picture | None = None
        self._is_listed = self._is_making = False
        self._read_only: StoreTrouble | None = None
        desk.opened.connect(self._on_made)
        desk.trouble.connect(self._on_made)
        self.unusable = ""
        """Why nothing can be kept now, in one sentence; "" where the store is open."""
        self._remark = ""
        """What the status line says of the next list, in the place of how many shipments there are."""
        self.carrying = CarryingOver(desk)
        self.carrying.made.connect(self.open_wanted)
        self.backups = BackupsShown(desk, status)
        self.register = RegisterFile(desk, status)
        self.backups.made_up.connect(self._on_made_up)
        self.backups.brought_back.connect(self._on_brought_back)
        self.backups.failed.connect(self._on_not_brought_back)
        self.take(start)

    def take(self, start: StartScreen) -> None:
        """Serve this start screen from now on."""
        self.start = start
        start.opened.connect(self._on_open)
        start.row_menu_wanted.connect(self._on_row_menu)
        start.bin_wanted.connect(self.show_bin)
        start.list_wanted.connect(self.list)
        start.restored.connect(self._on_restore)
        start.bin_emptied.connect(self._on_empty_bin)
        start.trouble_action.connect(self._on_trouble_action)
        if self._picture is not None:
            start.set_picture(self._picture.image)

    def list(self) -> None:
        """Show the shipments. Whoever is back here waits for none to open: he may have left before it did."""
        self._is_making = False
        self.desk.storage.ask(_both_lists, self._on_listed, self._on_no_store)

    def show_bin(self) -> None:
        """Show what is in the bin."""
        self.desk.ask(partial(list_shipments, binned=True), self._on_binned)

    def show_backups(self) -> None:
        """Show the backups that can be brought back."""
        # A list that is on its way comes first, or it would take the place of the backups.
        self.desk.storage.ask(_nothing, self._on_turn_of_backups, self._on_turn_of_backups)

    def draw_sample(self) -> None:
        """Draw the sample paper beside the welcome, once; not before the list is there, which it would hold up."""
        if self._picture is None and self._is_listed and self.desk.program is not None:
            work = partial(sample_picture, self.desk.ready, self.desk.today(), _PICTURE_WIDTH)
            self.desk.worker.ask("sample", work, self._on_sample_drawn, self.desk.trouble.emit)

    def can_keep(self) -> bool:
        """Whether a new shipment could be kept. Where not, the list says why: nobody is to answer for nothing."""
        if self._read_only is not None:
            self._remark = self._read_only.into(self.desk.language)
        return not self.unusable and self._read_only is None

    def start_new(self, answers: Any, paper: str) -> None:
        """A shipment that begins with the five answers and what the exporter's profile knows."""
        if self._is_making:
            return
        self._is_making = True
        self.start.clear_search()
        edit = partial(begun, answers=answers._asdict(), paper=paper, forms=first_documents(self.desk.ready.catalog))
        self.desk.ask(partial(start_shipment, edit=edit, summarise=self.desk.summarise()), self.open_wanted.emit)

    def open_sample(self, sample: str) -> None:
        """A sample as a copy."""
        file = read_shipment(sample_bytes(sample))
        title = sample_titles()[sample].into(self.desk.language)
        self._add(file._replace(shipment=msgspec.structs.replace(file.shipment, title=title)))

    def open_file(self, path: Path) -> None:
        """A shipment file as a copy; what is none is said to be none, and nothing is changed."""
        try:
            file = open_shipment(path)
        except (Unreadable, Obstacle) as trouble:
            self.status.say(trouble.into(self.desk.language))
            return
        self.desk.ask(partial(remember_file, path=str(path)), self._on_remembered)
        self._add(file)

    def _add(self, file: ShipmentFile) -> None:
        if self._is_making:
            return
        self._is_making = True
        summarise = self.desk.summarise()
        self.start.clear_search()
        self.desk.ask(partial(add_shipment, file=file, exporter=None, summarise=summarise), self.open_wanted.emit)

    def _on_made(self, _trouble: object = None) -> None:
        # Until then a second click of an impatient hand makes no second shipment.
        self._is_making = False

    def _on_listed(self, lists: _Lists) -> None:
        rows, binned, recent, self._read_only = lists
        if rows or binned:
            self.start.show_list([shown_row(self.desk, row) for row in rows], len(binned), recent)
        else:
            self.start.show_first()
        if self.start.isVisible():
            self.status.show_count(len(rows))
        if self._remark:
            self.status.say(self._remark)
            self._remark = ""
        self._is_listed = True
        self._note_use("")
        self.backups.copies.look()
        self.draw_sample()

    def _on_binned(self, rows: Sequence[Listed]) -> None:
        self.start.show_bin([shown_row(self.desk, row) for row in rows])
        self.status.show_binned(len(rows))

    def _on_no_store(self, error: Exception) -> None:
        """The store cannot be opened: what happened, what is safe, what to do; nothing is overwritten."""
        language = self.desk.language
        if isinstance(error, StoreTrouble):
            told = error.when_opening(language)
        else:
            told = (say("window.bug", language), say("window.bug_safe", language), say("window.bug_advice", language))
        keys = ["again", "backups"] if isinstance(error, NewerStore) else ["again"]
        if isinstance(error, Damaged | NotAStore):
            keys = ["backups", "again", "aside"]
        self._note_use(told[0])
        self.start.show_trouble(*told, [(key, say(f"window.trouble_{key}", language)) for key in keys])

    def _note_use(self, unusable: str) -> None:
        if unusable != self.unusable:
            self.unusable = unusable
            self.usable_changed.emit()

    def _on_trouble_action(self, action: str) -> None:
        if action == "backups":
            self.show_backups()
            return
        self._remark = ""
        self.start.show_waiting()
        if action == "aside":
            # The damaged file keeps everything it holds, under another name.
            self._remark = say("window.set_aside", self.desk.language, name=self.desk.set_aside().name)
        self.list()

    def _on_turn_of_backups(self, _: object) -> None:
        self.backups.show(self.start)

    def _on_brought_back(self, sentence: str) -> None:
        self._remark = sentence
        self.restored.emit()
        self.list()

    def _on_not_brought_back(self, error: Exception) -> None:
        if isinstance(error, StoreTrouble):
            self._remark = error.into(self.desk.language)
            self.status.say(self._remark)
        self.list()
        if not self._remark:
            self.desk.trouble.emit(error)

    def _on_made_up(self, sentence: str) -> None:
        # While the first list is on its way, its number of shipments would take the sentence's place at once.
        self._remark = "" if self._is_listed else sentence
        self.status.say(sentence)

    def _on_open(self, document: object) -> None:
        self.open_wanted.emit(str(document))

    def _on_row_menu(self, document: object, at: QPoint) -> None:
        menu = QMenu(self.start)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in ("open", "continue", "rename", "duplicate", "bin"):
            menu.addAction(say(f"window.row_{key}", self.desk.language)).setData((key, str(document)))
        menu.triggered.connect(self._on_row_action)
        menu.popup(at)

    def _on_row_action(self, action: Any) -> None:
        key, document = action.data()
        self.act(key, document)

    def act(self, key: str, document: str) -> None:
        """Open, begin another from, rename, copy or bin a shipment of the list."""
        summarise = self.desk.summarise()
        if key == "open":
            self.open_wanted.emit(document)
        elif key == "rename":
            self._ask_name(document)
        elif key == "continue":
            self.carrying.ask(document, self.start)
        elif key == "duplicate":
            copy = partial(duplicate_shipment, document=document, language=self.desk.language, summarise=summarise)
            self.desk.ask(copy, self._on_changed_list)
        elif key == "bin":
            self.desk.ask(partial(bin_document, document=document), self._on_changed_list)

    def rename(self, document: str, title: str) -> None:
        """Another title for a shipment of the list."""
        named = partial(
            rename_shipment, document=document, title=title.strip() or None, summarise=self.desk.summarise()
        )
        self.desk.ask(named, self._on_changed_list)

    def _ask_name(self, document: str) -> None:
        dialog = NameDialog(document, self.desk.language, self.start)
        dialog.named.connect(self.rename)
        dialog.open()

    def _on_restore(self, document: object) -> None:
        self.desk.ask(partial(restore_document, document=str(document)), self._on_restored)

    def _on_restored(self, _: object) -> None:
        self.show_bin()

    def _on_empty_bin(self) -> None:
        self.desk.ask(empty_bin, self._on_changed_list)

    def _on_remembered(self, _: None) -> None:
        """The list shows it when it is shown again."""

    def _on_changed_list(self, _: object) -> None:
        self.list()

    def _on_sample_drawn(self, picture: Picture) -> None:
        self._picture = picture
        self.start.set_picture(picture.image)


_Lists = tuple[Sequence[Listed], Sequence[Listed], Sequence[str], StoreTrouble | None]
"""The shipments, those in the bin, the files opened lately, and why nothing can be changed where that is so."""


def _both_lists(store: Store) -> _Lists:
    return list_shipments(store), list_shipments(store, binned=True), recent_files(store), store.read_only


def _nothing(_: Store) -> None:
    """The answer comes when everything asked before was answered."""
