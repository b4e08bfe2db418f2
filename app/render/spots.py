"""Where on a paper each answer stands: what a block shows, and the spots that come of it when it is painted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_HAIR = 0.1


class Spot(NamedTuple):
    """Where the value of a path was drawn; a cell of a table counts when it is empty, too."""

    page: int
    """Of its paper, from 0."""
    path: str
    """As the template wrote it; the rows of a list are counted from 0: "goods.0.hs_code"."""
    x: float
    """Points from the page's left edge."""
    y: float
    """Points from the page's top edge to the spot's top."""
    w: float
    h: float


class Shown(NamedTuple):
    """The paths whose values a block shows, and how far it reaches across the page, in points."""

    paths: tuple[str, ...]
    x: float
    width: float

    def at(self, page: int, top: float, height: float) -> list[Spot]:
        """One spot for each path."""
        return [Spot(page, path, self.x, top, self.width, height) for path in self.paths]


def joined(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Spots of one path that stand right under each other in one column become one: a label and its value."""
    found: list[Spot] = []
    last: dict[str, int] = {}
    for spot in spots:
        index = last.get(spot.path)
        if index is not None and _continues(found[index], spot):
            found[index] = found[index]._replace(h=spot.y + spot.h - found[index].y)
        else:
            last[spot.path] = len(found)
            found.append(spot)
    return tuple(found)


def _continues(above: Spot, below: Spot) -> bool:
    here, there = (above.page, above.x, above.w), (below.page, below.x, below.w)
    return here == there and abs(above.y + above.h - below.y) < _HAIR
