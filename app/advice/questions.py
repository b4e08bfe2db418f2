"""Yes or no about a shipment: what was answered, else what words and HS codes of the goods tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from app.advice.book import Question
from app.advice.facts import Fact
from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.paths import value_at
from app.domain.shipment import Shipment


def answer(question: Question, figures: Figures) -> Fact:
    """The question as a fact with the code ``yes`` or ``no``; open where it is worth asking."""
    shipment = figures.shipment
    asks = question.path or question.settled_by
    if question.settled_by and said(shipment, question.settled_by):
        return Fact(asks, frozenset({"no"}))
    told = said(shipment, question.path) if question.path else None
    if told or _is_told(question, figures.goods):
        return Fact(asks, frozenset({told or "yes"}))
    is_open = question.ask or any(_is_worth_asking(question, line) for line in figures.goods)
    return Fact(asks, None if is_open else frozenset({"no"}))


def said(shipment: Shipment, path: str) -> str | None:
    """``yes`` or ``no`` as answered; of a field with any other text, whether there is one."""
    value = value_at(shipment, path)
    if value is None:
        return "no" if shipment.answers.get(path) == "none" else None
    return value if value in ("yes", "no") else "yes"


def begins(hs_code: str | None, prefixes: Sequence[str]) -> bool:
    """Whether an HS code lies under one of the prefixes."""
    return bool(hs_code) and str(hs_code).startswith(tuple(prefixes))


def _is_told(question: Question, goods: Sequence[GoodsLine]) -> bool:
    return any(_lies_under(question, line, question.hs_yes) or _says(line, question.words_yes) for line in goods)


def _is_worth_asking(question: Question, line: GoodsLine) -> bool:
    if _says(line, question.words_ask):
        return True
    is_told = question.told_by and getattr(line, question.told_by)
    return not is_told and _lies_under(question, line, question.hs_ask)


def _lies_under(question: Question, line: GoodsLine, prefixes: Sequence[str]) -> bool:
    return begins(line.hs_code, prefixes) and not begins(line.hs_code, question.hs_not)


def _says(line: GoodsLine, words: tuple[str, ...]) -> bool:
    return bool(words) and any(_pattern(words).search(text) for text in _texts(line))


def _texts(line: GoodsLine) -> Iterator[str]:
    texts = (line.description, line.own_description, line.species, line.composition, line.type)
    return (text for text in texts if text)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
