"""What follows from the packages: counts, weights, volume, packed against invoiced quantity."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from app.domain.derived import Figures, derived
from app.domain.goods import GoodsLine
from app.domain.goods_totals import plus, rounded
from app.domain.packing import PackageRange
from app.kinds.coded import PackageKind
from app.kinds.measures import Count, Quantity, Volume, Weight
from app.kinds.text import PlainText

CUBIC_CENTIMETRES = Decimal(1_000_000)


@derived("packing.ranges.*.count", Count())
def range_count(figures: Figures, packages: PackageRange) -> Decimal | None:
    """How many packages the range has; None where the last number stands before the first."""
    if packages.first is None or packages.last is None or packages.last < packages.first:
        return None
    return packages.last - packages.first + 1


@derived("packing.ranges.*.volume_each", Volume())
def volume_each(figures: Figures, packages: PackageRange) -> Decimal | None:
    """Cubic metres of one package, not rounded."""
    if packages.length is None or packages.width is None or packages.height is None:
        return None
    return packages.length * packages.width * packages.height / CUBIC_CENTIMETRES


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
    return kinds.pop() if len(kinds) == 1 else ("PK" if kinds else None)


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
        return _summed(figures, lambda f, r: _times(range_count(f, r), r.net_each))
    weights = [line.net_weight for line in figures.goods]
    return sum((w for w in weights if w is not None), Decimal(0)) if weights and None not in weights else None


@derived("totals.gross_weight", Weight())
def gross_weight(figures: Figures) -> Decimal | None:
    """Kilograms gross of all packages."""
    return _summed(figures, lambda f, r: _times(range_count(f, r), r.gross_each))


@derived("totals.volume", Volume())
def volume(figures: Figures) -> Decimal | None:
    """Cubic metres of all packages, rounded once, after the sum."""
    total = _summed(figures, lambda f, r: _times(range_count(f, r), volume_each(f, r)))
    return None if total is None else rounded(total, 3)


def _summed(figures: Figures, of: Callable[[Figures, PackageRange], Decimal | None]) -> Decimal | None:
    parts = [of(figures, packages) for packages in figures.ranges]
    return sum((p for p in parts if p is not None), Decimal(0)) if parts and None not in parts else None


def _times(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a * b


def _packed(figures: Figures) -> dict[str, Decimal | None]:
    return figures.once("packed", lambda: _count_packed(figures))


def _count_packed(figures: Figures) -> dict[str, Decimal | None]:
    packed: dict[str, Decimal | None] = {}
    for packages in figures.ranges:
        count = range_count(figures, packages)
        for content in packages.contents or ():
            if content.line is not None:
                packed[content.line] = plus(packed.get(content.line, Decimal(0)), _times(count, content.each))
    return packed
