"""HS codes for goods with everything a person is told of them: certainty, alternatives, bans and duties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.reference.hs_hints import Hint, HsHints
from app.reference.hs_search import HsFinder, HsHit
from app.reference.lists import Lists

LONGEST = 200
"""Letters of a query that are looked at: a name of goods is shorter, a pasted contract longer."""


class Suggestion(NamedTuple):
    """One code, and what is known about exporting such goods."""

    hit: HsHit
    hints: tuple[Hint, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it has all eight digits of the Indonesian tariff."""
        return len(self.hit.code) == 8


class HsLookup:
    """Made for one set of lists; slow at its first query, quick after. May be shared by threads."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._finder, self._hints = HsFinder(lists), HsHints(lists)

    def find(self, query: str, limit: int) -> Sequence[Suggestion]:
        """The best codes for what goods are called."""
        return [self._with_hints(hit) for hit in self._finder.find(query[:LONGEST], limit)]

    def known(self, codes: Sequence[str]) -> Sequence[Suggestion]:
        """Codes that the person chose before, as the lists have them now; those they have no more are left out."""
        hits = (self._finder.line(code) for code in codes)
        return [self._with_hints(hit) for hit in hits if hit is not None]

    def _with_hints(self, hit: HsHit) -> Suggestion:
        return Suggestion(hit, self._hints.for_code(hit.code))
