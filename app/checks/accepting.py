"""Warnings that a person accepted with a reason: they are known by the values they had read, and come back with others.

An error is a contradiction, and what is missing is missing: neither can be accepted.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from app.domain.acceptance import Acceptance
from app.domain.paths import declared_path
from app.domain.problems import RULES, Problem
from app.domain.shipment import Shipment
from app.domain.struct import Row, Value
from app.words import LANGUAGES

ACCEPTABLE = ("warning", "hint")


def may_be_accepted(problem: Problem) -> bool:
    """Whether a person may leave it as it is."""
    return problem.severity in ACCEPTABLE and not problem.accepted


def with_acceptance(shipment: Shipment, problem: Problem, reason: str, today: datetime.date) -> Shipment:
    """The shipment in which the warning is accepted; an older acceptance of the same warning gives way."""
    row_id = hashlib.sha256(f"{problem.rule} {problem.path}".encode()).hexdigest()[:12]
    mark = values_mark(shipment, problem)
    row = Acceptance(id=row_id, rule=problem.rule, path=problem.path, reason=reason, seen=mark, on=today)
    kept = [known for known in shipment.accepted or () if known.id != row_id]
    return replace(shipment, accepted=(*kept, row))


def without_acceptance(shipment: Shipment, problem: Problem) -> Shipment:
    """The shipment in which the warning stands again."""
    same = (problem.rule, problem.path)
    kept = tuple(row for row in shipment.accepted or () if (row.rule, row.path) != same)
    return replace(shipment, accepted=kept or None)


def marked(shipment: Shipment, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems, those that are accepted with the reason."""
    known = {(row.rule, row.path): row for row in shipment.accepted or ()}
    for problem in problems:
        row = known.get((problem.rule, problem.path)) if known else None
        holds = row is not None and problem.severity in ACCEPTABLE and row.seen == values_mark(shipment, problem)
        yield problem._replace(accepted=row.reason or "-") if row is not None and holds else problem


def values_mark(shipment: Shipment, problem: Problem) -> str:
    """The same as long as the warning says the same and the values it read are the same."""
    read = [_read(shipment, path.split("."), problem.path.split(".")) for path in _reads(shipment, problem)]
    said = [problem.message.into(language) for language in LANGUAGES]
    return hashlib.sha256(msgspec.json.encode([said, read], order="deterministic")).hexdigest()[:16]


def _reads(shipment: Shipment, problem: Problem) -> tuple[str, ...]:
    if problem.rule in RULES:
        return RULES[problem.rule].reads
    try:
        return (declared_path(shipment, problem.path),)
    except KeyError:
        return ()


def _read(home: Any, steps: list[str], found_at: list[str]) -> Any:
    """What stands at a declared path; of a list only the row that the warning is about, where it is about one."""
    if not steps or home is None:
        return home
    if isinstance(home, tuple):
        here = [row for row in home if found_at and isinstance(row, Row) and row.id == found_at[0]]
        return [_read(row, steps[1:], found_at[1:]) for row in here or home]
    on_the_way = found_at[1:] if found_at and found_at[0] == steps[0] else []
    return _read(getattr(home, steps[0]), steps[1:], on_the_way) if isinstance(home, Value) else None
