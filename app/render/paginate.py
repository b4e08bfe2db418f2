"""Blocks to pages, in one pass: table rows with carried sums, tails that are never torn, heads that repeat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.render.blocks import Block, Lines, Space
from app.render.flow import Break, Kept
from app.render.geometry import CARRY_ROOM, Page
from app.render.table import Sums
from app.render.table_part import CARRY_HEIGHT, Part, Table
from app.render.table_rows import Row

_HAIR = 0.02
# Head, "brought forward" and two rows must still stand over what keeps to the last rows.
_ROWS_KEPT = 6 * CARRY_HEIGHT


class Placed(NamedTuple):
    """A block and the top it stands at."""

    top: float
    block: Block


class Paginator:
    """Puts blocks on pages of one size; `continued` heads every page but the first."""

    def __init__(self, page: Page, continued: Sequence[Block]) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._page = page
        self._always = continued
        self._headed(continued)
        self._y = page.top
        self._fresh = True
        self._later: list[Part] = []

    def place(self, blocks: Sequence[Block]) -> list[list[Placed]]:
        """All pages."""
        self._all(blocks)
        for part in self._later:
            self._next_page()
            self._put(part)
        return self.pages

    def bottom(self, index: int) -> float:
        """Where the last block of a page ends."""
        placed = self.pages[index]
        return max((at.top + at.block.height for at in placed), default=self._page.top)

    def _headed(self, heads: Sequence[Block]) -> None:
        """From the next page on."""
        self._continued = heads
        self._head = sum(block.height for block in heads)

    def _all(self, blocks: Sequence[Block], outer: float = 0.0) -> None:
        """One after the other; `outer` is the height that must follow the last of them on its page."""
        for index, block in enumerate(blocks):
            after = self._after(blocks[index + 1]) if index + 1 < len(blocks) else outer
            if isinstance(block, Break):
                self._headed([*self._always, *block.heads])
                self._next_page()
            elif isinstance(block, Table):
                self._table(block, after)
            elif isinstance(block, Kept):
                self._kept(block, after)
            else:
                self._block(block)

    def _after(self, following: Block) -> float:
        """The height that must stand on the page of the last rows before it; 0 if it cannot keep to any."""
        most = self._room - _ROWS_KEPT
        if isinstance(following, Kept) and following.blocks:
            height = following.height if following.height <= most else following.blocks[0].height
            return height if height <= most else 0.0
        return following.height if isinstance(following, Sums) else 0.0

    @property
    def _room(self) -> float:
        return self._page.room - self._head

    def _kept(self, block: Kept, after: float) -> None:
        fits = self._y + block.height <= self._page.body_end + _HAIR
        if not fits and not self._fresh and block.height <= self._room + _HAIR:
            self._next_page()
        self._all(block.blocks, after)

    def _block(self, block: Block) -> None:
        room = self._page.body_end - self._y
        if block.height <= room + _HAIR:
            self._put(block)
            return
        # Only flowing text breaks where a page ends; a band is torn only if no page could hold it.
        if block.height <= self._room + _HAIR and not isinstance(block, Lines):
            self._next_page()
            self._put(block)
            return
        first, rest = block.split(room)
        if first is None and self._fresh:
            self._put(block)
            return
        if first is not None:
            self._put(first)
        if rest is not None:
            self._next_page()
            self._block(rest)

    def _put(self, block: Block) -> None:
        if self._fresh and isinstance(block, Space) and len(self.pages) > 1:
            return
        self.pages[-1].append(Placed(self._y, block))
        self._y += block.height
        self._fresh = False

    def _next_page(self) -> None:
        self.pages.append([])
        self._y = self._page.top
        for block in self._continued:
            self._put(block)
        self._fresh = True

    def _table(self, table: Table, after: float) -> None:
        if table.room:
            self._roomy(table)
            return
        if not table.rows and table.lead is None and not table.side.lines:
            return
        run = _Run(self, table)
        for row in table.rows[:-1]:
            run.add(row)
        if table.rows:
            run.add_last(table.rows[-1], after)
        run.end(after)

    def _roomy(self, table: Table) -> None:
        part = Part(table, first=True)
        rows = list(table.rows)
        limit = table.head.height + table.room
        while rows and part.height + rows[0].height <= limit + _HAIR:
            part.add(rows.pop(0))
        part.side = table.side.lines
        part.fill(limit - part.height)
        self._put(part)
        while rows:
            part = Part(table, first=False)
            while rows and (part.empty or part.height + rows[0].height <= self._room + _HAIR):
                part.add(rows.pop(0))
            self._later.append(part)


class _Run:
    """One table being put on pages."""

    def __init__(self, paginator: Paginator, table: Table) -> None:
        self._to = paginator
        self._table = table
        self._side = list(table.side.lines)
        self._carries = bool(table.figures) and bool(table.carried)
        self._sums: Sequence[str] = ()
        self._part = Part(table, first=True)
        self._side_page = 0
        if self._to._y + self._least() > self._limit + _HAIR and not self._to._fresh:
            self._to._next_page()

    @property
    def _limit(self) -> float:
        return self._to._page.body_end - (CARRY_ROOM if self._carries else 0.0)

    def add(self, row: Row) -> None:
        """The next row, on this page or the next one, torn if it is too tall."""
        while self._overflows(row):
            room = self._limit - self._to._y - self._part.height
            first, rest = self._table.maker.split(row, room) if self._may_be_torn(row) else (None, row)
            if first is not None:
                self._part.add(first)
                row = rest
            elif self._part.empty and self._to._fresh:
                break
            self._turn(self._sums)
        self._part.add(row)
        self._sums = row.carry

    def add_last(self, row: Row, after: float) -> None:
        """The last row; where it would go alone to the page of what follows the table, the row before goes along."""
        rows = self._rows
        if after and self._overflows(row) and len(rows) > 1 and not row.pieces and not rows[-1].pieces:
            head = self._table.head.height + (CARRY_HEIGHT if self._carries else 0.0)
            if head + rows[-1].height + row.height + after <= self._to._room + _HAIR:
                moved = self._part.take_back(1)
                self._turn(rows[-2].carry)
                self._part.add(moved[0])
        self.add(row)

    def end(self, after: float) -> None:
        """Close the table; `after` must fit under it, else the last two rows go along to the next page."""
        self._make_room_for_side()
        bottom = self._to._y + self._part.height + after
        rows = self._rows
        if after and bottom > self._to._page.body_end + _HAIR and not (self._to._fresh and len(rows) <= 1):
            count = min(2, len(rows) - 1)
            moved = self._part.take_back(count) if count > 0 else []
            if moved:
                left = self._part.rows[-1].carry or self._sums
                self._turn(left)
                for row in moved:
                    self._part.add(row)
        self._close()

    @property
    def _rows(self) -> list[Row]:
        """The rows of the data on this page so far."""
        return [row for row in self._part.rows if row is not self._table.lead]

    def _overflows(self, row: Row) -> bool:
        return self._to._y + self._part.height + row.height > self._limit + _HAIR

    def _least(self) -> float:
        """The height without which the table starts on the next page: its first row, and its marks in one piece."""
        row = next(iter(self._table.rows), None)
        rows = 0.0 if row is None else row.height
        if row is not None and self._may_be_torn(row):
            rows = min(rows, self._to._room / 3)
        side = self._table.side_height
        return max(self._part.height + rows, self._table.head.height + side if side <= self._widest() else 0.0)

    def _may_be_torn(self, row: Row) -> bool:
        return bool(row.pieces) and (bool(row.stops) or row.height > self._widest())

    def _make_room_for_side(self) -> None:
        """Empty height under the last row, so that the side column is not torn as long as the page can hold it."""
        if not self._side:
            return
        done = (len(self._table.side.lines) - len(self._side)) * self._table.side.style.lead
        missing = self._table.side_height - done - (self._part.height - self._table.head.height)
        self._part.fill(min(missing, self._limit - self._to._y - self._part.height))

    def _widest(self) -> float:
        head = self._table.head.height + (CARRY_HEIGHT if self._carries else 0.0)
        return self._to._room - head - (CARRY_ROOM if self._carries else 0.0)

    def _turn(self, sums: Sequence[str]) -> None:
        self._make_room_for_side()
        carry = self._carries and any(sums)
        if carry and not self._part.empty:
            self._part.carry(sums)
        self._close()
        self._to._next_page()
        self._part = Part(self._table, first=False, brought=sums if carry else None)

    def _close(self) -> None:
        lead = self._table.side.style.lead if self._side else 1.0
        body = self._part.height - self._table.head.height - (CARRY_HEIGHT if self._part.carried is not None else 0.0)
        fit = max(0, int((body - self._table.spec.first + lead * 0.75 + _HAIR) / lead))
        self._part.side, self._side = self._side[:fit], self._side[fit:]
        if self._part.side:
            self._side_page = self._side_page or len(self._to.pages)
        else:
            self._part.side_page = self._side_page
        self._to._put(self._part)
