"""Dates, in the several ways people type them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind, Misread, Reading, quoted
from app.words import Language, Message, Text

MONTHS: tuple[Text, ...] = (
    *(Text("Januari", "January"), Text("Februari", "February"), Text("Maret", "March"), Text("April", "April")),
    *(Text("Mei", "May"), Text("Juni", "June"), Text("Juli", "July"), Text("Agustus", "August")),
    *(Text("September", "September"), Text("Oktober", "October"), Text("November", "November")),
    Text("Desember", "December"),
)
EARLIEST, LATEST = 1900, 2199
"""Years that a date in trade can have; anything else is a slip of the key."""

_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2}|[A-Za-z]+)\.?,? ?[-/. ] ?([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.? ([0-9]{1,2}),? ([0-9]{4})")
_WEEKDAY = re.compile(
    r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Date(Kind[datetime.date]):
    """A day: 2 Desember 2026, 2/12/2026, 02-12-26, 2026-12-02, December 2, 2026. The day comes before the month."""

    name = "date"
    stored = datetime.date

    def read(self, text: str, at: Circumstances) -> Reading[datetime.date] | Misread:
        spaced = " ".join(text.split())
        weekday = _WEEKDAY.match(spaced)
        parts = _parts(spaced[weekday.end() :] if weekday else spaced)
        if parts is None:
            return Misread(Message("kinds.not_a_date", {"text": quoted(text)}))
        year, month, day = parts
        try:
            value = datetime.date(year, month, day)
        except ValueError:
            return Misread(Message("kinds.no_such_day", {"text": quoted(text)}))
        if not EARLIEST <= year <= LATEST:
            return Misread(Message("kinds.no_such_day", {"text": quoted(text)}))
        return Reading(value)

    def write(self, value: datetime.date, at: Circumstances) -> str:
        return f"{value.day:02d}-{value.month:02d}-{value.year:04d}"

    def shower(self, at: Circumstances, values: list[datetime.date]) -> Callable[[datetime.date], str]:
        language = at.language
        return lambda value: long_date(value, language)


def long_date(value: datetime.date, language: Language) -> str:
    """The day with its month as a word: "2 December 2026"."""
    return f"{value.day} {MONTHS[value.month - 1].into(language)} {value.year}"


def later(day: datetime.date, days: int) -> datetime.date:
    """The day so many days later; the calendar's first or last day where it would leave it."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day as typed; the day may not exist."""
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _DAY_FIRST.fullmatch(text):
        month = _month(match[2])
        return (_year(match[3]), month, int(match[1])) if month is not None else None
    if match := _MONTH_FIRST.fullmatch(text):
        month = _month(match[1])
        return (int(match[3]), month, int(match[2])) if month is not None else None
    return None


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    wanted = _ALIASES.get(text.casefold(), text.casefold())
    if len(wanted) < 3:
        return None
    named = (any(name.casefold().startswith(wanted) for name in names) for names in MONTHS)
    return next((number for number, fits in enumerate(named, start=1) if fits), None)


# Short forms and old spellings that are no beginning of a month's name.
_ALIASES = dict.fromkeys(("peb", "pebr", "pebruari"), "februari")
_ALIASES |= dict.fromkeys(("agt", "ags", "agst"), "agustus") | dict.fromkeys(("nop", "nopember"), "november")
