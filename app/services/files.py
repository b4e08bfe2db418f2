"""Reading and writing a person's files: whole or not at all, never over something else."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from app.records.shipment_file import ShipmentFile, read_shipment
from app.records.strict_json import SIZE_LIMIT
from app.services.obstacle import Obstacle, obstacle


def open_shipment(path: Path) -> ShipmentFile:
    """The shipment in a file. Raises Obstacle where there is none to be had, Unreadable where it is no shipment."""
    try:
        with path.open("rb") as file:
            # One byte more than may be read, so that a huge file is refused without being loaded.
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise _unopened(path, error) from None
    return read_shipment(data)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; the same bytes again are no harm. Raises Obstacle."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return
        if os.path.lexists(path):
            raise obstacle("already_there", path=str(path))
    except OSError as error:
        raise _unopened(path, error) from None
    _written(path.parent, data, lambda temporary: _named(temporary, [path]))


def write_numbered(folder: Path, stem: str, suffix: str, data: bytes) -> Path:
    """Write ``stem + suffix`` into ``folder``, or ``stem-2``, ``stem-3`` … where the name is taken. Raises Obstacle."""
    names = itertools.chain([f"{stem}{suffix}"], (f"{stem}-{n}{suffix}" for n in range(2, 10_000)))
    return _written(folder, data, lambda temporary: _named(temporary, (folder / name for name in names)))


def replace_file(path: Path, data: bytes) -> None:
    """Write a file of the program's own, over the one before where there is one. Raises Obstacle."""
    _written(path.parent, data, lambda temporary: temporary.replace(path))


def _written(folder: Path, data: bytes, put_in_place: Callable[[Path], Path]) -> Path:
    """Write beside the target first, so that a cut leaves the old state or the new one, never half a file."""
    temporary: str | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        _remove_leftovers(Path(temporary))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return put_in_place(Path(temporary))
    except OSError as error:
        raise _unwritten(folder, error) from None
    finally:
        if temporary is not None:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()


def _remove_leftovers(ours: Path) -> None:
    """Remove what a cut left behind in the same folder: unfinished files that were begun more than an hour ago."""
    now = ours.stat().st_mtime
    for found in ours.parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        # Another program may be removing them too, or hold one; neither may stop what is being written now.
        with contextlib.suppress(OSError):
            if now - found.stat().st_mtime > _LEFT_BEHIND:
                found.unlink()


def _named(temporary: Path, names: Iterable[Path]) -> Path:
    """Give the finished file the first free name. A link fails where the name is taken, so nothing is overwritten."""
    for name in names:
        try:
            os.link(temporary, name)
        except FileExistsError:
            continue
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # FAT sticks know no links; there the look before the leap has to do.
            if os.path.lexists(name):
                continue
            temporary.replace(name)
        return name
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))


_PREFIX, _SUFFIX = ".siap-ekspor-", ".part"
_LEFT_BEHIND = 3600
"""Seconds; nothing takes so long to write. Compared by the file system's own clock."""
# What file systems without links say: Linux EPERM or ENOTSUP, Windows "invalid function", which Python calls EINVAL.
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS, errno.EINVAL})


def _unopened(path: Path, error: OSError) -> Obstacle:
    if isinstance(error, FileNotFoundError):
        return obstacle("no_such_file", path=str(path))
    if isinstance(error, IsADirectoryError):
        return obstacle("is_a_folder", path=str(path))
    return obstacle("cannot_read", path=str(path))


def _unwritten(folder: Path, error: OSError) -> Obstacle:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return obstacle("disk_full", path=str(folder))
    if isinstance(error, FileExistsError | NotADirectoryError):
        return obstacle("not_a_folder", path=str(folder))
    return obstacle("cannot_write", path=str(folder))
