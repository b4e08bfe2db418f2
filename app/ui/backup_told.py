"""What the status line says of backups that nobody asked for: why none can be made, and that one was missing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.services.missing_backup import MissingBackup
from app.services.storage_thread import store_path
from app.store.trouble import StoreTrouble
from app.ui.desk import Desk
from app.ui.status_line import StatusLine
from app.words import say


class BackupTold(QObject):
    """Made before the store is opened, which makes up for a backup that was missing."""

    made_up = Signal(str)
    """The one that was missing was made; a sentence that says so."""

    def __init__(self, desk: Desk, status: StatusLine) -> None:
        super().__init__(desk)
        self._desk, self._status = desk, status
        self._was_missing = MissingBackup(store_path(desk.data)).is_noted()
        desk.backup_trouble.connect(self._on_told)

    def _on_told(self, trouble: StoreTrouble | None) -> None:
        language = self._desk.language
        self._status.show_backup_trouble(trouble, say("backups.was_missing", language) if self._was_missing else "")
        if trouble is None and self._was_missing:
            self.made_up.emit(say("backups.made_up", language))
        self._was_missing = False
