"""Reading ``resources/advice``: strict shapes, and every name in it must lead somewhere."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from app.advice.book import Book, Condition, Paper, Question, Rule, Scheme, Step
from app.advice.facts import CERTIFICATES, FACTS
from app.catalog.declared import DeclarationError, Reader, read_toml, shaped
from app.domain.fields import fields

FACTS_FILE, PAPERS_FILE, ORIGIN_FILE = "facts.toml", "all_papers.toml", "origin.toml"
RULES_FILES = (
    "rules_transport.toml",
    "rules_terms.toml",
    "rules_places.toml",
    "rules_goods.toml",
    "rules_packing.toml",
)


class _Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    looked_at: datetime.date
    areas: dict[str, frozenset[str]]
    days: dict[str, int]
    rates: dict[str, dict[str, tuple[Decimal, Decimal]]]
    question: dict[str, Question]


class _Papers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    looked_at: datetime.date
    step: tuple[Step, ...]
    paper: dict[str, Paper]


class _Schemes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    looked_at: datetime.date
    scheme: tuple[Scheme, ...]


class _Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    looked_at: datetime.date
    rule: tuple[Rule, ...]


def built_in_advice() -> Traversable:
    """The folder that came with the program."""
    return files("resources") / "advice"


def read_book(root: Traversable, read: Reader = read_toml) -> Book:
    """Everything in the folder. Raises DeclarationError, naming file and key, where a name leads nowhere."""
    facts = shaped(read(root / FACTS_FILE, FACTS_FILE), _Facts, FACTS_FILE)
    papers = shaped(read(root / PAPERS_FILE, PAPERS_FILE), _Papers, PAPERS_FILE)
    origin = shaped(read(root / ORIGIN_FILE, ORIGIN_FILE), _Schemes, ORIGIN_FILE)
    rules = {name: shaped(read(root / name, name), _Rules, name) for name in RULES_FILES}
    days = [facts.looked_at, papers.looked_at, origin.looked_at, *(table.looked_at for table in rules.values())]
    book = Book(
        looked_at=min(days),
        rules=tuple(rule for table in rules.values() for rule in table.rule),
        papers=papers.paper,
        steps=papers.step,
        schemes=tuple(sorted(origin.scheme, key=lambda scheme: scheme.order)),
        questions=facts.question,
        areas=facts.areas,
        days=facts.days,
        rates=facts.rates,
    )
    for problem in (*_wrong_papers(book), *_wrong_questions(book), *_wrong_schemes(book), *_wrong_rules(book)):
        raise DeclarationError(problem)
    return book


def _wrong_papers(book: Book) -> Iterator[str]:
    steps = {step.id for step in book.steps}
    for paper_id, paper in book.papers.items():
        if paper.step not in steps:
            yield f"{PAPERS_FILE}: paper.{paper_id}.step: there is no step {paper.step!r}"


def _wrong_questions(book: Book) -> Iterator[str]:
    for name, question in book.questions.items():
        for path in (question.path, question.settled_by):
            if path and (path not in fields() or "*" in path):
                yield f"{FACTS_FILE}: question.{name}: there is no single field {path!r}"
        if question.told_by and f"goods.*.{question.told_by}" not in fields():
            yield f"{FACTS_FILE}: question.{name}.told_by: a goods line has no {question.told_by!r}"


def _wrong_schemes(book: Book) -> Iterator[str]:
    for scheme in book.schemes:
        if scheme.paper not in book.papers:
            yield f"{ORIGIN_FILE}: {scheme.key}.paper: there is no paper {scheme.paper!r}"
        yield from (f"{ORIGIN_FILE}: {scheme.key}.dest: {text}" for text in _unknown_areas(book, scheme.dest))


def _wrong_rules(book: Book) -> Iterator[str]:
    for rule in book.rules:
        for paper in rule.papers():
            if paper not in book.papers:
                yield f"rule {rule.id}: there is no paper {paper!r}"
        if rule.question and rule.question not in fields():
            yield f"rule {rule.id}.question: there is no field {rule.question!r}"
        if rule.perhaps and not (rule.ask or rule.question):
            yield f"rule {rule.id}.perhaps: nothing says what decides"
        for condition in rule.when:
            yield from (f"rule {rule.id}.when: {text}" for text in _wrong_condition(book, condition))


def _wrong_condition(book: Book, condition: Condition) -> Iterator[str]:
    if condition.fact not in {*FACTS, *book.questions, CERTIFICATES}:
        yield f"there is no fact {condition.fact!r}"
    bounds = (condition.at_most, condition.above, condition.at_least)
    said = (condition.one_of, condition.is_not, condition.says, *(bound is not None for bound in bounds))
    if sum(map(bool, said)) != 1:
        yield f"{condition.fact} takes one comparison"
    try:
        re.compile(condition.says)
    except re.error as wrong:
        yield f"{condition.says!r} is no regular expression: {wrong}"
    yield from _unknown_areas(book, (*condition.one_of, *condition.is_not))


def _unknown_areas(book: Book, codes: tuple[str, ...]) -> Iterator[str]:
    for code in codes:
        if code.startswith("@") and code[1:] not in book.areas:
            yield f"there is no area {code!r}"
