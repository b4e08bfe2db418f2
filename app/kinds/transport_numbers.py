"""Numbers of transport: containers, air waybills and ships, each with its check digit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from stdnum import imo, iso6346

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading, quoted
from app.words import Message, same

_SEPARATORS = re.compile(r"[\s.\-/]")


@dataclass(frozen=True)
class ContainerNumber(Kind[str]):
    """A container's number, ISO 6346: owner's four letters, six digits and a check digit (CSQU3054383)."""

    name = "container_no"

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        compact = _SEPARATORS.sub("", text).upper()
        if not re.fullmatch(r"[A-Z]{4}[0-9]{7}", compact):
            return Misread(Message("kinds.container_shape", {"text": quoted(text)}))
        return Reading(compact)

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        expected = iso6346.calc_check_digit(read.value[:-1])
        if read.value[-1] != expected:
            return _wrong_check_digit(value, expected)
        return None if read.value[3] in "UJZ" else Doubt(Message("kinds.container_letter", {"text": quoted(value)}))

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": "^[A-Z]{4}[0-9]{7}$"}


@dataclass(frozen=True)
class AirWaybillNumber(Kind[str]):
    """An air waybill's number: the airline's three digits, seven digits, and those modulo 7 (IATA)."""

    name = "awb_no"

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        compact = _SEPARATORS.sub("", text)
        if not re.fullmatch(r"[0-9]{11}", compact):
            return Misread(Message("kinds.awb_shape", {"text": quoted(text)}))
        return Reading(compact)

    def write(self, value: str, at: Circumstances) -> str:
        return f"{value[:3]}-{value[3:]}"

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: self.write(value, at)

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        expected = str(int(read.value[3:10]) % 7)
        return None if read.value[-1] == expected else _wrong_check_digit(value, expected)

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": "^[0-9]{11}$"}


@dataclass(frozen=True)
class ImoNumber(Kind[str]):
    """A ship's number: seven digits, the last a check digit; printed with IMO before it (IMO 9074729)."""

    name = "imo_no"

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        compact = _SEPARATORS.sub("", text).upper().removeprefix("IMO")
        if not re.fullmatch(r"[0-9]{7}", compact):
            return Misread(Message("kinds.imo_shape", {"text": quoted(text)}))
        return Reading(compact)

    def write(self, value: str, at: Circumstances) -> str:
        return f"IMO {value}"

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        read = self.read(value, at)
        if isinstance(read, Misread):
            return read
        expected = imo.calc_check_digit(read.value[:-1])
        return None if read.value[-1] == expected else _wrong_check_digit(value, expected)

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": "^[0-9]{7}$"}


def _wrong_check_digit(value: str, expected: str) -> Doubt:
    return Doubt(Message("kinds.check_digit", {"text": quoted(value), "d": same(expected)}))
