"""*Simpan register ekspor*: the list of all shipments as a workbook, wherever the person wants it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from app.services.register import Register, Registered, register_workbook, registered, write_register
from app.ui.desk import Desk
from app.ui.status_line import StatusLine
from app.words import say

SUFFIX = ".xlsx"


class RegisterFile(QObject):
    """One for the window."""

    def __init__(self, desk: Desk, status: StatusLine) -> None:
        super().__init__(desk)
        self._desk, self._status = desk, status
        self.dialog: QFileDialog | None = None

    def make(self) -> None:
        """Gather the shipments, make the workbook, then ask where to; work goes on meanwhile."""
        self._status.say(say("window.register_making", self._desk.language))
        self._desk.ask(registered, self._on_read)

    def save_as(self, made: Register, path: str) -> None:
        """Write the finished workbook."""
        work = partial(write_register, made.data, Path(path))
        self._desk.worker.ask("register", work, partial(self._on_written, made), self._on_failed)

    def _on_read(self, found: Registered) -> None:
        desk = self._desk
        work = partial(register_workbook, desk.ready, found, desk.circumstances())
        desk.worker.ask("register", work, self._on_made, self._on_failed)

    def _on_made(self, made: Register) -> None:
        self._status.say("")
        language = self._desk.language
        self.dialog = dialog = QFileDialog(self._status.window(), say("window.register_title", language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Nothing is written over: a name that is taken gets a number, so there is nothing to confirm.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.setNameFilter(f"{say('window.register_title', language)} (*{SUFFIX})")
        dialog.selectFile(f"{say('window.register_name', language)}{SUFFIX}")
        dialog.fileSelected.connect(partial(self.save_as, made))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_written(self, made: Register, path: Path) -> None:
        saved = say("window.saved_as", self._desk.language, names=path.name)
        self._status.say(". ".join((saved, *made.remarks(self._desk.language))))

    def _on_failed(self, error: Exception) -> None:
        self._status.say("")
        self._desk.trouble.emit(error)

    def _on_closed(self) -> None:
        self.dialog = None
