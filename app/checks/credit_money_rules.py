"""Rules about the amount of a letter of credit: currency, limit, tolerance, discount, draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from app.checks.credit import IS_CREDIT, asked_papers, credit, says_about
from app.checks.insurance_rules import COVERS, LEAST
from app.checks.names import holds_firm
from app.checks.price_rules import INVOICE_TOTAL, to_coins
from app.checks.weight_rules import number
from app.domain.derived import Figures
from app.domain.price import invoice_total
from app.domain.problems import Finding, rule
from app.domain.terms import LetterOfCredit
from app.words import same

ABOUT = Decimal(10)
"""Per cent that "about" allows (UCP 600 article 30a)."""
LESS = Decimal(5)
"""Per cent that may be drawn less, though shipments are not partial (UCP 600 article 30c)."""
_HUNDRED = Decimal(100)
_BANK = re.compile(r"BANK|\b(?:BANCO|BANCA|BANQUE|ISSUING|NEGOTIATING|CONFIRMING|NOMINATED|OURSELVES|YOURSELVES)\b")
_PER_CENT = re.compile(r"\b(1\d\d) ?(?:PCT|PERCENT|PER CENT|%)")
_DAYS = re.compile(r"\bDAYS?\b|\bD/S\b|\bMONTHS?\b")
_TERMS = (
    "letter_of_credit.amount",
    "letter_of_credit.currency",
    "letter_of_credit.goods",
    "letter_of_credit.conditions",
    "payment.advance_percent",
)


@rule(
    "credit_in_invoice_currency",
    severity="error",
    message="rules.credit_in_other_currency",
    reads=(IS_CREDIT, "currency", "letter_of_credit.currency"),
    source="UCP 600 article 18a.iii (LC-06)",
    looked_at="2026-11-24",
)
def credit_in_invoice_currency(figures: Figures) -> Iterator[Finding]:
    """The invoice is in the credit's currency."""
    ours, terms = figures.shipment.currency, credit(figures)
    if terms and ours and terms.currency and ours != terms.currency:
        yield Finding("letter_of_credit.currency", {"ours": same(ours), "credit": same(terms.currency)})


@rule(
    "invoice_within_credit",
    severity="error",
    message="rules.above_credit",
    reads=(IS_CREDIT, *INVOICE_TOTAL, *_TERMS, "letter_of_credit.tolerance_plus"),
    source="UCP 600 articles 18b and 30a (LC-07, LC-10, LC-35); ruling 33",
    looked_at="2026-11-24",
)
def invoice_within_credit(figures: Figures) -> Iterator[Finding]:
    """A bank may refuse an invoice above the credit; tolerance first, then "about"."""
    total, terms = invoice_total(figures), _comparable(figures)
    if terms is None or terms.amount is None or total is None:
        return
    plus = terms.tolerance_plus if terms.tolerance_plus is not None else ABOUT if says_about(terms) else Decimal(0)
    most = terms.amount * (1 + plus / _HUNDRED)
    if total > most:
        yield Finding(
            "letter_of_credit.amount", {"total": number(total), "most": number(to_coins(figures, most, ROUND_FLOOR))}
        )


@rule(
    "invoice_near_credit",
    severity="warning",
    message="rules.below_credit",
    reads=(
        *(IS_CREDIT, *INVOICE_TOTAL, *_TERMS, "letter_of_credit.tolerance_minus"),
        "letter_of_credit.partial_shipments",
    ),
    source="UCP 600 articles 30b and 30c (LC-09); ruling 33",
    looked_at="2026-11-24",
)
def invoice_near_credit(figures: Figures) -> Iterator[Finding]:
    """Where shipments may not be partial, much less than the credit looks like a part."""
    total, terms = invoice_total(figures), _comparable(figures)
    if terms is None or terms.amount is None or total is None or terms.partial_shipments != "not_allowed":
        return
    minus = max(terms.tolerance_minus or Decimal(0), ABOUT if says_about(terms) else LESS)
    least = terms.amount * (1 - minus / _HUNDRED)
    if total < least:
        yield Finding(
            "letter_of_credit.amount",
            {"total": number(total), "least": number(to_coins(figures, least, ROUND_CEILING))},
        )


