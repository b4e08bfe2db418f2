"""One label for each package: its number among all, what is in it, what it weighs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Annotated

from msgspec.structs import replace

from app.domain.derived import Figures, derived_rows
from app.domain.goods import GoodsLine
from app.domain.goods_totals import unit_in_singular
from app.domain.packing import Content, PackageRange
from app.domain.packing_rows import kind_of_one, outside
from app.domain.packing_totals import package_count, range_count
from app.domain.struct import Value
from app.kinds.arithmetic import EXACT
from app.kinds.coded import Unit
from app.kinds.measures import Count, Quantity, Weight
from app.kinds.text import Lines, PlainText

MOST = 1000
"""Labels on one paper; who has more packages than that has them printed elsewhere."""


class LabelArticle(Value, frozen=True, kw_only=True):
    """One article in the package."""

    each: Annotated[Decimal | None, Quantity()] = None
    unit: Annotated[str | None, PlainText()] = None
    """In words that fit the count."""
    description: Annotated[str | None, Lines()] = None
    own_description: Annotated[str | None, Lines()] = None


class PackageLabel(Value, frozen=True, kw_only=True):
    """What stands on one package."""

    number: Annotated[Decimal | None, Count()] = None
    of: Annotated[Decimal | None, Count()] = None
    """How many packages there are."""
    kind_one: Annotated[str | None, PlainText()] = None
    net: Annotated[Decimal | None, Weight()] = None
    gross: Annotated[Decimal | None, Weight()] = None
    size: Annotated[str | None, PlainText()] = None
    contents: tuple[LabelArticle, ...] = ()


@derived_rows("packing.labels", PackageLabel)
def package_labels(figures: Figures) -> tuple[PackageLabel, ...]:
    """The labels of the first packages; none of a range whose numbers are not told."""
    return tuple(islice(_labels(figures), MOST))


def _labels(figures: Figures) -> Iterator[PackageLabel]:
    count = package_count(figures)
    for packages in figures.ranges:
        label, first = _label(figures, packages, count), packages.first or Decimal(0)
        for n in range(int(range_count(figures, packages) or 0)):
            yield replace(label, number=EXACT.add(first, Decimal(n)))


def _label(figures: Figures, packages: PackageRange, count: Decimal | None) -> PackageLabel:
    """What all labels of a range have in common."""
    return PackageLabel(
        of=count,
        kind_one=kind_of_one(figures, packages),
        net=packages.net_each,
        gross=packages.gross_each,
        size=outside(figures, packages),
        contents=tuple(_article(figures, content) for content in packages.contents or ()),
    )


def _article(figures: Figures, content: Content) -> LabelArticle:
    line = figures.lines.get(content.line or "", GoodsLine(id=""))
    return LabelArticle(
        each=content.each,
        unit=_unit(figures, line, content.each),
        description=line.description,
        own_description=line.own_description,
    )


def _unit(figures: Figures, line: GoodsLine, count: Decimal | None) -> str | None:
    """The unit in words that fit the count: 1 piece, 12 pieces."""
    if line.unit is None:
        return None
    return unit_in_singular(figures, line) if count == 1 else Unit().show(line.unit, figures.at)
