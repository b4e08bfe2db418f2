"""The tables of TOML files kept in one JSON file, because parsing them takes fifty times as long as reading that.

What was kept of a file holds while the file has the size and the time it had, and the program is the same version. A
cache that is broken, or that cannot be written, is none: everything is read from the TOML files then. Knows no shape.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import tempfile
import zlib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

from app.catalog.declared import read_toml

Step = str | int
"""From a table to a value in it: the key of a table or the place in an array."""

_TICK = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system, FAT's."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file's tables, and which of their texts are dates: JSON has none."""

    size: int
    time: int
    tables: dict[str, Any]
    dates: list[list[Step]]


class _Cache(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole cache as it is written."""

    version: str
    crc: int
    """Of the bytes of ``files``: a damaged cache must not become another wording."""
    files: msgspec.Raw


class TomlCache:
    """Reads TOML files like :func:`read_toml`, those it knows already from the cache. For one thread."""

    def __init__(self, place: Path, version: str) -> None:
        """``place`` is the cache's own file, in a folder that need not exist; ``version`` is the program's."""
        self._place, self._version = place, version
        self._kept = _read(place, version)
        self._used: dict[str, _Kept] = {}

    def read(self, file: Traversable, name: str) -> dict[str, Any]:
        """The tables of ``file``. Raises DeclarationError where it is no TOML."""
        if not isinstance(file, Path):
            return read_toml(file, name)
        state, key = file.stat(), str(file.absolute())
        kept = self._kept.get(key)
        if kept is not None and (kept.size, kept.time) == (state.st_size, state.st_mtime_ns):
            self._used[key] = kept
            return kept.tables
        tables = read_toml(file, name)
        kept = _Kept(size=state.st_size, time=state.st_mtime_ns, tables=tables, dates=list(_dates(tables)))
        if _survives(kept):
            self._used[key] = kept
        return tables

    def keep(self) -> None:
        """Write what was read, where that is something else than before and the folder is there."""
        if self._used == self._kept or not self._place.parent.is_dir():
            return
        files = msgspec.json.encode(self._used)
        cache = _Cache(version=self._version, crc=zlib.crc32(files), files=msgspec.Raw(files))
        # A full disk or a folder that can only be read: the next start reads the TOML files again, and nothing is lost.
        with contextlib.suppress(OSError):
            _replace(self._place, msgspec.json.encode(cache))


def _read(place: Path, version: str) -> dict[str, _Kept]:
    try:
        written = place.stat().st_mtime_ns
        cache = msgspec.json.decode(place.read_bytes(), type=_Cache)
        if cache.version != version or cache.crc != zlib.crc32(cache.files):
            return {}
        kept = msgspec.json.decode(cache.files, type=dict[str, _Kept])
    except (OSError, msgspec.DecodeError):
        return {}
    # A file changed in the same tick in which it was kept would have the same time; size alone is not trusted.
    return {key: _dated(found) for key, found in kept.items() if found.time < written - _TICK}


def _dates(value: Any, *steps: Step) -> Iterator[list[Step]]:
    """The way to every date below ``value``."""
    if type(value) is datetime.date:
        yield list(steps)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _dates(inner, *steps, key)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _dates(inner, *steps, place)


def _dated(kept: _Kept) -> _Kept:
    """With its dates as dates again."""
    for steps in kept.dates:
        holder: Any = kept.tables
        for step in steps[:-1]:
            holder = holder[step]
        holder[steps[-1]] = datetime.date.fromisoformat(holder[steps[-1]])
    return kept


def _survives(kept: _Kept) -> bool:
    """Whether the tables come back as they were: JSON has no times of day and no infinity."""
    return _dated(msgspec.json.decode(msgspec.json.encode(kept), type=_Kept)).tables == kept.tables


def _replace(place: Path, written: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".cache-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(written)
        Path(name).replace(place)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()
        raise
