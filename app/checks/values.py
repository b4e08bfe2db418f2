"""Looks at every single value: what could not be read, what is no value of its kind, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from app.catalog.catalog import Catalog
from app.checks.labels import label_of
from app.domain.fields import fields
from app.domain.paths import declared_path
from app.domain.problems import Problem, Severity
from app.domain.shipment import Shipment
from app.domain.struct import Row, Value
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading
from app.words import Message


class Seen(NamedTuple):
    """What was found out already about rows and values."""

    rows: dict[str, tuple[Row, tuple[Problem, ...]]]
    """By path: the row as it was, and its problems."""
    values: dict[tuple[str, object], Misread | Doubt | None]
    """By declared path and value."""


TEXT_NOT_READ = "text_not_read"
"""The rule that tells what was typed and could not be read."""


def unread_texts(catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterator[Problem]:
    """What was typed and could not be read, with the reason, as long as it stands there."""
    for path, text in shipment.typed.items():
        kind, declared = kind_at(catalog, shipment, path)
        read = kind.parse(text, at) if kind else None
        if isinstance(read, Misread):
            yield Problem(TEXT_NOT_READ, "error", path, _because(catalog, declared, read.message))


def doubtful_values(
    catalog: Catalog, shipment: Shipment, at: Circumstances, seen: Seen | None = None
) -> Iterator[Problem]:
    """Stored values that are none of their kind (a file made by hand), or that deserve a second look.

    ``seen`` keeps what was found out about each row and value, for a next time in the same circumstances.
    """
    yield from _doubts(catalog, shipment, ("", ""), at, seen or Seen({}, {}))


def _doubts(
    catalog: Catalog, home: Value, at_path: tuple[str, str], at: Circumstances, seen: Seen
) -> Iterator[Problem]:
    """Of one group of answers or one row; ``at_path``: where it stands, as a path and as it is declared."""
    path, declared = at_path
    for name in home.__struct_fields__:
        value, here, there = getattr(home, name), path + name, declared + name
        if value is None or name == "id":
            continue
        if isinstance(value, Value):
            yield from _doubts(catalog, value, (f"{here}.", f"{there}."), at, seen)
        elif isinstance(value, tuple):
            for row in value:
                yield from _row_doubts(catalog, row, (f"{here}.{row.id}.", f"{there}.*."), at, seen)
        elif (found := _doubt(there, value, at, seen)) is not None:
            yield _problem(catalog, here, there, found)


def _row_doubts(
    catalog: Catalog, row: Row, at_path: tuple[str, str], at: Circumstances, seen: Seen
) -> Iterable[Problem]:
    known = seen.rows.get(at_path[0])
    if known is None or known[0] is not row:
        known = (row, tuple(_doubts(catalog, row, at_path, at, seen)))
        seen.rows[at_path[0]] = known
    return known[1]


def _doubt(declared: str, value: object, at: Circumstances, seen: Seen) -> Misread | Doubt | None:
    field = fields().get(declared)
    if field is None or field.kind is None:
        return None
    if (declared, value) not in seen.values:
        seen.values[declared, value] = field.kind.check(value, at)
    return seen.values[declared, value]


def doubtful_own_answers(catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterator[Problem]:
    """The same for what only one document asks, which is kept as text."""
    for form_id, answers in shipment.own.items():
        for name, text in answers.items():
            path = f"own.{form_id}.{name}"
            kind, _ = kind_at(catalog, shipment, path)
            read = kind.parse(text, at) if kind else None
            found = kind.check(read.value, at) if kind and isinstance(read, Reading) else read
            if isinstance(found, Misread | Doubt):
                yield _problem(catalog, path, path, found)


def refused_answers(catalog: Catalog, shipment: Shipment) -> Iterator[Problem]:
    """Fields that were answered with "none" and cannot be: somebody has a name, goods have a weight."""
    for path, answer in shipment.answers.items():
        kind, declared = kind_at(catalog, shipment, path)
        if answer == "none" and kind is not None and not kind.none_is_an_answer:
            message = Message("checks.none_is_no_answer", {"label": label_of(catalog, declared)})
            yield Problem("none_is_no_answer", "error", path, message)


def kind_at(catalog: Catalog, shipment: Shipment, path: str) -> tuple[Kind[Any] | None, str]:
    """The kind and the declared path of a path of the shipment; no kind where it leads nowhere (any more)."""
    if path.startswith("own."):
        form_id, _, name = path.removeprefix("own.").partition(".")
        form = catalog.forms.get(form_id)
        return (form.own[name][0] if form and name in form.own else None), path
    try:
        declared = declared_path(shipment, path)
    except KeyError:
        return None, path
    field = fields().get(declared)
    return (field.kind if field else None), declared


def _problem(catalog: Catalog, path: str, declared: str, found: Misread | Doubt) -> Problem:
    severity: Severity = "error" if isinstance(found, Misread) else "warning"
    rule = "value_not_read" if severity == "error" else "value_in_doubt"
    return Problem(rule, severity, path, _because(catalog, declared, found.message))


def _because(catalog: Catalog, declared: str, reason: Message) -> Message:
    return Message("checks.reason", {"label": label_of(catalog, declared), "reason": reason.text})
