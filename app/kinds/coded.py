"""Codes from a list: typed as code or as name, kept as the code. A code the list lacks is a doubt, never a refusal."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading, quoted
from app.reference.code_list import CodeList
from app.words import Message, same


@dataclass(frozen=True)
class Coded(Kind[str]):
    """A code of one list."""

    shape: ClassVar[str] = r"[A-Z0-9]{2,3}"
    """What a code looks like; anything else must be a name that the list knows."""

    @abstractmethod
    def codes(self, at: Circumstances) -> CodeList:
        """The list the code is of."""

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        codes = self.codes(at)
        if meant := codes.meant_by(text):
            return Reading(meant)
        code = self.compact(text)
        if re.fullmatch(self.shape, code):
            return Reading(code)
        return Misread(Message("kinds.not_in_list", {"text": quoted(text), "list": codes.title}))

    def compact(self, text: str) -> str:
        """``text`` as the code it would be, where it is one."""
        return text.upper()

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        codes, language = self.codes(at), at.language
        return lambda value: codes.named(value).into(language)

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        codes = self.codes(at)
        if codes.find(value):
            return None
        if not re.fullmatch(self.shape, value):
            return Misread(Message("kinds.not_in_list", {"text": quoted(value), "list": codes.title}))
        known = {"text": quoted(value), "list": codes.title, "date": same(codes.day)}
        return Doubt(Message("kinds.unknown_code", known))

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": f"^{self.shape}$"}


@dataclass(frozen=True)
class Country(Coded):
    """A country, ISO 3166-1 with two letters; printed in capitals, as officers read it."""

    name = "country"
    shape = r"[A-Z]{2}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.countries

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        named = super().shower(at, values)
        return lambda value: named(value).upper()


@dataclass(frozen=True)
class Currency(Coded):
    """A currency, ISO 4217 with three letters; printed as its code."""

    name = "currency"
    shape = r"[A-Z]{3}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.currencies

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: value


@dataclass(frozen=True)
class Unit(Coded):
    """A unit of quantity, UN/ECE Recommendation 20; printed as a word, in English in the plural."""

    name = "unit"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.units

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return _plural_shower(self.codes(at), at)


@dataclass(frozen=True)
class PackageKind(Coded):
    """A kind of package, UN/ECE Recommendation 21; printed as a word, in English in the plural."""

    name = "package_kind"
    shape = r"[A-Z0-9]{2}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.packages

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return _plural_shower(self.codes(at), at)


@dataclass(frozen=True)
class Incoterm(Coded):
    """One of the eleven rules of Incoterms 2020; printed as its code."""

    name = "incoterm"
    shape = r"[A-Z]{3}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.incoterms

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: value


@dataclass(frozen=True)
class ContainerType(Coded):
    """Size and type of a container, ISO 6346 (22G1); printed as its code."""

    name = "container_type"
    shape = r"[0-9A-Z]{4}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.container_types

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: value


def _plural_shower(codes: CodeList, at: Circumstances) -> Callable[[str], str]:
    def show(value: str) -> str:
        entry = codes.find(value)
        if entry is None:
            return value
        return entry.name.id if at.language == "id" else entry.facts["en_many"]

    return show
