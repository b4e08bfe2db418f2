"""Bands and their columns: heights that agree, rules between them, blocks at the foot, a frame that fills."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from app.render.blocks import Block, Stack, Weight
from app.render.geometry import MM
from app.render.pen import Pen, Rule
from app.render.spots import Shown


class Pads(NamedTuple):
    """Room inside a column, in points: at both sides, above the first line, under the last."""

    side: float = 2.5 * MM
    top: float = 1.5 * MM
    bottom: float = 2.5 * MM


class Column(NamedTuple):
    """One column of a band."""

    x: float
    width: float
    pads: Pads
    blocks: Stack
    foot: Stack | None = None
    fill: Filling | None = None
    ruled: bool = False
    shown: Shown | None = None

    @property
    def least(self) -> float:
        """The height its content needs."""
        parts = [block.height for block in (self.blocks, self.foot, self.fill) if block is not None]
        return self.pads.top + sum(parts) + self.pads.bottom

    def paint(self, pen: Pen, top: float, height: float) -> None:
        """Draw into a band of `height`."""
        pen.show(self.shown, top, height)
        self.blocks.paint(pen, top + self.pads.top)
        below = top + height - self.pads.bottom
        if self.foot:
            below -= self.foot.height
            self.foot.paint(pen, below)
        if self.fill:
            start = top + self.pads.top + self.blocks.height
            self.fill.paint_in(pen, start, below - start)


class Filling:
    """A frame that takes what height its column leaves, its content centred both ways."""

    def __init__(self, place: tuple[float, float], inside: Stack, least: float, weight: float, *, dash: bool) -> None:
        self.place = place
        self.inside = inside
        self.height = max(least, inside.height)
        self._weight = weight
        self._dash = dash

    def paint(self, pen: Pen, top: float) -> None:
        """Draw with its least height."""
        self.paint_in(pen, top, self.height)

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """A frame is never torn."""
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def paint_in(self, pen: Pen, top: float, height: float) -> None:
        """Draw into `height`."""
        x, width = self.place
        if self._dash:
            corners = [(x, top), (x + width, top), (x + width, top + height), (x, top + height), (x, top)]
            for start, end in pairwise(corners):
                pen.dashed(Rule(self._weight, 0.22, *start, *end, dash=(3.0, 2.2)))
        else:
            pen.box(x, top, width, height, weight=self._weight)
        self.inside.paint(pen, top + (height - self.inside.height) / 2)


class Band:
    """Columns beside each other over the full width, with a rule above."""

    def __init__(
        self, columns: Sequence[Column], *, top: Weight, bottom: Weight, least: float = 0.0, tint: bool = False,
        grey: float = 0.22,
    ) -> None:  # fmt: skip
        self.columns = tuple(columns)
        self.top = top
        self.bottom = bottom
        self.tint = tint
        self.grey = grey
        self.height = max([least, *(column.least for column in columns)])

    def paint(self, pen: Pen, top: float) -> None:
        """Tint, rules, columns."""
        left = self.columns[0].x
        right = self.columns[-1].x + self.columns[-1].width
        if self.tint:
            pen.tint(left, top, right - left, self.height)
        for y, (weight, grey) in ((top, self.top), (top + self.height, self.bottom)):
            if weight:
                pen.rule(left, y, right, y, weight=weight, grey=grey)
        for column in self.columns:
            if column.ruled:
                pen.rule(column.x, top, column.x, top + self.height, grey=self.grey)
            column.paint(pen, top, self.height)

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Every column at the same height; only a band taller than a page is ever asked."""
        above, below = [], []
        for column in self.columns:
            inside = room - column.pads.top - column.pads.bottom
            first, rest = column.blocks.split(inside)
            above.append(column._replace(blocks=_stack(first), foot=None, fill=None))
            below.append(column._replace(blocks=_stack(rest)))
        if not any(column.blocks.blocks for column in above):
            return None, self
        first_band = Band(above, top=self.top, bottom=(0.0, 0.0), tint=self.tint, grey=self.grey)
        return first_band, Band(below, top=(0.0, 0.0), bottom=self.bottom, tint=self.tint, grey=self.grey)


def _stack(block: Block | None) -> Stack:
    if block is None:
        return Stack(())
    return block if isinstance(block, Stack) else Stack((block,))
