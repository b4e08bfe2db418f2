"""Equal shipments written equally: numbers without needless zeros, and only numbers that can be stored."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeVar

import msgspec

from app.domain.struct import Value
from app.kinds.number import FRACTION_DIGITS, WHOLE_DIGITS, decimals_of, normal
from app.records.unreadable import Unreadable

T = TypeVar("T", bound=Value)
_TOO_LARGE = Decimal(10) ** WHOLE_DIGITS


def normalised(value: T, path: str = "") -> T:
    """A copy in which every number stands in its one normal form. Raises Unreadable for a number out of bounds, and
    for a row whose id another row of its list has.
    """
    changes = {}
    for name in value.__struct_fields__:
        before = getattr(value, name)
        after = _normal(before, f"{path}{name}")
        if after is not before:
            changes[name] = after
    return msgspec.structs.replace(value, **changes) if changes else value


def _normal(value: Any, path: str) -> Any:
    if isinstance(value, Decimal):
        return _bounded(value, path)
    if isinstance(value, Value):
        return normalised(value, f"{path}.")
    if isinstance(value, tuple):
        ids = [row.id for row in value]
        if len(set(ids)) < len(ids):
            raise Unreadable("repeated_row", path=path)
        return tuple(normalised(row, f"{path}.{row.id}.") for row in value)
    return value


def _bounded(value: Decimal, path: str) -> Decimal:
    if not value.is_finite() or abs(value) >= _TOO_LARGE or decimals_of(normal(value)) > FRACTION_DIGITS:
        raise Unreadable("number_out_of_bounds", path=path, whole=str(WHOLE_DIGITS), fraction=str(FRACTION_DIGITS))
    return normal(value)
