"""What can stand in the way of keeping work: each error says what happened, what is safe and what to do."""

from __future__ import annotations

from typing import ClassVar

from app.words import Language, Message, Text, same


class StoreTrouble(Exception):
    """Something is wrong with the store. Its texts hold paths and numbers of versions, never what a person typed."""

    wording: ClassVar[str]
    """The last part of the ids of its three sentences in ``resources/i18n/store.json``."""
    at_start: ClassVar[str] = ""
    """The same where the store could not even be opened, so that nothing is waiting to be saved; "" where that is all
    one."""

    def __init__(self, **params: str) -> None:
        self._texts: dict[str, Text] = {name: same(text) for name, text in params.items()}
        self.happened, self.safe, self.advice = self._said(self.wording)
        super().__init__(self.into("en"))

    def into(self, language: Language) -> str:
        """All three sentences in ``language``."""
        return " ".join(said.into(language) for said in (self.happened, self.safe, self.advice))

    def when_opening(self, language: Language) -> tuple[str, str, str]:
        """The three sentences in ``language`` where the store could not be opened."""
        happened, safe, advice = self._said(self.at_start or self.wording)
        return happened.into(language), safe.into(language), advice.into(language)

    def _said(self, wording: str) -> tuple[Message, Message, Message]:
        texts = self._texts
        return (
            Message(f"store.happened.{wording}", texts),
            Message(f"store.safe.{wording}", texts),
            Message(f"store.advice.{wording}", texts),
        )


class FileTrouble(StoreTrouble):
    """Something is wrong with the store's file as a whole."""

    def __init__(self, path: str) -> None:
        super().__init__(path=path)


class InUse(FileTrouble):
    """Another window has the file open."""

    wording = "in_use"


class NotAStore(FileTrouble):
    """The file at the store's place belongs to another program, or is no database at all."""

    wording = "foreign"


class Damaged(FileTrouble):
    """The store's file is damaged, cut off or empty."""

    wording = "damaged"


class NewerStore(FileTrouble):
    """A newer program wrote the store, and this one cannot read it."""

    wording = "newer"


class NewerReadable(FileTrouble):
    """A newer program wrote the store; this one may read it and not write it."""

    wording = "newer_readable"


class NotWritable(FileTrouble):
    """The folder or the file cannot be written."""

    wording = "not_writable"


class DiskFull(FileTrouble):
    """There is no room left."""

    wording = "disk_full"
    at_start = "disk_full_at_start"


class NoRoomForBackup(DiskFull):
    """There is no room left for a backup; the store itself is as it was."""

    wording = "no_room_for_backup"


class NoCopyThere(FileTrouble):
    """No copy of a backup can be written into a folder that a person chose."""

    wording = "no_copy_there"


class CopyNotWhole(FileTrouble):
    """What was written into that folder was read again and is something else."""

    wording = "copy_not_whole"


class IoTrouble(FileTrouble):
    """The disk does not do what it is told."""

    wording = "io"
    at_start = "io_at_start"


class NoStore(FileTrouble):
    """Nothing was kept yet."""

    wording = "no_store"


class BadPlace(FileTrouble):
    """The store lies where it may be read but not be changed."""


class OnStick(BadPlace):
    """On a stick, which says that it has written what it has not."""

    wording = "on_stick"


class OnNetwork(BadPlace):
    """On a drive of another computer, where nobody can be kept out reliably."""

    wording = "on_network"


class InSyncedFolder(BadPlace):
    """In a folder that a service keeps in step with other computers, file by file."""

    wording = "in_synced_folder"


class NotSound(FileTrouble):
    """The store is damaged somewhere, so that no backup was made of it."""

    wording = "not_sound"


class NotABackup(FileTrouble):
    """The file to be brought back is no backup, or is damaged."""

    wording = "not_a_backup"


class DocumentDamaged(StoreTrouble):
    """One document no longer is what was saved; the others are not touched by it."""

    wording = "document_damaged"


class NewerDocument(StoreTrouble):
    """A newer program wrote this document, in a way that this one cannot read."""

    wording = "document_newer"


class DocumentGone(StoreTrouble):
    """There is no document of this id."""

    wording = "document_gone"


class Conflict(StoreTrouble):
    """The document was changed from elsewhere since it was opened."""

    wording = "conflict"


class ClockBehind(StoreTrouble):
    """This computer's clock says a time before the last change, or before this program was made."""

    wording = "clock_behind"


class Unexpected(StoreTrouble):
    """A mistake of this program, whose own error is the ``__cause__``; it may quote what was typed and is not shown."""

    wording = "unexpected"

    def __init__(self, number: str) -> None:
        """``number`` is the one of the log."""
        super().__init__(number=number)
