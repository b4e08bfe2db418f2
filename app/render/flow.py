"""From elements to measured blocks: paragraphs, labels, rules, bands; tables, pairs and forms have their own files."""

from collections.abc import Callable, Sequence
from typing import Final

from app.render import form, pairs, table
from app.render.blocks import TICK_SIDE, Block, Lines, Piece, RuleLine, Solid, Space, Stack
from app.render.columns import Band, Column, Filling, Pads
from app.render.fit import box_name, fit
from app.render.geometry import MM
from app.render.images import picture
from app.render.inline import Run, lay, runs_of, with_term
from app.render.markup import Node
from app.render.measure import Measure
from app.render.pen import Pen
from app.render.styles import Style
from app.render.widths import share

Maker = Callable[[Measure, Node, float, float], Sequence[Block]]


class Break(Solid):
    """The next block starts a new page; `heads` stand at its top and on those after it, until the next break."""

    def __init__(self, heads: Sequence[Block] = ()) -> None:
        self.heads = heads


class Kept(Stack):
    """Blocks that stay on one page if one page holds them."""


class Tail(Kept):
    """Blocks that are never torn and take the table's last two rows along."""


def flow(measure: Measure, nodes: Sequence[Node], x: float, width: float) -> list[Block]:
    """The blocks of `nodes` in the column at `x`."""
    blocks: list[Block] = []
    for node in nodes:
        blocks.extend(_MAKERS[node.tag](measure, node, x, width))
    return blocks


def pads_of(node: Node, given: Pads) -> Pads:
    """The paddings an element writes, else those given."""
    return Pads(
        node.length("pad", given.side), node.length("pad-top", given.top), node.length("pad-bottom", given.bottom)
    )


