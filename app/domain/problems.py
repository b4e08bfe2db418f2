"""The types of rules and of what they find. Knows no particular rule and no label."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

from app.domain.derived import Figures
from app.words import Message, Text

Severity = Literal["error", "missing", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "missing", "warning", "hint")
"""Worst first."""


class Finding(NamedTuple):
    """What a rule found: where, and what stands in the gaps of its message."""

    path: str
    params: Mapping[str, Text] = {}
    labels: Mapping[str, str] = {}
    """Gaps to be filled with the label of a declared path."""


class Problem(NamedTuple):
    """Something about a shipment that a person should look at."""

    rule: str
    severity: Severity
    path: str
    message: Message
    documents: tuple[str, ...] = ()
    """The documents it stands in the way of, where it is not about the shipment itself."""
    accepted: str = ""
    """The reason for which a person leaves it as it is; "" where nobody does."""


Check = Callable[[Figures], Iterator[Finding]]


class Rule(NamedTuple):
    """A sentence about shipments that can be broken."""

    id: str
    severity: Severity
    message: str
    """The id of its message in both languages."""
    reads: tuple[str, ...]
    """The declared paths whose change can change its findings."""
    source: str
    looked_at: datetime.date
    check: Check


RULES: dict[str, Rule] = {}


def rule(
    rule_id: str, severity: Severity, message: str, reads: tuple[str, ...], source: str, looked_at: str
) -> Callable[[Check], Check]:
    """Register a function from figures to findings. It never raises; where its facts are missing it is silent.

    Raises ValueError where the id is taken.
    """

    def register(check: Check) -> Check:
        if rule_id in RULES:
            raise ValueError(f"rule {rule_id!r} is registered twice")
        day = datetime.date.fromisoformat(looked_at)
        RULES[rule_id] = Rule(rule_id, severity, message, reads, source, day, check)
        return check

    return register
