"""SQLite's file layer, under our eyes: it notes every change of a file, and can refuse the n-th call.

By way of apsw, whose SQLite takes a file layer written in Python; ``LayerDriver`` makes it a driver of the store.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import apsw

Kind = str
"""create, write, truncate, sync, delete."""


class Op(NamedTuple):
    """One change of a file, or the promise that it is on the disk."""

    kind: Kind
    name: str
    offset: int = 0
    """Where was written; the new length of a truncated file."""
    data: bytes = b""


class Layer(apsw.VFS):
    """Registered with SQLite under its own name for as long as it lives."""

    def __init__(self, folder: Path) -> None:
        """Only what lies in ``folder`` is noted."""
        self._folder = folder
        self.log: list[Op] = []
        self.calls = 0
        self.refuses: Callable[[int], type[apsw.Error] | None] = lambda _: None
        """Which error the n-th call meets."""
        self.name = f"layer{id(self)}"
        super().__init__(self.name, "")

    def called(self) -> None:
        """Count one call. Raises what it is to meet."""
        self.calls += 1
        if (error := self.refuses(self.calls)) is not None:
            raise error

    def note(self, kind: Kind, name: str, offset: int = 0, data: bytes = b"") -> None:
        """Add to the log."""
        if name:
            self.log.append(Op(kind, name, offset, data))

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        """Open a file; a new one is noted."""
        self.called()
        path = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        short = self._short(path)
        if short and not Path(path).exists():
            self.note("create", short)
        return LayerFile(self, short, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        """Remove a file."""
        self.called()
        self.note("delete", self._short(filename), int(syncdir))
        super().xDelete(filename, syncdir)

    def _short(self, path: str) -> str:
        """The name inside the folder; nothing for files elsewhere, and for temporary ones, which have no name."""
        inside = bool(path) and Path(path).is_relative_to(self._folder)
        return str(Path(path).relative_to(self._folder)) if inside else ""


class LayerFile(apsw.VFSFile):
    """One open file."""

    def __init__(self, layer: Layer, short: str, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self._layer, self._short = layer, short
        super().__init__("", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        """Read."""
        self._layer.called()
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        """Write."""
        self._layer.called()
        self._layer.note("write", self._short, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        """Shorten."""
        self._layer.called()
        self._layer.note("truncate", self._short, newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        """Promise."""
        self._layer.called()
        self._layer.note("sync", self._short)
        super().xSync(flags)


FULL, BROKEN = apsw.FullError, apsw.IOError
ERRNO = {FULL: errno.ENOSPC, BROKEN: errno.EIO}
"""What the system says for the same."""
