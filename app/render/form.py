"""Boxes, texts and strokes at fixed places: official forms and labels."""

from collections.abc import Sequence
from typing import NamedTuple

from app.render.blocks import TICK_SIDE, Area, Block, Lines, Solid, Weight
from app.render.fit import fit
from app.render.geometry import MM
from app.render.images import Picture, picture
from app.render.inline import lay, runs_of, with_term
from app.render.markup import Node
from app.render.measure import Measure
from app.render.pen import Pen, Rule
from app.render.spots import Shown
from app.render.styles import Style


class Outline(NamedTuple):
    """A box's border; y from the form's top."""

    x: float
    y: float
    width: float
    height: float
    weight: float
    tint: bool = False


class Form(Solid):
    """What stands at fixed places under the form's top."""

    def __init__(self, height: float, top: Weight, place: tuple[float, float]) -> None:
        self.height = height
        self.blocks: list[tuple[float, Block]] = []
        self.boxes: list[Outline] = []
        self.strokes: list[Rule] = []
        self._top = top
        self._place = place

    def paint(self, pen: Pen, top: float) -> None:
        """Tints and borders, strokes, then the texts."""
        x, width = self._place
        if self._top[0]:
            pen.rule(x, top, x + width, top, weight=self._top[0], grey=self._top[1])
        for box in self.boxes:
            if box.tint:
                pen.tint(box.x, top + box.y, box.width, box.height)
            if box.weight:
                pen.box(box.x, top + box.y, box.width, box.height, weight=box.weight)
        for rule in self.strokes:
            pen.dashed(rule._replace(y0=rule.y0 + top, y1=rule.y1 + top))
        for y, block in self.blocks:
            block.paint(pen, top + y)


def form(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    """Everything placed in a <form>."""
    made = Form(node.length("h"), node.weight("top", "none"), (x, width))
    for child in node.children:
        if child.tag == "box":
            _box(measure, made, child, x)
        elif child.tag == "text":
            _text(measure, made, child, x, width)
        elif child.tag == "stroke":
            made.strokes.append(_stroke(child, x))
        elif child.tag == "tick":
            _tick(measure, made, child, x)
        else:
            made.blocks += [(child.length("y"), block) for block in _picture(measure, child, x)]
    return (made,)


def _box(measure: Measure, made: Form, node: Node, x: float) -> None:
    left, top, wide, high = x + node.length("x"), node.length("y"), node.length("w"), node.length("h")
    border = node.flag("border", default=True)
    if border or node.flag("tint"):
        weight = node.length("weight", 0.4) if border else 0.0
        made.boxes.append(Outline(left, top, wide, high, weight, node.flag("tint")))
    if shown := measure.shown(node, left, wide):
        made.blocks.append((top, Area(shown, high)))
    pad = node.length("pad", 2.0 * MM)
    place = (left + pad, wide - 2 * pad)
    start = node.length("value-top", 1.0 * MM)
    label = _label(measure, node, place)
    if label.lines:
        made.blocks.append((top + 1.0 * MM, label))
        start = node.length("value-top", 2.0 * MM + label.height)
    style = measure.style(node, "value")
    measure.check(node.content(), node.where, node.string("no").rstrip(". ") or node.string("label"))
    runs = runs_of(measure, node, style)
    if not runs:
        return
    lines = fit(measure, runs, place, style, node, most=high - start - 0.5 * MM)
    room = high - start - lines.height
    made.blocks.append((top + start + (room / 2 if node.flag("middle") else 0.0), lines))


def _label(measure: Measure, node: Node, place: tuple[float, float]) -> Lines:
    style = measure.style(node, "form-label", "label-style")
    text = "\u2002".join(part for part in (node.string("no"), node.string("label")) if part)
    lines = lay(measure, with_term(measure, text, "", style), *place, style)
    return Lines(lines.lines if text else (), 3.0 * MM if len(lines.lines) > 1 else style.lead, style.base)


def _text(measure: Measure, made: Form, node: Node, x: float, width: float) -> None:
    style = measure.style(node, "value")
    measure.check(node.content(), node.where)
    runs = runs_of(measure, node, style)
    wide = node.length("w", 1000.0)
    left = x + node.length("x")
    if not node.has("w"):
        left -= wide if style.align == "right" else wide / 2 if style.align == "center" else 0.0
    lines = lay(measure, runs, left, wide, style)
    lines.shown = _shown(measure, node, lines, (left, wide))
    made.blocks.append((node.length("y") - lines.base, lines))


def _shown(measure: Measure, node: Node, lines: Lines, place: tuple[float, float], before: float = 0.0) -> Shown | None:
    """What a text shows, over the width that the template gives it, else as far as its words go."""
    if measure.spots and not node.has("w"):
        pieces = [piece for line in lines.lines for piece in line]
        left = min((piece.x for piece in pieces), default=place[0] + before) - before
        ends = [piece.x + measure.face(piece.style).width(piece.text) * piece.style.size for piece in pieces]
        place = (left, max(ends, default=left + before) - left)
    return measure.shown(node, *place)


def _stroke(node: Node, x: float) -> Rule:
    x0, y0 = x + node.length("x"), node.length("y")
    dots = node.flag("dots")
    weight = node.length("weight", 0.6 if dots else 0.4)
    grey = node.length("grey", 0.35 if dots else 0.0)
    end = (x + node.length("x2") if node.has("x2") else x0, node.length("y2", y0))
    return Rule(weight, grey, x0, y0, *end, dash=(0.0, 1.5) if dots else None, round=dots)


def _tick(measure: Measure, made: Form, node: Node, x: float) -> None:
    style: Style = measure.style(node, "tick")
    left, top = x + node.length("x"), node.length("y")
    wide = node.length("w", 1000.0) - 4.2 * MM
    made.boxes.append(Outline(left, top, TICK_SIDE, TICK_SIDE, 0.5))
    if node.flag("on"):
        at, under = left, top + TICK_SIDE
        for x0, y0, x1, y1 in ((0.5, 1.3, 1.1, 0.5), (1.1, 0.5, 2.2, 2.2)):
            made.strokes.append(Rule(0.9, 0.0, at + x0 * MM, under - y0 * MM, at + x1 * MM, under - y1 * MM))
    lines = lay(measure, runs_of(measure, node, style), left + 4.2 * MM, wide, style)
    lines.shown = _shown(measure, node, lines, (left, wide + 4.2 * MM), before=4.2 * MM)
    made.blocks.append((top + TICK_SIDE - 0.35 * MM - style.base, lines))


def _picture(measure: Measure, node: Node, x: float) -> list[Picture]:
    left = x + node.length("x")
    found = picture(measure, node, left, node.length("w", 40 * MM))
    return [block for block in found if isinstance(block, Picture)]
