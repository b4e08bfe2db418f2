"""Finished files put in their place: on the disk for good, never over another, patient with a virus scanner."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path

TRIES, PAUSE = 20, 0.1
"""A scanner or an indexer on Windows holds a new file for some tenths of a second."""

Wait = Callable[[float], None]


def synced(path: Path) -> None:
    """Everything written to the file is on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def renamed(source: Path, target: Path, wait: Wait = time.sleep) -> None:
    """Rename a file, over ``target`` where there is one. Raises OSError, PermissionError after two seconds."""
    for left in range(TRIES - 1, -1, -1):
        try:
            source.replace(target)
            break
        except PermissionError:
            if not left:
                raise
            wait(PAUSE)
    _folder_synced(target.parent)


def placed(draft: Path, path: Path, wait: Wait = time.sleep) -> bool:
    """Give a finished file its name; False where the name was taken meanwhile, and is left to whom it belongs.

    Raises OSError.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            return False
        renamed(draft, path, wait)
    _folder_synced(path.parent)
    return True


def _folder_synced(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# What file systems without links say: Linux EPERM or ENOTSUP, Windows "invalid function", which Python calls EINVAL.
_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS, errno.EINVAL})
