"""Looks at every single value: what could not be read, what is no value of its kind, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.catalog.catalog import Catalog
from app.checks.labels import label_of
from app.domain.fields import fields
from app.domain.paths import declared_path, places
from app.domain.problems import Problem, Severity
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading
from app.words import Message

TEXT_NOT_READ = "text_not_read"
"""The rule that tells what was typed and could not be read."""


def unread_texts(catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterator[Problem]:
    """What was typed and could not be read, with the reason, as long as it stands there."""
    for path, text in shipment.typed.items():
        kind, declared = kind_at(catalog, shipment, path)
        read = kind.parse(text, at) if kind else None
        if isinstance(read, Misread):
            yield Problem(TEXT_NOT_READ, "error", path, _because(catalog, declared, read.message))


def doubtful_values(catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterator[Problem]:
    """Stored values that are none of their kind (a file made by hand), or that deserve a second look."""
    seen: dict[tuple[str, object], Misread | Doubt | None] = {}
    for place in places(shipment):
        field = fields().get(place.declared)
        if field is None or field.kind is None:
            continue
        key = (place.declared, place.value)
        if key not in seen:
            seen[key] = field.kind.check(place.value, at)
        found = seen[key]
        if found is not None:
            yield _problem(catalog, place.path, place.declared, found)


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
