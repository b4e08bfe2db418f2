"""The rows of a table read by its columns; what is no row of goods (totals, heads, notes) is left out and told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.checks.weight_rules import number
from app.exchange.answers import Answer, ColumnReader, Place, kind_of
from app.exchange.doubt import Doubt, doubt, stop
from app.exchange.heads import GOODS, NUMBER, Column, plain
from app.exchange.numbers import Style, spelling_of
from app.exchange.table import Cell, Line, Table, cell_name
from app.kinds.arithmetic import plus
from app.kinds.circumstances import Circumstances
from app.kinds.measures import Number
from app.reference.code_list import folded
from app.words import Text


class Read(NamedTuple):
    """One row: its number and its answers by path."""

    number: int
    answers: Mapping[str, Answer]


class Rows(NamedTuple):
    """What a table says, and what there is to say about it."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Read]
    doubts: Sequence[Doubt]


def read_rows(table: Table, columns: Sequence[Column], after: int, at: Circumstances) -> Rows:
    """Read what stands under the heads (under row ``after``) by the columns that are taken."""
    taken = [column for column in columns if column.path]
    lines = [line for line in table.lines if line.number > after]
    kept, left_out = _sorted(lines, columns)
    style = _style_of(lines, taken)
    doubts: list[Doubt] = [*_names_twice(taken, table.title)]
    answers: dict[int, dict[str, Answer]] = {line.number: {} for line in lines}
    for column in taken:
        reader = ColumnReader(column, table.title, at, style)
        wanted = {line.number for line in lines if kept.get(line.number) or line.number in left_out.totals}
        for row, answer in reader.read(_places(table, column.at, lines, wanted)):
            answers[row][column.path or ""] = answer
        # What is odd in a row that is left out troubles nobody.
        doubts += reader.doubts
    rows = [Read(line.number, answers[line.number]) for line in lines if kept.get(line.number)]
    rows, more = _without_sums(rows)
    doubts += _told(table.title, left_out, more)
    doubts += _not_adding_up(rows, [Read(n, answers[n]) for n in left_out.totals])
    return Rows(table.title, columns, [row for row in rows if row.answers], doubts)


class _LeftOut(NamedTuple):
    totals: list[int]
    heads: list[int]
    notes: list[int]


