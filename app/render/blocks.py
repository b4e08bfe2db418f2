"""Measured blocks: each knows its height, paints itself below a given top, and splits at a height if it must."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

from app.render.geometry import MM
from app.render.pen import Pen, Rule
from app.render.spots import Shown
from app.render.styles import Style
from app.render.template import PAGE, PAGES

Weight = tuple[float, float]


class Piece(NamedTuple):
    """A stretch of one style at a place; `mark` names a sign that is drawn as lines instead of text."""

    x: float
    text: str
    style: Style
    mark: str = ""


class Block(Protocol):
    """What can be placed on a page. Heights are points."""

    height: float

    def paint(self, pen: Pen, top: float) -> None:
        """Draw with the upper edge at `top`."""
        ...

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest. (None, self) if nothing fits."""
        ...


class Solid:
    """A block that is never split."""

    height = 0.0

    def paint(self, pen: Pen, top: float) -> None:
        """Empty height draws nothing."""

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Fits whole or not at all."""
        return (self, None) if self.height <= room + 0.01 else (None, self)


class Space(Solid):
    """Empty height."""

    def __init__(self, height: float) -> None:
        self.height = height


class Area(Solid):
    """Draws nothing: the place of values that something else draws."""

    def __init__(self, shown: Shown, height: float) -> None:
        self.height = height
        self._shown = shown

    def paint(self, pen: Pen, top: float) -> None:
        """Only the spots are noted."""
        pen.show(self._shown, top, self.height)


class Lines:
    """Lines of text, already wrapped; the pieces of a line are in order from the left."""

    shown: Shown | None = None
    """The values that are read here; only told when spots are wanted."""

    def __init__(self, lines: Sequence[Sequence[Piece]], lead: float, base: float) -> None:
        self.lines = lines
        self.lead = lead
        self.base = base
        self.height = lead * len(lines)

    def paint(self, pen: Pen, top: float) -> None:
        """Each line's baseline stands `base` under its top."""
        pen.show(self.shown, top, self.height)
        y = top + self.base
        for line in self.lines:
            for piece in line:
                paint_piece(pen, piece, y)
            y += self.lead

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Between two lines; neither part is left with one line of a longer text."""
        fit = int((room + 0.01) / self.lead)
        if fit >= len(self.lines):
            return self, None
        if len(self.lines) - fit == 1:
            fit -= 1
        if fit < 1 or (fit == 1 and len(self.lines) > 1):
            return None, self
        parts = [Lines(lines, self.lead, self.base) for lines in (self.lines[:fit], self.lines[fit:])]
        for part in parts:
            part.shown = self.shown
        return parts[0], parts[1]


class RuleLine(Solid):
    """A horizontal rule with room under it."""

    def __init__(self, x: float, width: float, weight: Weight, after: float, *, dots: bool = False) -> None:
        self.height = after
        self._place = (x, width)
        self._weight = weight
        self._dots = dots

    def paint(self, pen: Pen, top: float) -> None:
        """The rule stands at the top of its block."""
        x, width = self._place
        if self._dots:
            pen.dashed(Rule(0.6, self._weight[1], x, top, x + width, top, dash=(0.0, 1.5), round=True))
        else:
            pen.rule(x, top, x + width, top, weight=self._weight[0], grey=self._weight[1])


class Stack:
    """Blocks under each other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.height = sum(block.height for block in blocks)

    def paint(self, pen: Pen, top: float) -> None:
        """One after the other."""
        for block in self.blocks:
            block.paint(pen, top)
            top += block.height

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """At the first block that does not fit, which is itself split if it can be."""
        for index, block in enumerate(self.blocks):
            if block.height > room + 0.01:
                first, rest = block.split(room)
                above = [*self.blocks[:index], *([first] if first else [])]
                below = [*([rest] if rest else []), *self.blocks[index + 1 :]]
                return (Stack(above) if above else None), Stack(below)
            room -= block.height
        return self, None


class Beside:
    """Stacks beside each other, all from one top; their places are in their pieces."""

    def __init__(self, stacks: Sequence[Block]) -> None:
        self.stacks = stacks
        self.height = max((stack.height for stack in stacks), default=0.0)

    def paint(self, pen: Pen, top: float) -> None:
        """Each from the same top."""
        for stack in self.stacks:
            stack.paint(pen, top)

    def split(self, room: float) -> tuple[Block | None, Block | None]:
        """Each on its own; what one cannot split goes whole to the next page."""
        parts = [stack.split(room) for stack in self.stacks]
        above = [first for first, _ in parts if first is not None]
        below = [rest for _, rest in parts if rest is not None]
        return (Beside(above) if above else None), (Beside(below) if below else None)


def paint_piece(pen: Pen, piece: Piece, y: float) -> None:
    """Text, a sign drawn as lines, or text with the page's number in it."""
    if piece.mark:
        paint_mark(pen, piece.mark, piece.x, y, piece.style.size)
        return
    x, text = piece.x, piece.text
    if PAGE in text or PAGES in text:
        text = text.replace(PAGE, str(pen.page)).replace(PAGES, str(pen.pages))
        x -= SHIFT[piece.style.align] * _grown(pen, piece.text, text, piece.style)
    pen.text(x, y, text, piece.style)


SHIFT: Final = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of the room left over stands before a line."""


def _grown(pen: Pen, measured: str, text: str, style: Style) -> float:
    """How much wider the numbers are than the signs that stood for them when the line was laid."""
    face = pen.fonts.face(style.face)
    return (face.width(text) - face.width(measured)) * style.size


def paint_mark(pen: Pen, mark: str, x: float, y: float, size: float) -> None:
    """A check mark, an arrow or a small box drawn as lines; `y` is the baseline."""
    side = size * 0.72
    if mark == "check":
        pen.rule(x, y - side * 0.4, x + side * 0.35, y - side * 0.05, weight=0.9)
        pen.rule(x + side * 0.35, y - side * 0.05, x + side, y - side * 0.95, weight=0.9)
    elif mark == "arrow":
        middle = y - size * 0.26
        pen.rule(x, middle, x + size, middle, weight=0.5)
        pen.rule(x + size * 0.7, middle - size * 0.2, x + size, middle, weight=0.5)
        pen.rule(x + size * 0.7, middle + size * 0.2, x + size, middle, weight=0.5)
    else:
        pen.box(x, y - side, side, side, weight=0.5)


def mark_width(mark: str, size: float) -> float:
    """How wide a drawn sign is, in points."""
    return size if mark == "arrow" else size * 0.72


TICK_SIDE = 2.6 * MM
