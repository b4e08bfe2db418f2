"""What all values of a shipment are made of."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A frozen group of answers. A change makes a new one (``msgspec.structs.replace``).

    A value holds only what was there before it, so that there are no cycles, and the collector need not look at rows.
    """


class Row(Value, frozen=True, kw_only=True):
    """A row of a list. Rows refer to each other by ``id``, which is short, made once and never reused."""

    id: str
