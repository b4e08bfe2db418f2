"""A look at the store's file before SQLite opens it, which could change it. Reads bytes and nothing else.

The layout is https://www.sqlite.org/fileformat.html, looked at 2026-11-24.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple

APPLICATION_ID = 0x53454B53
"""The letters SEKS, at byte 68 of every store."""


class Header(NamedTuple):
    """What a database says about itself in its first page."""

    application_id: int
    schema: int


def read_header(path: Path) -> Header | None:
    """The newest committed header, which may still stand in the write-ahead log; None where this is no database.

    Not for a store that this program has open: on POSIX, closing a file gives up all locks of the process on it.
    Raises OSError.
    """
    with path.open("rb") as file:
        first = file.read(_HEADER_LENGTH)
    if len(first) < _HEADER_LENGTH or not first.startswith(b"SQLite format 3\x00"):
        return None
    header = Header(_number(first, 68), _number(first, 60))
    logged = _logged_header(beside(path, "-wal"))
    # A page that a power cut tore is no news; SQLite will find its checksum wrong and leave it out.
    if logged and logged[:16] == first[:16] and _number(logged, 68) == header.application_id:
        return header._replace(schema=_number(logged, 60))
    return header


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite keeps next to a database: ``-wal``, ``-journal``."""
    return path.with_name(path.name + ending)


def has_unfinished_work(path: Path) -> bool:
    """Whether a log or a journal with content lies beside the file, as after a power cut."""
    logs = (beside(path, ending) for ending in ("-wal", "-journal"))
    return any(log.is_file() and log.stat().st_size > 0 for log in logs)


def _logged_header(log: Path) -> bytes | None:
    """The first page's beginning in the last committed transaction of a write-ahead log that changed it."""
    if not log.is_file():
        return None
    with log.open("rb") as file:
        head = file.read(_LOG_HEADER)
        if len(head) < _LOG_HEADER or _number(head, 0) not in _LOG_MAGIC:
            return None
        size, salts = _number(head, 8), head[16:24]
        found: bytes | None = None
        pending: bytes | None = None
        while len(frame := file.read(_FRAME_HEADER + _HEADER_LENGTH)) == _FRAME_HEADER + _HEADER_LENGTH:
            if frame[8:16] != salts:
                break
            if _number(frame, 0) == 1:
                pending = frame[_FRAME_HEADER:]
            if _number(frame, 4):
                found = pending or found
            file.seek(size - _HEADER_LENGTH, 1)
        return found


def _number(data: bytes, at: int) -> int:
    (number,) = struct.unpack_from(">I", data, at)
    return int(number)


_HEADER_LENGTH = 100
_LOG_HEADER = 32
_FRAME_HEADER = 24
_LOG_MAGIC = (0x377F0682, 0x377F0683)
