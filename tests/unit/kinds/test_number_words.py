"""Numbers in words, against another library and against what people say."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from app.kinds.number_words import integer_in_words, number_in_words
from app.words import LANGUAGES, Language

LIMIT = 10**15
NUMBERS = (
    st.integers(0, LIMIT - 1)
    | st.integers(0, 10**6)
    | st.builds(lambda millions, rest: millions * 10**6 + 1000 + rest, st.integers(0, 10**9 - 1), st.integers(0, 999))
)


@pytest.mark.parametrize(
    ("number", "id_words", "en_words"),
    [
        (0, "nol", "zero"),
        (1, "satu", "one"),
        (10, "sepuluh", "ten"),
        (11, "sebelas", "eleven"),
        (12, "dua belas", "twelve"),
        (20, "dua puluh", "twenty"),
        (21, "dua puluh satu", "twenty-one"),
        (100, "seratus", "one hundred"),
        (101, "seratus satu", "one hundred and one"),
        (110, "seratus sepuluh", "one hundred and ten"),
        (111, "seratus sebelas", "one hundred and eleven"),
        (1000, "seribu", "one thousand"),
        (1005, "seribu lima", "one thousand and five"),
        (1100, "seribu seratus", "one thousand one hundred"),
        (1105, "seribu seratus lima", "one thousand one hundred and five"),
        (1234, "seribu dua ratus tiga puluh empat", "one thousand two hundred and thirty-four"),
        (2000, "dua ribu", "two thousand"),
        (11_000, "sebelas ribu", "eleven thousand"),
        (21_000, "dua puluh satu ribu", "twenty-one thousand"),
        (30_360, "tiga puluh ribu tiga ratus enam puluh", "thirty thousand three hundred and sixty"),
        (100_000, "seratus ribu", "one hundred thousand"),
        (101_000, "seratus satu ribu", "one hundred and one thousand"),
        (1_000_000, "satu juta", "one million"),
        (1_000_001, "satu juta satu", "one million and one"),
        (1_001_500, "satu juta seribu lima ratus", "one million one thousand five hundred"),
        (1_001_005, "satu juta seribu lima", "one million one thousand and five"),
        (10**9, "satu miliar", "one billion"),
        (10**12, "satu triliun", "one trillion"),
    ],
)
def test_numbers_are_said_as_people_say_them(number: int, id_words: str, en_words: str) -> None:
    assert [integer_in_words(number, language) for language in LANGUAGES] == [id_words, en_words]


def test_the_largest_number_is_said_whole() -> None:
    nines_id = "sembilan ratus sembilan puluh sembilan"
    nines_en = "nine hundred and ninety-nine"
    assert integer_in_words(LIMIT - 1, "id") == " ".join(
        f"{nines_id} {scale}".strip() for scale in ("triliun", "miliar", "juta", "ribu", "")
    )
    assert integer_in_words(LIMIT - 1, "en") == " ".join(
        f"{nines_en} {scale}".strip() for scale in ("trillion", "billion", "million", "thousand", "")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_numbers_agree_with_num2words(language: Language) -> None:
    differing = [n for n in range(2100) if integer_in_words(n, language) != _by_num2words(n, language)]
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=NUMBERS)
@settings(max_examples=400)
def test_numbers_agree_with_num2words(language: Language, number: int) -> None:
    assert integer_in_words(number, language) == _by_num2words(number, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [-1, LIMIT, 10**300])
def test_a_number_beyond_the_words_is_refused(number: int, language: Language) -> None:
    with pytest.raises(ValueError, match="is not between"):
        integer_in_words(number, language)


@pytest.mark.parametrize(
    ("number", "id_words", "en_words"),
    [
        ("1000.10", "seribu koma satu nol", "one thousand point one zero"),
        ("0.5", "nol koma lima", "zero point five"),
        ("1E+3", "seribu", "one thousand"),
        ("1250", "seribu dua ratus lima puluh", "one thousand two hundred and fifty"),
    ],
)
def test_decimals_are_said_digit_by_digit(number: str, id_words: str, en_words: str) -> None:
    assert [number_in_words(Decimal(number), language) for language in LANGUAGES] == [id_words, en_words]


def _by_num2words(number: int, language: Language) -> str:
    """num2words without its commas, and with "seribu" where it says "satu juta satu ribu" (tried 2026-11-24)."""
    words = str(num2words(number, lang=language)).replace(",", "")
    if language == "id" and number // 1000 % 1000 == 1:
        return re.sub(r"\bsatu ribu\b", "seribu", words)
    return words
