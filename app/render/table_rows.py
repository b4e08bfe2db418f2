"""Rows of a table: bound to the data, wrapped, and written at once as operators that need only a starting point.

A row's text is kept as one string of relative moves. That makes a row cheap in time and memory; only rows taller than
a third of a page keep their pieces, because only they may be split.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import inf

from app.render.geometry import MM
from app.render.measure import Measure
from app.render.spots import Shown
from app.render.styles import Style
from app.render.table_cells import CellPiece, Cells
from app.render.table_spec import ColumnSpec, TableSpec, rows_of


class Row:
    """One measured row. `carry` holds the running sums after it, one text a carrying column."""

    __slots__ = ("_composed", "carry", "height", "pieces", "rules", "shown", "stops")

    def __init__(self, height: float, composed: str | Callable[[], str], carry: tuple[str, ...] = ()) -> None:
        self.height = height
        self._composed = composed
        self.carry = carry
        self.pieces: Sequence[CellPiece] = ()
        self.stops: Sequence[float] = ()
        self.rules: Sequence[tuple[float, float]] = ()
        self.shown: Sequence[Shown] = ()

    @property
    def operators(self) -> str:
        """What draws its text."""
        if not isinstance(self._composed, str):
            self._composed = self._composed()
        return self._composed


class RowMaker:
    """Measures the rows of one table."""

    def __init__(self, measure: Measure, spec: TableSpec) -> None:
        self.spec = spec
        self._measure = measure
        self._cells = Cells(measure, spec)
        self.medium = measure.styles["cell-medium"]
        self._tall = measure.page.room / 3
        self._carry = [column.carry for column in spec.columns if column.carry]

    def rows(self) -> Iterator[Row]:
        """All rows of the data, in order."""
        spec = self.spec
        node = spec.node
        data = rows_of(self._measure, node, "d", node.string("each"))
        codes = rows_of(self._measure, node, "code", node.string("each")) if self._wants_codes() else data
        for index, row in enumerate(data):
            nested = row.get(node.string("nested")) if node.has("nested") else None
            pieces, stops = self._cells.row(row, codes[index], nested or ())
            carry = tuple([str(row.get(key, "")) for key in self._carry])
            made = self.made(pieces, stops, carry)
            if self._measure.spots:
                made.shown = [column.shown(spec.x, f"{node.string('each')}.{index}.") for column in spec.columns]
            yield made

    def made(self, pieces: Sequence[CellPiece], stops: Sequence[float], carry: tuple[str, ...] = ()) -> Row:
        """A row of ready pieces."""
        spec = self.spec
        deepest = max([piece[1] for piece in pieces], default=0.0)
        height = spec.first + deepest + spec.under
        if height <= self._tall:
            return Row(height, self._composed(pieces), carry)
        # Composed when it is drawn: a row of many pages is torn page by page, and each rest is a row again.
        row = Row(height, partial(self._composed, pieces), carry)
        row.pieces, row.stops = pieces, stops
        return row

    def split(self, row: Row, room: float) -> tuple[Row | None, Row]:
        """A tall row at the last stop that fits into `room`; the rest repeats the first line, "(continued)"."""
        spec = self.spec
        most = room - spec.first - spec.under + 0.01
        lines = sorted({piece[1] for piece in row.pieces})
        reach = bisect_right(lines, most)
        # A stop fits where the line before it does: up to the first line that does not.
        first_over = lines[reach] if reach < len(lines) else inf
        for stops in (row.stops, lines):
            place = bisect_right(stops, first_over)
            if most >= 0 and place and stops[place - 1] > 0:
                return self._torn(row, stops[place - 1], nested=stops is row.stops)
        return None, row

    def _torn(self, row: Row, stop: float, *, nested: bool) -> tuple[Row, Row]:
        above = [piece for piece in row.pieces if piece[1] < stop]
        below = [piece for piece in row.pieces if piece[1] >= stop]
        shift = stop - (5.0 * MM if nested else 0.0)
        rest = [(x, y - shift, text, style) for x, y, text, style in below]
        if nested:
            rest = self._cells.continued([piece for piece in row.pieces if piece[1] == 0.0]) + rest
        first, last = self.made(above, ()), self.made(rest, [at - shift for at in row.stops if at > stop], row.carry)
        first.shown = last.shown = row.shown
        return first, last

    def _composed(self, pieces: Sequence[CellPiece]) -> str:
        ink, fonts, base = self._measure.ink, self._measure.fonts, self.spec.base
        out: list[str] = []
        at_x = at_y = 0.0
        current: Style = base
        face = fonts.face(base.face)
        for x, y, text, style in pieces:
            move = f"{x - at_x:.2f} 0 Td" if y == at_y else f"{x - at_x:.2f} {at_y - y:.2f} Td"
            at_x, at_y = x, y
            # Styles that differ in alignment only need no operator.
            if style is not current and style[:5] != current[:5]:
                face = fonts.face(style.face)
                move = f"{move} {_change(ink.font(face, style.size), style, current)}"
                current = style
            out.append(f"{move} {ink.show(face, style, text)}")
        if current is not base:
            out.append(_change(ink.font(fonts.face(base.face), base.size), base, current))
        return " ".join(out)

    def _wants_codes(self) -> bool:
        return any(
            column.from_code or any(item.from_code or item.coded for item in column.items)
            for column in self.spec.columns
        )


def text_pieces(
    measure: Measure, column: ColumnSpec, text: str, style: Style, wide: float, y: float = 0.0
) -> list[CellPiece]:
    """One line of text in a column, aligned as the column is."""
    room = wide - measure.face(style).width(text) * style.size
    shift = room if style.align == "right" else room / 2 if style.align == "center" else 0.0
    return [(column.left + column.pad_left + shift, y, text, style)]


def _change(font: str, style: Style, current: Style) -> str:
    return font if style.grey == current.grey else f"{font} {style.grey:g} g"
