"""Finding codes as people type them: code, Indonesian or English name, synonym, anywhere in the word, typos last."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from app.reference.code_list import CodeList, Entry, folded, spellings

Why = Literal["code", "name", "start", "word", "part", "typo"]
"""How an entry was found, best first: its code, a whole name, its beginning, a word's beginning, inside, a typo."""
ORDER: tuple[Why, ...] = ("code", "name", "start", "word", "part", "typo")

FEWEST = 3
"""Typos are looked for where fewer entries than this were found without them."""


class Hit(NamedTuple):
    """One code that may be meant."""

    entry: Entry
    why: Why


class Finder:
    """A code list made ready for searching. Holds no query; one may be shared by threads."""

    def __init__(self, codes: CodeList) -> None:
        self.codes = codes

    def make_ready(self) -> None:
        """Do now what the first query would have to wait for."""
        _ = self._text, self._words

    def find(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """The best ``limit`` entries in which every word of ``query`` stands, best first; the first ones of the list
        where nothing was typed.
        """
        wanted = folded(query)
        if not wanted:
            return tuple(Hit(entry, "part") for entry in list(self.codes.entries.values())[:limit])
        hits = self._holding(wanted, limit)
        if len(hits) < FEWEST:
            known = {hit.entry.code for hit in hits}
            meant = self._words.corrected(wanted)
            more = self._holding(meant, limit) if meant and meant != wanted else ()
            hits += tuple(Hit(hit.entry, "typo") for hit in more if hit.entry.code not in known)
        return hits[:limit]

    def _holding(self, wanted: str, limit: int) -> tuple[Hit, ...]:
        words = wanted.split()
        # Codes and names that begin so first: of a letter or two UN/LOCODE has more places than can be ranked at once.
        near = dict.fromkeys([*self._with(f"\n{wanted}"), *self._with(max(words, key=len))])
        rows = ((at, self._rows[at]) for at in near)
        found = ((at, row) for at, row in rows if all(word in row.everything for word in words))
        ranked = sorted((*_rank(wanted, row), at) for at, row in found)
        return tuple(Hit(self._rows[at].entry, ORDER[order]) for order, _, at in ranked[:limit])

    def _with(self, part: str) -> Iterator[int]:
        """The numbers of the first rows that hold ``part``. One search in one long text is ten times as fast as one in
        each row.
        """
        text, starts = self._text
        at = text.find(part)
        for _ in range(_MOST_RANKED):
            if at < 0:
                return
            row = bisect.bisect_right(starts, at) - 1
            yield row
            at = text.find(part, starts[row + 1])

    @cached_property
    def _text(self) -> tuple[str, Sequence[int]]:
        """All rows behind each other, and where each begins; one more for the end."""
        starts = [0, *itertools.accumulate(len(row.everything) for row in self._rows)]
        return "".join(row.everything for row in self._rows), starts

    @cached_property
    def _rows(self) -> Sequence[_Row]:
        return [_row(entry) for entry in self.codes.entries.values()]

    @cached_property
    def _words(self) -> Vocabulary:
        return Vocabulary(word for row in self._rows for name in row.names for word in re.findall(r"\w+", name))


class Vocabulary:
    """The different words of many texts, to look up what a mistyped one was meant to be. Words of fewer letters than
    ``shortest`` are taken as they are: among short ones every second is near another. Of words up to ``strict`` letters
    only a letter may be missing.
    """

    def __init__(self, words: Iterable[str], shortest: int = 4, strict: int = 0) -> None:
        self._shortest, self._strict = shortest, strict
        self._words = sorted({word for word in words if len(word) >= shortest})

    def corrected(self, text: str) -> str:
        """``text`` with each long enough word replaced by the known one that is nearest, where one is
        near; words that are known, or begin a known one, stay.
        """
        return " ".join(self._nearest(word) for word in text.split())

    def _nearest(self, word: str) -> str:
        at = bisect.bisect_left(self._words, word)
        begins_one = at < len(self._words) and self._words[at].startswith(word)
        if len(word) < self._shortest or begins_one:
            return word
        from rapidfuzz import fuzz, process  # 13 ms, paid only where nothing fits as it was typed

        alike = _NEARLY_ALIKE if len(word) <= self._strict else _ALIKE
        found = process.extractOne(word, self._words, scorer=fuzz.ratio, score_cutoff=alike)
        return found[0] if found else word


# Of a hundred: one wrong letter in five, two in nine. Measured on the queries of the tests; lower brings strangers.
_ALIKE = 74
# Four letters of five; another letter in a word of four makes 75 and mostly another word.
_NEARLY_ALIKE = 88
_MOST_RANKED = 2000


class _Row(NamedTuple):
    entry: Entry
    code: str
    names: tuple[str, ...]
    everything: str


def _row(entry: Entry) -> _Row:
    code, names = folded(entry.code), tuple(dict.fromkeys(folded(name) for name in spellings(entry)))
    return _Row(entry, code, names, "".join(f"\n{name}" for name in (code, *names)))


def _rank(wanted: str, row: _Row) -> tuple[int, int]:
    """The place in ``ORDER``, and how much longer than the query the name is that fits."""
    if wanted == row.code:
        return ORDER.index("code"), 0
    best = min((_rank_of(wanted, name), len(name)) for name in row.names)
    if row.code.startswith(wanted):
        return min(best, (ORDER.index("start"), len(row.code)))
    return best


def _rank_of(wanted: str, name: str) -> int:
    if name == wanted:
        return ORDER.index("name")
    if name.startswith(wanted):
        return ORDER.index("start")
    return ORDER.index("word") if re.search(rf"\b{re.escape(wanted)}", name) else ORDER.index("part")
