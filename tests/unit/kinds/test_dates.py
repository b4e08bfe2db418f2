"""Days as people type them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kinds.date import MONTHS, Date, long_date
from app.kinds.kind import Misread, Reading
from app.words import LANGUAGES, Language
from tests.unit.kinds.every_kind import AT, BOTH


@pytest.mark.parametrize(
    "text",
    [
        *("2 Desember 2026", "2 December 2026", "2 DES 2026", "2 Des. 2026", "02-Dec-26", "2-12-2026", "02/12/26"),
        *("2.12.2026", "2 12 2026", "2026-12-02", "2026/12/2", "2026.12.02", "2 - 12 - 2026", "December 2, 2026"),
        *("Dec. 2 2026", "des 2, 2026", "Rabu, 2 Desember 2026", "Wednesday, 2 December 2026", "rabu 2-12-2026"),
        *("2 Desember, 2026", "2\u00a0Desember\u00a02026", "  2   Desember \n 2026 ", "\u200e2/12/2026"),
    ],
)
def test_one_day_is_read_from_many_ways_of_typing_it(text: str) -> None:
    assert Date().parse(text, AT) == Reading(datetime.date(2026, 12, 2))


@pytest.mark.parametrize(
    ("short", "month"),
    [
        *(("jan", 1), ("peb", 2), ("pebruari", 2), ("feb", 2), ("febr", 2), ("mar", 3), ("mrt", None), ("apr", 4)),
        *(("mei", 5), ("may", 5), ("jun", 6), ("jul", 7), ("agt", 8), ("ags", 8), ("agu", 8), ("agust", 8), ("aug", 8)),
        *(("sep", 9), ("sept", 9), ("okt", 10), ("oct", 10), ("nov", 11), ("nop", 11), ("nopember", 11), ("des", 12)),
        *(("dec", 12), ("ju", None), ("ma", None), ("x", None), ("januarius", None)),
    ],
)
def test_months_are_known_by_their_usual_short_forms(short: str, month: int | None) -> None:
    read = Date().parse(f"3 {short} 2026", AT)
    assert (read.value.month if isinstance(read, Reading) else None) == month


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_read_by_its_full_name(month: int, language: Language) -> None:
    name = MONTHS[month - 1].into(language)
    assert Date().parse(f"28 {name.upper()} 2026", AT) == Reading(datetime.date(2026, month, 28))


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
@settings(max_examples=100)
def test_a_day_is_read_from_what_a_paper_shows(day: datetime.date) -> None:
    for at in BOTH:
        assert Date().parse(Date().show(day, at), at) == Reading(day)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "31-02-2026",
            "29-02-2027",
            "30 Februari 2026",
            "31-04-2026",
            "0-1-2026",
            "1-0-2026",
            "1-13-2026",
            "12/31/2026",
        ),
        *("1-1-0000", "1-1-1899", "1-1-2200", "2026-02-30"),
    ],
)
def test_a_day_that_no_calendar_has_is_told_as_such(text: str) -> None:
    read = Date().parse(text, AT)
    assert isinstance(read, Misread)
    assert read.message.id == "kinds.no_such_day"
    assert text in read.message.into("id")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "besok",
            "2026",
            "Desember 2026",
            "2-12",
            "02122026",
            "2-12-026",
            "2026-12-02T00:00",
            "٢-١٢-٢٠٢٦",
            "2 XII 2026",
        ),
        *("2 Desember 2026 jam 9", "Someday, 2 Desember 2026"),
    ],
)
def test_what_is_no_date_is_told_how_dates_are_written(text: str) -> None:
    read = Date().parse(text, AT)
    assert isinstance(read, Misread)
    assert read.message.id == "kinds.not_a_date"


def test_two_digits_of_a_year_are_of_this_century() -> None:
    assert Date().parse("1-1-00", AT) == Reading(datetime.date(2000, 1, 1))
    assert Date().parse("1-1-99", AT) == Reading(datetime.date(2099, 1, 1))


def test_a_29_february_is_read_in_leap_years() -> None:
    assert Date().parse("29 Feb 2028", AT) == Reading(datetime.date(2028, 2, 29))


def test_a_stored_year_that_is_no_year_of_trade_is_a_misread() -> None:
    assert isinstance(Date().check(datetime.date(2, 12, 26), AT), Misread)
    assert Date().check(datetime.date(2026, 12, 2), AT) is None


def test_a_paper_shows_the_month_as_a_word() -> None:
    day = datetime.date(2026, 8, 1)
    assert [long_date(day, language) for language in LANGUAGES] == ["1 Agustus 2026", "1 August 2026"]
