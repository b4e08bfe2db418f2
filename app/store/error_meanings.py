"""What an error of the SQLite driver or of the system means to a person."""

from __future__ import annotations

import errno
from pathlib import Path

from app.store.trouble import Damaged, DiskFull, FileTrouble, InUse, IoTrouble, NotAStore, NotWritable

_MEANINGS: tuple[tuple[str, type[FileTrouble]], ...] = (
    ("is full", DiskFull),
    ("readonly", NotWritable),
    ("unable to open", NotWritable),
    ("is locked", InUse),
    ("not a database", NotAStore),
    ("malformed", Damaged),
    ("corrupt", Damaged),
    ("could not decode", Damaged),
    ("no such table", Damaged),
    ("no such column", Damaged),
)
"""Parts of SQLite's own fixed texts (sqlite3ErrStr in main.c), which hold no data; the two drivers share no codes."""


def trouble_of(error: BaseException | None, path: str) -> FileTrouble:
    """The trouble behind a driver's ``error``. Its text is looked at and then dropped: it could be shown or logged."""
    if isinstance(error, ValueError):
        # A text that is none, in the file or in SQLite's message about it.
        return Damaged(path)
    text = str(error)
    for part, meaning in _MEANINGS:
        if part in text.lower():
            return meaning(path)
    return IoTrouble(path)


def system_trouble_of(error: OSError, path: Path) -> FileTrouble:
    """The trouble behind an ``error`` of the system with the store's file or folder."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(str(path))
    denied = isinstance(error, PermissionError | FileExistsError | NotADirectoryError | IsADirectoryError)
    return NotWritable(str(path)) if denied or error.errno == errno.EROFS else IoTrouble(str(path))
