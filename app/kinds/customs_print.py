"""Values as Indonesian customs prints them, whatever the paper's language: its own dates and quantities (ruling 39)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from app.kinds.circumstances import Circumstances
from app.kinds.date import Date
from app.kinds.measures import Number

MOST_DECIMALS = 4
"""Quantities and weights of the export declaration have no finer ones (schema of BC 3.0 v0.5.28)."""


@dataclass(frozen=True)
class DeclaredNumber(Number):
    """A quantity, weight or volume: 1200.0000, a point and four decimals, thousands together."""

    name = "declared_number"
    most_decimals: ClassVar[int] = MOST_DECIMALS

    def shower(self, at: Circumstances, values: list[Decimal]) -> Callable[[Decimal], str]:
        return lambda value: f"{value:z.{MOST_DECIMALS}f}"


@dataclass(frozen=True)
class DeclaredDate(Date):
    """A day in figures: 02-12-2026."""

    name = "declared_date"

    def shower(self, at: Circumstances, values: list[datetime.date]) -> Callable[[datetime.date], str]:
        return lambda value: self.write(value, at)
