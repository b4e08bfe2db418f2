"""Finding and changing a value of a shipment by its path. Knows no kind and no wording."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar, cast

import msgspec

from app.domain.row_places import place_in
from app.domain.struct import Row, Value

T = TypeVar("T", bound=Value)


class Place(NamedTuple):
    """One value of a shipment: its own path, its path in declarations, and what stands there."""

    path: str
    declared: str
    value: Any


def value_at(root: Value, path: str) -> Any:
    """What stands at ``path``. Raises KeyError where the path leads nowhere."""
    found: Any = root
    for step in path.split("."):
        found = _step(found, step, path)
    return found


def with_value(root: T, path: str, value: Any) -> T:
    """A copy with one value changed. Raises KeyError where the path leads nowhere."""
    step, _, rest = path.partition(".")
    if not rest:
        _step(root, step, path)
        return msgspec.structs.replace(root, **{step: value})
    inner = _step(root, step, path)
    if isinstance(inner, tuple):
        row_id, _, in_row = rest.partition(".")
        place = _place(inner, row_id, path)
        changed: Any = (*inner[:place], with_value(inner[place], in_row, value), *inner[place + 1 :])
    else:
        changed = with_value(inner, rest, value)
    return msgspec.structs.replace(root, **{step: changed})


def emptied(root: T, declared: str) -> T:
    """A copy without what stands at or below a path in declarations, in every row where it goes through a list.

    A struct with ``answers`` and ``typed`` (a shipment) loses those of the same paths, and documents their own answers
    (``own.<document>`` or ``own.<document>.<field>``). Raises KeyError for a path that leads nowhere.
    """
    copy = cast(T, _emptied(root, declared.split("."), declared))
    changes = {}
    for name in ("answers", "typed"):
        kept = getattr(root, name, None)
        if kept:
            changes[name] = {path: text for path, text in kept.items() if not _lies_below(path, declared)}
    return msgspec.structs.replace(copy, **changes) if changes else copy


def _emptied(root: Any, steps: list[str], declared: str) -> Any:
    name, rest = steps[0], steps[1:]
    found = {field.name: field for field in msgspec.structs.fields(type(root))}.get(name)
    if found is None:
        raise KeyError(declared)
    inner = getattr(root, name)
    if isinstance(inner, dict):
        return msgspec.structs.replace(root, **{name: _without(inner, rest) if rest else {}})
    if not rest:
        return msgspec.structs.replace(root, **{name: found.default})
    if rest[0] == "*":
        inner = tuple(_emptied(row, rest[1:], declared) for row in inner) if inner is not None else None
    else:
        inner = _emptied(inner, rest, declared)
    return msgspec.structs.replace(root, **{name: inner})


def _without(table: dict[str, Any], steps: list[str]) -> dict[str, Any]:
    """What is left of a table of tables; an empty one is none."""
    name, rest = steps[0], steps[1:]
    left = _without(table[name], rest) if rest and name in table else {}
    return {key: left if key == name else value for key, value in table.items() if key != name or left}


def _lies_below(path: str, declared: str) -> bool:
    steps, wanted = path.split("."), declared.split(".")
    return len(steps) >= len(wanted) and all(w in ("*", s) for s, w in zip(steps, wanted, strict=False))


def declared_path(root: Value, path: str) -> str:
    """``goods.*.hs_code`` for ``goods.a1.hs_code``. Raises KeyError where the path leads nowhere."""
    steps, found = [], cast(Any, root)
    for step in path.split("."):
        steps.append("*" if isinstance(found, tuple) else step)
        found = _step(found, step, path)
    return ".".join(steps)


def places(root: Value, prefix: str = "", declared: str = "") -> Iterator[Place]:
    """Every answered value with its path, in the structs' order; rows after one another, without their ids."""
    for name in root.__struct_fields__:
        value = getattr(root, name)
        if name == "id":
            continue
        if isinstance(value, Value):
            yield from places(value, f"{prefix}{name}.", f"{declared}{name}.")
        elif isinstance(value, tuple):
            for row in value:
                yield from places(row, f"{prefix}{name}.{row.id}.", f"{declared}{name}.*.")
        elif value is not None and not isinstance(value, dict):
            yield Place(prefix + name, declared + name, value)


def row_number(root: Value, path: str) -> list[tuple[str, int]]:
    """The lists that ``path`` goes through, each with the row's number from 1: [("goods", 3)]."""
    steps, found, numbers = path.split("."), cast(Any, root), []
    for n, step in enumerate(steps):
        if isinstance(found, tuple):
            numbers.append((steps[n - 1], _place(found, step, path) + 1))
        found = _step(found, step, path)
    return numbers


def _step(found: Any, step: str, path: str) -> Any:
    if isinstance(found, tuple):
        return found[_place(found, step, path)]
    if isinstance(found, Value) and step in found.__struct_fields__:
        return getattr(found, step)
    raise KeyError(path)


def _place(rows: tuple[Row, ...], row_id: str, path: str) -> int:
    place = place_in(rows, row_id)
    if place is None:
        raise KeyError(path)
    return place
