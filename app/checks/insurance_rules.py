"""Rules about the cover of the goods on their way."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from app.checks.price_rules import INVOICE_TOTAL, to_coins
from app.checks.weight_rules import number
from app.domain.derived import Figures
from app.domain.price import invoice_total
from app.domain.problems import Finding, rule
from app.domain.terms import COVER
from app.words import same

LEAST = Decimal("1.1")
"""Of the price in the contract."""
COVERS = {"CIF": ("a", "b", "c", "air"), "CIP": ("a", "air")}
"""What is enough, where the contract does not say otherwise."""


@rule(
    "insured_for_enough",
    severity="error",
    message="rules.insured_for_less",
    reads=("delivery.incoterm", "insurance.amount", "insurance.currency", *INVOICE_TOTAL),
    source="Incoterms 2020, CIF and CIP A5: at least the price and ten per cent (INC-07, LC-23)",
    looked_at="2026-11-24",
)
def insured_for_enough(figures: Figures) -> Iterator[Finding]:
    """Under CIF and CIP the seller insures the price and ten per cent."""
    shipment, total = figures.shipment, invoice_total(figures)
    insured = shipment.insurance
    if shipment.delivery.incoterm not in COVERS or insured.amount is None or total is None or total <= 0:
        return
    is_comparable = shipment.currency is not None and insured.currency in (None, shipment.currency)
    least = to_coins(figures, total * LEAST, ROUND_FLOOR)
    if is_comparable and insured.amount < least:
        told = {"insured": number(insured.amount), "least": number(least), "total": number(total)}
        yield Finding("insurance.amount", told)


@rule(
    "insured_in_invoice_currency",
    severity="error",
    message="rules.insured_in_other_currency",
    reads=("delivery.incoterm", "insurance.currency", "currency"),
    source="Incoterms 2020, CIF and CIP A5: in the currency of the contract (INC-07, LC-23)",
    looked_at="2026-11-24",
)
def insured_in_invoice_currency(figures: Figures) -> Iterator[Finding]:
    """Under CIF and CIP the cover is in the currency of the contract."""
    ours, theirs = figures.shipment.currency, figures.shipment.insurance.currency
    if figures.shipment.delivery.incoterm in COVERS and ours and theirs and ours != theirs:
        yield Finding("insurance.currency", {"ours": same(ours), "insured": same(theirs)})


@rule(
    "cover_fits_incoterm",
    severity="error",
    message="rules.cover_too_narrow",
    reads=("delivery.incoterm", "insurance.cover"),
    source="Incoterms 2020, CIF A5: at least (C), CIP A5: (A) or the air clauses (INC-07); ruling 34",
    looked_at="2026-11-24",
)
def cover_fits_incoterm(figures: Figures) -> Iterator[Finding]:
    """CIP asks for the widest cover, CIF for the narrowest at least."""
    term, cover = figures.shipment.delivery.incoterm, figures.shipment.insurance.cover
    if term in COVERS and cover in COVER.codes and cover not in COVERS[term]:
        yield Finding("insurance.cover", {"term": same(term), "cover": COVER.named(cover)})
