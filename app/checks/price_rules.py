"""Rules about delivery terms and the price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.checks.weight_rules import number
from app.domain.derived import Figures
from app.domain.goods_totals import line_amount
from app.domain.price import charges_on_invoice, fob_value, invoice_total
from app.domain.problems import Finding, rule
from app.domain.transport import MODE
from app.kinds.money import currency_decimals
from app.kinds.number import normal
from app.words import same

ANY_MODE_INSTEAD = {"FAS": "FCA", "FOB": "FCA", "CFR": "CPT", "CIF": "CIP"}
"""The rules for sea only, and the one for any mode that does the same for the seller."""

INVOICE_TOTAL = (
    *("goods.*.quantity", "goods.*.unit_price", "goods.*.discount", "goods.*.surcharge", "currency"),
    *("charges.*.kind", "charges.*.amount", "charges.*.place"),
)
"""What the invoice total hangs on."""
_ROUNDED_BELOW = Decimal(10) ** 20
"""Larger amounts are slips, and too long to be rounded exactly."""


@rule(
    "incoterm_fits_mode",
    severity="error",
    message="rules.incoterm_for_sea_only",
    reads=("delivery.incoterm", "transport.mode"),
    source="Incoterms 2020, mode note (INC-02); ruling 10",
    looked_at="2026-11-24",
)
def incoterm_fits_mode(figures: Figures) -> Iterator[Finding]:
    """FAS, FOB, CFR and CIF pass the risk at a ship; by air, courier, post or road there is none."""
    term, mode = figures.shipment.delivery.incoterm, figures.shipment.transport.mode
    if term in ANY_MODE_INSTEAD and mode in ("air", "courier", "post", "road"):
        instead = ANY_MODE_INSTEAD[term]
        yield Finding("delivery.incoterm", {"term": same(term), "mode": MODE.named(mode), "instead": same(instead)})


@rule(
    "incoterm_fits_container",
    severity="warning",
    message="rules.incoterm_with_container",
    reads=("delivery.incoterm", "transport.mode", "transport.load", "containers"),
    source="Incoterms 2020, goods handed over at a terminal (INC-03); ruling 10",
    looked_at="2026-11-24",
)
def incoterm_fits_container(figures: Figures) -> Iterator[Finding]:
    """Goods in a container are handed over at a terminal, before the ship's rail that the sea terms look at."""
    shipment = figures.shipment
    term = shipment.delivery.incoterm
    in_container = shipment.transport.load is not None or bool(shipment.containers)
    if term in ANY_MODE_INSTEAD and shipment.transport.mode == "sea" and in_container:
        yield Finding("delivery.incoterm", {"term": same(term), "instead": same(ANY_MODE_INSTEAD[term])})


@rule(
    "discounts_below_total",
    severity="error",
    message="rules.total_below_zero",
    reads=INVOICE_TOTAL,
    source="arithmetic: an invoice asks for money",
    looked_at="2026-11-24",
)
def discounts_below_total(figures: Figures) -> Iterator[Finding]:
    """Discounts do not take off more than the goods cost."""
    total = invoice_total(figures)
    if total is not None and total < 0 and any(charges_on_invoice(figures)):
        yield Finding("charges", {"total": number(total)})


@rule(
    "line_discount_below_price",
    severity="error",
    message="rules.discount_above_line",
    reads=("goods.*.quantity", "goods.*.unit_price", "goods.*.discount", "goods.*.surcharge", "currency"),
    source="arithmetic: goods that are sold are not paid for by the seller",
    looked_at="2026-11-24",
)
def line_discount_below_price(figures: Figures) -> Iterator[Finding]:
    """A line's discount does not take off more than the line costs."""
    for line in figures.goods:
        amount = line_amount(figures, line) if line.discount is not None else None
        if amount is not None and line.discount is not None and amount < 0:
            told = {"discount": number(line.discount), "amount": number(amount)}
            yield Finding(f"goods.{line.id}.discount", told)


@rule(
    "price_parts_below_total",
    severity="error",
    message="rules.fob_below_zero",
    reads=(*INVOICE_TOTAL, "delivery.incoterm"),
    source="arithmetic: parts of a price are not more than the price",
    looked_at="2026-11-24",
)
def price_parts_below_total(figures: Figures) -> Iterator[Finding]:
    """Freight, insurance and what else the price holds leave something for the goods."""
    total, fob = invoice_total(figures), fob_value(figures)
    if total is not None and total >= 0 and fob is not None and fob < 0:
        yield Finding("charges", {"total": number(total), "fob": number(fob)})


def to_coins(figures: Figures, amount: Decimal, rounding: str) -> Decimal:
    """An amount in what can be paid or insured: no fractions of the currency's smallest coin."""
    coin = Decimal(1).scaleb(-currency_decimals(figures.at.in_currency(figures.shipment.currency)))
    return normal(amount.quantize(coin, rounding)) if abs(amount) < _ROUNDED_BELOW else normal(amount)
