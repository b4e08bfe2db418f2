"""Tables and the sums under them as elements: what <table> and <sums> mean."""

from collections.abc import Sequence

from app.render.blocks import Area, Block, Lines, Piece, Solid, Weight
from app.render.geometry import MM
from app.render.inline import lay, runs_of
from app.render.markup import Node
from app.render.measure import Measure
from app.render.pen import Pen
from app.render.spots import Shown
from app.render.styles import Align, Style
from app.render.table_head import Head
from app.render.table_part import Extras, SideText, Table
from app.render.table_rows import Row, RowMaker, text_pieces
from app.render.table_spec import TableSpec


def table(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    """A table bound to its data."""
    spec = TableSpec(measure, node, x, width)
    measure.tables[node.string("name") or node.string("each")] = spec
    maker = RowMaker(measure, spec)
    rows = list(maker.rows())
    closing = next((child for child in node.children if child.tag == "closing"), None)
    if closing is not None:
        rows.append(_closing(measure, spec, maker, closing))
    extras = Extras(
        side=_side(measure, spec),
        lead=_lead(measure, spec, maker),
        carried=_carry_label(measure, spec, "carried"),
        brought=_carry_label(measure, spec, "brought"),
        figures=_carry_figures(measure, spec),
    )
    return (Table(spec, Head(measure, spec), maker, rows, extras),)


def sums(measure: Measure, node: Node, x: float, width: float) -> Sequence[Block]:
    """Lines on the column edges of the table they name."""
    spec = measure.tables.get(node.string("table"))
    if spec is None:
        raise node.fail(f"no table '{node.string('table')}' stands above; known: {' '.join(sorted(measure.tables))}")
    lead = node.length("lead", 4.0 * MM)
    lines: list[list[Piece]] = []
    areas: list[tuple[float, Area]] = []
    for line in node.children:
        top = (len(lines) - 0.75) * lead
        rows, shown = _sum_line(measure, spec, line, node)
        areas += [(top, Area(of, lead * count)) for of, count in shown]
        lines += rows
    first = node.length("first", 5.0 * MM)
    height = first + lead * (len(lines) - 1) + node.length("under", 3.0 * MM)
    height = max(height, node.length("min-height"))
    base = first if node.has("first") else (height - lead * (len(lines) - 1)) / 2 + 1.25 * MM
    block = Lines(lines, lead, 0.0)
    rules = (node.weight("top", "thin"), node.weight("bottom", "none"))
    return (Sums(block, base, height, (x, width), rules, areas),)


class Sums(Solid):
    """Sums under a table, on its columns."""

    def __init__(
        self, lines: Lines, first: float, height: float, place: tuple[float, float], rules: tuple[Weight, Weight],
        areas: Sequence[tuple[float, Area]],
    ) -> None:  # fmt: skip
        self.height = height
        self._areas = areas
        self._lines = lines
        self._first = first
        self._place = place
        self._rules = rules

    def paint(self, pen: Pen, top: float) -> None:
        """Rules above and below, then the lines from the first baseline."""
        x, width = self._place
        for y, (weight, grey) in zip((top, top + self.height), self._rules, strict=True):
            if weight:
                pen.rule(x, y, x + width, y, weight=weight, grey=grey)
        self._lines.paint(pen, top + self._first)
        for y, area in self._areas:
            area.paint(pen, top + self._first + y)


def _sum_line(
    measure: Measure, spec: TableSpec, line: Node, sums_node: Node
) -> tuple[list[list[Piece]], list[tuple[Shown, int]]]:
    """The pieces of each line of text, and what the cells show with how many lines each has."""
    rows: list[list[Piece]] = []
    shown: list[tuple[Shown, int]] = []
    for cell in line.children:
        left, width, align = _place(spec, cell)
        style = measure.style(cell, sums_node.string("style") or "total")
        if "align" not in cell.values:
            style = style._replace(align=align)
        measure.check(cell.content(), cell.where)
        lines = lay(measure, runs_of(measure, cell, style), spec.x + left, width, style).lines
        for index, pieces in enumerate(lines):
            if index == len(rows):
                rows.append([])
            rows[index] += pieces
        start = min((piece.x for pieces in lines for piece in pieces), default=0.0)
        if lines and (of := measure.shown(cell, start, spec.x + left + width - start)):
            shown.append((of, len(lines)))
    return rows, shown


def _place(spec: TableSpec, cell: Node) -> tuple[float, float, Align]:
    if cell.string("at") == "side":
        pad = spec.node.length("pad", 2.5 * MM)
        return pad, spec.side_width - pad - 0.5 * MM, "left"
    column = spec.column(cell.string("at"), cell)
    index = spec.columns.index(column)
    last = spec.columns[min(len(spec.columns) - 1, index + max(1, int(cell.length("span", 1))) - 1)]
    left = column.left + column.pad_left
    # Figures of a total are wider than the column's: they may use the room of the column before.
    reach = column.left - 20 * MM if column.style.align == "right" else left
    return max(0.0, reach), last.right - max(0.0, reach), column.style.align


def _side(measure: Measure, spec: TableSpec) -> SideText:
    if spec.side is None:
        return SideText([], spec.base)
    style = measure.style(spec.side, "cell")
    measure.check(spec.side.content(), spec.side.where)
    pad = spec.node.length("pad", 2.5 * MM)
    lines = lay(measure, runs_of(measure, spec.side, style), spec.x + pad, spec.side_width - 2 * pad, style)
    shown = measure.shown(spec.side, spec.x, spec.side_width)
    return SideText([list(line) for line in lines.lines], style, shown)


def _lead(measure: Measure, spec: TableSpec, maker: RowMaker) -> Row | None:
    node = next((child for child in spec.node.children if child.tag == "lead"), None)
    if node is None or not node.content().strip():
        return None
    style = measure.style(node, "cell-medium")
    start = spec.column(node.string("from"), node) if node.has("from") else spec.columns[0]
    left = start.left + start.pad_left
    measure.check(node.content(), node.where)
    lines = lay(measure, runs_of(measure, node, style), left, spec.width - left - 2.5 * MM, style).lines
    lead = spec.lead
    pieces = [(piece.x, index * lead, piece.text, piece.style) for index, line in enumerate(lines) for piece in line]
    row = maker.made(pieces, ())
    row.height = max(node.length("height"), row.height)
    if shown := measure.shown(node, spec.x + left, spec.width - left):
        row.shown = (shown,)
    return row


def _closing(measure: Measure, spec: TableSpec, maker: RowMaker, node: Node) -> Row:
    pieces = []
    shown = []
    for cell in node.children:
        left, width, align = _place(spec, cell)
        shown.append(measure.shown(cell, spec.x + left, width))
        style = measure.style(cell, "cell-medium")
        if "align" not in cell.values:
            style = style._replace(align=align)
        for index, line in enumerate(lay(measure, runs_of(measure, cell, style), left, width, style).lines):
            pieces += [(piece.x, index * spec.lead, piece.text, piece.style) for piece in line]
    row = maker.made(sorted(pieces, key=lambda piece: piece[1]), ())
    start = spec.column(node.string("from"), node) if node.has("from") else spec.columns[0]
    end = spec.column(node.string("to"), node) if node.has("to") else spec.columns[-1]
    row.rules = ((start.left + start.pad_left, end.right),)
    row.shown = [of for of in shown if of is not None]
    return row


def _carry_label(measure: Measure, spec: TableSpec, name: str) -> list[Piece]:
    text = spec.node.string(name)
    if not text:
        return []
    column = next((column for column in spec.columns if column.carry_text), spec.columns[0])
    style: Style = measure.styles["cell-medium"]
    pieces = text_pieces(measure, column, text, style, column.inner)
    return [Piece(spec.x + x, said, used) for x, _, said, used in pieces]


def _carry_figures(measure: Measure, spec: TableSpec) -> list[tuple[float, str]]:
    return [(spec.x + column.right, column.style.align) for column in spec.columns if column.carry]
