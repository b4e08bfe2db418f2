"""What is packed against what is sold, packages proposed for the rest, marks proposed for all. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from typing import NamedTuple

from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.packing import Content, PackageRange
from app.domain.packing_totals import packed_quantity
from app.domain.shipment import Shipment
from app.kinds.arithmetic import EXACT, rounded, times

_SHARE = Context(prec=60)
"""A part of a weight is rounded to grams afterwards."""
_GRAMS = 3
_MOST = Decimal(99_999)
"""Packages of one line; more come from a slip of the finger."""


class PackedLine(NamedTuple):
    """One goods line: how much is sold and how much is in packages; None while that is half told."""

    line: GoodsLine
    sold: Decimal | None
    packed: Decimal | None

    @property
    def open(self) -> Decimal | None:
        """How much is still to be packed; below zero where too much is packed."""
        return None if self.sold is None or self.packed is None else EXACT.subtract(self.sold, self.packed)


def packed_lines(figures: Figures) -> list[PackedLine]:
    """Every goods line, in order."""
    return [PackedLine(line, line.quantity, packed_quantity(figures, line)) for line in figures.goods]


def proposed_ranges(figures: Figures, new_id: Callable[[], str]) -> list[PackageRange]:
    """Packages for what is still to be packed of the lines that say how they are packed, under the next numbers.

    What does not fill a package goes into a last one, which weighs as much less as it holds.
    """
    number = _last_number(figures.ranges)
    found = []
    for packed in packed_lines(figures):
        line, rest = packed.line, packed.open
        if not rest or rest < 0 or not line.pack_each or rest > EXACT.multiply(line.pack_each, _MOST):
            continue
        full, left = EXACT.divide_int(rest, line.pack_each), EXACT.remainder(rest, line.pack_each)
        for count, each in ((full, line.pack_each), (Decimal(1) if left else Decimal(0), left)):
            if count:
                last = EXACT.add(number, count)
                found.append(_range(line, each, (EXACT.add(number, Decimal(1)), last), new_id))
                number = last
    return found


def proposed_marks(shipment: Shipment) -> str | None:
    """Buyer, destination, order and package numbers, one a line; None while there is no buyer or no numbered package.

    These four are what UN/CEFACT Recommendation 15 asks of a shipping mark.
    """
    numbers = _numbers(shipment.packing.ranges or ())
    if shipment.buyer.name is None or numbers is None:
        return None
    transport, references = shipment.transport, shipment.references
    place = transport.place_of_delivery or transport.port_of_discharge or shipment.buyer.city
    lines = (shipment.buyer.name, place, references.order_no or references.contract_no, numbers)
    return "\n".join(line.upper() for line in lines if line)


def _range(line: GoodsLine, each: Decimal, numbers: tuple[Decimal, Decimal], new_id: Callable[[], str]) -> PackageRange:
    net, gross = _weights(line, each)
    return PackageRange(
        id=new_id(),
        first=numbers[0],
        last=numbers[1],
        kind=line.pack_kind,
        contents=(Content(id=new_id(), line=line.id, each=each),),
        net_each=net,
        gross_each=gross,
        length=line.pack_length,
        width=line.pack_width,
        height=line.pack_height,
    )


def _weights(line: GoodsLine, each: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Net and gross of a package that holds ``each``; without a net weight a part's gross weight is not known."""
    full = line.pack_net if line.pack_net is not None else _weighed(line, line.pack_each)
    if each == line.pack_each:
        return full, line.pack_gross
    net = _weighed(line, each)
    if net is None or full is None or line.pack_gross is None or line.pack_gross < full:
        return net, None
    return net, EXACT.add(EXACT.subtract(line.pack_gross, full), net)


def _weighed(line: GoodsLine, each: Decimal | None) -> Decimal | None:
    """What so many units weigh: their share of a full package that was weighed, else by the weight of one."""
    if line.pack_net is None:
        net = times(each, line.unit_net)
    elif each is None or line.pack_each is None:
        net = None
    else:
        net = _SHARE.divide(EXACT.multiply(line.pack_net, each), line.pack_each)
    return None if net is None else rounded(net, _GRAMS)


def _last_number(ranges: Iterable[PackageRange]) -> Decimal:
    told = [number for packages in ranges for number in (packages.first, packages.last) if number is not None]
    return max(told, default=Decimal(0))


def _numbers(ranges: tuple[PackageRange, ...]) -> str | None:
    if not ranges or any(packages.first is None or packages.last is None for packages in ranges):
        return None
    first = min(packages.first for packages in ranges if packages.first is not None)
    last = _last_number(ranges)
    return f"C/NO. {first}" if first == last else f"C/NO. {first}-{last}"
