"""Money: amounts and prices. The currency stands in a field of its own; the circumstances bring it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Misread, Reading, quoted
from app.kinds.measures import Number
from app.words import Message, same


@dataclass(frozen=True)
class Amount(Number):
    """A sum of money, printed with its currency's decimals (two while the currency is unknown)."""

    name = "amount"
    currency_path: str = "currency"
    """Where the currency of this amount stands."""

    def read(self, text: str, at: Circumstances) -> Reading[Decimal] | Misread:
        bare, code = _apart(text, at)
        if code and at.currency and code != at.currency:
            return Misread(Message("kinds.other_currency", {"text": quoted(text), "currency": same(at.currency)}))
        return super().read(bare or text, at)

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


def _apart(text: str, at: Circumstances) -> tuple[str, str | None]:
    """The number in ``text`` and the currency written before or behind it; "Rp 1.250.000,-" is how rupiah are written.

    The currency is None where there is none, and where its sign is that of many (``$``).
    """
    bare, code = text.removesuffix(",-").rstrip(), None
    upper = "".join(c.upper() if c.isascii() else c for c in bare)
    codes = at.lists.currencies.entries if any(c.isalpha() for c in upper[:1] + upper[-1:]) else {}
    signs = _SIGNS | {c: c for c in (upper[:3], upper[-3:]) if c in codes}
    if before := next((sign for sign in signs if upper.startswith(sign)), None):
        bare, code = bare[len(before) :], signs[before]
    elif behind := next((sign for sign in signs if upper.endswith(sign)), None):
        bare, code = bare[: -len(behind)], signs[behind]
    return bare.strip().removesuffix(",-"), code


# Longer signs first: RMB also begins with RM, and US$ ends in $.
_SIGNS: dict[str, str | None] = {
    "RP.": "IDR",
    "RP": "IDR",
    "RMB": "CNY",
    "RM": "MYR",
    "US$": "USD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "A$": "AUD",
    "S$": "SGD",
    "$": None,
    "€": "EUR",
    "£": "GBP",
    "¥": None,
}
