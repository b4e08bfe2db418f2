"""Between the page of backups and the store: which there are, one brought back, what became of the present store."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from app.kinds.date import MONTHS
from app.services.backups import backups_of, list_backups
from app.store.values import Backup, Restored
from app.ui.backup_told import BackupTold
from app.ui.desk import Desk
from app.ui.second_copy import SecondCopies
from app.ui.start.backups_page import BackupRow
from app.ui.start_screen import StartScreen
from app.ui.status_line import StatusLine
from app.words import say


class BackupsShown(QObject):
    """Serves whatever start screen it is handed. It works also where the store does not open: that is its day."""

    brought_back = Signal(str)
    """The store is another one now; a sentence that says so."""
    failed = Signal(object)
    """A backup could not be brought back, and the store is what it was."""

    made_up = Signal(str)
    """A backup that was missing was made; a sentence that says so."""

    def __init__(self, desk: Desk, status: StatusLine) -> None:
        super().__init__(desk)
        self._desk = desk
        self._start: StartScreen | None = None
        self.copies = SecondCopies(desk, status)
        """Those on another disk."""
        self.copies.told.connect(self._on_place)
        self._told = BackupTold(desk, status)
        self._told.made_up.connect(self.made_up)

    def show(self, start: StartScreen) -> None:
        """Show the page, and the backups on it once they are looked over, which may take a while."""
        self._start = start
        page = start.show_backups()
        page.restored.connect(self._on_wanted)
        page.copy_wanted.connect(self.copies.choose)
        page.fetch_wanted.connect(self._on_fetch)
        self.copies.look()
        listed = partial(_listed, self._desk.data)
        self._desk.worker.ask("backups", listed, self._on_listed, self._desk.trouble.emit)

    def _on_listed(self, backups: Sequence[Backup]) -> None:
        if self._start is not None and (page := self._start.backups) is not None:
            page.show_rows([self._row(backup) for backup in backups])

    def _on_place(self, sentence: str) -> None:
        # Told at every list; another language has another start screen, and the page went with the one before.
        if self._start is not None and (page := self._start.backups) is not None and isValid(page):
            page.show_place(sentence)

    def _on_fetch(self) -> None:
        language = self._desk.language
        dialog = QFileDialog(self._start, say("start.bring_back", language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{say('backups.files', language)} (*.db)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.fetch)
        dialog.open()

    def fetch(self, path: str) -> None:
        """Bring back the copy of a backup that lies in another place."""
        self._on_wanted(path)

    def _row(self, backup: Backup) -> BackupRow:
        language = self._desk.language
        word = "start.backup_one" if backup.shipments == 1 else "start.backup_holds"
        return BackupRow(backup.path.name, self._moment(backup.at), say(word, language, n=str(backup.shipments)))

    def _moment(self, at: datetime.datetime) -> str:
        language = self._desk.language
        day = f"{at.day} {MONTHS[at.month - 1].into(language)} {at.year}"
        return f"{day}, {at:%H.%M}" if language == "id" else f"{day}, {at:%H:%M}"

    def _on_wanted(self, key: str) -> None:
        if self._start is not None:
            self._start.show_waiting()
        # The name of one of them; or a whole path, which takes the place of the folder.
        path = backups_of(self._desk.data) / key
        self._desk.storage.restore(path, self._on_restored, self.failed.emit)

    def _on_restored(self, restored: Restored) -> None:
        language = self._desk.language
        if restored.backup is not None:
            at = self._moment(restored.backup.at)
            self.brought_back.emit(say("window.restored_over", language, at=at))
        elif restored.set_aside is not None:
            self.brought_back.emit(say("window.restored_aside", language, name=restored.set_aside.name))
        else:
            self.brought_back.emit(say("window.restored", language))


def _listed(data: Path) -> tuple[Backup, ...]:
    return tuple(list_backups(data, datetime.datetime.now().astimezone().tzinfo))
