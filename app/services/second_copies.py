"""Backups in a second place: copied to another drive from time to time, since a laptop that is stolen takes its own
backups with it.

Remembers folder and moment in the store; reminds where work was done since, and a week has gone by.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.services.backups import Clock, opened_for_backup
from app.store.values import SecondCopy

if TYPE_CHECKING:
    from app.store.store import Store

REMIND_AFTER = datetime.timedelta(days=7)
_SETTING = "copies.second_place"


class SecondPlace(NamedTuple):
    """Where the last copy was written, when, and whether it is time for another one."""

    folder: Path | None
    """None where there never was one."""
    day: datetime.date | None
    is_overdue: bool


def second_place(store: Store, now: datetime.datetime) -> SecondPlace:
    """A job for the storage thread: what is known of copies in a second place."""
    folder, at = _remembered(store)
    changed, since = store.last_change(), at or store.begun()
    is_overdue = changed is not None and since is not None and now - since >= REMIND_AFTER
    # What was copied and not changed since is whole in its second place, however long ago that was.
    is_overdue = is_overdue and (at is None or (changed is not None and changed > at))
    return SecondPlace(folder, None if at is None else at.astimezone(now.tzinfo).date(), is_overdue)


def remember_copy(store: Store, copy: SecondCopy) -> None:
    """A job for the storage thread: note where a copy was written, and when. Raises StoreTrouble."""
    store.keep_setting(_SETTING, json.dumps({"folder": str(copy.path.parent), "at": copy.at.isoformat()}))


def copy_to(backup: Path, folder: Path, now: datetime.datetime) -> SecondCopy:
    """Write a copy of a backup into ``folder``, and look it over there. Raises StoreTrouble.

    Slow where the drive is; not to be run on the screen's thread, nor on the one that saves.
    """
    from app.store.second_place import copy_backup

    return copy_backup(backup, folder.absolute(), now)


def back_up_to(data: Path, folder: Path, clock: Clock) -> SecondCopy:
    """Make a backup where no window is open, and copy it into ``folder``. Raises StoreTrouble like ``back_up_now``."""
    with opened_for_backup(data, clock) as store:
        copy = copy_to(store.back_up().path, folder, clock())
        remember_copy(store, copy)
        return copy


def _remembered(store: Store) -> tuple[Path | None, datetime.datetime | None]:
    try:
        told = json.loads(store.setting(_SETTING) or "{}")
        return Path(told["folder"]), datetime.datetime.fromisoformat(told["at"]).astimezone()
    except (KeyError, TypeError, ValueError):
        # Never, or by a newer program in another way: then it is as if there was none.
        return None, None
