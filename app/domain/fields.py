"""Which fields a shipment has: every path with its kind, read from the structs themselves.

A path in a declaration is ``goods.*.hs_code``; in a shipment the star is the row's id: ``goods.a1.hs_code``.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from app.domain.shipment import Shipment
from app.domain.struct import Row, Value
from app.kinds.kind import Kind


class Field(NamedTuple):
    """One question: its path in declarations, and its kind; ``rows`` is the rows' type where it is a list."""

    path: str
    kind: Kind[Any] | None
    rows: type[Row] | None = None


@cache
def fields() -> dict[str, Field]:
    """All fields of a shipment by their path in declarations, in the structs' order."""
    return {field.path: field for field in fields_of(Shipment)}


def declared_name(path: str) -> str:
    """``goods.*.hs_code`` for ``goods.a1.hs_code``, whether there is such a row or not; for many paths at once."""
    name, _, rest = path.partition(".")
    if name not in _lists():
        step, _, rest = rest.partition(".")
        name = f"{name}.{step}"
    if name not in _lists():
        return _named(path)
    # What stands in a row's place is another one each time; what stands around it hardly ever.
    _, _, inside = rest.partition(".")
    return _named(f"{name}.*.{inside}" if inside else f"{name}.*" if rest else name)


@lru_cache(maxsize=1 << 14)
def _named(path: str) -> str:
    name, is_row = "", False
    for step in path.split("."):
        name = f"{name}.*" if is_row else f"{name}.{step}".lstrip(".")
        is_row = not is_row and name in _lists()
    return name


@cache
def _lists() -> frozenset[str]:
    return frozenset(path for path, field in fields().items() if field.rows is not None)


def fields_of(struct: type[Value], prefix: str = "") -> Iterator[Field]:
    """The fields of one struct, and of those inside it. Attributes without a kind (bytes, dicts) are none."""
    for name, hint in get_type_hints(struct, include_extras=True).items():
        path = prefix + name
        kind = kind_of(hint)
        rows = rows_of(hint)
        if kind is not None:
            yield Field(path, kind)
        elif rows is not None:
            yield Field(path, None, rows)
            yield from fields_of(rows, f"{path}.*.")
        elif isinstance(hint, type) and issubclass(hint, Value):
            yield from fields_of(hint, f"{path}.")


def kind_of(hint: object) -> Kind[Any] | None:
    """The kind that stands beside a type in ``Annotated``."""
    if get_origin(hint) is typing.Annotated:
        return next((extra for extra in get_args(hint)[1:] if isinstance(extra, Kind)), None)
    return None


def rows_of(hint: object) -> type[Row] | None:
    """The row type of ``tuple[Row, ...] | None``."""
    options = get_args(hint) if get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    for option in options:
        if get_origin(option) is tuple and isinstance(row := get_args(option)[0], type) and issubclass(row, Row):
            return row
    return None