@rule(
    "credit_knows_the_discount",
    severity="warning",
    message="rules.discount_not_in_credit",
    reads=(
        *(IS_CREDIT, "charges.*.kind", "charges.*.amount", "charges.*.place", "letter_of_credit.number"),
        *(
            "goods.*.discount",
            "letter_of_credit.goods",
            "letter_of_credit.conditions",
            "letter_of_credit.documents.*.text",
        ),
    ),
    source="ISBP 745 C6: discounts only where the credit has them (LC-35)",
    looked_at="2026-11-24",
)
def credit_knows_the_discount(figures: Figures) -> Iterator[Finding]:
    """An invoice shows a discount or an advance only where the credit states it."""
    terms = credit(figures)
    if terms is None or not terms.number:
        return
    said = f"{terms.goods or ''} {terms.conditions or ''} {asked_papers(terms)}".upper()
    if any(word in said for word in ("DISCOUNT", "ADVANCE", "DEDUCT", "LESS ")):
        return
    for charge in figures.shipment.charges or ():
        if charge.kind == "discount" and charge.place == "on_invoice" and charge.amount:
            yield Finding(f"charges.{charge.id}.kind")
    yield from (Finding(f"goods.{line.id}.discount") for line in figures.goods if line.discount)


@rule(
    "insured_as_credit_asks",
    severity="warning",
    message="rules.insured_for_less_than_credit",
    reads=(
        *(IS_CREDIT, *INVOICE_TOTAL, "letter_of_credit.documents.*.text"),
        *("insurance.amount", "insurance.currency", "delivery.incoterm"),
    ),
    source="UCP 600 article 28f.ii: the percentage that the credit names (LC-23); ruling 34",
    looked_at="2026-11-24",
)
def insured_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """A credit may ask for more than ten per cent above the price. What is below 110 per cent is told already."""
    terms, total, insured = credit(figures), invoice_total(figures), figures.shipment.insurance
    rows = [(row.text or "").upper() for row in terms.documents or ()] if terms else []
    asked = [Decimal(said) for row in rows if "INSURANCE" in row for said in _PER_CENT.findall(row)]
    is_comparable = figures.shipment.currency is not None and insured.currency in (None, figures.shipment.currency)
    if len(asked) != 1 or insured.amount is None or not is_comparable or total is None or total <= 0:
        return
    least, usual = (to_coins(figures, total * part, ROUND_FLOOR) for part in (asked[0] / _HUNDRED, LEAST))
    is_told = figures.shipment.delivery.incoterm in COVERS and insured.amount < usual
    if insured.amount < least and not is_told:
        said = {"insured": number(insured.amount), "asked": number(asked[0]), "least": number(least)}
        yield Finding("insurance.amount", said)


@rule(
    "draft_on_a_bank",
    severity="warning",
    message="rules.draft_on_buyer",
    reads=(IS_CREDIT, "letter_of_credit.drawee", "buyer.name"),
    source="UCP 600 article 6c (LC-25)",
    looked_at="2026-11-24",
)
def draft_on_a_bank(figures: Figures) -> Iterator[Finding]:
    """A draft under a credit is drawn on a bank, never on the applicant, for whose account the bank may take it."""
    terms = credit(figures)
    drawee = (terms.drawee or "") if terms else ""
    on_buyer = "APPLICANT" in drawee.upper() or holds_firm(drawee, figures.shipment.buyer.name)
    if on_buyer and not _BANK.search(drawee.upper()):
        yield Finding("letter_of_credit.drawee", {"drawee": same(drawee)})


@rule(
    "draft_as_paid",
    severity="warning",
    message="rules.draft_tenor",
    reads=(IS_CREDIT, "letter_of_credit.drafts_at"),
    source="UCP 600 article 6 (LC-25)",
    looked_at="2026-11-24",
)
def draft_as_paid(figures: Figures) -> Iterator[Finding]:
    """A credit at sight has drafts at sight, also for 100 per cent; one with days has drafts with days."""
    method, terms = figures.shipment.payment.method, figures.shipment.letter_of_credit
    said = (terms.drafts_at or "").upper()
    with_days = bool(_DAYS.search(said))
    at_sight = "SIGHT" in said and not with_days
    if (method == "lc_usance" and at_sight) or (method == "lc_sight" and with_days):
        yield Finding("letter_of_credit.drafts_at", {"drafts": same(terms.drafts_at or "")}, {"method": IS_CREDIT})


def _comparable(figures: Figures) -> LetterOfCredit | None:
    """The credit, where it is for the whole invoice and in its currency; what is paid otherwise, it need not hold."""
    terms, ours, payment = credit(figures), figures.shipment.currency, figures.shipment.payment
    in_part = payment.method == "mixed" or bool(payment.advance_percent)
    is_same = terms is not None and ours is not None and terms.currency in (None, ours)
    return terms if is_same and not in_part else None
