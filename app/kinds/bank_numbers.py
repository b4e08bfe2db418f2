"""The international number of a bank account (IBAN), with its check digits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stdnum import iban
from stdnum.exceptions import ValidationError

from app.kinds.circumstances import Circumstances
from app.kinds.identifiers import Shaped
from app.kinds.kind import Doubt, Misread, quoted
from app.words import Message, same


@dataclass(frozen=True)
class Iban(Shaped):
    """An account abroad, ISO 13616: a country's two letters, two check digits, the account; printed in fours.
    Indonesian banks have none.
    """

    name = "iban"
    shape = r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"
    complaint = "kinds.iban_shape"

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: " ".join(value[at : at + 4] for at in range(0, len(value), 4))

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        expected = iban.calc_check_digits(read.value)
        if read.value[2:4] != expected:
            return Doubt(Message("kinds.iban_check", {"text": quoted(value), "d": same(expected)}))
        try:
            iban.validate(read.value, check_country=False)
        except ValidationError:
            country = same(read.value[:2])
            return Doubt(Message("kinds.iban_length", {"text": quoted(value), "country": country}))
        return None
