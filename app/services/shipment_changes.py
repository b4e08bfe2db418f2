"""Changes of a shipment as functions: values, answers, unread texts, rows. Each gives a new shipment.

Knows no label, no history and no disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar, cast

import msgspec

from app.domain.fields import fields
from app.domain.paths import declared_path, value_at, with_value
from app.domain.row_places import place_in
from app.domain.shipment import OpenAnswer, Shipment
from app.domain.struct import Row

R = TypeVar("R", bound=Row)
NewId = Callable[[], str]


def with_answer_value(shipment: Shipment, path: str, value: Any) -> Shipment:
    """``value`` stands at ``path``; what was noted there instead of a value is gone. Raises KeyError."""
    cleared = _without_notes(shipment, [path])
    if path.startswith("own."):
        return msgspec.structs.replace(cleared, own=_with_own(cleared.own, path, value))
    return with_value(cleared, path, value)


def with_unread_text(shipment: Shipment, path: str, text: str) -> Shipment:
    """``text`` is kept as typed; there is no value. Raises KeyError."""
    emptied = with_answer_value(shipment, path, None)
    return msgspec.structs.replace(emptied, typed={**emptied.typed, path: text})


def with_open_answer(shipment: Shipment, path: str, answer: OpenAnswer | None) -> Shipment:
    """The field is answered with "there is none" or "not known yet", or no longer. Raises KeyError."""
    is_list = not path.startswith("own.") and fields()[declared_path(shipment, path)].rows is not None
    tidy = _without_notes_below(shipment, [f"{path}."]) if is_list else shipment
    emptied = with_answer_value(tidy, path, () if is_list and answer == "none" else None)
    if answer is None:
        return emptied
    return msgspec.structs.replace(emptied, answers={**emptied.answers, path: answer})


def with_rows_added(shipment: Shipment, path: str, rows: Sequence[Row], before: str | None = None) -> Shipment:
    """``rows`` stand before the row ``before``, or at the end. Raises KeyError."""
    there = rows_at(shipment, path)
    place = len(there) if before is None else _place(there, before)
    return with_answer_value(shipment, path, (*there[:place], *rows, *there[place:]))


def with_rows_removed(shipment: Shipment, path: str, ids: Iterable[str]) -> Shipment:
    """The rows are gone, with what was noted in them; a list without rows is not answered. Raises KeyError."""
    gone = frozenset(ids)
    kept = tuple(row for row in rows_at(shipment, path) if row.id not in gone)
    without = _without_notes_below(shipment, [f"{path}.{row_id}." for row_id in gone])
    return with_answer_value(without, path, kept or None)


def with_rows_moved(shipment: Shipment, path: str, ids: Sequence[str], place: int) -> Shipment:
    """The rows stand together at ``place``, counted from 0 among the others, in the list's order. Raises KeyError."""
    there = rows_at(shipment, path)
    moving = frozenset(_place(there, row_id) for row_id in ids)
    rows = [row for n, row in enumerate(there) if n in moving]
    others = [row for n, row in enumerate(there) if n not in moving]
    return with_value(shipment, path, (*others[:place], *rows, *others[place:]))


def with_cells(
    shipment: Shipment, path: str, values: Mapping[str, Mapping[str, Any]], unread: Mapping[str, str]
) -> Shipment:
    """Many values in the rows of a list, by row id and attribute, in one go; ``unread`` texts are kept as typed.

    Raises KeyError where a row has gone.
    """
    there = rows_at(shipment, path)
    if missing := values.keys() - {row.id for row in there}:
        raise KeyError(min(missing))
    touched = {f"{path}.{row_id}.{name}" for row_id, row in values.items() for name in row}
    rows = tuple(msgspec.structs.replace(row, **values[row.id]) if row.id in values else row for row in there)
    changed = with_value(_keeping_notes(shipment, lambda noted: noted not in touched), path, rows)
    return msgspec.structs.replace(changed, typed={**changed.typed, **unread}) if unread else changed


def rows_at(shipment: Shipment, path: str) -> tuple[Row, ...]:
    """The rows of a list; none where it is not answered. Raises KeyError."""
    return cast("tuple[Row, ...]", value_at(shipment, path) or ())


def renewed(row: R, new_id: NewId) -> R:
    """A copy of a row under a new id, the rows inside it too. What it refers to stays the same."""
    changes: dict[str, Any] = {"id": new_id()}
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if isinstance(value, tuple):
            changes[name] = tuple(renewed(inner, new_id) for inner in value)
    return msgspec.structs.replace(row, **changes)


def own_text(shipment: Shipment, path: str) -> str | None:
    """What stands at ``own.<document>.<field>``."""
    _, form, name = path.split(".", 2)
    return shipment.own.get(form, {}).get(name)


def _with_own(own: Mapping[str, Mapping[str, str]], path: str, value: str | None) -> dict[str, dict[str, str]]:
    _, form, name = path.split(".", 2)
    fields = {key: text for key, text in own.get(form, {}).items() if key != name}
    if value is not None:
        fields[name] = value
    changed = {key: dict(texts) for key, texts in own.items() if key != form}
    return {**changed, form: fields} if fields else changed


def _without_notes(shipment: Shipment, paths: Sequence[str]) -> Shipment:
    if not any(path in shipment.typed or path in shipment.answers for path in paths):
        return shipment
    return _keeping_notes(shipment, lambda path: path not in paths)


def _without_notes_below(shipment: Shipment, prefixes: Sequence[str]) -> Shipment:
    heads = tuple(prefixes)
    if not any(path.startswith(heads) for path in (*shipment.typed, *shipment.answers)):
        return shipment
    return _keeping_notes(shipment, lambda path: not path.startswith(heads))


def _keeping_notes(shipment: Shipment, stays: Callable[[str], bool]) -> Shipment:
    typed = {path: text for path, text in shipment.typed.items() if stays(path)}
    answers = {path: answer for path, answer in shipment.answers.items() if stays(path)}
    return msgspec.structs.replace(shipment, typed=typed, answers=answers)


def _place(rows: tuple[Row, ...], row_id: str) -> int:
    place = place_in(rows, row_id)
    if place is None:
        raise KeyError(row_id)
    return place
