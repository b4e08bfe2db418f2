"""Keys that a newer program wrote and this one does not know: taken out by path, put back when writing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.domain.struct import Value

Path = tuple[str, ...]
"""The steps to a value, row ids among them. Not joined by dots: a foreign key may hold one."""


def unknown_keys(raw: dict[str, Any], value: Value, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every (path, value) of ``raw`` that ``value``, read from it, has no place for."""
    for key, item in raw.items():
        if key not in value.__struct_fields__:
            yield (*path, key), item
        elif isinstance(inner := getattr(value, key), Value) and isinstance(item, dict):
            yield from unknown_keys(item, inner, (*path, key))
        elif isinstance(inner, tuple):
            for row, raw_row in zip(inner, item, strict=True):
                yield from unknown_keys(raw_row, row, (*path, key, row.id))


def with_unknown_keys(document: dict[str, Any], unknown: dict[Path, Any]) -> dict[str, Any]:
    """``document`` with the unknown values back in their places; those of deleted rows are gone with them."""
    for path, item in unknown.items():
        *steps, key = path
        home: Any = document
        for step in steps:
            home = _inside(home, step)
        if home is not None:
            home[key] = item
    return document


def _inside(home: Any, step: str) -> Any:
    if isinstance(home, list):
        return next((row for row in home if row["id"] == step), None)
    return home.setdefault(step, {}) if isinstance(home, dict) else None
