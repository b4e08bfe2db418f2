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
from app.kinds.kind import Doubt, Kind, Misread
from app.words import Message


def unread_texts(catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterator[Problem]:
    """What was typed and could not be read, with the reason, as long as it stands there."""
    for path, text in shipment.typed.items():
        kind, declared = kind_at(catalog, shipment, path)
        read = kind.parse(text, at) if kind else None
        if isinstance(read, Misread):
            yield Problem("text_not_read", "error", path, _because(catalog, declared, read.message))


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
            severity: Severity = "error" if isinstance(found, Misread) else "warning"
            rule = "value_not_read" if severity == "error" else "value_in_doubt"
            yield Problem(rule, severity, place.path, _because(catalog, place.declared, found.message))


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


def _because(catalog: Catalog, declared: str, reason: Message) -> Message:
    return Message("checks.reason", {"label": label_of(catalog, declared), "reason": reason.text})
