"""The copy of a backup on another disk: a folder is chosen, a copy written there, the next one reminded of.

No question stands in anybody's way: what there is to say is said in the status line and on the page of backups.
"""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from app.kinds.date import long_date
from app.services.backups import back_up
from app.services.second_copies import SecondPlace, copy_to, remember_copy, second_place
from app.store.values import Backup, SecondCopy
from app.ui.desk import Desk
from app.ui.status_line import StatusLine
from app.words import Language, say


class SecondCopies(QObject):
    """One for the window."""

    told = Signal(str)
    """What is known of the second place, in a sentence."""

    def __init__(self, desk: Desk, status: StatusLine) -> None:
        super().__init__(desk)
        self._desk, self._status = desk, status
        self._folder: Path | None = None

    def look(self) -> None:
        """Find out where the last copy is and when it was made; who listens is told, and who forgot it is reminded."""
        look = partial(second_place, now=self._desk.now())
        self._desk.storage.ask(look, self._on_known, _not_now)

    def choose(self) -> None:
        """Have a folder chosen, beginning with the one of the last copy, and copy there."""
        dialog = QFileDialog(self._status.window(), say("backups.choose", self._desk.language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if self._folder is not None:
            # Where the stick is not there now, the dialog begins where it otherwise would.
            dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self.copy_to)
        dialog.open()

    def copy_to(self, folder: str) -> None:
        """Make a backup, and copy it into ``folder``; work goes on meanwhile."""
        self._status.say(say("backups.copying", self._desk.language, path=folder))
        self._desk.ask(back_up, partial(self._on_backed_up, Path(folder), self._desk.now()))

    def _on_backed_up(self, folder: Path, now: datetime.datetime, backup: Backup) -> None:
        copy = partial(copy_to, backup.path, folder, now)
        self._desk.carrier.ask("copy", copy, self._on_copied, self._desk.trouble.emit)

    def _on_copied(self, copy: SecondCopy) -> None:
        self._desk.ask(partial(remember_copy, copy=copy), self._on_remembered)
        word = "backups.copied_near" if copy.is_same_drive else "backups.copied"
        self._status.say(say(word, self._desk.language, path=str(copy.path)))

    def _on_remembered(self, _: None) -> None:
        self.look()

    def _on_known(self, place: SecondPlace) -> None:
        self._folder = place.folder
        self.told.emit(_place(place, self._desk.language))
        self._status.remind(_reminder(place, self._desk.language) if place.is_overdue else "")


def _place(place: SecondPlace, language: Language) -> str:
    if place.day is None:
        return say("backups.place_none", language)
    word = "backups.place_old" if place.is_overdue else "backups.place"
    return say(word, language, day=long_date(place.day, language), path=str(place.folder))


def _reminder(place: SecondPlace, language: Language) -> str:
    if place.day is None:
        return say("backups.remind_first", language)
    return say("backups.remind", language, day=long_date(place.day, language))


def _not_now(_: Exception) -> None:
    """Where the store does not open, the start screen says so; its backups can still be brought back."""
