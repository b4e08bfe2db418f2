"""The packing list's tables: one row a range of packages, and a summary by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Annotated

from msgspec.structs import replace

from app.domain.derived import Figures, derived_rows
from app.domain.goods import GoodsLine
from app.domain.packing import Content, PackageRange
from app.domain.packing_totals import ANY_KIND, range_count, volume_each
from app.domain.struct import Value
from app.kinds.arithmetic import plus, rounded, times, total
from app.kinds.choice import YesNo
from app.kinds.coded import PackageKind, Unit
from app.kinds.digits import HsCode
from app.kinds.measures import Count, Length, Quantity, Volume, Weight
from app.kinds.text import Lines, PlainText


class PackedArticle(Value, frozen=True, kw_only=True):
    """One article inside each package of a mixed range."""

    description: Annotated[str | None, Lines()] = None
    own_description: Annotated[str | None, Lines()] = None
    article_no: Annotated[str | None, PlainText()] = None
    unit: Annotated[str | None, Unit()] = None
    each: Annotated[Decimal | None, Quantity()] = None
    quantity: Annotated[Decimal | None, Quantity()] = None


class PackedRange(Value, frozen=True, kw_only=True):
    """A range of packages as the packing list prints it; sums run down to this row, for "carried forward"."""

    numbers: Annotated[str | None, PlainText()] = None
    count: Annotated[Decimal | None, Count()] = None
    kind: Annotated[str | None, PackageKind()] = None
    kind_one: Annotated[str | None, PlainText()] = None
    """The kind in the singular: "box"; "package" where nothing is told."""
    mixed: Annotated[str | None, YesNo()] = None
    description: Annotated[str | None, Lines()] = None
    own_description: Annotated[str | None, Lines()] = None
    article_no: Annotated[str | None, PlainText()] = None
    unit: Annotated[str | None, Unit()] = None
    each: Annotated[Decimal | None, Quantity()] = None
    quantity: Annotated[Decimal | None, Quantity()] = None
    net_each: Annotated[Decimal | None, Weight()] = None
    net: Annotated[Decimal | None, Weight()] = None
    gross_each: Annotated[Decimal | None, Weight()] = None
    gross: Annotated[Decimal | None, Weight()] = None
    size: Annotated[str | None, PlainText()] = None
    volume: Annotated[Decimal | None, Volume()] = None
    running_count: Annotated[Decimal | None, Count()] = None
    running_quantity: Annotated[Decimal | None, Quantity()] = None
    running_net: Annotated[Decimal | None, Weight()] = None
    running_gross: Annotated[Decimal | None, Weight()] = None
    running_volume: Annotated[Decimal | None, Volume()] = None
    contents: tuple[PackedArticle, ...] = ()
    """The articles of a mixed range; empty where all packages hold one article."""


class ArticleSummary(Value, frozen=True, kw_only=True):
    """One goods line over all packages. Weights stand only where no package is mixed: nobody weighed them apart."""

    hs_code: Annotated[str | None, HsCode()] = None
    count: Annotated[Decimal | None, Count()] = None
    description: Annotated[str | None, Lines()] = None
    own_description: Annotated[str | None, Lines()] = None
    article_no: Annotated[str | None, PlainText()] = None
    unit: Annotated[str | None, Unit()] = None
    quantity: Annotated[Decimal | None, Quantity()] = None
    net: Annotated[Decimal | None, Weight()] = None
    gross: Annotated[Decimal | None, Weight()] = None
    volume: Annotated[Decimal | None, Volume()] = None
    packages: Annotated[str | None, PlainText()] = None
    """The ranges the article is in: "1 – 2, 7"."""


@derived_rows("packing.rows", PackedRange)
def packed_ranges(figures: Figures) -> tuple[PackedRange, ...]:
    """Every range with its totals."""
    return figures.once("packed_ranges", lambda: tuple(_rows(figures)))


@derived_rows("packing.summary", ArticleSummary)
def article_summary(figures: Figures) -> Iterator[ArticleSummary]:
    """Every goods line that is packed, with what all its packages come to."""
    by_line: dict[str, list[tuple[PackageRange, Content]]] = {}
    for packages in figures.ranges:
        for content in packages.contents or ():
            by_line.setdefault(content.line or "", []).append((packages, content))
    mixed = any(len(packages.contents or ()) > 1 for packages in figures.ranges)
    for line in figures.goods:
        if line.id in by_line:
            yield _summary(figures, line, by_line[line.id], mixed)


def _summary(
    figures: Figures, line: GoodsLine, found: list[tuple[PackageRange, Content]], mixed: bool
) -> ArticleSummary:
    rows = [_row(figures, packages) for packages, _ in found]
    quantities = [times(range_count(figures, packages), content.each) for packages, content in found]
    return ArticleSummary(
        description=line.description,
        own_description=line.own_description,
        article_no=line.article_no,
        unit=line.unit,
        hs_code=line.hs_code,
        count=None if mixed else total([row.count for row in rows]),
        quantity=total(quantities),
        net=None if mixed else total([row.net for row in rows]),
        gross=None if mixed else total([row.gross for row in rows]),
        volume=None if mixed else _rounded(total([_exact_volume(figures, packages) for packages, _ in found])),
        packages=", ".join(row.numbers for row in rows if row.numbers) or None if mixed else None,
    )


def _rows(figures: Figures) -> Iterator[PackedRange]:
    sums: tuple[Decimal | None, ...] = (Decimal(0),) * 5
    # Volume is summed unrounded and rounded when shown, so that the last carried sum is the total.
    for packages in figures.ranges:
        row = _row(figures, packages)
        parts = (row.count, row.quantity, row.net, row.gross, _exact_volume(figures, packages))
        sums = tuple(plus(before, part) for before, part in zip(sums, parts, strict=True))
        yield _with_sums(row, sums)


def _with_sums(row: PackedRange, sums: tuple[Decimal | None, ...]) -> PackedRange:
    count, quantity, net, gross, volume = sums
    return replace(
        row,
        running_count=count,
        running_quantity=quantity,
        running_net=net,
        running_gross=gross,
        running_volume=_rounded(volume),
    )


def _row(figures: Figures, packages: PackageRange) -> PackedRange:
    count, contents = range_count(figures, packages), packages.contents or ()
    mixed = len(contents) > 1
    articles = tuple(_packed_article(figures, content, count) for content in contents)
    alike = _alike(articles)
    return PackedRange(
        description=alike.description,
        own_description=alike.own_description,
        article_no=alike.article_no,
        unit=alike.unit,
        numbers=_numbers(packages),
        count=count,
        kind=packages.kind,
        kind_one=kind_of_one(figures, packages),
        mixed="yes" if mixed else "no",
        each=alike.each,
        quantity=times(count, alike.each),
        net_each=packages.net_each,
        net=times(count, packages.net_each),
        gross_each=packages.gross_each,
        gross=times(count, packages.gross_each),
        size=outside(figures, packages),
        volume=_rounded(_exact_volume(figures, packages)),
        contents=articles if mixed else (),
    )


def _alike(articles: Sequence[PackedArticle]) -> PackedArticle:
    """What can be said of all articles in a package together: the only one itself, else their sum if it has a unit."""
    if len(articles) == 1:
        return articles[0]
    units = {article.unit for article in articles}
    if len(units) != 1:
        return PackedArticle()
    return PackedArticle(unit=units.pop(), each=total([article.each for article in articles]))


def kind_of_one(figures: Figures, packages: PackageRange) -> str:
    """The kind in the singular: "box"; "package" where nothing is told."""
    return figures.at.lists.packages.named(packages.kind or ANY_KIND).into(figures.at.language)


def _packed_article(figures: Figures, content: Content, count: Decimal | None) -> PackedArticle:
    line = figures.lines.get(content.line or "", GoodsLine(id=""))
    return PackedArticle(
        description=line.description,
        own_description=line.own_description,
        article_no=line.article_no,
        unit=line.unit,
        each=content.each,
        quantity=times(count, content.each),
    )


def _numbers(packages: PackageRange) -> str | None:
    if packages.first is None:
        return None
    last = packages.last
    return f"{packages.first}" if last in (None, packages.first) else f"{packages.first} – {last}"


def outside(figures: Figures, packages: PackageRange) -> str | None:
    """Length, width and height; None where one is not told."""
    sides = [packages.length, packages.width, packages.height]
    return " × ".join(Length().show(s, figures.at) for s in sides if s is not None) if None not in sides else None


def _exact_volume(figures: Figures, packages: PackageRange) -> Decimal | None:
    return times(range_count(figures, packages), volume_each(figures, packages))


def _rounded(volume: Decimal | None) -> Decimal | None:
    return None if volume is None else rounded(volume, 3)
