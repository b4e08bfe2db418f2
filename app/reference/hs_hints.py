"""Hints on export bans, permits and duties by the beginning of an HS code: an orientation, never the official list.

Whoever shows them ends with INSW, also where there is none: what we know of is little, and rules change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from app.reference.code_list import Entry
from app.reference.lists import Lists
from app.words import Text

HintKind = Literal["ban", "permit", "duty", "paper", "ask", "destination"]
"""Prohibited, perhaps in part; a permit; export duty; a health or plant certificate; to be asked; a rule abroad."""
KINDS: tuple[HintKind, ...] = get_args(HintKind)
"""The gravest first."""
HintCertainty = Literal["official", "secondary", "general"]
"""Seen in an official text; in press or handbooks; general knowledge of the trade."""
CERTAINTIES: tuple[HintCertainty, ...] = get_args(HintCertainty)


class Hint(NamedTuple):
    """Something to look at before goods with this code are exported."""

    id: str
    text: Text
    kind: HintKind
    authority: str
    """Who decides; "" where nobody in Indonesia does."""
    certainty: HintCertainty
    basis: Text
    """The rule or source it stands on; empty for what is only general knowledge."""
    date: str
    """When we last looked at it, as YYYY-MM-DD."""


class HsHints:
    """All hints, looked up by code."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    def for_code(self, code: str) -> tuple[Hint, ...]:
        """What may concern goods with these six or eight digits, the gravest first; a hint on a part of them too."""
        concerned = ((fitting, hint) for fitting, left_out, hint in self._all if not code.startswith(left_out))
        found = ((hint, prefix) for fitting, hint in concerned for prefix in fitting if _fits(prefix, code))
        nearest = sorted(found, key=lambda pair: (KINDS.index(pair[0].kind), -len(pair[1])))
        return tuple(dict.fromkeys(hint for hint, _ in nearest))

    @cached_property
    def _all(self) -> list[tuple[tuple[str, ...], tuple[str, ...], Hint]]:
        codes = self._lists.hs_hints
        return [
            (tuple(prefixes(entry)), tuple(left_out(entry)), _hint(entry, codes.date))
            for entry in codes.entries.values()
        ]


def prefixes(entry: Entry) -> Iterator[str]:
    """The beginnings of codes that an entry is about; 0601-0603 stands for three."""
    yield from _numbers(part for part in entry.facts["hs"].split("|") if not part.startswith("!"))


def left_out(entry: Entry) -> Iterator[str]:
    """The beginnings of codes that it is not about although a shorter one of it fits: ``!441911`` is of bamboo."""
    yield from _numbers(part[1:] for part in entry.facts["hs"].split("|") if part.startswith("!"))


def _numbers(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        first, _, last = part.partition("-")
        for number in range(int(first), int(last or first) + 1):
            yield str(number).zfill(len(first))


def _fits(prefix: str, code: str) -> bool:
    return code.startswith(prefix) or prefix.startswith(code)


def _hint(entry: Entry, date: str) -> Hint:
    facts = entry.facts
    kind = next(known for known in KINDS if known == facts["kind"])
    certainty = next(known for known in CERTAINTIES if known == facts["certainty"])
    basis = Text(facts["dasar"] or facts["basis"], facts["basis"])
    return Hint(entry.code.lower(), entry.name, kind, facts["authority"], certainty, basis, date)
