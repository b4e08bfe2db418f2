"""Numbers as people type them, as they are printed, and how far they may go."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, product, zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kinds.kind import Kind, Misread, Reading
from app.kinds.measures import Count, Days, ExchangeRate, Length, Number, Percent, Quantity, Volume, Weight
from app.kinds.number import FRACTION_DIGITS, WHOLE_DIGITS, normal, printed, read_number
from tests.unit.kinds.every_kind import AT, BOTH


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250,50", "1250.50"),
        ("1250.50", "1250.50"),
        ("1250,5", "1250.5"),
        ("1,250.50", "1250.50"),
        ("1 250,50", "1250.50"),
        ("1 250 000.5", "1250000.5"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250.000,000001", "1250000.000001"),
        ("12.50", "12.5"),
        ("0,250", "0.25"),
        ("0.250", "0.25"),
        (",5", "0.5"),
        (".5", "0.5"),
        ("007", "7"),
        ("0", "0"),
        ("5,00000000", "5"),
        ("\u00a01\u00a0250,50\u00a0", "1250.50"),
        ("\u202d1250\u202c", "1250"),
    ],
)
def test_a_number_is_read_in_either_way_of_writing(text: str, value: str) -> None:
    read = Number().parse(text, AT)
    assert read == Reading(Decimal(value), None)


@pytest.mark.parametrize(
    ("text", "value", "said_id", "said_en"),
    [
        ("1.250", "1250", "seribu dua ratus lima puluh", "one thousand two hundred and fifty"),
        ("1,250", "1.25", "satu koma dua lima", "one point two five"),
        ("12.000", "12000", "dua belas ribu", "twelve thousand"),
        ("999,999", "999.999", "sembilan ratus sembilan puluh sembilan koma sembilan", "point nine nine nine"),
    ],
)
def test_what_could_be_two_numbers_is_read_the_indonesian_way_and_said(
    text: str, value: str, said_id: str, said_en: str
) -> None:
    read = Number().parse(text, AT)
    assert isinstance(read, Reading)
    assert read.value == Decimal(value)
    assert read.note is not None
    assert said_id in read.note.into("id")
    assert said_en in read.note.into("en")


@pytest.mark.bar("I5")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1_000", "not_a_number"),
        ("1e300000", "not_a_number"),
        ("1e3", "not_a_number"),
        ("NaN", "not_a_number"),
        ("Infinity", "not_a_number"),
        ("٣", "not_a_number"),
        ("²", "not_a_number"),
        ("½", "not_a_number"),
        ("12.50.00", "not_a_number"),
        ("0.250.000", "not_a_number"),
        ("0,250,000", "not_a_number"),
        ("0.250,5", "not_a_number"),
        ("1250.000,5", "not_a_number"),
        ("1250 000", "not_a_number"),
        ("12 50", "not_a_number"),
        ("5,", "not_a_number"),
        (",", "not_a_number"),
        ("--5", "not_a_number"),
        ("-x", "not_a_number"),
        ("-5", "negative"),
        ("\u2212 1.250,50", "negative"),
        ("1" * (WHOLE_DIGITS + 1), "number_too_long"),
        ("0,1234567", "too_many_decimals"),
    ],
)
def test_what_is_no_number_of_trade_is_told_why(text: str, message: str) -> None:
    read = Number().parse(text, AT)
    assert isinstance(read, Misread)
    assert read.message.id == f"kinds.{message}"


def test_the_longest_number_is_still_read() -> None:
    longest = "9" * WHOLE_DIGITS + "," + "9" * FRACTION_DIGITS
    assert read_number(longest) == Reading(Decimal(longest.replace(",", ".")))
    assert read_number("000" + longest + "000") == read_number(longest)


@pytest.mark.bar("I5")
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_reading_agrees_with_a_model_that_knows_no_patterns(count: int) -> None:
    """All ways of putting points and commas between pieces of digits: 8,000 texts."""
    digits = ("", "0", "12", "250", "0250", "1234567") if count < 5 else ("1", "250", "05")
    for pieces in product(digits, repeat=count):
        for marks in product(".,", repeat=count - 1):
            _compare("".join(chain.from_iterable(zip_longest(pieces, marks, fillvalue=""))))


@given(st.from_regex(r"[0-9]{1,17}([.,][0-9]{1,8})?", fullmatch=True, alphabet="0123456789.,"))
@settings(max_examples=200)
def test_reading_agrees_with_the_model_up_to_the_limits(text: str) -> None:
    _compare(text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Weight(), "1.250,5 kg", "1250.5"),
        (Weight(), "12KGS", "12"),
        (Volume(), "17,429 m3", "17.429"),
        (Volume(), "17,4 m³", "17.4"),
        (Volume(), "17,4 CBM", "17.4"),
        (Length(), "60cm", "60"),
        (Percent(), "30 %", "30"),
        (Percent(), "30 persen", "30"),
        (Days(), "60 hari", "60"),
        (Quantity(), "1,50", "1.5"),
        (ExchangeRate(), "16.250,1234", "16250.1234"),
    ],
)
def test_the_unit_of_the_field_may_be_typed_behind_the_number(kind: Kind[Decimal], text: str, value: str) -> None:
    read = kind.parse(text, AT)
    assert isinstance(read, Reading)
    assert read.value == Decimal(value)


def test_a_unit_without_a_number_is_quoted_as_typed() -> None:
    read = Weight().parse("kg", AT)
    assert isinstance(read, Misread)
    assert read.message.into("en").endswith("Typed: kg")


def test_a_count_takes_no_decimals_but_zeros_after_the_comma() -> None:
    read = Count().parse("12,5", AT)
    assert isinstance(read, Misread)
    assert read.message.id == "kinds.not_a_whole_number"
    assert Count().parse("12,00", AT) == Reading(Decimal(12))


@pytest.mark.parametrize(
    ("kind", "value", "id_form", "en_form"),
    [
        (Weight(), "1250", "1.250,0", "1,250.0"),
        (Weight(), "0.125", "0,125", "0.125"),
        (Volume(), "1250.5", "1.250,500", "1,250.500"),
        (Count(), "1250", "1.250", "1,250"),
        (ExchangeRate(), "16250", "16.250,0000", "16,250.0000"),
        (Number(), "999999999999999.999999", "999.999.999.999.999,999999", "999,999,999,999,999.999999"),
    ],
)
def test_numbers_are_shown_in_the_way_of_the_language(
    kind: Kind[Decimal], value: str, id_form: str, en_form: str
) -> None:
    assert [kind.show(Decimal(value), at) for at in BOTH] == [id_form, en_form]


def test_a_column_shows_all_its_numbers_with_equal_decimals() -> None:
    values = [Decimal(1), Decimal("2.5"), Decimal("1250.125")]
    show = Weight().shower(AT, values)
    assert [show(value) for value in values] == ["1,000", "2,500", "1.250,125"]
    assert Weight().shower(AT, [])(Decimal(1)) == "1,0"


def test_three_decimals_are_written_as_they_are_and_noted_as_they_are_meant() -> None:
    """An exporter's 1,234 m3 stays 1,234: another zero would claim a finer measurement."""
    value = Decimal("1.234")
    assert Volume().write(value, AT) == "1,234"
    read = Volume().parse("1,234", AT)
    assert isinstance(read, Reading)
    assert read.value == value
    assert read.note is not None
    assert "satu koma dua tiga empat" in read.note.into("id")


