"""Paper sizes and the fixed places of a page. Everything inside the engine is in points, down from the page's top."""

from typing import Literal, NamedTuple

PaperSize = Literal["A4", "F4", "LETTER"]

MM = 72 / 25.4

PAPER: dict[str, tuple[float, float]] = {
    "A4": (210 * MM, 297 * MM),
    "F4": (215 * MM, 330 * MM),
    "LETTER": (612.0, 792.0),
}

# MEASURES 1 "Long lists": rows stop this far above the body's end, so that "carried forward" has its place.
CARRY_ROOM = 10.4 * MM


class Page(NamedTuple):
    """One page's size and type area in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    margin: float

    @property
    def body_width(self) -> float:
        """Width of the type area."""
        return self.width - self.left - self.right

    @property
    def body_end(self) -> float:
        """Where the body ends at the latest, above the foot's rule."""
        return self.height - self.margin - 7.6 * MM

    @property
    def room(self) -> float:
        """Height of the type area."""
        return self.body_end - self.top
