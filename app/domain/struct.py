"""What all values of a shipment are made of."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen group of answers. A change makes a new one (``msgspec.structs.replace``)."""


class Row(Value, frozen=True, kw_only=True):
    """A row of a list. Rows refer to each other by ``id``, which is short, made once and never reused."""

    id: str
