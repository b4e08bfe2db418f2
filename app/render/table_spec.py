"""A table as declared: its columns' places and styles, its head, its measures."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from app.render.blocks import Weight
from app.render.geometry import MM
from app.render.markup import Node
from app.render.measure import Measure
from app.render.spots import Shown
from app.render.styles import Align, Style
from app.render.widths import share


class PartSpec(NamedTuple):
    """A text at a fixed place of a cell's line."""

    value: str
    text: str
    at: float
    align: Align
    style: Style


class ItemSpec(NamedTuple):
    """One text of a cell that holds several."""

    value: str
    style: Style
    bullet: str
    hang: float
    gap: float
    parts: tuple[PartSpec, ...]
    always: bool
    from_code: bool
    coded: bool
    """Whether its code stands before its words."""


class NestedSpec(NamedTuple):
    """How a column shows the rows within a row."""

    value: str
    style: Style
    parent_style: Style
    parent: str
    indent: float


class ColumnSpec(NamedTuple):
    """One column. Places are points from the table's left edge."""

    node: Node
    name: str
    value: str
    left: float
    width: float
    pad_left: float
    pad_right: float
    style: Style
    second: tuple[str, ...]
    second_style: Style
    second_bullet: str
    carry: str
    carry_text: bool
    nested: NestedSpec | None
    items: tuple[ItemSpec, ...]
    from_code: bool
    inner: float
    """The width of its text."""
    upper: bool

    @property
    def right(self) -> float:
        """Where figures end."""
        return self.left + self.width - self.pad_right

    def shown(self, table: float, row: str) -> Shown:
        """The row's values that stand here, where the table starts at `table`; `row` is the row's path with its dot."""
        items = [key for item in self.items for key in (item.value, *(part.value for part in item.parts))]
        keys = self.node.string("path").split() or [key for key in (self.value, *self.second, *items) if key]
        start, end = self.left + min(0.0, self.pad_left), self.left + self.width - min(0.0, self.pad_right)
        return Shown(tuple(row + key for key in keys), table + start, end - start)


class TableSpec:
    """A declared table, measured against the page."""

    def __init__(self, measure: Measure, node: Node, x: float, width: float) -> None:
        self.node = node
        self.x = x
        self.width = width
        self.base = measure.style(node, "cell")
        self.first = node.length("first", 5.0 * MM)
        self.lead = node.length("lead", 4.0 * MM)
        self.under = node.length("under", 3.0 * MM)
        self.grid = node.flag("grid")
        self.row_rule: Weight = node.weight("row-rule", "black" if self.grid else "row")
        self.side = next((child for child in node.children if child.tag == "side"), None)
        self.side_width = 0.0
        self.groups: list[tuple[Node, list[Node]]] = []
        self.columns = self._columns(measure)

    def column(self, name: str, node: Node) -> ColumnSpec:
        """The column called `name`; `node` asked for it."""
        for column in self.columns:
            if column.name == name:
                return column
        raise node.fail(f"the table has no column '{name}'; it has: {' '.join(column.name for column in self.columns)}")

    def _columns(self, measure: Measure) -> list[ColumnSpec]:
        nodes: list[Node] = []
        for child in self.node.children:
            if child.tag == "group":
                self.groups.append((child, child.children))
                nodes += child.children
            elif child.tag == "col":
                nodes.append(child)
        sides = [self.side] if self.side else []
        texts = [child.string("width") or _width(child) for child in [*sides, *nodes]]
        widths = share(texts, self.width, self.node)
        left = self.side_width = widths[0] if self.side else 0.0
        columns = []
        for child, width in zip(nodes, widths[len(sides) :], strict=True):
            columns.append(self._column(measure, child, left, width))
            left += width
        return columns

    def _column(self, measure: Measure, node: Node, left: float, width: float) -> ColumnSpec:
        table = self.node
        pad = node.length("pad", table.length("pad", 2.5 * MM))
        right = node.length("pad-right", node.length("pad", table.length("pad-right", pad)))
        align: Align = node.values.get("align", "left")
        second = measure.style(node, "cell-italic", "second-style")._replace(align=align)
        return ColumnSpec(
            node=node,
            name=node.string("name") or node.string("value"),
            value=node.string("value"),
            left=left,
            width=width,
            pad_left=pad,
            pad_right=right,
            style=measure.style(node, "cell"),
            second=tuple(node.string("second").split()),
            second_style=second,
            second_bullet=node.string("second-bullet"),
            carry=node.string("carry"),
            carry_text=node.flag("carry-text"),
            nested=_nested(measure, node, "cell"),
            items=tuple(_item(measure, child, node.string("style") or "cell") for child in node.children),
            from_code=node.string("source") == "code",
            inner=width - pad - right,
            upper=node.flag("upper"),
        )


def _width(node: Node) -> str:
    raise node.fail(f"<{node.tag}> needs a width")


def _nested(measure: Measure, node: Node, style: str) -> NestedSpec | None:
    if not node.string("nested") and not node.string("parent-style"):
        return None
    align = node.values.get("align") or measure.styles[style].align
    return NestedSpec(
        node.string("nested"),
        measure.style(node, style, "nested-style")._replace(align=align),
        measure.style(node, node.string("style") or style, "parent-style")._replace(align=align),
        node.string("parent"),
        node.length("nested-indent"),
    )


def _item(measure: Measure, node: Node, style: str) -> ItemSpec:
    own = node.string("style") or style
    return ItemSpec(
        value=node.string("value"),
        style=measure.style(node, style),
        bullet=node.string("bullet"),
        hang=node.length("hang"),
        gap=node.length("gap"),
        parts=tuple(_part(measure, part, own) for part in node.children),
        always=node.flag("always"),
        from_code=node.string("source") == "code",
        coded=node.flag("coded"),
    )


def _part(measure: Measure, node: Node, style: str) -> PartSpec:
    align: Align = node.values.get("align", "left")
    return PartSpec(node.string("value"), node.string("text"), node.length("at"), align, measure.style(node, style))


def rows_of(measure: Measure, node: Node, root: str, path: str) -> Sequence[Any]:
    """The rows bound to a table. Raises TemplateError where the data have none of that name."""
    tree = measure.roots.get(root, {})
    if path not in tree:
        raise node.fail(f"there are no rows '{path}' in {root}")
    rows: Sequence[Any] = tree[path]
    if not isinstance(rows, list):
        raise node.fail(f"'{path}' is no list of rows")
    return rows
