"""Identifiers made of digits only: HS code, NIB, NITKU suffix."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading, quoted
from app.words import Message, same

SEPARATORS = re.compile(r"[\s.\-/]")


@dataclass(frozen=True)
class Digits(Kind[str]):
    """So many digits, typed with or without dots, blanks and hyphens."""

    lengths: ClassVar[tuple[int, ...]] = ()
    """How many digits there may be."""

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        digits = SEPARATORS.sub("", text)
        if not (digits.isascii() and digits.isdigit()):
            return Misread(Message("kinds.digits_only", {"text": quoted(text)}))
        if len(digits) not in self.lengths:
            return Misread(self._wrong_length(len(digits)))
        return Reading(digits)

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": "|".join(f"^[0-9]{{{n}}}$" for n in self.lengths)}

    def _wrong_length(self, length: int) -> Message:
        wanted = " / ".join(str(n) for n in self.lengths)
        return Message("kinds.wrong_length", {"n": same(wanted), "m": same(str(length))})


@dataclass(frozen=True)
class HsCode(Digits):
    """The Indonesian tariff's 8 digits (BTKI 2022, HS 2022); printed 6403.99.90."""

    name = "hs_code"
    lengths = (8,)

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: f"{value[:4]}.{value[4:6]}.{value[6:]}" if len(value) == 8 else value


@dataclass(frozen=True)
class ForeignHsCode(Digits):
    """The tariff code in the country of destination: 6 to 12 digits, as its importer gives it."""

    name = "foreign_hs_code"
    lengths = (6, 7, 8, 9, 10, 11, 12)


@dataclass(frozen=True)
class Nib(Digits):
    """Nomor Induk Berusaha, the business number of OSS: 13 digits without a public check digit."""

    name = "nib"
    lengths = (13,)

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        found = super().check(value, at)
        return Doubt(Message("kinds.nib_zeros")) if found is None and not value.strip("0") else found


@dataclass(frozen=True)
class Nitku(Digits):
    """The 6 digits behind an NPWP that name a place of business; 000000 is the head office."""

    name = "nitku"
    lengths = (6,)

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        """As all digits; of the whole 22 that the tax office prints, the last 6, with a note."""
        digits = SEPARATORS.sub("", text)
        if len(digits) != _WHOLE_NITKU or not (digits.isascii() and digits.isdigit()):
            return super().read(text, at)
        own = digits[-6:]
        return Reading(own, Message("kinds.nitku_of_whole", {"text": same(digits), "own": same(own)}))


_WHOLE_NITKU = 22
"""An NPWP of 16 digits and the 6 of the place."""
