"""Numbers as words, in Indonesian and English.

Our own, because the libraries err: num2words says "satu juta satu ribu lima ratus" for 1.001.500 and takes an int for
cents, lokal knows rupiah only and drops trailing zeros (both tried 2026-11-24).
"""

from __future__ import annotations

from decimal import Decimal

from app.words import Language

_UNITS_ID = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES_ID = ("", "ribu", "juta", "miliar", "triliun")
_UNITS_EN = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS_EN = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES_EN = ("", "thousand", "million", "billion", "trillion")
_LIMIT = 10**15


def integer_in_words(number: int, language: Language) -> str:
    """A whole number from 0 to 10^15 - 1 in words. Raises ValueError outside.

    >>> integer_in_words(1_001_500, "id"), integer_in_words(30_360, "en")
    ('satu juta seribu lima ratus', 'thirty thousand three hundred and sixty')
    """
    if not 0 <= number < _LIMIT:
        raise ValueError(f"{number} is not between 0 and {_LIMIT - 1}")
    if number == 0:
        return "nol" if language == "id" else "zero"
    return _indonesian(number) if language == "id" else _english(number)


def number_in_words(value: Decimal, language: Language) -> str:
    """A number with its decimals read digit by digit: "seribu koma lima nol"."""
    whole, _, fraction = f"{value:f}".partition(".")
    words = integer_in_words(int(whole), language)
    if not fraction:
        return words
    point = "koma" if language == "id" else "point"
    return " ".join([words, point, *(integer_in_words(int(digit), language) for digit in fraction)])


def _groups(number: int) -> list[tuple[int, int]]:
    """(three digits, their power of a thousand), highest first, empty groups left out."""
    groups, scale = [], 0
    while number:
        number, rest = divmod(number, 1000)
        if rest:
            groups.append((rest, scale))
        scale += 1
    return groups[::-1]


def _indonesian(number: int) -> str:
    return " ".join(_group_id(group, scale) for group, scale in _groups(number)).strip()


def _group_id(group: int, scale: int) -> str:
    return "seribu" if (group, scale) == (1, 1) else f"{_below_1000_id(group)} {_SCALES_ID[scale]}"


def _below_1000_id(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = ["seratus" if hundreds == 1 else f"{_UNITS_ID[hundreds]} ratus"] if hundreds else []
    if rest == 10:
        words.append("sepuluh")
    elif rest == 11:
        words.append("sebelas")
    elif rest < 20:
        words.append(_UNITS_ID[rest % 10] + (" belas" if rest > 11 else ""))
    else:
        words.append(f"{_UNITS_ID[rest // 10]} puluh {_UNITS_ID[rest % 10]}".strip())
    return " ".join(word for word in words if word)


def _english(number: int) -> str:
    groups = _groups(number)
    words = [f"{_below_1000_en(group)} {_SCALES_EN[scale]}".strip() for group, scale in groups]
    # British and trade usage: "one thousand and five", because the last group has no hundreds to carry the "and".
    if len(groups) > 1 and groups[-1][1] == 0 and groups[-1][0] < 100:
        words[-1] = f"and {words[-1]}"
    return " ".join(words)


def _below_1000_en(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    below = _UNITS_EN[rest] if rest < 20 else "-".join(w for w in (_TENS_EN[rest // 10], _UNITS_EN[rest % 10]) if w)
    if not hundreds:
        return below
    return f"{_UNITS_EN[hundreds]} hundred and {below}" if below else f"{_UNITS_EN[hundreds]} hundred"
