"""What an error of the SQLite driver means to a person."""

from __future__ import annotations

from app.store.trouble import Damaged, DiskFull, FileTrouble, InUse, IoTrouble, NotAStore, NotWritable

_MEANINGS: tuple[tuple[str, type[FileTrouble]], ...] = (
    ("is full", DiskFull),
    ("readonly", NotWritable),
    ("unable to open", NotWritable),
    ("is locked", InUse),
    ("not a database", NotAStore),
    ("malformed", Damaged),
    ("corrupt", Damaged),
    ("no such table", Damaged),
    ("no such column", Damaged),
)
"""Parts of SQLite's own fixed texts (sqlite3ErrStr in main.c), which hold no data; the two drivers share no codes."""


def trouble_of(error: BaseException | None, path: str) -> FileTrouble:
    """The trouble behind a driver's ``error``. Its text is looked at and then dropped: it could be shown or logged."""
    text = str(error)
    for part, meaning in _MEANINGS:
        if part in text:
            return meaning(path)
    return IoTrouble(path)
