"""The international number of a bank account (IBAN), with its check digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from stdnum import iban, numdb
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
        number, said = read.value, {"text": quoted(value), "country": same(read.value[:2])}
        # Length first: with a digit too few, other check digits would be right and the account still wrong.
        length = _length_in(number)
        if length is not None and length != len(number):
            return Doubt(Message("kinds.iban_length", said | {"n": same(str(length)), "m": same(str(len(number)))}))
        expected = iban.calc_check_digits(number)
        try:
            iban.validate(f"{number[:2]}{expected}{number[4:]}", check_country=False)
        except ValidationError:
            return Doubt(Message("kinds.iban_structure", said))
        return None if number[2:4] == expected else Doubt(Message("kinds.iban_check", said | {"d": same(expected)}))


def _length_in(number: str) -> int | None:
    """How long an IBAN of the number's country is; None where the registry has no such country."""
    found = dict(numdb.get("iban").info(number)).get(number[:2], {})
    return 4 + sum(int(part) for part in re.findall(r"[0-9]+", found["bban"])) if "bban" in found else None
