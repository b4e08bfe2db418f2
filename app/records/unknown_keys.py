"""Keys that a newer program wrote and this one does not know: taken out by path, put back when writing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.struct import Value

Path = tuple[str, ...]
"""The steps to a value, row ids among them. Not joined by dots: a foreign key may hold one."""


def unknown_keys(raw: dict[str, Any], value: Value, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every (path, value) of ``raw`` that ``value``, read from it, has no place for."""
    for key, item in raw.items():
        if key not in value.__struct_fields__:
            yield (*path, key), item
        elif isinstance(inner := getattr(value, key), Value):
            yield from unknown_keys(item, inner, (*path, key))
        elif isinstance(inner, tuple):
            for row, raw_row in zip(inner, item, strict=True):
                yield from unknown_keys(raw_row, row, (*path, key, row.id))


def with_unknown_keys(document: dict[str, Any], value: Value, unknown: Mapping[Path, Any]) -> dict[str, Any]:
    """``document``, made of ``value``, with the unknown values in their places; those of removed rows are gone."""
    for path, item in sorted(unknown.items()):
        *steps, key = path
        home = _home(document, value, steps)
        if home is not None:
            home[key] = item
    return document


def _home(document: dict[str, Any], value: Any, steps: list[str]) -> dict[str, Any] | None:
    """The object that ``steps`` lead to, made where it stands empty; None where its row is no longer there."""
    home: Any = document
    for step in steps:
        if isinstance(value, Value):
            value = getattr(value, step)
            home = home.setdefault(step, {}) if isinstance(value, Value) else home.get(step)
        else:
            n = next((n for n, row in enumerate(value or ()) if row.id == step), None)
            if n is None:
                return None
            home, value = home[n], value[n]
    found: dict[str, Any] = home
    return found
