"""Money: amounts and prices. The currency stands in a field of its own; the circumstances bring it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Misread, Reading
from app.kinds.measures import Number


@dataclass(frozen=True)
class Amount(Number):
    """A sum of money, printed with its currency's decimals (two while the currency is unknown)."""

    name = "amount"
    currency_path: str = "currency"
    """Where the currency of this amount stands."""

    def read(self, text: str, at: Circumstances) -> Reading[Decimal] | Misread:
        return super().read(_without_currency(text, at), at)

    def _decimals(self, at: Circumstances, values: list[Decimal]) -> int:
        return max(currency_decimals(at), super()._decimals(at, values))


@dataclass(frozen=True)
class UnitPrice(Amount):
    """The price of one unit; it may be finer than the currency's smallest coin."""

    name = "unit_price"


def currency_decimals(at: Circumstances) -> int:
    """Digits after the point of an amount in the circumstances' currency."""
    entry = at.lists.currencies.find(at.currency) if at.currency else None
    return int(entry.facts["decimals"]) if entry else 2


def _without_currency(text: str, at: Circumstances) -> str:
    """``text`` without a currency sign or code around the number; "Rp 1.250.000,-" is how rupiah are written."""
    bare = text.removesuffix(",-").strip()
    head, _, tail = bare.partition(" ")
    if tail and (head.upper() in at.lists.currencies.entries or head in _SIGNS):
        return tail.strip()
    rest, _, last = bare.rpartition(" ")
    if rest and last.upper() in at.lists.currencies.entries:
        return rest.strip()
    return next((bare.removeprefix(sign).strip() for sign in _SIGNS if bare.startswith(sign)), bare)


_SIGNS = ("Rp.", "Rp", "US$", "A$", "S$", "$", "€", "£", "¥")
