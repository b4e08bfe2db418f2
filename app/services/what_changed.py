"""What changed between two versions of a shipment, field by field, in the words of the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from app.catalog.catalog import Catalog
from app.checks.labels import label_of, place_of
from app.checks.values import kind_at
from app.domain.fields import declared_name, fields
from app.domain.paths import places, value_at
from app.domain.shipment import Shipment
from app.domain.struct import Row
from app.kinds.circumstances import Circumstances
from app.services.shipment_changes import own_text
from app.words import Text, say

Manner = Literal["changed", "added", "removed", "moved"]
_BESIDE = ("title", "documents", "accepted", "attachments")
"""What is no answer that a paper prints: what the shipment is called, which papers are wanted, what was accepted."""


class Change(NamedTuple):
    """One field, or a whole row that came, went or stands elsewhere."""

    path: str
    manner: Manner
    where: Text
    """"Barang 3, Kode HS"."""
    before: str = ""
    after: str = ""


def what_changed(catalog: Catalog, before: Shipment, after: Shipment, at: Circumstances) -> tuple[Change, ...]:
    """All changes, in the order of the fields; of rows that came or went, the row as one."""
    rows_before, rows_after = dict(_rows(before)), dict(_rows(after))
    lost = _outermost(rows_before.keys() - rows_after.keys(), rows_before)
    new = _outermost(rows_after.keys() - rows_before.keys(), rows_after)
    found = [*_changed(catalog, before, after, at, (*lost, *new))]
    found += [Change(path, "added", place_of(catalog, after, path), "", _named(rows_after[path])) for path in new]
    found += [Change(path, "removed", place_of(catalog, before, path), _named(rows_before[path])) for path in lost]
    found += [Change(path, "moved", label_of(catalog, declared_name(path))) for path in _moved(before, after)]
    order = {path: n for n, path in enumerate(fields())}
    return tuple(sorted(found, key=lambda change: order.get(declared_name(change.path).removesuffix(".*"), len(order))))


def _changed(
    catalog: Catalog, before: Shipment, after: Shipment, at: Circumstances, apart: tuple[str, ...]
) -> Iterator[Change]:
    said = [_said(before), _said(after)]
    inside = tuple(f"{path}." for path in apart)
    for path in dict.fromkeys((*said[1], *said[0])):
        values = [one.get(path) for one in said]
        if values[0] != values[1] and not path.startswith(inside):
            home = after if path in said[1] else before
            texts = [_text(catalog, shipment, path, at) for shipment in (before, after)]
            yield Change(path, "changed", place_of(catalog, home, path), *texts)


def _said(shipment: Shipment) -> dict[str, Any]:
    """Everything the shipment says by its path: values, open answers, texts that could not be read."""
    found: dict[str, Any] = {place.path: place.value for place in places(shipment) if _counts(place.path)}
    found |= {f"own.{form}.{name}": text for form, own in shipment.own.items() for name, text in own.items()}
    found |= {path: ("answer", answer) for path, answer in shipment.answers.items()}
    return found | {path: ("typed", text) for path, text in shipment.typed.items()}


def _counts(path: str) -> bool:
    return path.partition(".")[0] not in _BESIDE


def _text(catalog: Catalog, shipment: Shipment, path: str, at: Circumstances) -> str:
    """What a shipment says at a path, as people read it; "" where it says nothing."""
    if path in shipment.typed:
        return shipment.typed[path]
    if path in shipment.answers:
        return say(f"review.{shipment.answers[path]}", at.language)
    try:
        value = own_text(shipment, path) if path.startswith("own.") else value_at(shipment, path)
    except KeyError:
        return ""
    kind, _ = kind_at(catalog, shipment, path)
    return " ".join(kind.show(value, at.in_currency(shipment.currency)).split()) if kind and value is not None else ""


def _rows(shipment: Shipment) -> Iterator[tuple[str, Row]]:
    """Every row of every list by its path."""
    for declared, field in fields().items():
        if field.rows is not None and _counts(declared):
            yield from _rows_below(shipment, declared.split("."), "")


def _rows_below(found: Any, steps: list[str], path: str) -> Iterator[tuple[str, Row]]:
    name, *rest = steps
    value = getattr(found, name)
    if not isinstance(value, tuple):
        if rest and value is not None:
            yield from _rows_below(value, rest, f"{path}{name}.")
        return
    for row in value:
        if rest:
            yield from _rows_below(row, rest[1:], f"{path}{name}.{row.id}.")
        else:
            yield f"{path}{name}.{row.id}", row


def _outermost(paths: Any, known: Mapping[str, Row]) -> tuple[str, ...]:
    """Those that stand in none of the others, in their lists' order."""
    inside = tuple(f"{path}." for path in paths)
    return tuple(path for path in known if path in paths and not path.startswith(inside))


def _moved(before: Shipment, after: Shipment) -> Iterator[str]:
    """Lists of the shipment whose rows stand in another order."""
    for declared, field in fields().items():
        if field.rows is not None and "*" not in declared and _counts(declared):
            olds, news = ([row.id for row in value_at(one, declared) or ()] for one in (before, after))
            both = {*olds} & {*news}
            if [one for one in olds if one in both] != [one for one in news if one in both]:
                yield declared


def _named(row: Row) -> str:
    """The first text of a row, to know it by."""
    texts = (getattr(row, name) for name in row.__struct_fields__ if name != "id")
    return next((" ".join(text.split()) for text in texts if isinstance(text, str)), "")
