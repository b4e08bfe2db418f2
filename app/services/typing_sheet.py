"""A document's values as they are typed into a portal by hand: screen by screen, what to copy, what is typed already.

What was typed is kept with the shipment under the document's own question ``done``: a short sum for each value, so that
a value that changes afterwards is no longer typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from app.catalog.catalog import Catalog
from app.catalog.form import FieldUse, Form, Section
from app.checks.labels import label_of
from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.fields import fields, kind_of
from app.domain.shipment import Shipment
from app.kinds.choice import Choice
from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded
from app.kinds.digits import Digits
from app.kinds.kind import Kind
from app.kinds.measures import Number
from app.render.context import Roots, roots
from app.words import Message, Text, same

DONE, ALL = "done", "*"
"""The document's question that keeps what is typed; what it begins with once everything is."""
_DIGITS = 6


class Fact(NamedTuple):
    """One value to be typed."""

    key: str
    """Where it stands, rows counted from 0."""
    label: Text
    shown: str
    copied: str
    """What the portal wants: the code of a list, a number with a decimal point."""

    @property
    def mark(self) -> str:
        """What is kept of it once it is typed."""
        return hashlib.sha256(f"{self.key}\n{self.copied}".encode()).hexdigest()[:_DIGITS]


class Screen(NamedTuple):
    """One screen of the portal, or one row of its list."""

    title: Text
    facts: tuple[Fact, ...]


def done_path(form: Form) -> str:
    """Where it is kept what is typed."""
    return f"own.{form.id}.{DONE}"


def screens(catalog: Catalog, form: Form, shipment: Shipment, at: Circumstances) -> tuple[Screen, ...]:
    """All screens that have something to type, in the document's order."""
    made = roots(catalog, form, shipment, at, form.language)
    found = (screen for section in form.sections for screen in _of_section(catalog, section, made))
    return tuple(screen for screen in found if screen.facts)


def done(form: Form, shipment: Shipment) -> frozenset[str]:
    """The marks of what is typed."""
    return frozenset(shipment.own.get(form.id, {}).get(DONE, "").split())


def with_done(shown: Sequence[Screen], before: frozenset[str], marks: Sequence[str], *, typed: bool) -> str:
    """What to keep once the values of ``marks`` are typed, or are not any more; others are dropped."""
    known = [fact.mark for screen in shown for fact in screen.facts]
    kept = before | set(marks) if typed else before - set(marks)
    lines = [mark for mark in dict.fromkeys(known) if mark in kept]
    return "\n".join([ALL, *lines] if lines and set(known) <= kept else lines)


def _of_section(catalog: Catalog, section: Section, made: Roots) -> Iterator[Screen]:
    columns: dict[str, list[FieldUse]] = {}
    single = []
    for use in section.fields:
        table, star, _ = use.path.partition(".*.")
        if star:
            columns.setdefault(table, []).append(use)
        elif use.path not in DERIVED_ROWS:
            single.append(use.path)
    for table, uses in columns.items():
        for n, texts in enumerate(made["d"][table]):
            facts = (_in_row(catalog, use.path, n, texts, made["code"][table][n]) for use in uses)
            counted = {"title": section.title.text, "n": same(str(n + 1)), "of": same(str(len(made["d"][table])))}
            yield Screen(Message("sheet.row", counted).text, tuple(fact for fact in facts if fact.shown))
    told = tuple(_fact(catalog, path, path, made["d"][path], made["code"][path], _kind(path)) for path in single)
    yield Screen(section.title.text, tuple(fact for fact in told if fact.shown))


def _in_row(catalog: Catalog, path: str, number: int, texts: dict[str, str], codes: dict[str, str]) -> Fact:
    table, _, column = path.partition(".*.")
    key = f"{table}.{number}.{column}"
    return _fact(catalog, path, key, texts[column], codes[column], _column_kind(table, column))


def _fact(catalog: Catalog, path: str, key: str, text: str, code: str, kind: Kind[Any] | None) -> Fact:
    label = label_of(catalog, path)
    if isinstance(kind, Number) and code:
        return Fact(key, label, text, f"{Decimal(code):f}")
    if isinstance(kind, Digits) and code:
        return Fact(key, label, text, code)
    listed = isinstance(kind, Coded) or (isinstance(kind, Choice) and kind.official)
    if listed and code and code != text:
        return Fact(key, label, f"{code} - {text}", code)
    return Fact(key, label, text, text)


@cache
def _column_kind(table: str, column: str) -> Kind[Any] | None:
    if table not in DERIVED_ROWS:
        return _kind(f"{table}.*.{column}")
    return kind_of(get_type_hints(DERIVED_ROWS[table].row, include_extras=True)[column])


def _kind(path: str) -> Kind[Any] | None:
    return DERIVED[path].kind if path in DERIVED else fields()[path].kind if path in fields() else None
