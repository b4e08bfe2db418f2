"""A store put out of the way, when the person has chosen to begin with another one. Removes nothing."""

from __future__ import annotations

import datetime
import itertools
import os
import shutil
from pathlib import Path

from app.store.error_meanings import system_trouble_of
from app.store.file_header import beside
from app.store.placing import renamed, synced
from app.store.trouble import IoTrouble

DAMAGED, NEWER = "rusak", "lebih-baru"
"""Why it was put out of the way, as its new name says."""


def set_aside(path: Path, today: datetime.date) -> Path:
    """Rename a store and what lies beside it, so that a new one can begin. Removes nothing; gives the new name.

    Raises StoreTrouble.
    """
    target = _free_name(path, today, DAMAGED)
    # The logs first: cut off between two of these, the next call gives the file the name that its log has already.
    there = [ending for ending in (*_LOGS, "") if beside(path, ending).exists()]
    if not there:
        raise IoTrouble(str(path))
    try:
        for ending in there:
            renamed(beside(path, ending), beside(target, ending))
    except OSError as error:
        raise system_trouble_of(error, path) from None
    return target


def keep_aside(path: Path, today: datetime.date, why: str) -> Path:
    """Give a store a second name, so that another can take its place; at no moment is there none. Raises OSError."""
    target = _free_name(path, today, why)
    for ending in _LOGS:
        if beside(path, ending).exists():
            renamed(beside(path, ending), beside(target, ending))
    if path.exists():
        try:
            os.link(path, target)
        except OSError:
            # A file system without links.
            shutil.copyfile(path, target)
            synced(target)
    return target


def _free_name(path: Path, today: datetime.date, why: str) -> Path:
    endings = itertools.chain([""], (f"-{n}" for n in itertools.count(2)))
    names = (path.with_name(f"{path.name}.{why}-{today.isoformat()}{ending}") for ending in endings)
    return next(name for name in names if not name.exists())


_LOGS = ("-wal", "-journal")
