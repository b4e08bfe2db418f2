"""What follows from the packages: counts, weights, volume, packed against invoiced quantity."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.domain.derived import Figures, derived
from app.domain.goods import GoodsLine
from app.domain.goods_totals import line_net
from app.domain.packing import PackageRange
from app.kinds.arithmetic import EXACT, plus, rounded, times, total
from app.kinds.coded import PackageKind
from app.kinds.measures import Count, Quantity, Volume, Weight
from app.kinds.text import PlainText

CUBIC_METRE = Decimal("0.000001")
"""A cubic centimetre in cubic metres."""
ANY_KIND = "PK"
"""The code for a package of any kind (UN/ECE Recommendation 21)."""


@derived("packing.ranges.*.count", Count())
def range_count(figures: Figures, packages: PackageRange) -> Decimal | None:
    """How many packages the range has; None where the last number stands before the first."""
    if packages.first is None or packages.last is None or packages.last < packages.first:
        return None
    return EXACT.add(EXACT.subtract(packages.last, packages.first), Decimal(1))


@derived("packing.ranges.*.volume_each", Volume())
def volume_each(figures: Figures, packages: PackageRange) -> Decimal | None:
    """Cubic metres of one package, not rounded."""
    return times(times(packages.length, packages.width), times(packages.height, CUBIC_METRE))


@derived("goods.*.packed", Quantity())
def packed_quantity(figures: Figures, line: GoodsLine) -> Decimal | None:
    """How many of the line's units are in packages; None while a package with the line in it is half told."""
    return _packed(figures).get(line.id, Decimal(0))


@derived("totals.packages", Count())
def package_count(figures: Figures) -> Decimal | None:
    """How many packages there are."""
    return _summed(figures, range_count)


@derived("totals.package_kind", PackageKind())
def package_kind(figures: Figures) -> str | None:
    """The kind that all packages share, else "package"."""
    kinds = {packages.kind for packages in figures.ranges if packages.kind}
    return kinds.pop() if len(kinds) == 1 else (ANY_KIND if kinds else None)


@derived("totals.package_word", PlainText())
def package_word(figures: Figures) -> str | None:
    """The kind of packages as a word that fits their number: "parcel" for 1, "cartons" for 190."""
    kind, count = package_kind(figures), package_count(figures)
    if kind is None or count is None:
        return None
    lists, language = figures.at.lists.packages, figures.at.language
    return lists.named(kind).into(language) if count == 1 else PackageKind().show(kind, figures.at)


@derived("totals.net_weight", Weight())
def net_weight(figures: Figures) -> Decimal | None:
    """Kilograms net: of the packages, or of the goods lines where nothing is packed yet."""
    if figures.ranges:
        return _summed(figures, lambda f, r: times(range_count(f, r), r.net_each))
    return total(line_net(line) for line in figures.goods)


@derived("totals.gross_weight", Weight())
def gross_weight(figures: Figures) -> Decimal | None:
    """Kilograms gross of all packages."""
    return _summed(figures, lambda f, r: times(range_count(f, r), r.gross_each))


@derived("totals.volume", Volume())
def volume(figures: Figures) -> Decimal | None:
    """Cubic metres of all packages, rounded once, after the sum."""
    exact = _summed(figures, lambda f, r: times(range_count(f, r), volume_each(f, r)))
    return None if exact is None else rounded(exact, 3)


def _summed(figures: Figures, of: Callable[[Figures, PackageRange], Decimal | None]) -> Decimal | None:
    return total(of(figures, packages) for packages in figures.ranges)


def _packed(figures: Figures) -> dict[str, Decimal | None]:
    return figures.once("packed", lambda: _count_packed(figures))


def _count_packed(figures: Figures) -> dict[str, Decimal | None]:
    packed: dict[str, Decimal | None] = {}
    for packages in figures.ranges:
        count = range_count(figures, packages)
        for content in packages.contents or ():
            if content.line is not None:
                packed[content.line] = plus(packed.get(content.line, Decimal(0)), times(count, content.each))
    return packed
