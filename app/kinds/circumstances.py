"""What a value depends on besides itself: today, the language, the code lists, the currency of bare amounts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Self

from app.reference.lists import Lists
from app.words import Language


@dataclass(frozen=True)
class Circumstances:
    """Handed to kinds, derived values, rules and papers, so that none of them fetches it from the air."""

    today: datetime.date
    language: Language
    lists: Lists
    currency: str | None = None
    """ISO 4217 code that amounts without one of their own are in; None while unanswered."""

    def in_currency(self, currency: str | None) -> Self:
        """The same, with amounts in ``currency``."""
        return replace(self, currency=currency)

    def in_language(self, language: Language) -> Self:
        """The same, in ``language``."""
        return replace(self, language=language)
