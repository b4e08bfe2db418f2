"""Shipments with many goods lines."""

from __future__ import annotations

import msgspec

from app.domain.shipment import Shipment
from tests.conftest import sample_named


def long_shipment(lines: int) -> Shipment:
    """The footwear order with as many lines as are wanted, each another article."""
    shipment = sample_named("footwear_rotterdam")
    goods = shipment.goods or ()
    rows = [msgspec.structs.replace(goods[n % len(goods)], id=f"g{n}", article_no=f"A-{n}") for n in range(lines)]
    return msgspec.structs.replace(shipment, goods=tuple(rows))
