"""Labels with their values: over each other in a grid, or beside each other on one line."""

from collections.abc import Sequence

from app.render.blocks import Beside, Block, Lines, Piece, Space, Stack
from app.render.fit import box_name, fit
from app.render.geometry import MM
from app.render.inline import lay, runs_of, with_term
from app.render.markup import Node
from app.render.measure import Measure
from app.render.styles import Style


def pairs(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    """A grid of pairs; those without a value are left out and the next takes the place."""
    children = kept(node)
    count = _columns(measure, node, len(children), width)
    step = (width + _side(measure)) / count
    rows: list[list[Block]] = []
    used = count
    for child in children:
        span = min(count, max(1, int(child.length("span", 1))))
        if used + span > count:
            rows.append([])
            used = 0
        wide = step * span - _side(measure)
        rows[-1].append(_pair(measure, child, x + used * step, wide))
        used += span
    blocks: list[Block] = []
    for row in rows:
        blocks += [Space(node.length("gap", 4.0 * MM)), Beside(row)]
    return blocks[1:]


def kept(node: Node) -> list[Node]:
    """The pairs or fields of a grid that are printed: those with a value, and those that always are."""
    return [
        child
        for child in node.children
        if child.content().strip() or child.children or child.string("right") or child.flag("always")
    ]


def _columns(measure: Measure, node: Node, pairs_kept: int, width: float) -> int:
    if node.has("cols"):
        return max(1, int(node.length("cols")))
    # MEASURES 0 "Page": pairs are 45 mm apart. Two alone stand in the two halves of the page.
    return 4 if pairs_kept > 2 and round((width + _side(measure)) / (45.0 * MM)) >= 4 else 2


def _side(measure: Measure) -> float:
    # A cell's text starts one padding after its edge and ends one before the next: both lie in the step.
    side = measure.pads.side if measure.pads else 2.5 * MM
    return 2 * side


def _pair(measure: Measure, node: Node, x: float, width: float) -> Block:
    label = measure.styles["label"]
    text = "\u2002".join(part for part in (node.string("no"), node.string("label")) if part)
    head = lay(measure, with_term(measure, text, node.string("term"), label), x, width, label)
    head.shown = measure.shown(node, x, width)
    style = measure.style(node, "value")
    measure.check(node.content(), node.where, box_name(node))
    runs = runs_of(measure, node, style)
    if node.flag("fit"):
        value = fit(measure, runs, (x, width), style, node, most=node.length("lines", 1) * style.lead)
    else:
        value = lay(measure, runs, x, width, style)
    value.shown = head.shown
    return Stack((head, value))


def fields(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    """One line a field: number, label, colon, value, a second value at the right."""
    return [_field(measure, node, child, x, width) for child in kept(node)]


def _field(measure: Measure, grid: Node, node: Node, x: float, width: float) -> Lines:
    style = measure.style(node, grid.string("style") or "value")
    label = measure.style(node, grid.string("label-style") or "label", "label-style")
    at = grid.length("value", 17.5 * MM)
    start = x + grid.length("number") + node.length("indent")
    room = x + at - start - grid.length("colon", 0.5 * MM)
    heads = lay(measure, with_term(measure, node.string("label"), node.string("term"), label), start, room, label).lines
    first = [Piece(x, node.string("no"), label)] if node.string("no") else []
    values = _values(measure, grid, node, (x + at, width - at), style)
    rows: list[list[Piece]] = []
    for index in range(max(len(heads), len(values.lines), 1)):
        row = list(first) if index == 0 else []
        row += heads[index] if index < len(heads) else []
        if index == 0 and grid.has("colon"):
            row.append(Piece(x + at - grid.length("colon"), ":", label))
        row += values.lines[index] if index < len(values.lines) else []
        rows.append(row)
    if node.string("right"):
        rows[0].append(_right(measure, grid, node, x + width, style))
    lines = Lines(rows, values.lead, values.base)
    lines.shown = measure.shown(node, x, width)
    return lines


def _values(measure: Measure, grid: Node, node: Node, place: tuple[float, float], style: Style) -> Lines:
    measure.check(node.content(), node.where, box_name(node))
    x, width = place
    if node.string("right"):
        width -= measure.face(style).word_width(node.string("right")) * style.size + 1.5 * MM
    runs = runs_of(measure, node, style)
    if node.flag("fit") and runs:
        return fit(measure, runs, (x, width), style, node, most=node.length("lines", 4) * style.lead)
    return lay(measure, runs, x, width, style)


def _right(measure: Measure, grid: Node, node: Node, edge: float, style: Style) -> Piece:
    text = node.string("right")
    wide = measure.face(style).word_width(text) * style.size
    return Piece(edge - grid.length("right") - wide, text, style)
