"""How full containers get, and what an airline would charge for: estimates before anybody books."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Context, Decimal
from typing import NamedTuple

from app.domain.derived import Figures
from app.domain.packing import PackageRange
from app.domain.packing_totals import gross_weight, range_count, volume_each
from app.kinds.arithmetic import EXACT, rounded, times, total
from app.reference.container_insides import Inside, container_insides

AIR_DIVISOR = Decimal(6000)
"""Cubic centimetres that count as a kilogram. Airports Authority of India, What is chargeable weight, 2026-11-24."""
_PARTS = Context(prec=60)


class Stretch(NamedTuple):
    """Room along a container that a range of packages takes, in centimetres from its front wall."""

    number: int
    """The range, counted from 0."""
    at: Decimal
    length: Decimal


class Fill(NamedTuple):
    """One type of container with all packages in it, stacked straight, range after range."""

    inside: Inside
    share: Decimal
    """The packages' volume in containers, by volume alone."""
    containers: int | None
    """How many are needed when stacked; None where a package is too large for the inside."""
    first: Sequence[Stretch]
    """What stands in the first one."""


class _Pile(NamedTuple):
    """A range set up in slices across the container."""

    slices: Decimal
    depth: Decimal


def container_fills(figures: Figures) -> list[Fill]:
    """Every type; none while the number or the size of a package is not told."""
    cubic = total(times(range_count(figures, r), volume_each(figures, r)) for r in figures.ranges)
    if not cubic:
        return []
    return [_fill(figures, inside, cubic) for inside in container_insides()]


def chargeable_weight(figures: Figures) -> Decimal | None:
    """Kilograms that air freight is paid for: the gross weight, or the volume where that counts for more."""
    cubic = total(times(range_count(figures, r), volume_each(figures, r)) for r in figures.ranges)
    gross = gross_weight(figures)
    if cubic is None or gross is None:
        return None
    return max(gross, rounded(_PARTS.divide(EXACT.multiply(cubic, Decimal(1_000_000)), AIR_DIVISOR), 1))


def _fill(figures: Figures, inside: Inside, cubic: Decimal) -> Fill:
    room = inside.length * inside.width * inside.height / Decimal(1_000_000)
    piles = [_pile(range_count(figures, packages), packages, inside) for packages in figures.ranges]
    share = _PARTS.divide(cubic, room)
    stood = [pile for pile in piles if pile is not None]
    if len(stood) < len(piles):
        return Fill(inside, share, None, ())
    return Fill(inside, share, _containers(stood, inside.length), tuple(_first(stood, inside.length)))


def _pile(count: Decimal | None, packages: PackageRange, inside: Inside) -> _Pile | None:
    """The shortest way to set up a range, packages upright; None where one is too large."""
    length, width, height = packages.length, packages.width, packages.height
    if not count or not length or not width or not height or height > inside.height:
        return None
    ways = []
    for depth, across in ((length, width), (width, length)):
        if across <= inside.width and depth <= inside.length:
            slice_holds = (inside.width // across) * (inside.height // height)
            ways.append(_Pile(_upwards(_PARTS.divide(count, slice_holds)), depth))
    return min(ways, key=lambda pile: EXACT.multiply(pile.slices, pile.depth), default=None)


def _containers(piles: Sequence[_Pile], length: Decimal) -> int:
    """Containers for all slices: whole slices only, one range after another. Counted, not walked."""
    full, room = Decimal(0), length
    for slices, depth in piles:
        here = min(slices, room // depth)
        room -= here * depth
        rest, holds = EXACT.subtract(slices, here), length // depth
        if rest:
            more = _upwards(_PARTS.divide(rest, holds))
            full = EXACT.add(full, more)
            room = length - EXACT.subtract(rest, EXACT.multiply(EXACT.subtract(more, Decimal(1)), holds)) * depth
    return int(full) + 1


def _first(piles: Sequence[_Pile], length: Decimal) -> Iterator[Stretch]:
    at = Decimal(0)
    for number, (slices, depth) in enumerate(piles):
        here = min(slices, (length - at) // depth)
        if here:
            yield Stretch(number, at, here * depth)
        at += here * depth
        if here < slices:
            return


def _upwards(value: Decimal) -> Decimal:
    return value.to_integral_value(rounding=ROUND_CEILING, context=_PARTS)
