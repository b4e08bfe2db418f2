"""What every paper of the six samples must show, worked out by hand when the samples were made."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Totals(NamedTuple):
    """Money in the shipment's currency, kilograms, cubic metres."""

    invoice: Decimal
    fob: Decimal
    freight: Decimal
    insurance: Decimal
    packages: Decimal
    net_weight: Decimal
    gross_weight: Decimal
    volume: Decimal


def _totals(*figures: str) -> Totals:
    return Totals(*map(Decimal, figures))


EXPECTED = {
    "batik_tokyo": _totals("9060.00", "8235.00", "780.00", "45.00", "14", "111.0", "126.4", "0.940"),
    "footwear_rotterdam": _totals("30360.00", "30360.00", "0", "0", "190", "1890.0", "2169.0", "17.429"),
    "furniture_hamburg_lc": _totals("29700.00", "26340.00", "3150.00", "210.00", "180", "4680.0", "5214.0", "54.143"),
    "keripik_port_klang": _totals("7320.00", "6700.00", "620.00", "0", "200", "1200.0", "1388.0", "11.891"),
    "silver_courier_sydney": _totals("7400.00", "7010.00", "390.00", "0", "2", "9.2", "12.0", "0.035"),
    "wallet_post_us": _totals("108.00", "84.00", "24.00", "0", "1", "0.9", "1.2", "0.007"),
}
