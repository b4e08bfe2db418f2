"""Between the place of a picture and the shipment: a file is chosen, looked at beside the screen, and kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from app.services.editing import new_id
from app.services.obstacle import Obstacle
from app.services.pictures import Chosen, picture_at, read_picture, thumbnail, with_picture, without_picture
from app.ui.desk import Desk
from app.ui.widgets.picture_edit import PictureEdit
from app.words import say

_FILES = "(*.png *.jpg *.jpeg *.gif *.bmp *.webp)"


class PictureChoice(QObject):
    """Serves the editor of one path."""

    def __init__(self, desk: Desk, path: str, editor: PictureEdit) -> None:
        super().__init__(editor)
        self._desk, self._path, self._editor = desk, path, editor
        self._shown = ""
        """The hash of the picture that is shown, or about to be."""
        editor.wanted.connect(self._on_wanted)
        editor.removed.connect(self._on_removed)

    def show(self) -> None:
        """Show the name of what the shipment has."""
        picture = picture_at(self._desk.shipment, self._path)
        self._editor.show_file(picture.name or picture.id if picture is not None else "")
        shown = (picture.sha256 or picture.id) if picture is not None else ""
        if picture is not None and shown != self._shown:
            done = partial(self._look, shown)
            self._desk.worker.ask(self._path, partial(thumbnail, picture.content), done, self._desk.trouble.emit)
        self._shown = shown

    def take(self, file: str) -> None:
        """Look at a file and keep it; what is no picture is said to be none, and nothing is changed."""
        editing = self._desk.editing
        if editing is not None:
            done = partial(self._keep, editing.id)
            self._desk.worker.ask("picture", partial(read_picture, Path(file)), done, self._desk.trouble.emit)

    def _look(self, of: str, small: bytes) -> None:
        # A field that has gone meanwhile shows nothing more.
        if of == self._shown and isValid(self._editor):
            self._editor.show_picture(small)

    def _keep(self, document: str, chosen: Chosen) -> None:
        editing = self._desk.editing
        if editing is None or editing.id != document:
            return
        try:
            editing.change_around(self._path, partial(with_picture, path=self._path, chosen=chosen, row_id=new_id()))
        except Obstacle as obstacle:
            self._desk.trouble.emit(obstacle)

    def _on_wanted(self) -> None:
        language = self._desk.language
        dialog = QFileDialog(self._editor, say("window.picture_choose", language))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{say('window.picture_files', language)} {_FILES}")
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_removed(self) -> None:
        if self._desk.editing is not None:
            self._desk.editing.change_around(self._path, partial(without_picture, path=self._path))
