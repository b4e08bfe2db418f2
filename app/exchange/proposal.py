"""What a table would make of a shipment: its columns, its goods and packages, every doubt. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.catalog.catalog import Catalog
from app.domain.goods import GoodsLine
from app.domain.packing import Content, PackageRange, Packing
from app.domain.shipment import Shipment
from app.exchange.answers import Answer
from app.exchange.doubt import Doubt, doubt, stop
from app.exchange.gather import Gathered, Gatherer
from app.exchange.heads import GOODS, RANGES, Column, Heads, Vocabulary, find_heads
from app.exchange.percents import in_money
from app.exchange.rows import Rows, read_rows
from app.exchange.table import Table, TableRefused, cell_name
from app.kinds.circumstances import Circumstances
from app.kinds.number import FRACTION_DIGITS, WHOLE_DIGITS, decimals_of, normal
from app.words import Text

NewId = Callable[[], str]
Remembered = Mapping[str, str | None]


class Understood(NamedTuple):
    """A table with its heads."""

    table: Table
    heads: Heads


class Proposal(NamedTuple):
    """All that a table says, or nothing: while a doubt stops it, it is not taken over."""

    tables: Sequence[Rows]
    part: Shipment
    """Goods and packing alone, under new ids, with what could not be read as it was typed."""
    doubts: Sequence[Doubt]

    @property
    def stops(self) -> list[Doubt]:
        """What stands in the way."""
        return [found for found in self.doubts if found.stops]


def understand(tables: Sequence[Table], catalog: Catalog, remembered: Remembered) -> list[Understood]:
    """The tables that have heads. Raises TableRefused where none has."""
    vocabulary = Vocabulary(catalog)
    found = [(table, find_heads(table, vocabulary, remembered)) for table in tables]
    understood = [Understood(table, heads) for table, heads in found if heads is not None]
    if not understood:
        named = next((t for t in tables if t.lines), None)
        if named is None:
            raise TableRefused("empty")
        first = named.lines[0]
        raise TableRefused("no_heads", cell=cell_name(min(first.cells), first.number, named.title))
    return understood


def begins_with_heads(table: Table, catalog: Catalog) -> bool:
    """Whether a table's first lines are more than cells: known heads, or words alone over a line with a number."""
    if len(table.lines) < 2 or table.width < 2:
        return False
    first, second = table.lines[:2]
    words = not any(letter.isdigit() for cell in first.cells.values() for letter in cell.text)
    numbers = any(cell.text[:1].isdigit() for cell in second.cells.values())
    if words and numbers and len(first.cells) > 1:
        return True
    return find_heads(table, Vocabulary(catalog), {}) is not None


def propose(
    understood: Sequence[Understood], known: Sequence[GoodsLine], at: Circumstances, new_id: NewId, catalog: Catalog
) -> Proposal:
    """Read the tables by their heads. ``known`` are the shipment's goods, which a packing list alone may name."""
    gatherer, read, doubts = Gatherer(known), [], []
    for table, heads in understood:
        rows = in_money(read_rows(table, heads.columns, heads.row, at), at, catalog)
        read.append(rows)
        doubts += [*_about_columns(rows, catalog), *rows.doubts]
        gatherer.take(rows)
    gathered = gatherer.finished()
    part = _built(gathered, new_id)
    if not part.goods and not part.packing.ranges:
        doubts.append(stop("no_rows"))
    return Proposal(read, part, _each_once([*doubts, *gathered.doubts, *_unread(gathered)]))


def _about_columns(rows: Rows, catalog: Catalog) -> list[Doubt]:
    """Columns that are left out, and those whose heads were only guessed."""
    found = []
    if not any(column.head.strip() for column in rows.columns):
        found.append(doubt("without_heads"))
    for column in rows.columns:
        name = cell_name(column.at, 1, rows.title)[:-1]
        if column.path is None and column.head.strip():
            found.append(doubt("column_left", column=name, head=_short(column.head)))
        elif column.path and not column.is_sure:
            label = catalog.words[column.path].label
            found.append(doubt("column_guessed", column=name, head=_short(column.head), field=label))
    return found


