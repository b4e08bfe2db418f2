"""Rules about weights and quantities: contradictions inside what was told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.domain.declaration_goods import declared_nets
from app.domain.derived import Figures
from app.domain.goods_totals import line_number
from app.domain.packing import PackageRange
from app.domain.packing_totals import gross_weight, net_weight, packed_quantity, range_count
from app.domain.problems import Finding, rule
from app.kinds.arithmetic import total
from app.kinds.number import decimals_of, printed
from app.words import Text


@rule(
    "net_not_above_gross",
    severity="error",
    message="rules.net_above_gross",
    reads=("packing.ranges.*.net_each", "packing.ranges.*.gross_each"),
    source="arithmetic: goods never weigh more without their packing than with it",
    looked_at="2026-11-24",
)
def net_not_above_gross(figures: Figures) -> Iterator[Finding]:
    """Net weight is the weight without packing, so it cannot be above the gross weight."""
    for packages in figures.ranges:
        net, gross = packages.net_each, packages.gross_each
        if net is not None and gross is not None and net > gross:
            yield Finding(f"packing.ranges.{packages.id}.net_each", {"net": number(net), "gross": number(gross)})


@rule(
    "packed_equals_invoiced",
    severity="error",
    message="rules.packed_differs",
    reads=("goods.*.quantity", "packing.ranges.*.first", "packing.ranges.*.last", "packing.ranges.*.contents"),
    source="trade_documents 1.4.3: totals of the packing list equal the invoice's; arithmetic",
    looked_at="2026-11-24",
)
def packed_equals_invoiced(figures: Figures) -> Iterator[Finding]:
    """What the packing list counts must be what the invoice sells. Silent until every package says what is in it."""
    told = figures.ranges and all(map(_contents_told, figures.ranges))
    for line in figures.goods if told else ():
        packed = packed_quantity(figures, line)
        if line.quantity is not None and packed is not None and packed != line.quantity:
            counts = {"packed": number(packed), "invoiced": number(line.quantity)}
            yield Finding(f"goods.{line.id}.quantity", counts | {"n": number(line_number(figures, line))})


@rule(
    "line_weights_match_packages",
    severity="error",
    message="rules.line_weights_differ",
    reads=(
        "goods.*.net_weight",
        *("packing.ranges.*.first", "packing.ranges.*.last", "packing.ranges.*.net_each", "packing.ranges.*.contents"),
    ),
    source="trade_documents 1.4.3: net of all papers is equal; peb_ceisa 4.4: lines and whole of the PEB; arithmetic",
    looked_at="2026-11-24",
)
def line_weights_match_packages(figures: Figures) -> Iterator[Finding]:
    """The lines' net weights, told or as the declaration takes them from packages, come to that of all packages."""
    by_packages = net_weight(figures) if figures.ranges else None
    by_lines = None if by_packages is None else total(declared_nets(figures))
    if by_lines is not None and by_packages is not None and by_lines != by_packages:
        yield Finding("goods", {"lines": number(by_lines), "packages": number(by_packages)})


@rule(
    "gross_weight_is_positive",
    severity="warning",
    message="rules.weight_is_zero",
    reads=("packing.ranges.*.first", "packing.ranges.*.last", "packing.ranges.*.gross_each"),
    source="arithmetic: packed goods weigh something",
    looked_at="2026-11-24",
)
def gross_weight_is_positive(figures: Figures) -> Iterator[Finding]:
    """A gross weight of zero is a slip, not a weight."""
    if gross_weight(figures) == 0:
        yield Finding("packing.ranges")


@rule(
    "package_numbers_run_on",
    severity="error",
    message="rules.package_numbers_backwards",
    reads=("packing.ranges.*.first", "packing.ranges.*.last"),
    source="arithmetic: a range ends where it begins, or later",
    looked_at="2026-11-24",
)
def package_numbers_run_on(figures: Figures) -> Iterator[Finding]:
    """The last number of a range is not below its first."""
    for packages in figures.ranges:
        if packages.first is not None and packages.last is not None and packages.last < packages.first:
            numbers = {"first": number(packages.first), "last": number(packages.last)}
            yield Finding(f"packing.ranges.{packages.id}.last", numbers)


@rule(
    "package_numbers_once",
    severity="error",
    message="rules.package_numbers_twice",
    reads=("packing.ranges.*.first", "packing.ranges.*.last"),
    source="trade_documents 1.4.3: carton range count = packages",
    looked_at="2026-11-24",
)
def package_numbers_once(figures: Figures) -> Iterator[Finding]:
    """No package has the number of another one."""
    counted = [r for r in figures.ranges if range_count(figures, r) is not None]
    reached = Decimal(0)
    for packages in sorted(counted, key=lambda r: r.first or Decimal(0)):
        if packages.first is not None and packages.last is not None:
            if packages.first <= reached:
                yield Finding(f"packing.ranges.{packages.id}.first", {"number": number(packages.first)})
            reached = max(reached, packages.last)


@rule(
    "contents_name_a_line",
    severity="error",
    message="rules.content_of_no_line",
    reads=("goods", "packing.ranges.*.contents.*.line"),
    source="the shipment's own references between rows",
    looked_at="2026-11-24",
)
def contents_name_a_line(figures: Figures) -> Iterator[Finding]:
    """What is in a package is one of the goods."""
    for packages in figures.ranges:
        for content in packages.contents or ():
            if content.line is not None and content.line not in figures.lines:
                yield Finding(f"packing.ranges.{packages.id}.contents.{content.id}.line")


def number(value: Decimal) -> Text:
    """A number as a message says it, in the way of each language."""
    decimals = decimals_of(value)
    return Text(printed(value, decimals, "id"), printed(value, decimals, "en"))


def _contents_told(packages: PackageRange) -> bool:
    return bool(packages.contents) and all(content.line is not None for content in packages.contents or ())
