"""Numbers with a unit that the field fixes: weight, volume, length, percent, days; and bare numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading
from app.kinds.number import FRACTION_DIGITS, WHOLE_DIGITS, decimals_of, normal, printed, read_number
from app.words import Message, same


@dataclass(frozen=True)
class Number(Kind[Decimal]):
    """A number that is not negative, in no particular unit."""

    name = "number"
    stored = Decimal
    least_decimals: ClassVar[int] = 0
    """Digits after the point that are printed even when they are zero."""
    most_decimals: ClassVar[int] = FRACTION_DIGITS
    unit_words: ClassVar[tuple[str, ...]] = ()
    """The unit as people type it behind the number; it is dropped."""

    def read(self, text: str, at: Circumstances) -> Reading[Decimal] | Misread:
        read = read_number(self._without_unit(text) or text)
        if isinstance(read, Reading) and decimals_of(read.value) > self.most_decimals:
            return Misread(Message(self._too_fine(), {"n": same(str(self.most_decimals))}))
        return read

    def write(self, value: Decimal, at: Circumstances) -> str:
        plain = f"{normal(value):f}"
        return plain.replace(".", ",")

    def shower(self, at: Circumstances, values: list[Decimal]) -> Callable[[Decimal], str]:
        decimals, language = self._decimals(at, values), at.language
        return lambda value: printed(value, decimals, language)

    def check(self, value: Decimal, at: Circumstances) -> Misread | Doubt | None:
        # Bounds first: written out, 1E+999999999 would take gigabytes.
        if value.is_finite() and value and value.adjusted() >= WHOLE_DIGITS:
            return Misread(Message("kinds.number_too_long", {"n": same(str(WHOLE_DIGITS))}))
        if decimals_of(normal(value)) > FRACTION_DIGITS:
            return Misread(Message("kinds.too_many_decimals", {"n": same(str(FRACTION_DIGITS))}))
        return super().check(value, at)

    def schema(self) -> dict[str, Any]:
        fraction = rf"(\.[0-9]{{1,{self.most_decimals}}})?" if self.most_decimals else ""
        return super().schema() | {"pattern": rf"^[0-9]{{1,{WHOLE_DIGITS}}}{fraction}$"}

    def _decimals(self, at: Circumstances, values: list[Decimal]) -> int:
        return max(self.least_decimals, *map(decimals_of, map(normal, values))) if values else self.least_decimals

    def _too_fine(self) -> str:
        return "kinds.too_many_decimals" if self.most_decimals else "kinds.not_a_whole_number"

    def _without_unit(self, text: str) -> str:
        for word in self.unit_words:
            if text.casefold().endswith(word):
                return text[: -len(word)].rstrip()
        return text


@dataclass(frozen=True)
class Quantity(Number):
    """How many of the field's unit: 1.200, 2,5."""

    name = "quantity"


@dataclass(frozen=True)
class Count(Number):
    """A whole number of things: packages, originals, pieces of paper."""

    name = "count"
    most_decimals = 0


@dataclass(frozen=True)
class Days(Count):
    """A number of days."""

    name = "days"
    unit_words = ("hari", "days", "day")


@dataclass(frozen=True)
class Weight(Number):
    """Kilograms; printed with one decimal at least."""

    name = "weight"
    least_decimals = 1
    unit_words = ("kilogram", "kgs", "kg")


@dataclass(frozen=True)
class Volume(Number):
    """Cubic metres; printed with three decimals."""

    name = "volume"
    least_decimals = 3
    unit_words = ("m3", "m³", "cbm")


@dataclass(frozen=True)
class Length(Number):
    """Centimetres."""

    name = "length"
    unit_words = ("cm",)


@dataclass(frozen=True)
class Percent(Number):
    """A share of a hundred: 30 means 30 %."""

    name = "percent"
    unit_words = ("%", "persen", "percent")


@dataclass(frozen=True)
class ExchangeRate(Number):
    """Rupiah for one unit of the foreign currency; printed with four decimals as customs prints it."""

    name = "exchange_rate"
    least_decimals = 4