def _unread(gathered: Gathered) -> Iterator[Doubt]:
    """Texts that are kept as typed, each with its reason; a number that came out longer than one can be kept stops."""
    answers = [a for line in gathered.lines for a in line.answers.values()]
    answers += [a for one in gathered.ranges for a in one.answers.values()]
    answers += [c.each for one in gathered.ranges for c in one.contents if c.each is not None]
    answers += gathered.singles.values()
    for answer in answers:
        if answer.problem is not None:
            yield doubt("kept_as_typed", cell=answer.cell, why=answer.problem.text)
        elif isinstance(answer.value, Decimal) and _is_too_long(answer.value):
            yield stop("too_long", cell=answer.cell, whole=str(WHOLE_DIGITS), fraction=str(FRACTION_DIGITS))


def _is_too_long(value: Decimal) -> bool:
    return bool(value) and (value.adjusted() >= WHOLE_DIGITS or decimals_of(normal(value)) > FRACTION_DIGITS)


def _each_once(doubts: Sequence[Doubt]) -> list[Doubt]:
    said = {(found.message.into("en"), found.stops): found for found in doubts}
    return sorted(said.values(), key=lambda found: not found.stops)


def _built(gathered: Gathered, new_id: NewId) -> Shipment:
    part, ids = _Part(), []
    for line in gathered.lines:
        ids.append(line.known.id if line.known else new_id())
        if line.known is None:
            part.goods.append(GoodsLine(id=ids[-1], **part.values(line.answers, GOODS, f"goods.{ids[-1]}.")))
    for one in gathered.ranges:
        at = f"packing.ranges.{(row_id := new_id())}."
        contents = []
        for content in one.contents:
            inside = f"{at}contents.{(content_id := new_id())}."
            each = part.values({"each": content.each} if content.each else {}, "", inside)
            contents.append(Content(id=content_id, line=ids[content.line], **each))
        values = part.values(one.answers, RANGES, at)
        part.ranges.append(PackageRange(id=row_id, contents=tuple(contents) or None, **values))
    singles = part.values(gathered.singles, "packing.", "packing.")
    packing = Packing(ranges=tuple(part.ranges) or None, **singles)
    return Shipment(goods=tuple(part.goods) or None, packing=packing, typed=part.typed, answers=part.none)


class _Part:
    """Goods and packing while they are put together."""

    def __init__(self) -> None:
        self.goods: list[GoodsLine] = []
        self.ranges: list[PackageRange] = []
        self.typed: dict[str, str] = {}
        self.none: dict[str, Any] = {}

    def values(self, answers: Mapping[str, Answer], prefix: str, at: str) -> dict[str, Any]:
        """The values by attribute; texts that are none, and "there is none", are noted at their paths."""
        values = {}
        for path, answer in answers.items():
            name = path[len(prefix) :]
            if answer.problem is not None:
                self.typed[f"{at}{name}"] = answer.text
            elif answer.is_none:
                self.none[f"{at}{name}"] = "none"
            else:
                values[name] = answer.value
        return values


def _short(head: str) -> Text:
    text = " ".join(head.split())
    cut = text if len(text) <= 40 else f"{text[:40]}…"
    return Text(cut, cut)


def without_heads(table: Table, paths: Sequence[str]) -> Understood:
    """A table that has no heads, its columns taken one after another for ``paths``."""
    columns = [Column(n, "", paths[n] if n < len(paths) else None) for n in range(table.width)]
    return Understood(table, Heads(0, tuple(columns)))


def with_columns(heads: Heads, chosen: Mapping[int, str | None]) -> Heads:
    """The same heads with other fields for some columns, as a person chose."""
    columns = tuple(Column(c.at, c.head, chosen[c.at], c.unit) if c.at in chosen else c for c in heads.columns)
    return heads._replace(columns=columns)
