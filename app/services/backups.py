"""Backups as a person meets them: which there are, one made now, one brought back, a store copied to this computer.

The list and the bringing back need no open store: they are for the day on which it does not open.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.storage_thread import store_path
from app.store.trouble import StoreTrouble
from app.store.values import Backup, Restored

if TYPE_CHECKING:
    from app.store.store import Store

Clock = Callable[[], datetime.datetime]


def backups_of(data: Path) -> Path:
    """The folder of the backups in the data folder."""
    from app.store.backup import backup_folder

    return backup_folder(store_path(data))


def list_backups(data: Path, zone: datetime.tzinfo | None) -> Iterator[Backup]:
    """The backups that can be brought back, the newest first, each looked over when it is asked for.

    Long where there are many thousand shipments; not to be run on the screen's thread.
    """
    from app.store.backup import verified_backups
    from app.store.driver import best_driver

    return verified_backups(backups_of(data), best_driver(), zone)


def back_up(store: Store) -> Backup:
    """A job for the storage thread: make a backup now. Raises StoreTrouble, NotSound where the store is damaged."""
    return store.back_up()


def back_up_now(data: Path, clock: Clock) -> Backup:
    """Make a backup of a store that is not open in this program. Raises StoreTrouble: InUse where a window has it open,
    NoStore where there is none.
    """
    with opened_for_backup(data, clock) as store:
        return store.back_up()


@contextlib.contextmanager
def opened_for_backup(data: Path, clock: Clock) -> Iterator[Store]:
    """The store, open while it is backed up without a window. Raises StoreTrouble as ``back_up_now`` does."""
    from app.store.store import open_store
    from app.store.trouble import NoStore

    path = store_path(data)
    if not path.exists():
        raise NoStore(str(path))
    store = open_store(path, clock)
    try:
        if store.read_only is not None:
            raise store.read_only
        yield store
    finally:
        store.close()


def restore(data: Path, backup: Path, clock: Clock) -> Restored:
    """Bring a backup back where no window is open; a window uses ``StorageThread.restore``. Raises StoreTrouble."""
    from app.store.restoring import restore_store

    return restore_store(store_path(data), named_backup(data, backup), clock)


def named_backup(data: Path, backup: Path) -> Path:
    """The file itself, or the one of that name among the backups."""
    among = backups_of(data) / backup
    return among if among.is_file() and not backup.is_file() else backup


def copy_to_this_computer(source: Path, data: Path) -> Path:
    """A store that lies on a stick, on a network drive or in a synced folder, copied into the data folder.

    Raises StoreTrouble: InUse where a store is there already.
    """
    from app.store.restoring import copy_store

    copy_store(source, store_path(data))
    return store_path(data)


def clock_trouble(store: Store, now: datetime.datetime) -> StoreTrouble | None:
    """A job for the storage thread: whether this computer's clock is wrong, which papers would show as their date."""
    from app.store.trouble import ClockBehind

    last = store.last_change()
    is_behind = now.date() < BUILT or (last is not None and now < last - _A_DAY)
    return ClockBehind() if is_behind else None


BUILT = datetime.date(2026, 11, 24)
"""The day of this version; no computer's clock can honestly be before it."""
_A_DAY = datetime.timedelta(days=1)
