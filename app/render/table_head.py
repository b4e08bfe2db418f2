"""A table's head: names, Indonesian terms, units, heads over several columns, and their rules."""

from typing import Final, NamedTuple

from app.render.geometry import MM
from app.render.markup import Node
from app.render.measure import Measure
from app.render.pen import Pen
from app.render.styles import Style
from app.render.table_spec import ColumnSpec, TableSpec

# Lines -> height and baselines, in mm from the head's top (MEASURES 1, 2, 5).
_PLAIN: Final = {1: (8.0, (5.2,)), 2: (10.0, (4.4, 7.6)), 3: (13.0, (4.2, 7.3, 10.6))}
_GROUPED: Final = {2: (11.0, (4.4, 8.6)), 3: (14.0, (4.2, 7.3, 11.6))}
_GROUP_RULE: Final = 2.9
_THIN: Final = 0.55

Lines = list[tuple[str, Style]]


class HeadText(NamedTuple):
    """A text of the head; places from the head's top left corner."""

    x: float
    y: float
    text: str
    style: Style


class Head:
    """The measured head of a table."""

    def __init__(self, measure: Measure, spec: TableSpec) -> None:
        self.spec = spec
        self.texts: list[HeadText] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self._measure = measure
        named = [column.node for column in spec.columns] + [node for node, _ in spec.groups]
        self.shown = any(node.string("head") for node in named) or bool(spec.side and spec.side.string("head"))
        cells = self._cells()
        self.again = self._again()
        lines = max((len(top) + len(bottom) for _, _, top, bottom in cells), default=1)
        units = max((len(bottom) for _, _, _, bottom in cells), default=0)
        tops = max((len(top) for _, _, top, _ in cells), default=1)
        lines = max(lines, tops + max(units, 1 if self.again else 0))
        self.height, self._baselines = self._measures(lines)
        for place, align, top, bottom in cells:
            self._put(place, align, top, 0)
            self._put(place, align, bottom, lines - len(bottom))
        self._last = lines - 1
        self._group_rules()
        self._halves()
        if not self.shown:
            self.height = 0.0

    def paint(self, pen: Pen, top: float, *, side_page: int) -> None:
        """Tint, then rules, then text; the side column's words if it stands on `side_page`, an earlier one, not 0."""
        spec = self.spec
        if not self.shown:
            return
        pen.tint(spec.x, top, spec.width, self.height)
        for y in (top, top + self.height):
            pen.rule(spec.x, y, spec.x + spec.width, y)
        for x0, y0, x1, y1 in self.rules:
            pen.rule(spec.x + x0, top + y0, spec.x + x1, top + y1, grey=0.0 if spec.grid else _THIN)
        for text in self.texts:
            pen.text(spec.x + text.x, top + text.y, text.text, text.style)
        if side_page and self.again:
            style = self._measure.styles["head-unit"]
            words = self.again.replace("{page}", str(side_page))
            pen.text(spec.x + _side_pad(spec), top + self._baselines[self._last], words, style)

    def _cells(self) -> list[tuple[tuple[float, float], str, Lines, Lines]]:
        spec = self.spec
        grouped = {id(child) for _, children in spec.groups for child in children}
        cells = []
        if spec.side:
            pad = _side_pad(spec)
            inner = spec.side_width - 2 * pad
            cells.append(((pad, inner), "left", *self._lines(spec.side, inner)))
        for column in spec.columns:
            place = (column.left + column.pad_left, column.inner)
            # A head may use the room between columns: "No." stands in eight millimetres.
            spare = max(0.0, column.pad_left if column.style.align == "right" else column.pad_right)
            top, bottom = self._lines(column.node, column.inner + spare - 0.1 * MM, sub=id(column.node) in grouped)
            cells.append((place, column.style.align, top, bottom))
        for node, _children in spec.groups:
            first, last = self._edges(node)
            place = (first.left + 2 * MM, last.right - first.left - 2 * MM)
            cells.append((place, "center", self._lines(node, place[1])[0], []))
        return cells

    def _lines(self, node: Node, width: float, *, sub: bool = False) -> tuple[Lines, Lines]:
        styles = self._measure.styles
        own = styles[self.spec.node.string("head-style") or "head"]
        unit, term = styles["head-unit"], styles["head-term"]
        if sub:
            return [], self._wrapped(node.string("head"), width, unit)
        top = self._wrapped(node.string("head"), width, own) + self._wrapped(node.string("term"), width, term)
        return top, self._wrapped(node.values.get("unit", ""), width, unit)

    def _wrapped(self, text: str, width: float, style: Style) -> Lines:
        if not text:
            return []
        self._measure.check(text, self.spec.node.where)
        face = self._measure.face(style)
        return [(line, style) for line in face.lines(text, width / style.size)]

    def _measures(self, lines: int) -> tuple[float, tuple[float, ...]]:
        node = self.spec.node
        if node.has("head-lead"):
            lead = node.length("head-lead")
            height = node.length("head-height", 3.4 * MM + lead * lines)
            return height, tuple(3.4 * MM + lead * index for index in range(lines))
        known = (_GROUPED if self.spec.groups else _PLAIN).get(lines)
        height, baselines = known or (4.2 + 3.1 * (lines - 1) + 2.6, tuple(4.2 + 3.1 * index for index in range(lines)))
        return node.length("head-height", height * MM), tuple(y * MM for y in baselines)

    def _put(self, place: tuple[float, float], align: str, lines: Lines, start: int) -> None:
        x, width = place
        for index, (text, style) in enumerate(lines):
            room = width - self._measure.face(style).word_width(text) * style.size
            shift = room if align == "right" else room / 2 if align == "center" else 0.0
            self.texts.append(HeadText(x + shift, self._baselines[start + index], text, style))

    def _group_rules(self) -> None:
        for node, _ in self.spec.groups:
            first, last = self._edges(node)
            y = self._baselines[-1] - _GROUP_RULE * MM
            self.rules.append((first.left + 2 * MM, y, last.right, y))

    def _halves(self) -> None:
        # A box over another in one head (PEB 49 over 50): the lower one starts under a rule at half height.
        for column in self.spec.columns:
            if column.node.flag("head-rule"):
                half = self.height / 2
                self.rules.append((column.left, half, column.left + column.width, half))
                unit = column.node.string("unit")
                self.texts = [text._replace(y=half + 3.3 * MM) if text.text == unit else text for text in self.texts]

    def _edges(self, node: Node) -> tuple[ColumnSpec, ColumnSpec]:
        children = next(children for group, children in self.spec.groups if group is node)
        inside = [column for column in self.spec.columns if column.node in children]
        if not inside:
            raise node.fail("a <group> needs columns")
        return inside[0], inside[-1]

    def _again(self) -> str:
        return self.spec.side.string("again") if self.spec.side else ""


def _side_pad(spec: TableSpec) -> float:
    return spec.node.length("pad", 2.5 * MM)
