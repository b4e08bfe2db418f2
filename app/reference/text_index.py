"""Full-text search in short texts, in memory: words to documents, rare words count more. Knows no grammar."""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from app.reference.code_list import folded


class Found(NamedTuple):
    """A document that holds some of what was asked for."""

    document: int
    score: float
    coverage: float
    """The share of the asked words that it holds, 1 for all."""


class TextIndex:
    """Documents as words with weights. Filled once, then only read; one may be shared by threads."""

    def __init__(self) -> None:
        self._holders: dict[str, dict[int, float]] = {}
        self._lengths: list[float] = []

    def add(self, texts: Mapping[str, float]) -> None:
        """Add the next document: its texts, each with the weight of a word in it."""
        number, length = len(self._lengths), 0.0
        for text, weight in texts.items():
            for word in words_of(text):
                holders = self._holders.setdefault(word, {})
                holders[number] = max(holders.get(number, 0.0), weight)
                length += weight
        self._lengths.append(length)

    def words(self) -> Iterable[str]:
        """All words, in the form in which they are looked up."""
        return self._holders

    def search(self, asked: Sequence[Sequence[str]], limit: int) -> list[Found]:
        """The best documents. Each entry of ``asked`` is one thing asked for, as the words that may stand for it; a
        word that ends in ``*`` stands for all that begin so.
        """
        scores: dict[int, float] = {}
        held: dict[int, int] = {}
        for alternatives in asked:
            for document, score in self._best(alternatives).items():
                scores[document] = scores.get(document, 0.0) + score
                held[document] = held.get(document, 0) + 1
        found = (Found(n, self._fair(score, n) * held[n] ** 2, held[n] / len(asked)) for n, score in scores.items())
        return sorted(found, key=lambda hit: (-hit.score, hit.document))[:limit]

    def held(self, document: int, alternatives: Sequence[str]) -> str | None:
        """The first of the words that the document holds, written out where one ends in ``*``; None where none."""
        for word in alternatives:
            for known in self._beginning(word[:-1]) if word.endswith("*") else (word,):
                if document in self._holders.get(known, {}):
                    return known
        return None

    def _best(self, alternatives: Sequence[str]) -> dict[int, float]:
        best: dict[int, float] = {}
        for at, word in enumerate(alternatives):
            for known in self._beginning(word[:-1]) if word.endswith("*") else (word,):
                holders = self._holders.get(known, {})
                rarity = math.log(1 + len(self._lengths) / (1 + len(holders)))
                # What a person wrote counts a little more than what it may mean besides.
                value = rarity * (1.0 if at == 0 and known == word.rstrip("*") else _MEANT_BESIDES)
                for document, weight in holders.items():
                    best[document] = max(best.get(document, 0.0), value * weight)
        return best

    def _beginning(self, start: str) -> Sequence[str]:
        first = bisect.bisect_left(self._sorted, start)
        last = bisect.bisect_left(self._sorted, start + "\uffff")
        return self._sorted[first : min(last, first + _MOST_ENDINGS)]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._holders)

    def _fair(self, score: float, document: int) -> float:
        """A long text holds many words by chance."""
        return score / (1 + _LENGTH_COUNTS * self._lengths[document])


_MEANT_BESIDES = 0.85
_LENGTH_COUNTS = 0.02
_MOST_ENDINGS = 60


def words_of(text: str) -> list[str]:
    """The words of a text as they are looked up: without accents, capitals and an English plural's ending."""
    return [_singular(word) for word in re.findall(r"[a-z0-9]+", folded(text)) if len(word) > 1]


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
