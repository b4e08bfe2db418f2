"""Goods lines and packages out of the rows of one table or of several sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.checks.weight_rules import number
from app.domain.goods import GoodsLine
from app.exchange.answers import Answer
from app.exchange.doubt import Doubt, doubt, stop
from app.exchange.heads import AMOUNT, CONTENT_LINE, EACH, GOODS, NUMBER, WORKED
from app.exchange.ranges import (
    CONTENTS,
    COUNT,
    FIGURES,
    LAST,
    OF_RANGES,
    SIZE,
    Content,
    Range,
    checked_total,
    each_of,
    numbered,
    same_numbers,
    sides_of,
)
from app.exchange.rows import Read, Rows
from app.kinds.arithmetic import plus, times
from app.reference.code_list import folded

QUANTITY, UNIT = f"{GOODS}quantity", f"{GOODS}unit"
_NAMES = tuple(f"{GOODS}{name}" for name in ("article_no", "description", "own_description"))
_SINGLE = frozenset({"packing.marks", "packing.wood", "packing.wood_treatment_mark"})
_NO_LINE = -1


class Line:
    """One goods line while the tables are gone through; ``known`` is one that the shipment has already."""

    def __init__(self, known: GoodsLine | None = None) -> None:
        self.known = known
        self.answers: dict[str, Answer] = {}
        self.quantities: list[Answer] = []
        self.packed: list[Decimal | None] = []

    def named(self, path: str) -> str:
        """What the line says at a path, as names are compared."""
        answer = self.answers.get(path)
        value = (
            getattr(self.known, path[len(GOODS) :]) if self.known else (answer.value or answer.text) if answer else None
        )
        return folded(str(value)) if value is not None else ""


class Gathered(NamedTuple):
    """What all tables together say."""

    lines: Sequence[Line]
    ranges: Sequence[Range]
    singles: Mapping[str, Answer]
    doubts: Sequence[Doubt]


class Gatherer:
    """Takes one table after another; packages of a later one hold the goods of an earlier one."""

    def __init__(self, known: Sequence[GoodsLine]) -> None:
        self.lines = [Line(line) for line in known]
        self.ranges: list[Range] = []
        self.singles: dict[str, Answer] = {}
        self.doubts: list[Doubt] = []

    def take(self, table: Rows) -> None:
        """Take the rows of a table."""
        paths = {column.path for column in table.columns if column.path}
        packed = bool(paths & (OF_RANGES | FIGURES | CONTENTS | {CONTENT_LINE}))
        if packed and not self._has_goods_of_their_own(paths):
            # A packing list alone: its goods are those told before; a sheet before it or the shipment has them.
            for row in table.rows:
                self._take_packed(row, self._line_meant(row))
            return
        if not packed:
            self.lines = [line for line in self.lines if line.known is None]
        begun: list[Line] = []
        for row in table.rows:
            line = self._line_told(row, begun, packed=packed)
            if packed:
                self._take_packed(row, line)
            else:
                self._take_singles(row)

    def finished(self) -> Gathered:
        """All of it, quantities summed and compared."""
        for line in self.lines:
            self._settle_quantity(line)
        for one in self.ranges:
            self._settle_contents(one)
        return Gathered(self.lines, self.ranges, self.singles, self.doubts)

    def _has_goods_of_their_own(self, paths: set[str]) -> bool:
        told = {path for path in paths if path.startswith(GOODS)} - {NUMBER, AMOUNT, *_NAMES, f"{GOODS}hs_code", UNIT}
        return bool(told) or not self.lines

    def _line_told(self, row: Read, begun: list[Line], *, packed: bool) -> int:
        """The goods line that a row tells: the one above where it says nothing of goods itself."""
        told = {p: a for p, a in row.answers.items() if p.startswith(GOODS) and p not in (NUMBER, AMOUNT)}
        own = [answer for answer in told.values() if not answer.is_merged]
        if not own and begun and packed:
            return self.lines.index(begun[-1])
        if packed and (same := self._same(told, begun)) is not None:
            self._take_quantity(same, told)
            return self.lines.index(same)
        if not told:
            return _NO_LINE
        line = Line()
        begun.append(line)
        self.lines.append(line)
        line.answers = {path: answer for path, answer in told.items() if path != QUANTITY}
        self._take_quantity(line, told)
        self._refuse_merged(row)
        return len(self.lines) - 1

    def _same(self, told: Mapping[str, Answer], begun: Sequence[Line]) -> Line | None:
        """A line begun before that says the same of the goods."""
        if not any(path in told for path in _NAMES):
            return None
        given = {path: answer for path, answer in told.items() if path not in (QUANTITY, UNIT)}
        for line in begun:
            if all(path in line.answers and line.answers[path].value == a.value for path, a in given.items()):
                return line
        return None

    def _refuse_merged(self, row: Read) -> None:
        """A number that stands once for several lines or ranges belongs to none of them."""
        for path in (QUANTITY, f"{GOODS}net_weight"):
            answer = row.answers.get(path)
            if answer is not None and answer.is_merged:
                self.doubts.append(stop("merged_number", cell=answer.cell, text=answer.text))

    def _take_quantity(self, line: Line, told: Mapping[str, Answer]) -> None:
        answer = told.get(QUANTITY)
        if answer is None or answer.is_merged:
            return
        line.quantities.append(answer)
        unit = line.answers.get(UNIT) or told.get(UNIT)
        if answer.unit and unit is not None and unit.value not in (None, answer.unit):
            self.doubts.append(stop("two_units", cell=answer.cell, text=answer.text, unit=unit.text))
        elif answer.unit and unit is None:
            line.answers[UNIT] = answer._replace(value=answer.unit, text=answer.unit)

    def _line_meant(self, row: Read) -> int:
        """The line that a packing list's row names by number, article or description; told where there is none."""
        answers = row.answers
        named = {path: folded(str(a.value or a.text)) for path, a in answers.items() if path in _NAMES}
        found = [n for n, line in enumerate(self.lines) if all(line.named(p) == text for p, text in named.items())]
        number = answers.get(CONTENT_LINE) or answers.get(NUMBER)
        if number is not None and (len(found) != 1 or not named):
            wanted = folded(number.text)
            found = [n for n in found if wanted in self._names_of(n)]
        if len(found) == 1 or not (named or number):
            return found[0] if named or number else self._line_above(answers)
        first = next(iter([*(answers[path] for path in named), *([number] if number else [])]))
        self.doubts.append(stop("unknown_goods" if not found else "several_goods", cell=first.cell, text=first.text))
        return _NO_LINE

    def _names_of(self, n: int) -> set[str]:
        line = self.lines[n]
        return {str(n + 1), *(line.named(path) for path in _NAMES), line.known.id if line.known else ""} - {""}

    def _line_above(self, answers: Mapping[str, Answer]) -> int:
        """A row that names no goods holds those of the row above, or the only ones there are."""
        if not set(answers) & CONTENTS:
            return _NO_LINE
        above = [content.line for one in self.ranges for content in one.contents]
        return above[-1] if above else 0 if len(self.lines) == 1 else _NO_LINE

    def _take_packed(self, row: Read, line: int) -> None:
        self._take_singles(row)
        answers = row.answers
        told = [a for path, a in answers.items() if path in OF_RANGES | FIGURES and not a.is_merged]
        if not told and not set(answers) & CONTENTS and not any(a.is_merged for a in answers.values()):
            return
        one = self._range_of(row) if told else self.ranges[-1] if self.ranges else None
        if one is None:
            self.doubts.append(stop("no_package", cell=next(iter(answers.values())).cell))
        elif line != _NO_LINE:
            self._take_content(one, row, line)

    def _range_of(self, row: Read) -> Range | None:
        """The range of a row's numbers, made where it is new; a range without numbers is one of its own."""
        numbers, doubts = numbered(row.answers, self.ranges[-1] if self.ranges else None)
        self.doubts += doubts
        one = same_numbers(self.ranges, numbers) if numbers else self._continued(row)
        if one is None:
            one = Range(next(iter(row.answers.values())).cell)
            one.answers |= numbers
            self.ranges.append(one)
        self._take_measures(one, row)
        return one

    def _continued(self, row: Read) -> Range | None:
        """A row without numbers that weighs and measures nothing of its own is a further article in the same box."""
        measured = [p for p in row.answers if p in OF_RANGES | FIGURES and p != "packing.ranges.*.kind"]
        return self.ranges[-1] if self.ranges and not measured else None

    def _take_measures(self, one: Range, row: Read) -> None:
        given = {path: answer for path, answer in row.answers.items() if path in OF_RANGES}
        if SIZE in row.answers:
            sides, doubts = sides_of(row.answers[SIZE])
            given |= sides
            self.doubts += doubts
        for name in ("net", "gross"):
            total, path = row.answers.get(f"{WORKED}{name}"), f"packing.ranges.*.{name}_each"
            if total is not None and path in given:
                self.doubts += checked_total(given[path], total, one.count)
            elif total is not None:
                each, doubts = each_of(total, one.count)
                given |= {path: each} if each else {}
                self.doubts += doubts
        count = row.answers.get(COUNT)
        if count is not None and count.value is not None and one.count not in (None, count.value):
            self.doubts.append(stop("count_differs", cell=count.cell, text=count.text, count=f"{one.count:f}"))
        for path, answer in given.items():
            before = one.answers.setdefault(path, answer)
            if before.value != answer.value and path != LAST:
                self.doubts.append(stop("two_measures", cell=answer.cell, text=answer.text, before=before.cell))

    def _take_content(self, one: Range, row: Read, line: int) -> None:
        each, total = row.answers.get(EACH), row.answers.get(f"{WORKED}quantity") or row.answers.get(QUANTITY)
        if each is not None and each.unit and UNIT not in self.lines[line].answers and self.lines[line].known is None:
            self.lines[line].answers[UNIT] = each._replace(value=each.unit, text=each.unit)
        if each is None and total is not None and not total.is_merged:
            each, doubts = each_of(total, one.count)
            self.doubts += doubts
        one.contents.append(Content(line, each))
        self.lines[line].packed.append(times(each.value, one.count) if each else None)

    def _take_singles(self, row: Read) -> None:
        for path in _SINGLE & set(row.answers):
            answer = row.answers[path]
            before = self.singles.setdefault(path, answer)
            if (before.value, before.text) != (answer.value, answer.text):
                self.doubts.append(stop("two_measures", cell=answer.cell, text=answer.text, before=before.cell))

    def _settle_quantity(self, line: Line) -> None:
        """One quantity for the line: as told, or summed where every row tells that of its own packages."""
        if line.known is not None:
            return
        packed: Decimal | None = Decimal(0)
        for part in line.packed:
            packed = plus(packed, part)
        told = line.quantities
        if not told:
            if line.packed and packed is not None:
                cell = next(iter(line.answers.values())).cell
                line.answers[QUANTITY] = Answer(cell, f"{packed:f}", packed)
                self.doubts.append(doubt("quantity_summed", cell=cell, sum=number(packed)))
        elif len(told) == 1 or (len({a.value for a in told}) == 1 and told[0].value in (packed, None)):
            line.answers[QUANTITY] = told[0]
        elif packed is not None and [answer.value for answer in told] == line.packed:
            line.answers[QUANTITY] = told[0]._replace(value=packed, text=f"{packed:f}")
        else:
            self.doubts.append(stop("two_quantities", cell=told[1].cell, before=told[0].cell))

    def _settle_contents(self, one: Range) -> None:
        lines = [content.line for content in one.contents]
        if len(set(lines)) < len(lines):
            self.doubts.append(stop("goods_twice", cell=one.cell))
