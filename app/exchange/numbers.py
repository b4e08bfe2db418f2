"""How a column writes its numbers, and what stands around them: units, currencies.

The column decides what one number alone leaves open: beside 1,250.50 a 1.250 has decimals, beside 12,5 thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from app.kinds.kind import tidied
from app.reference.code_list import CodeList

Style = Literal["id", "en"]
"""``1.250,50`` or ``1,250.50``."""


class Parts(NamedTuple):
    """The number inside a text, and what was written around it."""

    number: str
    before: str = ""
    after: str = ""


class Spelling(NamedTuple):
    """How a column writes: the way it shows, and whether it shows both."""

    style: Style | None
    is_mixed: bool = False


def parts_of(text: str) -> Parts:
    """``120 prs`` taken apart; the number is "" where there is none or more than one."""
    match = _NUMBER.fullmatch(" ".join(tidied(text).split()))
    if match is None:
        return Parts("")
    return Parts(match[2].replace(" ", "").replace("'", ""), match[1].strip(), match[3].strip(" .") if match[3] else "")


def spelling_of(texts: Iterable[str]) -> Spelling:
    """What the unmistakable numbers among ``texts`` show."""
    shown = {style for text in texts if (number := parts_of(text).number) and (style := style_of(number))}
    return Spelling(shown.pop() if len(shown) == 1 else None, len(shown) > 1)


def style_of(number: str) -> Style | None:
    """The one way in which a number can be read; None for plain digits and where there are two or none."""
    dots, commas = number.count("."), number.count(",")
    if not dots + commas or _EITHER.fullmatch(number):
        return None
    ways: tuple[Style, ...] = ("id", "en")
    possible = [style for style in ways if plain_number(number, style) is not None]
    return possible[0] if len(possible) == 1 else None


def is_open(number: str) -> bool:
    """Whether ``1.250`` or ``1,250`` stands there, which the number alone does not decide."""
    return _EITHER.fullmatch(number) is not None


def plain_number(number: str, style: Style) -> str | None:
    """The number as the kinds read it without a doubt: digits and a decimal comma. None where it is none."""
    group, point = (".", ",") if style == "id" else (",", ".")
    whole, _, fraction = number.partition(point)
    grouped = group in whole
    if point in fraction or group in fraction or (grouped and not re.fullmatch(rf"\d{{1,3}}(\{group}\d{{3}})+", whole)):
        return None
    digits = whole.replace(group, "") or "0"
    if not digits.isdigit() or (fraction and not fraction.isdigit()):
        return None
    fraction = fraction.rstrip("0")
    return f"{digits},{fraction}" if fraction else digits


def written(number: Decimal) -> str:
    """A number in the way the kinds read without a doubt."""
    return f"{number:f}".replace(".", ",")


def factor(unit: str, measure: str) -> Decimal | None:
    """What a number in ``unit`` is multiplied by: centimetres for ``length``, kilograms for ``weight``; None where
    the unit is not one of them.
    """
    return _FACTORS[measure].get(unit.casefold().strip(" .()[]"))


def unit_in(text: str, units: CodeList) -> str | None:
    """The code of the unit that a text names, also "per pair" and "/pr"."""
    bare = re.sub(r"^(per|/|@)\s*", "", text.strip(" .()[]"), flags=re.IGNORECASE)
    return units.meant_by(bare) if bare else None


_NUMBER = re.compile(
    r"([^\d]*?)"
    r"((?<!\w)-?\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?|-?[.,]?\d[\d.,]*(?<![.,]))"
    r"(?:,-)?"
    r"([^\d]*(?:m3|m²|m³)?)"
)
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_CENTIMETRES = {
    "1": ("", "cm", "cms", "centimeter", "centimetre", "sentimeter"),
    "0.1": ("mm", "milimeter", "millimetre", "millimeter"),
    "100": ("m", "mtr", "meter", "metre"),
    "2.54": ("inch", "inches", "in", '"', "inci"),
}
_KILOGRAMS = {
    "1": ("", "kg", "kgs", "kgm", "kilo", "kilogram", "kilograms"),
    "0.001": ("g", "gr", "gram", "grams"),
    "1000": ("ton", "tons", "tonne", "mt"),
    "0.45359237": ("lb", "lbs", "pound", "pounds"),
}
_FACTORS = {
    measure: {word: Decimal(by) for by, words in table.items() for word in words}
    for measure, table in (("length", _CENTIMETRES), ("weight", _KILOGRAMS))
}
