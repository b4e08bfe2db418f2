"""Identifiers known by their shape: SWIFT, EORI, document types; and ways to reach somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading, quoted
from app.words import Message, same


@dataclass(frozen=True)
class Shaped(Kind[str]):
    """Letters and digits in a fixed shape, kept in capitals and without blanks."""

    shape: ClassVar[str] = ""
    complaint: ClassVar[str] = ""
    """The message that says what the shape is."""

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        compact = self._compact(text)
        if re.fullmatch(self.shape, compact):
            return Reading(compact)
        return Misread(Message(self.complaint, {"text": quoted(text)}))

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": f"^(?:{self.shape})$"}

    def _compact(self, text: str) -> str:
        return re.sub(r"\s", "", text).upper()


@dataclass(frozen=True)
class Swift(Shaped):
    """A bank's SWIFT code or BIC, ISO 9362: 8 or 11 characters."""

    name = "swift"
    shape = r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?"
    complaint = "kinds.swift_shape"

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        country = read.value[4:6]
        if at.lists.countries.find(country):
            return None
        return Doubt(Message("kinds.swift_country", {"text": quoted(value), "country": same(country)}))


@dataclass(frozen=True)
class Eori(Shaped):
    """An EU or UK trader's customs number: two letters of a country, then up to 15 letters and digits."""

    name = "eori"
    shape = r"[A-Z]{2}[A-Z0-9]{1,15}"
    complaint = "kinds.eori_shape"

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        country = read.value[:2]
        if country in _EORI_COUNTRIES:
            return None
        return Doubt(Message("kinds.eori_country", {"text": quoted(value), "country": same(country)}))


@dataclass(frozen=True)
class FormId(Shaped):
    """The id of a document type."""

    name = "form_id"
    shape = r"[a-z][a-z0-9_]{0,59}"
    complaint = "kinds.form_shape"

    def _compact(self, text: str) -> str:
        return text


@dataclass(frozen=True)
class Phone(Shaped):
    """A telephone number, kept as typed: buyers dial it as it stands. One without a country's code is Indonesian."""

    name = "phone"
    shape = r"\+?[0-9(][0-9 ()./-]{3,30}[0-9](?: ?(?:[Ee][Xx][Tt]|[Xx])\.? ?[0-9]{1,6})?"
    complaint = "kinds.phone_shape"

    def _compact(self, text: str) -> str:
        return " ".join(text.split())

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        return None if _can_be_dialled(read.value) else Doubt(Message("kinds.phone_unusual", {"text": quoted(value)}))


@dataclass(frozen=True)
class Email(Shaped):
    """An e-mail address, kept as typed. By shape only: a mail server knows more."""

    name = "email"
    shape = r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+"
    complaint = "kinds.email_shape"

    def _compact(self, text: str) -> str:
        return text.strip()


def _can_be_dialled(number: str) -> bool:
    """Whether the country's code exists and numbers of that length do. Not whether somebody has it."""
    import phonenumbers  # 35 ms, paid only where a number is looked at

    try:
        found = phonenumbers.is_possible_number_with_reason(phonenumbers.parse(number, "ID"))
    except phonenumbers.NumberParseException:
        return False
    return found == phonenumbers.ValidationResult.IS_POSSIBLE


# The 27 states of the European Union, Great Britain, and XI for Northern Ireland (EU customs, looked at 2026-11-24).
_EORI_COUNTRIES = frozenset(
    {
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU"),
        *("LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "GB", "XI"),
    }
)
