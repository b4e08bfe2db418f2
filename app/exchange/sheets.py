"""What a workbook for others holds: goods and packing list as rows of values, in the columns that a table may have.

Knows no file: :mod:`app.exchange.workbook_out` writes it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from app.catalog.catalog import Catalog
from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.goods_totals import goods_total, line_amount, total_quantity
from app.domain.packing import Content, PackageRange
from app.domain.packing_totals import gross_weight, net_weight, package_count, range_count, volume, volume_each
from app.exchange.answers import kind_of
from app.exchange.heads import AMOUNT, EACH, GOODS, NUMBER, RANGES, WORKED, known_columns
from app.kinds.arithmetic import rounded, times
from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded
from app.kinds.number import decimals_of
from app.words import say

Value = str | Decimal | datetime.date | None
PACKING = (
    *(f"{RANGES}first", f"{RANGES}last", f"{RANGES}kind", NUMBER, f"{GOODS}article_no", f"{GOODS}description", EACH),
    *(f"{WORKED}quantity", f"{GOODS}unit", f"{RANGES}net_each", f"{WORKED}net", f"{RANGES}gross_each"),
    *(f"{WORKED}gross", f"{RANGES}length", f"{RANGES}width", f"{RANGES}height", f"{WORKED}volume"),
)
SINGLES = ("packing.marks", "packing.wood", "packing.wood_treatment_mark")


class Sheet(NamedTuple):
    """One sheet: its title, the paths of its columns, its rows, and what stands under them as a total."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value]


def goods_columns() -> tuple[str, ...]:
    """Every column that the sheet of goods may have."""
    return tuple(path for path in known_columns() if path.startswith(GOODS))


def head_of(catalog: Catalog, path: str) -> str:
    """The head of a column in both languages; a table with it is understood again."""
    label = catalog.words[path].label
    return label.id if label.id == label.en else f"{label.id}\n{label.en}"


def goods_sheet(figures: Figures) -> Sheet:
    """The goods with their amounts. Columns that say nothing are left out, but for what every order has."""
    lines = figures.goods
    rows = [[_goods_value(figures, path, n, line) for path in goods_columns()] for n, line in enumerate(lines, 1)]
    sums = {f"{GOODS}quantity": total_quantity(figures), AMOUNT: goods_total(figures)}
    return _slim(say("exchange.sheet_goods", figures.at.language), goods_columns(), rows, sums, figures)


def packing_sheet(figures: Figures) -> Sheet:
    """One row for each article in each range; a mixed box's further articles say nothing of the box again."""
    columns = (*PACKING, *SINGLES)
    rows = [list(row) for row in _packed(figures)]
    if not rows and any(_single(figures, path) for path in SINGLES):
        rows = [[None] * len(PACKING)]
    for n, row in enumerate(rows):
        row += [_single(figures, path) if not n else None for path in SINGLES]
    sums = {
        f"{WORKED}net": net_weight(figures),
        f"{WORKED}gross": gross_weight(figures),
        f"{WORKED}volume": volume(figures),
    }
    title = say("exchange.sheet_packing", figures.at.language)
    return _slim(title, columns, rows, sums if package_count(figures) else {}, figures)


def spoken(path: str, value: Any, at: Circumstances) -> Value:
    """A value as a person reads it and as it is understood again; codes by name where the name leads back."""
    kind = kind_of(path)
    if isinstance(value, Decimal) or value is None:
        return value
    if isinstance(kind, Coded):
        shown = kind.show(value, at)
        return shown if kind.codes(at).meant_by(shown) == value else str(value)
    return kind.write(value, at)


def _slim(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Value]],
    sums: dict[str, Decimal | None],
    figures: Figures,
) -> Sheet:
    said = [n for n, path in enumerate(columns) if path in _ALWAYS or any(row[n] is not None for row in rows)]
    slim = [columns[n] for n in said]
    totals: list[Value] = [sums.get(path) for path in slim]
    if any(total is not None for total in totals):
        # The word stands where the row names goods, or it would count as goods.
        at = next(n for n, path in enumerate(slim) if path == f"{GOODS}description")
        totals[at] = say("exchange.word_total", figures.at.language)
    else:
        totals = []
    return Sheet(title, slim, [[row[n] for n in said] for row in rows], totals)


def _goods_value(figures: Figures, path: str, number: int, line: GoodsLine) -> Value:
    if path == NUMBER:
        return Decimal(number)
    if path == AMOUNT:
        return line_amount(figures, line)
    name = path[len(GOODS) :]
    return _answer(figures, path, f"goods.{line.id}.{name}", getattr(line, name))


def _packed(figures: Figures) -> Iterator[list[Value]]:
    numbers = {line.id: Decimal(n) for n, line in enumerate(figures.goods, start=1)}
    for packages in figures.ranges:
        for n, content in enumerate(packages.contents or (Content(id=""),)):
            line = figures.lines.get(content.line or "", GoodsLine(id=""))
            of_box = _of_box(figures, packages) if not n else {}
            of_goods = {NUMBER: numbers.get(line.id)} | {
                path: _goods_value(figures, path, 0, line)
                for path in (f"{GOODS}article_no", f"{GOODS}description", f"{GOODS}unit")
            }
            at = f"packing.ranges.{packages.id}.contents.{content.id}.each"
            each = {EACH: _answer(figures, EACH, at, content.each)}
            told = times(range_count(figures, packages), content.each)
            found = of_box | of_goods | each | {f"{WORKED}quantity": told}
            yield [found.get(path) for path in PACKING]


def _of_box(figures: Figures, packages: PackageRange) -> dict[str, Value]:
    """What is said of the packages themselves: their answers, and what all of them come to."""
    names = ("first", "last", "kind", "net_each", "gross_each", "length", "width", "height")
    paths = {name: f"packing.ranges.{packages.id}.{name}" for name in names}
    found = {f"{RANGES}{n}": _answer(figures, f"{RANGES}{n}", paths[n], getattr(packages, n)) for n in names}
    count, cube = range_count(figures, packages), times(range_count(figures, packages), volume_each(figures, packages))
    found |= {f"{WORKED}{name}": times(count, getattr(packages, f"{name}_each")) for name in ("net", "gross")}
    return found | {f"{WORKED}volume": rounded(cube, 3) if cube is not None and decimals_of(cube) > 3 else cube}


def _single(figures: Figures, path: str) -> Value:
    return _answer(figures, path, path, getattr(figures.shipment.packing, path.rpartition(".")[2]))


def _answer(figures: Figures, declared: str, path: str, value: Any) -> Value:
    """What was answered: a value, a text that is none yet, or that there is none."""
    if value is not None:
        return spoken(declared, value, figures.at)
    if path in figures.shipment.typed:
        return figures.shipment.typed[path]
    is_none = figures.shipment.answers.get(path) == "none"
    return say("exchange.word_none", figures.at.language) if is_none else None


_ALWAYS = frozenset(
    {f"{GOODS}{n}" for n in ("number", "description", "hs_code", "quantity", "unit", "unit_price", "amount")}
    | {f"{RANGES}{n}" for n in ("first", "last", "kind", "net_each", "gross_each")}
    | {EACH}
)
