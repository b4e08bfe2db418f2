"""The value of an open document on its way to the disk: changes, half-typed text, steps back and forth, status.

Belongs to the screen's thread and has none of its own. Knows no path and no label.
"""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable, Collection
from functools import partial
from typing import NamedTuple

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.log import mistake_number
from app.services.opened import Opened, Stepped, release_document, step_back, step_forth
from app.services.save_status import Status
from app.services.storage_jobs import report
from app.services.storage_thread import FileChange, StorageThread, Summarise
from app.store.trouble import StoreTrouble, Unexpected
from app.store.values import Note, Saved, Scratch
from app.words import Message

Edit = Callable[[Shipment], Shipment]
"""A change as a function, which can be done again on what an undo left. Raises KeyError where its place is gone."""


class _Deferred(NamedTuple):
    edit: Edit
    step: Message
    note: Note


class OpenValue:
    """One open document. A change is on its way to the disk when the method returns."""

    def __init__(
        self,
        opened: Opened,
        storage: StorageThread,
        summarise: Summarise,
        changed: Callable[[Shipment], None],
        status_changed: Callable[[], None],
    ) -> None:
        """``changed`` is called after each change with the value before it, also after undo and redo.

        ``status_changed`` is called when the status or the names of the steps back and forth may be others.
        """
        self.id, self.scratch, self.read_only = opened.id, opened.scratch, opened.read_only
        self._file, self._base, self._storage, self._summarise = opened.file, opened.file, storage, summarise
        self._changed, self._status_changed = changed, status_changed
        self._undo_step, self._redo_step = opened.saved.undo, opened.saved.redo
        self._saved_at: datetime.datetime = opened.saved.at
        self._trouble: StoreTrouble | None = opened.read_only
        self._saving = self._stepping = 0
        self._noted = opened.scratch
        self._deferred: list[_Deferred] = []

    @property
    def value(self) -> Shipment:
        """The document as it is now."""
        return self._file.shipment

    @property
    def file(self) -> ShipmentFile:
        """The same with what a newer program wrote, to be written into a file."""
        return self._file

    @property
    def undo_step(self) -> Message | None:
        """What would be undone, for the menu; None where there is nothing."""
        return self._undo_step

    @property
    def redo_step(self) -> Message | None:
        """What would be redone, for the menu; None where there is nothing."""
        return self._redo_step

    @property
    def status(self) -> Status:
        """What of the document is on the disk."""
        if self.read_only is not None:
            return Status("read_only", self._saved_at, self.read_only)
        if self._saving or self._stepping:
            return Status("saving")
        return Status("failed" if self._trouble else "saved", self._saved_at, self._trouble)

    def apply(self, edit: Edit, step: Message, paths: Collection[str] = ()) -> None:
        """Change the value; half-typed text of one of ``paths`` is settled with it. Nothing is a change that changes
        nothing. Raises KeyError, and the reason where the document can only be read.
        """
        if self.read_only is not None:
            raise self.read_only
        before, after = self.value, edit(self.value)
        note: Note = None if self._noted is not None and self._noted.path in paths else ...
        if after == before:
            if note is None:
                self.forget_note()
            return
        if note is None:
            self._noted = None
        self._file = self._file._replace(shipment=after)
        self._undo_step, self._redo_step = step, None
        if self._stepping:
            self._deferred.append(_Deferred(edit, step, note))
        else:
            self._save(step, note)
        self._changed(before)
        self._status_changed()

    def note(self, path: str, text: str, cursor: int = 0) -> None:
        """The text of the field in focus, at each letter: it survives a power cut before it is accepted."""
        if self.read_only is None:
            self._keep_note(Scratch(path, _storable(text), cursor))

    def forget_note(self) -> None:
        """The field in focus was left, or its text taken back."""
        if self._noted is not None and self.read_only is None:
            self._keep_note(None)

    def undo(self) -> None:
        """Take the last step back; ``changed`` is called when that is on the disk."""
        self._step(step_back)

    def redo(self) -> None:
        """Do the step again that was undone last; ``changed`` is called when that is on the disk."""
        self._step(step_forth)

    def save_again(self) -> None:
        """Try again after the status was ``failed``."""
        self._ask_to_save(partial(self._storage.save_again, self.id, self._on_saved, self._on_not_saved))
        self._status_changed()

    def close(self) -> None:
        """The document is no longer on the screen. What was changed is saved in its turn."""
        self._storage.ask(partial(release_document, document=self.id), self._on_released, self._on_trouble)

    def _save(self, step: Message, note: Note) -> None:
        change, done, failed = FileChange(self._file, step), self._on_saved, self._on_not_saved
        self._ask_to_save(partial(self._storage.save, self.id, change, self._summarise, done, failed, note))

    def _ask_to_save(self, ask: Callable[[], None]) -> None:
        self._saving += 1
        try:
            ask()
        except Exception as error:  # noqa: BLE001 - nobody will answer: without this the status would say "saving" for ever
            self._on_not_saved(error)

    def _keep_note(self, scratch: Scratch | None) -> None:
        self._noted = scratch
        self._storage.note(self.id, scratch, self._on_noted, self._on_trouble)

    def _step(self, job: Callable[..., Stepped | None]) -> None:
        if self.read_only is not None:
            return
        if not self._stepping:
            self._base = self._file
        self._stepping += 1
        asked = partial(job, document=self.id, summarise=self._summarise)
        self._storage.ask(asked, self._on_stepped, self._on_not_stepped)
        self._status_changed()

    def _on_stepped(self, stepped: Stepped | None) -> None:
        before = self.value
        self._stepping -= 1
        if stepped is not None:
            self._base, self._trouble = stepped.file, None
            self._take(stepped.saved)
        self._catch_up()
        if self.value != before:
            self._changed(before)
        self._status_changed()

    def _on_not_stepped(self, error: Exception) -> None:
        self._stepping -= 1
        self._catch_up()
        self._on_trouble(error)

    def _catch_up(self) -> None:
        """What was changed while a step back was under way is changed on what it left."""
        if self._stepping:
            return
        self._file, deferred, self._deferred = self._base, self._deferred, []
        for edit, step, note in deferred:
            try:
                after = edit(self.value)
            except KeyError:
                # The row was undone; a change inside it has no place any more.
                continue
            self._file = self._file._replace(shipment=after)
            self._undo_step, self._redo_step = step, None
            self._save(step, note)

    def _on_saved(self, saved: Saved) -> None:
        self._saving -= 1
        self._trouble = None
        if not (self._saving or self._stepping):
            self._take(saved)
        self._status_changed()

    def _on_noted(self, saved: Saved) -> None:
        """Where a save had failed, its changes were written with the text."""
        if self._trouble is not None and not (self._saving or self._stepping):
            self._trouble = None
            self._take(saved)
            self._status_changed()

    def _on_not_saved(self, error: Exception) -> None:
        self._saving -= 1
        self._on_trouble(error)

    def _on_trouble(self, error: Exception) -> None:
        self._trouble = error if isinstance(error, StoreTrouble) else _own_mistake(error)
        self._status_changed()

    def _on_released(self, _: None) -> None:
        """Nothing is left to be said about it."""

    def _take(self, saved: Saved) -> None:
        self._saved_at, self._undo_step, self._redo_step = saved.at, saved.undo, saved.redo


def _own_mistake(error: Exception) -> Unexpected:
    """What a person is told of it, with the number under which it stands in the log from now on."""
    report(error)
    trouble = Unexpected(mistake_number(type(error), error.__traceback__))
    trouble.__cause__ = error
    return trouble


def _storable(text: str) -> str:
    """As typed, without what no database takes: NUL and halves of characters."""
    return "".join("\ufffd" if c == "\0" or unicodedata.category(c) == "Cs" else c for c in text)
