"""Indonesian tax and identity numbers: NPWP and NIK.

An NPWP has 16 digits: a 0 before the old 15 for firms, the NIK for persons (PMK 112/2022 art. 2). The check digit is
that of the old number's first nine digits (Luhn). Nothing here refuses a number of the right length: offices issue more
than the notes know of (looked at 2026-11-24).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from stdnum import luhn

from app.kinds.circumstances import Circumstances
from app.kinds.digits import Digits
from app.kinds.kind import Doubt, Misread, Reading
from app.words import Message, same


@dataclass(frozen=True)
class Npwp(Digits):
    """Nomor Pokok Wajib Pajak, kept as 16 digits; an old one of 15 gets its 0."""

    name = "npwp"
    lengths = (15, 16)

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        read = super().read(text, at)
        return Reading(read.value.zfill(16), read.note) if isinstance(read, Reading) else read

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        if value.zfill(16).startswith("0"):
            fits = luhn.is_valid(value.zfill(16)[1:10])
            return None if fits else Doubt(Message("kinds.npwp_check", {"text": same(value)}))
        return None if is_nik_shaped(value) else Doubt(Message("kinds.npwp_unusual", {"text": same(value)}))

    def _wrong_length(self, length: int) -> Message:
        return Message("kinds.npwp_length", {"m": same(str(length))})


@dataclass(frozen=True)
class Nik(Digits):
    """Nomor Induk Kependudukan, the number of a person: 16 digits with the date of birth inside."""

    name = "nik"
    lengths = (16,)

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        return None if is_nik_shaped(value) else Doubt(Message("kinds.nik_shape", {"text": same(value)}))


def is_nik_shaped(digits: str) -> bool:
    """Whether digits 7 to 12 are a date of birth (a woman's day has 40 added) and the serial is not 0000."""
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    # A leap year stands in for the unknown century, so that a 29 February is never called wrong.
    century = 2000 if year % 4 == 0 else 1900
    try:
        datetime.date(century + year, month, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return digits[12:] != "0000"
