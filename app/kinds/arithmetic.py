"""Exact sums and products of answers: open where one is open, never rounded by the way.

The standard context keeps 28 digits; a quantity times a price may have 42 (15 before and 6 after the point, each).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from functools import cache

EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    """The sum of two answers."""
    return None if a is None or b is None else EXACT.add(a, b)


def times(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    """The product of two answers."""
    return None if a is None or b is None else EXACT.multiply(a, b)


def total(parts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of answers; None where there are none."""
    found: Decimal | None = None
    for n, part in enumerate(parts):
        if part is None:
            return None
        found = EXACT.add(found, part) if n and found is not None else part
    return found


def rounded(value: Decimal, decimals: int) -> Decimal:
    """``value`` rounded to ``decimals``, halves away from zero as invoices are."""
    return value.quantize(_step(decimals), rounding=ROUND_HALF_UP, context=EXACT)


@cache
def _step(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)