@given(st.integers(-(10**40), 10**40), st.integers(-30, 30))
@settings(max_examples=300)
def test_the_normal_form_is_exact_and_plain(digits: int, exponent: int) -> None:
    value = Decimal(f"{digits}e{exponent}")
    short = normal(value)
    assert short == value
    assert int(short.as_tuple().exponent) <= 0
    assert "." not in f"{short:f}" or not f"{short:f}".endswith("0")


def test_nothing_is_printed_with_a_minus_before_zero() -> None:
    assert [printed(Decimal(zero), 1, "en") for zero in ("-0", "0", "-0.04")] == ["0.0"] * 3


def _compare(text: str) -> None:
    read, expected = read_number(text), _model(text)
    if expected is None:
        assert isinstance(read, Misread), text
    else:
        assert isinstance(read, Reading), text
        assert (read.value, read.note is not None) == expected, text


def _model(text: str) -> tuple[Decimal, bool] | None:
    """Value and whether it could be another; None where it is no number within bounds."""
    marks = [letter for letter in text if letter in ".,"]
    pieces = text.replace(",", ".").split(".")
    grouped = (
        len(pieces) > 1
        and 1 <= len(pieces[0]) <= 3
        and not pieces[0].startswith("0")
        and all(len(piece) == 3 for piece in pieces[1:])
    )
    if not marks:
        return _bounded(text, "", ambiguous=False)
    if len(marks) == 1:
        if marks == ["."] and grouped:
            return _bounded("".join(pieces), "", ambiguous=True)
        return _bounded(pieces[0] or "0", pieces[1], ambiguous=grouped) if pieces[1] else None
    if len(set(marks)) == 1:
        return _bounded("".join(pieces), "", ambiguous=False) if grouped else None
    *before, last = pieces
    thousands = 1 <= len(before[0]) <= 3 and before[0][0] != "0" and all(len(piece) == 3 for piece in before[1:])
    apart = len(set(marks[:-1])) == 1 and marks[-1] != marks[0]
    return _bounded("".join(before), last, ambiguous=False) if thousands and apart and last else None


def _bounded(whole: str, fraction: str, *, ambiguous: bool) -> tuple[Decimal, bool] | None:
    if not whole or len(whole.lstrip("0")) > 15 or len(fraction.rstrip("0")) > 6:
        return None
    return Decimal(int(whole)) + Decimal(int(fraction or "0")).scaleb(-len(fraction)), ambiguous
