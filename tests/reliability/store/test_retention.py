"""Which backups stay, over years of use and with clocks that jump."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.store.backup_names import (
    ALWAYS,
    DAYS,
    MONTHS,
    MOST_RECENT,
    RECENT_DAYS,
    WEEKS,
    BackupName,
    read_name,
    superfluous,
)

START = datetime.datetime(2024, 1, 1, 8, tzinfo=datetime.UTC)
YEARS = 3
MOST = ALWAYS + 2 * (RECENT_DAYS + DAYS + WEEKS + MONTHS)
GAPS = st.sampled_from([1, 3, 24, 24, 48, 72, 72, 24 * 9, 24 * 40])
"""Hours between two backups."""
JUMPS = st.tuples(st.integers(0, 400), st.floats(-10, 10))
"""From which backup on the clock is wrong, and by how many years."""


def history(gaps: list[int], jumps: list[tuple[int, float]]) -> list[BackupName]:
    """Three years of backups, as their names say."""
    at, names, offsets = START, list[BackupName](), dict(jumps)
    wrong = 0.0
    for number, gap in enumerate(itertools.cycle(gaps), start=1):
        at += datetime.timedelta(hours=gap)
        if at > START + datetime.timedelta(days=365 * YEARS) or number > 900:
            return names
        wrong = offsets.get(number, wrong)
        shown = at + datetime.timedelta(days=365 * wrong)
        names.append(BackupName(number, shown.date(), shown.time(), 1))
    return names


def kept_of(names: list[BackupName]) -> list[BackupName]:
    """What is there at the end, when old ones were cleared away after each new one."""
    kept: list[BackupName] = []
    for name in names:
        kept.append(name)
        gone = superfluous(kept)
        assert name not in gone
        kept = [one for one in kept if one not in gone]
    return kept


@pytest.mark.bar("S8")
@settings(max_examples=200)
@given(st.lists(GAPS, min_size=1, max_size=12), st.lists(JUMPS, max_size=3))
def test_the_newest_stay_whatever_the_clock_says(gaps: list[int], jumps: list[tuple[int, float]]) -> None:
    names = history(gaps, jumps)
    kept = kept_of(names)
    assert set(names[-ALWAYS:]) <= set(kept)
    assert len(kept) <= MOST + 24 * RECENT_DAYS


@pytest.mark.bar("S8")
@settings(max_examples=60)
@given(st.lists(GAPS, min_size=1, max_size=12))
def test_with_an_honest_clock_two_days_twelve_days_ten_weeks_and_nine_months_stay(gaps: list[int]) -> None:
    names = history(gaps, [])
    kept = kept_of(names)
    days = list(dict.fromkeys(name.day for name in reversed(names)))
    assert {name for name in names if name.day in days[:RECENT_DAYS]} <= set(kept)
    seen = {name.day for name in kept}
    assert set(days[: RECENT_DAYS + DAYS]) <= seen
    weeks, months = [day.isocalendar()[:2] for day in days], [(day.year, day.month) for day in days]
    assert set(list(dict.fromkeys(weeks))[:WEEKS]) <= {day.isocalendar()[:2] for day in seen}
    assert set(list(dict.fromkeys(months))[:MONTHS]) <= {(day.year, day.month) for day in seen}


@pytest.mark.bar("S8")
def test_a_clock_that_stands_still_does_not_fill_the_disk() -> None:
    names = [BackupName(n, START.date(), START.time(), 1) for n in range(1, 1001)]
    kept = kept_of(names)
    assert len(kept) == MOST_RECENT
    assert kept[-1] == names[-1]


@pytest.mark.bar("V4")
def test_the_last_backup_of_an_older_shape_stays_for_ever() -> None:
    old = [BackupName(n, START.date(), START.time(), 1) for n in (1, 2)]
    later = [
        BackupName(3 + n, (START + datetime.timedelta(days=n)).date(), START.time(), 2) for n in range(365 * YEARS)
    ]
    kept = kept_of([*old, *later])
    assert old[1] in kept
    assert old[0] not in kept


def test_other_files_are_no_backups() -> None:
    name = BackupName(42, START.date(), datetime.time(10, 42), 1)
    assert str(name) == "000042-20240101-1042-v1.db"
    assert read_name(str(name)) == name
    for text in (
        "000042-20240101-1042-v1.db.part",
        "42-20240101-1042-v1.db",
        "000042-20241301-1042-v1.db",
        ".part-1",
        "",
    ):
        assert read_name(text) is None
