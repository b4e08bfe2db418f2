"""Where each answer stands on a paper, with the shipment's own paths: rows by their ids instead of their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from app.domain.packing import PackageRange
from app.domain.shipment import Shipment
from app.render.spots import Spot

_RANGE: Final[dict[str, tuple[str, ...]]] = {
    "numbers": ("first", "last"),
    "kind": ("kind",),
    "description": ("contents",),
    "own_description": ("contents",),
    "article_no": ("contents",),
    "each": ("contents",),
    "net_each": ("net_each",),
    "gross_each": ("gross_each",),
    "size": ("length", "width", "height"),
}
"""A column of the packing list and what is told of the range for it; the other columns are only worked out."""
_LINE: Final = frozenset({"hs_code", "description", "own_description", "article_no", "unit"})
"""Columns of the packing list's summary that stand in the goods line itself."""


def named(shipment: Shipment, spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """The spots as a screen wants them: ``goods.g1.hs_code``, ``packing.ranges.p1.net_each``.

    A value that is worked out keeps its path; rows that are worked out fall away, but for what they show of told ones.
    """
    return tuple(spot._replace(path=path) for spot in spots for path in _told(shipment, spot.path))


def _told(shipment: Shipment, path: str) -> Sequence[str]:
    match path.split("."):
        case ["packing", "rows", number, column]:
            row = (shipment.packing.ranges or ())[int(number)]
            return [f"packing.ranges.{row.id}.{name}" for name in _RANGE.get(column, ())]
        case ["packing", "summary", number, column]:
            return [f"goods.{_packed(shipment)[int(number)]}.{column}"] if column in _LINE else []
        case steps:
            return _with_ids(shipment, steps)


def _packed(shipment: Shipment) -> list[str]:
    """The ids of the goods lines that the summary lists, in its order."""
    ranges: Sequence[PackageRange] = shipment.packing.ranges or ()
    inside = {content.line for packages in ranges for content in packages.contents or ()}
    return [line.id for line in shipment.goods or () if line.id in inside]


def _with_ids(shipment: Shipment, steps: Sequence[str]) -> list[str]:
    found: Any = shipment
    told: list[str] = []
    for step in steps:
        if step.isdecimal():
            if not isinstance(found, tuple):
                return []
            found = found[int(step)]
            told.append(found.id)
        else:
            found = getattr(found, step, None)
            told.append(step)
    return [".".join(told)]