def _sorted(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[dict[int, bool], _LeftOut]:
    """Which rows are rows of goods, by their texts alone."""
    heads = {column.at: plain(column.head) for column in columns}
    taken = {column.at: column.path for column in columns if column.path}
    kept: dict[int, bool] = {}
    out = _LeftOut([], [], [])
    for line in lines:
        is_note = not set(taken) & set(line.cells) or (out.totals and len(line.cells) < 2) or _only_speaks(line, taken)
        if _is_total(line, columns):
            out.totals.append(line.number)
        elif _repeats(line, heads) or (not kept and _counts_columns(line)):
            out.heads.append(line.number)
        elif is_note:
            out.notes.append(line.number)
        else:
            kept[line.number] = True
    return kept, out


def _only_speaks(line: Line, taken: Mapping[int, str]) -> bool:
    """Whether all there is stands where a number or a code should, and is none: "Say: US dollars"."""
    said = [(taken[at], cell) for at, cell in line.cells.items() if at in taken]
    words = [c for path, c in said if path not in _NAMING and not c.trouble and not any(x.isdigit() for x in c.text)]
    return len(said) == 1 and len(words) == 1 and " " in words[0].text


def _is_total(line: Line, columns: Sequence[Column]) -> bool:
    """Whether a cell says "total" and no other cell names goods."""
    said = [at for at, cell in line.cells.items() if _TOTAL.fullmatch(folded(cell.text).strip(" :.=*"))]
    naming = {c.at for c in columns if c.path in _NAMING}
    named = any(at in naming and at not in said for at in line.cells)
    return bool(said) and not named


def _repeats(line: Line, heads: Mapping[int, str]) -> bool:
    alike = sum(plain(cell.text) == heads.get(at) for at, cell in line.cells.items())
    return alike * 2 > len(line.cells) and alike > 1


def _counts_columns(line: Line) -> bool:
    """Whether the row under the heads is (1), (2), (3)."""
    texts = [line.cells[at].text.strip(" ()") for at in sorted(line.cells)]
    return len(texts) > 2 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _style_of(lines: Iterable[Line], columns: Iterable[Column]) -> Style | None:
    numeric = [column.at for column in columns if isinstance(kind_of(column.path or ""), Number)]
    return spelling_of(line.text(at) for line in lines for at in numeric if at in line.cells).style


def _places(table: Table, at: int, lines: Sequence[Line], wanted: set[int]) -> list[Place]:
    """The cells of a column, those that are merged with one above filled from it."""
    own = {line.number: line.cells[at] for line in lines if at in line.cells}
    filled: dict[int, Cell] = {}
    for span in table.spans:
        if span.left == at and span.bottom > span.top and span.top in own:
            filled |= dict.fromkeys(range(span.top + 1, min(span.bottom, max(wanted, default=0)) + 1), own[span.top])
    places = []
    for line in lines:
        if line.number in wanted and (cell := own.get(line.number) or filled.get(line.number)):
            places.append(Place(line.number, cell, line.number not in own))
    return places


def _names_twice(columns: Sequence[Column], title: str) -> list[Doubt]:
    """A field that two columns were taken for stops: one of them would be lost."""
    seen: dict[str, Column] = {}
    found = []
    for column in columns:
        before = seen.setdefault(column.path or "", column)
        if before is not column:
            names = {"one": cell_name(before.at, 1, title)[:-1], "other": cell_name(column.at, 1, title)[:-1]}
            found.append(stop("column_twice", head=column.head, **names))
    return found


def _without_sums(rows: list[Read]) -> tuple[list[Read], list[int]]:
    """Without a last row that names nothing and whose every number is the sum of those above it."""
    if len(rows) < 3 or any(path in _NAMING or path in _STARTING for path in rows[-1].answers):
        return rows, []
    *above, last = rows
    numbers = {path: answer.value for path, answer in last.answers.items() if isinstance(answer.value, Decimal)}
    sums = {path: _sum(above, path) for path in numbers}
    # A last article in the last carton may have all the same numbers; the sum of several rows is none of them.
    return (above, [last.number]) if numbers and numbers == sums else (rows, [])


def _sum(rows: Iterable[Read], path: str) -> Decimal | None:
    found: Decimal | None = Decimal(0)
    for row in rows:
        answer = row.answers.get(path)
        if answer is not None and not answer.is_merged:
            found = plus(found, answer.value if isinstance(answer.value, Decimal) else None)
    return found


def _not_adding_up(rows: Sequence[Read], totals: Sequence[Read]) -> list[Doubt]:
    """Say where a row of totals, of all rows or of those since the total before, says another number than they do."""
    found, begin = [], 0
    for total in totals:
        for path, answer in total.answers.items():
            if path not in _ADDED or not isinstance(answer.value, Decimal):
                continue
            above = [row for row in rows if row.number < total.number]
            whole = _sum(above, path)
            sums = {whole, _sum([row for row in above if row.number > begin], path)}
            if whole is not None and None not in sums and answer.value not in sums:
                found.append(doubt("total_differs", cell=answer.cell, text=answer.text, sum=number(whole)))
        begin = total.number
    return found


def _told(title: str, out: _LeftOut, sums: Sequence[int]) -> list[Doubt]:
    parts = (("left_total", [*out.totals, *sums]), ("left_head", out.heads), ("left_note", out.notes))
    sheet = Text(f"{title}, ", f"{title}, ") if title else Text("", "")
    said = [(reason, rows) for reason, rows in parts if rows]
    return [doubt(reason, sheet=sheet, rows=_listed(rows)) for reason, rows in said]


def _listed(rows: Sequence[int]) -> str:
    shown = ", ".join(str(row) for row in rows[:_SHOWN])
    return shown if len(rows) <= _SHOWN else f"{shown}, … ({len(rows)})"


_SHOWN = 8
_NAMING = frozenset({f"{GOODS}{name}" for name in ("description", "own_description", "article_no")})
_STARTING = frozenset({"packing.ranges.*.first", "packing.rows.*.numbers", NUMBER, f"{GOODS}unit"})
_ADDED = frozenset(
    {f"{GOODS}{name}" for name in ("quantity", "amount", "net_weight")}
    | {f"packing.rows.*.{name}" for name in ("count", "quantity", "net", "gross", "volume")}
)
_TOTAL = re.compile(
    r"(grand |sub[ -]?)?(total|totals|jumlah|jml)( (total|semua|seluruhnya|keseluruhan|harga|qty|quantity|amount|carton"
    r"|cartons|ctns|karton|invoice|value|nilai|fob|usd|idr|eur))*|t o t a l|total[ :]*(usd|idr|eur|rp)?|sum"
)
