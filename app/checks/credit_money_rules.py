"""Rules about the amount of a letter of credit: currency, limit, tolerance, discount, draft."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.checks.credit import IS_CREDIT, asked_papers, credit, says_about
from app.checks.names import says_name
from app.checks.price_rules import INVOICE_TOTAL
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
_TERMS = (
    "letter_of_credit.amount",
    "letter_of_credit.currency",
    "letter_of_credit.goods",
    "letter_of_credit.conditions",
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
        yield Finding("letter_of_credit.amount", {"total": number(total), "most": number(most.normalize())})


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
        yield Finding("letter_of_credit.amount", {"total": number(total), "least": number(least.normalize())})


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
    "draft_on_a_bank",
    severity="warning",
    message="rules.draft_on_buyer",
    reads=(IS_CREDIT, "letter_of_credit.drawee", "buyer.name"),
    source="UCP 600 article 6c (LC-25)",
    looked_at="2026-11-24",
)
def draft_on_a_bank(figures: Figures) -> Iterator[Finding]:
    """A draft under a credit is drawn on a bank, never on the applicant."""
    terms = credit(figures)
    drawee = (terms.drawee or "") if terms else ""
    if "APPLICANT" in drawee.upper() or says_name(drawee, figures.shipment.buyer.name):
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
    """A credit at sight has drafts at sight; one with days has drafts with days."""
    method, terms = figures.shipment.payment.method, figures.shipment.letter_of_credit
    said = (terms.drafts_at or "").upper()
    at_sight = "SIGHT" in said and not any(c.isdigit() for c in said)
    with_days = any(c.isdigit() for c in said)
    if (method == "lc_usance" and at_sight) or (method == "lc_sight" and with_days):
        yield Finding("letter_of_credit.drafts_at", {"drafts": same(terms.drafts_at or "")}, {"method": IS_CREDIT})


def _comparable(figures: Figures) -> LetterOfCredit | None:
    """The credit, where it is in the invoice's currency."""
    terms, ours = credit(figures), figures.shipment.currency
    is_same = terms is not None and ours is not None and terms.currency in (None, ours)
    return terms if is_same else None
