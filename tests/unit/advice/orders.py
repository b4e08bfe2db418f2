"""Shipments for the advice: the six worked examples, and small ones made of a few answers."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.goods import GoodsLine
from app.domain.packing import PackageRange
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.domain.terms import Charge, CreditDocument

MAKER = "CV CONTOH PEMBUAT"
DAY = datetime.date.fromisoformat


def line(hs_code: str, price: str = "1", **answers: Any) -> tuple[GoodsLine, ...]:
    """One goods line of the exporter's own making."""
    row: dict[str, Any] = {"producer_name": MAKER, "quantity": Decimal(1), "unit_price": Decimal(price)} | answers
    return (GoodsLine(id="g1", hs_code=hs_code, **row),)


def weighing(kilograms: str) -> tuple[PackageRange, ...]:
    """One package of that gross weight."""
    return (PackageRange(id="p1", first=Decimal(1), last=Decimal(1), gross_each=Decimal(kilograms)),)


def asking(text: str) -> tuple[CreditDocument, ...]:
    """What an L/C asks for."""
    return (CreditDocument(id="d1", text=text),)


def order(answers: Mapping[str, Any]) -> Shipment:
    """A shipment with these answers by path; ``broker`` and ``contract`` "none" say that there is none."""
    shipment = Shipment(answers={path: "none" for path, value in answers.items() if value == "none"})
    for path, value in answers.items():
        if value != "none":
            shipment = with_value(shipment, path, value)
    return shipment


FIRM = {"exporter.name": MAKER, "exporter.nib": "1234567890123", "broker.name": "none", "packing.wood": "no"}
BY_SEA = {"transport.mode": "sea", "transport.load": "FCL"}
PAID = tuple(Charge(id=kind, kind=kind, amount=Decimal(50), place="in_price") for kind in ("freight", "insurance"))

EXAMPLES: dict[str, Mapping[str, Any]] = {
    "shoes to Japan on an L/C": FIRM
    | BY_SEA
    | {
        "transport.country_of_destination": "JP",
        "goods": line("64039990", "48000"),
        "currency": "USD",
        "delivery.incoterm": "FOB",
        "payment.method": "lc_usance",
        "payment.tenor_days": Decimal(30),
        "references.contract_no": "SC-1",
        "customs.preference_wanted": "yes",
        "broker.name": "PPJK CONTOH",
    },
    "a wallet by post to the United States": FIRM
    | {
        "transport.mode": "post",
        "transport.country_of_destination": "US",
        "goods": line("42023100", "60"),
        "packing.ranges": weighing("1.2"),
        "currency": "USD",
        "delivery.incoterm": "DAP",
        "payment.method": "other",
    },
    "batik by air to the Netherlands": FIRM
    | {
        "transport.mode": "air",
        "transport.country_of_destination": "NL",
        "transport.departure": DAY("2026-12-05"),
        "goods": line("52085210", "4500"),
        "currency": "EUR",
        "delivery.incoterm": "FCA",
        "payment.method": "advance",
        "references.contract_no": "none",
        "customs.preference_wanted": "yes",
    },
    "bamboo baskets to Australia": FIRM
    | {
        "transport.mode": "sea",
        "transport.load": "LCL",
        "transport.country_of_destination": "AU",
        "goods": line("46021190"),
        "delivery.incoterm": "CFR",
        "payment.method": "open_account",
        "customs.preference_wanted": "yes",
        "questions.may_declare_origin": "no",
        "packing.wood": "yes",
    },
    "furniture to Egypt on an L/C": FIRM
    | BY_SEA
    | {
        "transport.country_of_destination": "EG",
        "goods": line("94036090"),
        "delivery.incoterm": "CIF",
        "payment.method": "lc_sight",
        "references.contract_no": "SC-5",
        "customs.preference_wanted": "no",
        "questions.fumigation_wanted": "yes",
    },
    "coffee by air to Germany": FIRM
    | {
        "transport.mode": "air",
        "transport.country_of_destination": "DE",
        "transport.departure": DAY("2027-02-10"),
        "goods": line("09012120", "1200"),
        "packing.ranges": weighing("100"),
        "currency": "USD",
        "charges": PAID,
        "delivery.incoterm": "CIP",
        "payment.method": "open_account",
        "customs.preference_wanted": "no",
    },
}
"""The worked examples of the notes, with every flag that they leave out answered with no."""
