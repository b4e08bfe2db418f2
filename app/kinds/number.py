"""Reading and printing numbers for all kinds that are numbers. Knows no unit and no currency.

A number is read as Indonesians write it (``1.250,50``); the English way is understood where it can mean nothing else.
Whatever could be read in two ways is read the Indonesian way and comes with a note that says so.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from app.kinds.arithmetic import EXACT
from app.kinds.kind import Misread, Reading, quoted
from app.kinds.number_words import number_in_words
from app.words import Language, Message, Text, same

WHOLE_DIGITS = 15
FRACTION_DIGITS = 6
"""A number has at most so many digits before and after the point (architecture 3): nothing in trade needs more."""

_GROUPED_DOT = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_GROUPED_COMMA = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+")
_PLAIN = re.compile(r"[0-9]+")
_INDONESIAN = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]*),([0-9]+)")
_ENGLISH = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]*)\.([0-9]+)")
_BLANK_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?=[.,]|$)")
_MINUS = ("-", "\u2212")


def read_number(text: str) -> Reading[Decimal] | Misread:
    """The number that ``text`` says, never negative; a Misread says why there is none."""
    minus = text.startswith(_MINUS)
    found = _digits(_without_blanks(text[1:].lstrip() if minus else text))
    if found is None or minus:
        return Misread(Message("kinds.negative" if found else "kinds.not_a_number", {"text": quoted(text)}))
    whole, fraction, ambiguous = found
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    if len(whole) > WHOLE_DIGITS:
        return Misread(Message("kinds.number_too_long", {"n": same(str(WHOLE_DIGITS))}))
    if len(fraction) > FRACTION_DIGITS:
        return Misread(Message("kinds.too_many_decimals", {"n": same(str(FRACTION_DIGITS))}))
    value = Decimal(f"{whole}.{fraction}" if fraction else whole)
    return Reading(value, _note(text, value) if ambiguous else None)


def _digits(text: str) -> tuple[str, str, bool] | None:
    """Digits before the point, digits after it, and whether another reading was possible."""
    if _PLAIN.fullmatch(text):
        return text, "", False
    if _GROUPED_DOT.fullmatch(text):
        return text.replace(".", ""), "", text.count(".") == 1
    if text.count(",") > 1 and _GROUPED_COMMA.fullmatch(text):
        return text.replace(",", ""), "", False
    if match := _INDONESIAN.fullmatch(text):
        return match[1].replace(".", "") or "0", match[2], bool(_GROUPED_COMMA.fullmatch(text))
    if match := _ENGLISH.fullmatch(text):
        return match[1].replace(",", "") or "0", match[2], False
    return None


def _without_blanks(text: str) -> str:
    match = _BLANK_GROUPS.match(text)
    return match[0].replace(" ", "") + text[match.end() :] if match else text


def _note(text: str, value: Decimal) -> Message:
    spoken = Text(number_in_words(value, "id"), number_in_words(value, "en"))
    return Message("kinds.read_as", {"text": quoted(text), "words": spoken})


def decimals_of(value: Decimal) -> int:
    """How many digits stand after the point."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def normal(value: Decimal) -> Decimal:
    """The number written the one way: no trailing zeros, no exponent, no minus zero.

    >>> normal(Decimal("1250.500")), normal(Decimal("1E+3")), normal(Decimal("-0.0"))
    (Decimal('1250.5'), Decimal('1000'), Decimal('0'))
    """
    if not value:
        return Decimal(0)
    if not value.is_finite():
        return value
    short = value.normalize(EXACT)
    return short.quantize(Decimal(1), context=EXACT) if int(short.as_tuple().exponent) > 0 else short


@lru_cache(maxsize=65536)
def printed(value: Decimal, decimals: int, language: Language) -> str:
    """``value`` with grouped thousands and ``decimals`` digits after the point, in the way of ``language``.

    >>> printed(Decimal("1250.5"), 2, "id"), printed(Decimal("1250.5"), 2, "en")
    ('1.250,50', '1,250.50')
    """
    english = f"{value:z,.{decimals}f}"
    return english if language == "en" else english.translate(_SWAPPED)


_SWAPPED = str.maketrans(",.", ".,")
