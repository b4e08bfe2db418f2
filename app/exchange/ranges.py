"""Packages out of the rows of a table: which rows are one range, what one package weighs and measures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import NamedTuple

from app.checks.weight_rules import number
from app.exchange.answers import Answer
from app.exchange.doubt import Doubt, doubt, stop
from app.exchange.heads import EACH, RANGES, WORKED
from app.exchange.numbers import plain_number, style_of
from app.kinds.arithmetic import times
from app.kinds.kind import tidied
from app.kinds.number import FRACTION_DIGITS, decimals_of, normal

FIRST, LAST = f"{RANGES}first", f"{RANGES}last"
NUMBERS, COUNT, SIZE = f"{WORKED}numbers", f"{WORKED}count", f"{WORKED}size"
OF_RANGES = frozenset(
    {f"{RANGES}{n}" for n in ("first", "last", "kind", "net_each", "gross_each", "length", "width", "height")}
)
"""What a table may say of a range itself."""
FIGURES = frozenset({NUMBERS, COUNT, SIZE, f"{WORKED}net", f"{WORKED}gross", f"{WORKED}volume"})
CONTENTS = frozenset({EACH, f"{WORKED}quantity"})


class Content(NamedTuple):
    """So much of a goods line, by its place among the lines; ``each`` may be a text that is no number."""

    line: int
    each: Answer | None


class Range:
    """One range of packages while the rows of a table are gone through."""

    def __init__(self, cell: str) -> None:
        self.cell = cell
        self.answers: dict[str, Answer] = {}
        self.contents: list[Content] = []

    @property
    def count(self) -> Decimal | None:
        """How many packages it has, where its numbers say so."""
        first, last = (self.answers[path].value if path in self.answers else None for path in (FIRST, LAST))
        return last - first + 1 if first is not None and last is not None and last >= first else None


def numbered(row: Mapping[str, Answer], before: Range | None) -> tuple[dict[str, Answer], list[Doubt]]:
    """The first and the last number of a row's packages: as told, or counted on from the row above."""
    own = {path: row[path] for path in (FIRST, LAST) if path in row}
    if own:
        return own, []
    if NUMBERS in row:
        return _from_text(row[NUMBERS])
    count = row[COUNT].value if COUNT in row else None
    if count is None or count < 1:
        return {}, []
    last = before.answers[LAST].value if before and LAST in before.answers else None
    if before is not None and last is None:
        return {}, [stop("no_numbers", cell=row[COUNT].cell)]
    first = (last or Decimal(0)) + 1
    pair = (first, first + count - 1)
    return _pair(row[COUNT], *pair), [
        doubt("numbers_counted", cell=row[COUNT].cell, first=f"{pair[0]}", last=f"{pair[1]}")
    ]


def each_of(total: Answer, count: Decimal | None) -> tuple[Answer | None, list[Doubt]]:
    """What falls to one package of a total; it stops where that is no number that a person could have weighed."""
    if total.value is None:
        return total, []
    if not count:
        return None, [stop("no_count", cell=total.cell, text=total.text)]
    each = normal(_ENOUGH.divide(total.value, count))
    if decimals_of(each) > FRACTION_DIGITS:
        return None, [stop("not_divisible", cell=total.cell, text=total.text, count=f"{count:f}")]
    return total._replace(value=each), []


def sides_of(size: Answer) -> tuple[dict[str, Answer], list[Doubt]]:
    """Length, width and height out of "60 x 40 x 38 cm"."""
    text = re.sub(r"(?<=\d)\s*(cm|cms)\b", "", tidied(size.text), flags=re.IGNORECASE)
    sides = [part.strip() for part in re.split(r"\s*[x×*]\s*", text.casefold())]
    read = [plain_number(side, style_of(side) or "id") for side in sides]
    if len(sides) != 3 or None in read:
        return {}, [stop("odd_size", cell=size.cell, text=size.text)]
    values = [Decimal((side or "").replace(",", ".")) for side in read]
    names = ("length", "width", "height")
    return {f"{RANGES}{n}": size._replace(value=v, text=f"{v:f}") for n, v in zip(names, values, strict=True)}, []


def checked_total(each: Answer, total: Answer, count: Decimal | None) -> list[Doubt]:
    """Say where a total is not what so many packages come to."""
    product = times(each.value, count)
    if product is None or total.value is None or product == total.value:
        return []
    return [doubt("total_differs", cell=total.cell, text=total.text, sum=number(product))]


def _from_text(numbers: Answer) -> tuple[dict[str, Answer], list[Doubt]]:
    found = _NUMBERS.fullmatch(tidied(numbers.text))
    if found is None:
        return {}, [stop("odd_numbers", cell=numbers.cell, text=numbers.text)]
    first, last = Decimal(found[1]), Decimal(found[2] or found[1])
    if last < first or len(found[1]) > 9 or len(found[2] or "") > 9:
        return {}, [stop("odd_numbers", cell=numbers.cell, text=numbers.text)]
    return _pair(numbers, first, last), []


def _pair(source: Answer, first: Decimal, last: Decimal) -> dict[str, Answer]:
    return {FIRST: source._replace(value=first, text=f"{first}"), LAST: source._replace(value=last, text=f"{last}")}


def same_numbers(ranges: Sequence[Range], numbers: Mapping[str, Answer]) -> Range | None:
    """The range that has these numbers already."""
    wanted = tuple(numbers[path].value if path in numbers else None for path in (FIRST, LAST))
    for one in reversed(ranges):
        if None not in wanted and wanted == tuple(
            one.answers[p].value if p in one.answers else None for p in (FIRST, LAST)
        ):
            return one
    return None


_ENOUGH = Context(prec=60)
"""More digits than a number that is kept may have: a division that does not end is seen by them."""
_WORD = r"[^\d,.]*?"
_NUMBERS = re.compile(
    rf"{_WORD}(\d+)\s*(?:(?:-|–|—|~|/|s/?d|to|sampai|until|up to)\s*{_WORD}(\d+))?[^\d,.]*", re.IGNORECASE
)
