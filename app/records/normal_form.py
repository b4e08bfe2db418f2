"""Equal shipments written equally: numbers without needless zeros, and only numbers and row ids that can be stored."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import msgspec

from app.domain.struct import Value
from app.kinds.choice import RowId
from app.kinds.number import FRACTION_DIGITS, WHOLE_DIGITS, normal
from app.records.unreadable import Unreadable, excerpt
from app.words import Message

T = TypeVar("T", bound=Value)
_ROW_ID = re.compile(RowId().schema()["pattern"])
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def normalised(value: T, path: str = "") -> T:
    """A copy in which every number stands in its one normal form and nothing empty stands for itself.

    Raises Unreadable for what is no number or one out of bounds, for a row whose id is none, or is that of another row.
    """
    changes = {}
    for name in value.__struct_fields__:
        before = getattr(value, name)
        after = _normal(before, f"{path}{name}")
        if isinstance(after, Value) and after == (empty := _defaults(type(value))[name]):
            # msgspec leaves a default out only where it is the very same object.
            after = empty
        if after is not before:
            changes[name] = after
    return msgspec.structs.replace(value, **changes) if changes else value


def refuse_odd_numbers(raw: dict[str, Any], value: Value, path: str = "") -> None:
    """Raise Unreadable where ``raw`` has a number as text that is one to Python only: "1_000", "٣", "1E2"."""
    for name in raw.keys() & set(value.__struct_fields__):
        item, read = raw[name], getattr(value, name)
        if isinstance(read, Decimal) and isinstance(item, str) and not _PLAIN_NUMBER.fullmatch(item):
            raise _no_number(f"{path}{name}")
        if isinstance(read, Value):
            refuse_odd_numbers(item, read, f"{path}{name}.")
        elif isinstance(read, tuple):
            for raw_row, row in zip(item, read, strict=True):
                refuse_odd_numbers(raw_row, row, f"{path}{name}.{row.id}.")


def _normal(value: Any, path: str) -> Any:
    if isinstance(value, Decimal):
        return _bounded(value, path)
    if isinstance(value, Value):
        return normalised(value, f"{path}.")
    if isinstance(value, tuple):
        _refuse_bad_ids([row.id for row in value], path)
        return tuple(normalised(row, f"{path}.{row.id}.") for row in value)
    return value


def _refuse_bad_ids(ids: list[str], path: str) -> None:
    for row_id in ids:
        if not _ROW_ID.fullmatch(row_id):
            raise Unreadable("bad_row_id", path=path, text=excerpt(row_id))
    if len(set(ids)) < len(ids):
        raise Unreadable("repeated_row", path=path)


def _bounded(value: Decimal, path: str) -> Decimal:
    if not value.is_finite():
        # "NaN" and "Infinity" are numbers to Python only; to a person the second is none that is too large.
        raise _no_number(path)
    if not _fits(value):
        raise Unreadable("number_out_of_bounds", path=path, whole=str(WHOLE_DIGITS), fraction=str(FRACTION_DIGITS))
    return normal(value)


def _no_number(path: str) -> Unreadable:
    return Unreadable("wrong_value", path=path, expected=Message("records.expected_decimal"))


def _fits(value: Decimal) -> bool:
    """Whether the digits are within bounds, counted: arithmetic would round a number of more than 28 digits."""
    _, digits, exponent = value.as_tuple()
    trailing = next((n for n, digit in enumerate(reversed(digits)) if digit), 0)
    return not value or (value.adjusted() < WHOLE_DIGITS and int(exponent) + trailing >= -FRACTION_DIGITS)


@cache
def _defaults(struct: type[Value]) -> dict[str, Any]:
    return {field.name: field.default for field in msgspec.structs.fields(struct)}
