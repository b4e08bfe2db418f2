"""A table on its way over the pages: the whole table, and the part of it that stands on one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.render.blocks import Piece, Solid, paint_piece
from app.render.geometry import MM
from app.render.pen import Pen
from app.render.spots import Shown
from app.render.styles import Style
from app.render.table_head import Head
from app.render.table_rows import Row, RowMaker
from app.render.table_spec import TableSpec

CARRY_HEIGHT = 8.0 * MM
_CARRY_BASE = 5.2 * MM


class SideText(NamedTuple):
    """The lines of the side column (marks)."""

    lines: Sequence[Sequence[Piece]]
    style: Style
    shown: Shown | None = None


class Extras(NamedTuple):
    """What a table has besides its rows: the side column, a first row over all text, carried sums and their words."""

    side: SideText
    lead: Row | None
    carried: Sequence[Piece]
    brought: Sequence[Piece]
    figures: Sequence[tuple[float, str]]


class Table(Solid):
    """A measured table; the paginator takes it apart into parts."""

    def __init__(self, spec: TableSpec, head: Head, maker: RowMaker, rows: Sequence[Row], extras: Extras) -> None:
        self.spec = spec
        self.head = head
        self.maker = maker
        self.rows = rows
        self.side, self.lead, self.carried, self.brought, self.figures = extras
        self.room = spec.node.length("room")
        self.height = head.height + sum(row.height for row in rows) + (self.lead.height if self.lead else 0.0)

    @property
    def side_height(self) -> float:
        """The height the side column needs."""
        return len(self.side.lines) * self.side.style.lead + self.spec.first if self.side.lines else 0.0


class Part(Solid):
    """The rows of a table on one page, with head and carried sums. Its height grows as rows are put in."""

    def __init__(self, table: Table, *, first: bool, brought: Sequence[str] | None = None) -> None:
        self.table = table
        self.first = first
        self.rows: list[Row] = [table.lead] if first and table.lead else []
        self.brought = brought
        self.carried: Sequence[str] | None = None
        self.filler = 0.0
        self.side: Sequence[Sequence[Piece]] = ()
        self.side_page = 0
        """The earlier page on which the side column began; 0 where there is none."""
        self._top = table.head.height + (CARRY_HEIGHT if brought is not None else 0.0)
        self.height = self._top + sum(row.height for row in self.rows)

    @property
    def empty(self) -> bool:
        """Whether no row of the data stands here yet."""
        return not self.rows or (len(self.rows) == 1 and self.rows[0] is self.table.lead)

    def add(self, row: Row) -> None:
        """Put a row under the others."""
        self.rows.append(row)
        self.height += row.height

    def take_back(self, count: int) -> list[Row]:
        """Give the last rows back, for the next page."""
        rows = self.rows[len(self.rows) - count :]
        del self.rows[len(self.rows) - count :]
        self.height -= sum(row.height for row in rows)
        return rows

    def fill(self, height: float) -> None:
        """Empty height under the last row."""
        if height > 0:
            self.filler += height
            self.height += height

    def carry(self, sums: Sequence[str]) -> None:
        """Close the part with "carried forward"."""
        self.carried = sums
        self.height += CARRY_HEIGHT

    def paint(self, pen: Pen, top: float) -> None:
        """Head, brought forward, rows, side column, carried forward."""
        table, spec = self.table, self.table.spec
        table.head.paint(pen, top, side_page=self.side_page)
        y = top + table.head.height
        left, right = spec.x + spec.side_width, spec.x + spec.width
        start = y
        if self.brought is not None:
            self._sums(pen, y, table.brought, self.brought)
            y += CARRY_HEIGHT
            if self.rows:
                pen.rule(left, y, right, y, weight=spec.row_rule[0] or 0.4, grey=spec.row_rule[1])
        y = self._rows(pen, y, left, right) + self.filler
        self._side(pen, top, start, y)
        if spec.grid:
            self._grid(pen, top, y)
        if self.carried is not None:
            pen.rule(spec.x, y, right, y, weight=0.8)
            self._sums(pen, y, table.carried, self.carried)

    def _rows(self, pen: Pen, y: float, left: float, right: float) -> float:
        spec = self.table.spec
        pen.choose(pen.fonts.face(spec.base.face), spec.base)
        words, height, weight = pen.words, pen.height, spec.row_rule[0]
        last = len(self.rows) - 1
        for index, row in enumerate(self.rows):
            words.append(f"1 0 0 1 {spec.x:.2f} {height - y - spec.first:.2f} Tm {row.operators}")
            for shown in row.shown:
                pen.show(shown, y, row.height)
            for start, end in row.rules:
                pen.rule(spec.x + start, y, spec.x + end, y)
            y += row.height
            if weight and index < last:
                pen.rule(left, y, right, y, weight=weight, grey=spec.row_rule[1])
        return y

    def _side(self, pen: Pen, top: float, start: float, end: float) -> None:
        spec = self.table.spec
        if spec.side is None:
            return
        edge = spec.x + spec.side_width
        pen.rule(edge, top, edge, end, grey=0.22)
        base, lead = start + spec.first, self.table.side.style.lead
        pen.show(self.table.side.shown, base - 0.75 * lead, len(self.side) * lead)
        for index, line in enumerate(self.side):
            for piece in line:
                paint_piece(pen, piece, base + index * lead)

    def _grid(self, pen: Pen, top: float, end: float) -> None:
        spec = self.table.spec
        for column in spec.columns[1:]:
            pen.rule(spec.x + column.left, top, spec.x + column.left, end)
        pen.rule(spec.x, end, spec.x + spec.width, end)

    def _sums(self, pen: Pen, top: float, label: Sequence[Piece], sums: Sequence[str]) -> None:
        style = self.table.maker.medium
        for piece in label:
            pen.text(piece.x, top + _CARRY_BASE, piece.text, piece.style)
        for (edge, align), text in zip(self.table.figures, sums, strict=True):
            wide = pen.fonts.face(style.face).width(text) * style.size
            pen.text(edge - wide if align == "right" else edge, top + _CARRY_BASE, text, style)
