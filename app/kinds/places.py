"""Places by code: ports for buyers and for customs, customs offices, provinces and areas of origin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded
from app.kinds.digits import SEPARATORS
from app.reference.code_list import CodeList


@dataclass(frozen=True)
class Port(Coded):
    """A port or airport as UN/LOCODE names it on papers for buyers: IDSUB, NLRTM; printed as its code."""

    name = "port"
    shape = r"[A-Z]{2}[A-Z2-9]{3}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.ports

    def compact(self, text: str) -> str:
        return re.sub(r"\s", "", text).upper()

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: value


@dataclass(frozen=True)
class CustomsPort(Coded):
    """A port as Indonesian customs names it: IDTPE for Tanjung Perak, where UN/LOCODE says IDSUB."""

    name = "customs_port"
    shape = r"[A-Z]{2}[A-Z0-9]{3}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.customs_ports

    def compact(self, text: str) -> str:
        return re.sub(r"\s", "", text).upper()


@dataclass(frozen=True)
class PlaceDigits(Coded):
    """A place numbered by an Indonesian office, typed with or without dots and blanks."""

    def compact(self, text: str) -> str:
        return SEPARATORS.sub("", text)


@dataclass(frozen=True)
class CustomsOffice(PlaceDigits):
    """An office of Indonesian customs: 6 digits, 071500 is Sidoarjo."""

    name = "customs_office"
    shape = r"[0-9]{6}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.customs_offices


@dataclass(frozen=True)
class OriginArea(PlaceDigits):
    """The regency or city the goods come from: 4 digits, 3576 is Kota Mojokerto."""

    name = "origin_area"
    shape = r"[0-9]{4}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.areas


@dataclass(frozen=True)
class Province(PlaceDigits):
    """A province of Indonesia: 2 digits, 35 is Jawa Timur."""

    name = "province"
    shape = r"[0-9]{2}"

    def codes(self, at: Circumstances) -> CodeList:
        return at.lists.provinces
