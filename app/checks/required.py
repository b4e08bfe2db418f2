"""What the documents still lack: required fields that nobody has answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.catalog.catalog import Catalog
from app.catalog.form import FieldUse, Form
from app.checks.labels import label_of, lowered
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.paths import value_at
from app.domain.problems import Problem
from app.domain.shipment import Shipment
from app.domain.struct import Value
from app.kinds.choice import Choice
from app.kinds.coded import Coded
from app.words import Message


def missing_of(catalog: Catalog, form: Form, figures: Figures) -> Iterator[Problem]:
    """Every answer that the document needs and the shipment does not hold, in the document's order."""
    for use in form.uses():
        yield from missing_for(catalog, form, use, figures)


def missing_for(catalog: Catalog, form: Form, use: FieldUse, figures: Figures) -> Iterator[Problem]:
    """The same of one field that the document names, once for every row that lacks it."""
    known: dict[str, Message] = {}
    for path, declared, rule in _missing(form, use, figures):
        # The same words for every row of a long list.
        if rule not in known:
            known[rule] = _message(catalog, form, declared, rule)
        yield Problem(rule, "missing", path, known[rule], (form.id,))


def missing_paths(form: Form, figures: Figures) -> Iterator[str]:
    """Where answers are missing, for those who only count them."""
    return (path for use in form.uses() for path, _, _ in _missing(form, use, figures))


def is_answered(shipment: Shipment, path: str, value: Any) -> bool:
    """Whether there is a value, or the answer that there is none."""
    return value not in (None, ()) or shipment.answers.get(path) == "none"


def _wanted(use: FieldUse, figures: Figures) -> bool:
    if use.need == "when" and use.when is not None:
        if "*" in use.when.path:
            return True
        return value_at(figures.shipment, use.when.path) in use.when.values
    return use.need == "required"


def _missing(form: Form, use: FieldUse, figures: Figures) -> Iterator[tuple[str, str, str]]:
    """(path, declared path, rule) of each missing answer."""
    if not _wanted(use, figures):
        return
    shipment = figures.shipment
    declared = f"own.{form.id}.{use.path[4:]}" if use.path.startswith("own.") else use.path
    for path, value, row in _asked(shipment, declared):
        if _row_wants(use, row) and not is_answered(shipment, path, value):
            yield path, declared, "not_known_yet" if shipment.answers.get(path) == "unknown" else "required"


def _asked(shipment: Shipment, declared: str) -> Iterator[tuple[str, Any, Value]]:
    """(path, value, what it stands in) of what is asked; one document's own questions stand in the shipment itself."""
    head, *steps = declared.split(".")
    if head != "own":
        return _values(shipment, [head, *steps])
    form_id, name = steps
    return iter([(declared, shipment.own.get(form_id, {}).get(name) or None, shipment)])


def _row_wants(use: FieldUse, row: Value) -> bool:
    if use.when is None or "*" not in use.when.path:
        return True
    return getattr(row, use.when.path.rpartition(".")[2]) in use.when.values


def _values(home: Value, steps: list[str], path: str = "") -> Iterator[tuple[str, Any, Value]]:
    """(path, value, what it stands in) of a declared path, once for every row it goes through."""
    name, *rest = steps
    value = getattr(home, name)
    if not rest:
        yield path + name, value, home
    elif rest[0] == "*":
        for row in value or ():
            yield from _values(row, rest[1:], f"{path}{name}.{row.id}.")
    else:
        yield from _values(value, rest, f"{path}{name}.")


def _message(catalog: Catalog, form: Form, declared: str, rule: str) -> Message:
    field = fields().get(declared)
    own = None if field else form.own[declared.rpartition(".")[2]]
    kind = own[0] if own else field.kind if field else None
    verb = "add" if kind is None else "choose" if isinstance(kind, Choice | Coded) else "fill"
    if own and own[1].of:
        verb = "compare"
    label = label_of(catalog, declared)
    if rule == "not_known_yet":
        return Message("checks.not_known_yet", {"label": label})
    return Message(f"checks.{verb}", {"label": lowered(label)})
