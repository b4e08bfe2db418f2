"""What a value depends on besides itself: today, the language, the code lists, the currency of bare amounts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, Self

from app.reference.lists import Lists
from app.words import Language


class Teller(Protocol):
    """Tells what the program thinks of a shipment, for the paper that prints it. Every row is texts in ``language``."""

    def problems(self, shipment: Any, at: Circumstances) -> Sequence[Sequence[str]]:
        """Of each problem: how grave, where, what to do, both figures compared, the reason for which it is accepted."""

    def papers(self, shipment: Any, at: Circumstances) -> Sequence[Sequence[str]]:
        """Of each paper: its name, when, whether it is needed, why or what decides, who issues it."""

    def rules_off(self, at: Circumstances) -> Sequence[Sequence[str]]:
        """Of each rule that is switched off: its id and the reason."""

    def lists(self, at: Circumstances) -> Sequence[Sequence[str]]:
        """Of each code list that was looked into: its title, edition and source."""


@dataclass(frozen=True)
class Circumstances:
    """Handed to kinds, derived values, rules and papers, so that none of them fetches it from the air."""

    today: datetime.date
    language: Language
    lists: Lists
    currency: str | None = None
    """ISO 4217 code that amounts without one of their own are in; None while unanswered."""
    teller: Teller | None = field(default=None, compare=False)
    """None where nobody prints what the program thinks."""

    def in_currency(self, currency: str | None) -> Self:
        """The same, with amounts in ``currency``."""
        return replace(self, currency=currency)

    def in_language(self, language: Language) -> Self:
        """The same, in ``language``."""
        return replace(self, language=language)
