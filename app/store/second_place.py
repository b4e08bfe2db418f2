"""A copy of a backup in a folder of a person's choice, on a stick or another drive: whole, looked over, never over
another file.

Needs no open store, so that a slow stick holds up no saving.
"""

from __future__ import annotations

import contextlib
import datetime
import itertools
import secrets
from pathlib import Path

from app.store.backup import write_copy
from app.store.backup_names import CopyName
from app.store.driver import Driver, best_driver
from app.store.error_meanings import system_trouble_of
from app.store.making import drop_file
from app.store.placing import placed
from app.store.reading import opened_to_read
from app.store.trouble import (
    CopyNotWhole,
    DiskFull,
    InUse,
    IoTrouble,
    NoCopyThere,
    NoRoomForBackup,
    NotSound,
    NotWritable,
    StoreTrouble,
)
from app.store.values import SecondCopy


def copy_backup(backup: Path, folder: Path, now: datetime.datetime, driver: Driver | None = None) -> SecondCopy:
    """Write a copy of ``backup`` into ``folder``, which must be there: one that is made may lie where a stick should
    be. Raises StoreTrouble, and leaves nothing behind then.
    """
    source = opened_to_read(backup, driver or best_driver())
    draft = folder / f"{_DRAFT}{secrets.token_hex(4)}{_UNFINISHED}"
    try:
        _clear_leftovers(folder, now)
        schema, _ = write_copy(source, draft)
        path = _named(draft, CopyName(now.date(), now.time(), schema))
        return SecondCopy(path, now, folder.stat().st_dev == backup.stat().st_dev)
    except (OSError, StoreTrouble) as error:
        raise _meant(error, folder) from None
    finally:
        source.close()
        with contextlib.suppress(OSError):
            drop_file(draft)


def _named(draft: Path, name: CopyName) -> Path:
    """Give the finished copy the first free name."""
    names = (draft.with_name(str(name._replace(again=n))) for n in itertools.count(1))
    return next(path for path in names if placed(draft, path))


def _meant(error: OSError | StoreTrouble, folder: Path) -> StoreTrouble:
    """Nothing of the work itself is unsaved, whatever became of the copy."""
    trouble = system_trouble_of(error, folder) if isinstance(error, OSError) else error
    if isinstance(trouble, DiskFull):
        return NoRoomForBackup(str(folder))
    if isinstance(trouble, NotSound):
        # The backup was sound when it was made, a moment ago: it is the other disk that gave back something else.
        return CopyNotWhole(str(folder))
    return NoCopyThere(str(folder)) if isinstance(trouble, NotWritable | IoTrouble | InUse) else trouble


def _clear_leftovers(folder: Path, now: datetime.datetime) -> None:
    """Remove what a copy left that was cut off, by a stick pulled out; not what another program writes there now."""
    for draft in folder.glob(f"{_DRAFT}*{_UNFINISHED}"):
        with contextlib.suppress(OSError):
            if now.timestamp() - draft.stat().st_mtime > _LEFT_BEHIND:
                draft.unlink()


_DRAFT, _UNFINISHED = ".siap-ekspor-", ".part"
_LEFT_BEHIND = 3600
"""Seconds; no copy takes so long."""
