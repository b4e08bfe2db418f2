"""What a backup is called: ``000042-20261124-1042-v1.db``, what its copy in a second place, and which of many
backups are no longer needed.

The order is that of the numbers. A clock that jumps changes a name, never the order.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

RECENT_DAYS = 2
"""Days of which every backup is kept: the last ones on which there was any."""
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Before those, one backup a day, then one a week, then one a month."""
ALWAYS = 10
"""The newest ones, which stay whatever the clock said when they were made."""
MOST_RECENT = 200
"""A clock that says the same day for ever must not fill the disk."""


class BackupName(NamedTuple):
    """The parts of a backup's name."""

    number: int
    """Counts up; given once."""
    day: datetime.date
    time: datetime.time
    """What the clock on the wall said."""
    schema: int
    """The shape of the tables inside."""

    def __str__(self) -> str:
        return f"{self.number:06d}-{self.day:%Y%m%d}-{self.time:%H%M}-v{self.schema}.db"


class CopyName(NamedTuple):
    """The parts of the name of a copy in a second place, ``siap-ekspor-20261124-1042-v1.db``: what it is of, first."""

    day: datetime.date
    time: datetime.time
    schema: int
    again: int = 1
    """The second of the same minute is called ``…-v1-2.db``."""

    def __str__(self) -> str:
        again = f"-{self.again}" if self.again > 1 else ""
        return f"siap-ekspor-{self.day:%Y%m%d}-{self.time:%H%M}-v{self.schema}{again}.db"


def read_name(text: str) -> BackupName | None:
    """The parts of a file's name; None where it is no backup's."""
    found = _NAME.fullmatch(text)
    if found is None:
        return None
    number, day, time, schema = found.groups()
    try:
        return BackupName(int(number), datetime.date.fromisoformat(day), datetime.time.fromisoformat(time), int(schema))
    except ValueError:
        return None


def superfluous(names: Iterable[BackupName]) -> set[BackupName]:
    """Those that may go. The newest never is among them, nor the last one of an older shape of the tables."""
    newest_first = sorted(names, reverse=True)
    kept = {*newest_first[:ALWAYS], *{name.schema: name for name in reversed(newest_first)}.values()}
    last_days = list(dict.fromkeys(name.day for name in newest_first))[:RECENT_DAYS]
    kept |= set([name for name in newest_first if name.day in last_days][:MOST_RECENT])
    thinned = {name for name in newest_first if name.day in last_days}
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        # Counted from where the finer ones end; the last of a week is the last of its day, so that none is missed.
        finer = len({period(name) for name in thinned})
        thinned = set(_last_of_each(newest_first, period)[: finer + count])
        kept |= thinned
    return set(newest_first) - kept


def _last_of_each(newest_first: list[BackupName], period: Callable[[BackupName], object]) -> list[BackupName]:
    last: dict[object, BackupName] = {}
    for name in newest_first:
        last.setdefault(period(name), name)
    return list(last.values())


def _day(name: BackupName) -> object:
    return name.day


def _week(name: BackupName) -> object:
    return name.day.isocalendar()[:2]


def _month(name: BackupName) -> object:
    return name.day.year, name.day.month


_NAME = re.compile(r"(\d{6,9})-(\d{8})-(\d{4})-v(\d{1,4})\.db", re.ASCII)
