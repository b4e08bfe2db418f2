"""Where a row stands in a list, by its id: long lists are indexed once, not searched for every problem and cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.struct import Row

_SHORT = 24
"""So many rows are searched as fast as an index is found."""
_KEPT = 12
"""More lists than one shipment, its papers and the step before it have."""


class _Indexes:
    """The indexes of the lists asked about last. Rows never change, so that an index is true as long as its list is."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Sequence[Row], Mapping[str, int]]] = {}

    def of(self, rows: Sequence[Row]) -> Mapping[str, int]:
        known = self._known.get(id(rows))
        if known is None or known[0] is not rows:
            # The first of two rows with one id is the one that a search would have found.
            known = (rows, {row.id: n for n, row in reversed(tuple(enumerate(rows)))})
            # A new dictionary: other threads may be reading the old one.
            kept = list(self._known.items())[-_KEPT:]
            self._known = {**dict(kept), id(rows): known}
        return known[1]


_INDEXES = _Indexes()


def place_in(rows: Sequence[Row], row_id: str) -> int | None:
    """The place, counted from 0, of the row with this id; None where there is none."""
    if len(rows) > _SHORT:
        return _INDEXES.of(rows).get(row_id)
    return next((n for n, row in enumerate(rows) if row.id == row_id), None)