def _paragraph(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    style = measure.style(node, "value")
    runs = runs_of(measure, node, style)
    if not runs:
        return ()
    measure.check(node.content(), node.where, box_name(node))
    indent = node.length("indent")
    place = (x + indent, width - indent)
    if node.flag("fit"):
        lines = fit(measure, runs, place, style, node, most=node.length("lines", 1) * style.lead)
    else:
        lines = lay(measure, runs, *place, style)
    lines.shown = measure.shown(node, *place)
    return (lines,)


def _title(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    style = measure.styles["title"]
    runs = runs_of(measure, node, style)
    lines = lay(measure, runs, x, width, style._replace(lead=6.2 * MM))
    lines = Lines(lines.lines, style.lead if len(lines.lines) == 1 else 6.2 * MM, style.base)
    term = node.string("term")
    if term and lines.lines and lines.lines[-1]:
        last = lines.lines[-1][-1]
        end = last.x + measure.face(style).width(last.text) * style.size + 2.5 * MM
        piece = Piece(end, term, measure.styles["title-term"])
        fits = end + measure.face(piece.style).width(term) * piece.style.size <= x + width
        lines.lines = [*lines.lines[:-1], [*lines.lines[-1], piece]] if fits else [*lines.lines, [piece._replace(x=x)]]
    lines.shown = measure.shown(node, x, width)
    return (lines, Space(5.8 * MM)) if len(lines.lines) > 1 else (lines,)


def _label(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    style = measure.style(node, "label")
    runs = with_term(measure, " ".join(node.content().split()), node.string("term"), style)
    lines = lay(measure, runs, x, width, style)
    if node.string("right"):
        right = measure.style(node, "note", "right-style")
        wide = measure.face(right).width(node.string("right")) * right.size
        first = [*(lines.lines[0] if lines.lines else ()), Piece(x + width - wide, node.string("right"), right)]
        lines = Lines([first, *lines.lines[1:]], style.lead, style.base)
    lines.shown = measure.shown(node, x, width)
    return (lines,) if lines.lines else ()


def _tick(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    style = measure.style(node, "tick")
    indent = node.length("indent")
    lines = lay(measure, runs_of(measure, node, style), x + indent + 4.2 * MM, width - indent - 4.2 * MM, style)
    lines.shown = measure.shown(node, x + indent, width - indent)
    return (Ticked(x + indent, lines, style, on=node.flag("on")),)


class Ticked(Solid):
    """A tick box drawn as lines, and its text."""

    def __init__(self, x: float, lines: Lines, style: Style, *, on: bool) -> None:
        self.height = lines.height + 1.4 * MM
        self._x = x
        self._lines = lines
        self._base = style.base
        self._on = on

    def paint(self, pen: Pen, top: float) -> None:
        """The box stands on the first line's baseline, a little under it."""
        under = top + self._base + 0.35 * MM
        pen.box(self._x, under - TICK_SIDE, TICK_SIDE, TICK_SIDE, weight=0.5)
        if self._on:
            left, middle, right = self._x + 0.5 * MM, self._x + 1.1 * MM, self._x + 2.2 * MM
            pen.rule(left, under - 1.3 * MM, middle, under - 0.5 * MM, weight=0.9)
            pen.rule(middle, under - 0.5 * MM, right, under - 2.2 * MM, weight=0.9)
        self._lines.paint(pen, top)


def _rule(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    indent = node.length("indent")
    wide = node.length("width", width - indent)
    grey = node.length("grey", 0.35 if node.flag("dots") else 0.0)
    weight = (node.length("weight", 0.4), grey)
    return (RuleLine(x + indent, wide, weight, node.length("after", 1.0 * MM), dots=node.flag("dots")),)


def _gap(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    return (Space(node.length("h", 4.0 * MM)),)


def _frame(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    pad = node.length("pad", 2.5 * MM)
    inside = Stack(flow(measure, node.children, x + pad, width - 2 * pad))
    weight = node.length("weight", 0.5)
    least = max(node.length("min-height"), inside.height + 2 * node.length("room", 2 * MM))
    return (Filling((x, width), inside, least, weight, dash=node.flag("dash")),)


def _image(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    return picture(measure, node, x, width)


def _bottom(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    raise node.fail("<bottom> stands in a <band> or a <column>")


def _band(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    given = pads_of(node, measure.pads or Pads())
    written = [child for child in node.children if child.tag == "column"]
    if written and len(written) != len(node.children):
        raise node.fail("a band holds columns or other blocks, not both")
    if node.flag("fill") and not any(map(_says_something, written or [node])):
        return ()
    columns = _columns(measure, node, x, width, given) if written else [_column(measure, node, x, width, given)]
    return (
        Band(
            columns, top=node.weight("top", "thin"), bottom=node.weight("bottom", "none"),
            least=node.length("min-height"), tint=node.flag("tint"), grey=node.length("grey", measure.rule_grey),
        ),
    )  # fmt: skip


def _columns(measure: Measure, band: Node, x: float, width: float, given: Pads) -> list[Column]:
    nodes = [node for node in band.children if not band.flag("fill") or _says_something(node)]
    widths = share([node.string("width", "*") for node in nodes], width, band)
    fewer = len(nodes) < len(band.children)
    if fewer:
        widths[-1] += width - sum(widths)
    columns = []
    for node, wide in zip(nodes, widths, strict=True):
        columns.append(_column(measure, node, x, wide, given))
        x += wide
    # A rule parts two columns: where the one before was left out there is nothing to part.
    return [columns[0]._replace(ruled=False), *columns[1:]] if fewer else columns


def _says_something(node: Node) -> bool:
    """Whether anything of a column would be printed, judged as its blocks judge it."""
    if node.has("label") or node.has("no"):
        return True
    for child in node.children:
        if child.tag in ("pairs", "fields"):
            found = bool(pairs.kept(child))
        else:
            found = child.tag != "gap" and (child.tag not in ("p", "title", "label") or bool(child.content().strip()))
        if found:
            return True
    return False


def _column(measure: Measure, node: Node, x: float, width: float, given: Pads) -> Column:
    pads = pads_of(node, given)
    at, wide = x + pads.side, width - 2 * pads.side
    blocks: list[Block] = []
    if node.has("label") or node.has("no"):
        style = measure.style(node, "form-label", "label-style")
        text = "\u2002".join(part for part in (node.string("no"), node.string("label")) if part)
        blocks.append(lay(measure, with_term(measure, text, "", style), at, wide, style))
    foot: list[Block] = []
    fill = None
    for child in node.children:
        if child.tag == "bottom":
            foot.extend(flow(measure, child.children, at, wide))
        else:
            blocks.extend(_MAKERS[child.tag](measure, child, at, wide))
    if blocks and isinstance(blocks[-1], Filling):
        fill = blocks.pop()
    return Column(
        x, width, pads, Stack(blocks), Stack(foot) if foot else None, fill if isinstance(fill, Filling) else None,
        node.flag("rule"), measure.shown(node, x, width),
    )  # fmt: skip


def _keep(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    return (Kept(flow(measure, node.children, x, width)),)


def _tail(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    return (Tail(flow(measure, node.children, x, width)),)


def _page_break(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    return (Break(flow(measure, node.children, x, width)),)


def _leftovers(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    if not measure.leftovers:
        return ()
    style, label = measure.style(node, "form-value"), measure.styles["form-label"]
    pad = 2.5 * MM
    place = (x + pad, width - 2 * pad)
    blocks: list[Block] = [Break(), Space(1.5 * MM), *_paragraph(measure, node, *place)]
    for box, text in measure.leftovers:
        blocks += [Space(style.lead), lay(measure, [Run(box, label)], *place, style)]
        blocks.append(lay(measure, [Run(text, style)], *place, style._replace(even=False)))
    return [*blocks, Space(pad)]


_MAKERS: Final[dict[str, Maker]] = {
    "p": _paragraph,
    "title": _title,
    "label": _label,
    "tick": _tick,
    "rule": _rule,
    "gap": _gap,
    "frame": _frame,
    "image": _image,
    "bottom": _bottom,
    "band": _band,
    "keep": _keep,
    "tail": _tail,
    "pagebreak": _page_break,
    "leftovers": _leftovers,
    "pairs": pairs.pairs,
    "fields": pairs.fields,
    "table": table.table,
    "sums": table.sums,
    "form": form.form,
}
