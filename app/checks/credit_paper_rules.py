"""Rules about what a letter of credit says of names, goods, ports and papers; and about what a person saw on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.credit import IS_CREDIT, asked_papers, credit
from app.checks.insurance_rules import COVERS
from app.checks.names import place_and_country, same_firm, same_place, says_name, words_of
from app.checks.weight_rules import number
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.paths import value_at
from app.domain.problems import Finding, rule
from app.domain.terms import COVER
from app.domain.transport import FREIGHT_TERMS
from app.words import same

REVIEW = tuple(path for path in fields() if path.startswith("credit_review."))
"""The checklist that a person ticks with the papers in hand."""
_NARROWER = {"b": "A", "c": "AB"}
"""Covers, and the wider ones a credit may ask for instead."""
_ANY_PLACE = re.compile(r"\bANY\b|/")
_CLAUSES = re.compile(r"\b(?:ICC|CARGO CLAUSES?) ?\(?([ABC])\b")
_TO_ORDER = re.compile(r"\bTO (?:THE )?ORDER\b")
_BILL_OF_LADING = re.compile(r"\bB/LS?\b|\bBILLS? OF LADING\b|\b(?:MULTIMODAL|COMBINED) TRANSPORT\b")


@rule(
    "credit_names_the_parties",
    severity="warning",
    message="rules.credit_other_name",
    reads=(IS_CREDIT, "letter_of_credit.applicant", "letter_of_credit.beneficiary", "buyer.name", "exporter.name"),
    source="UCP 600 article 18a (LC-06)",
    looked_at="2026-11-24",
)
def credit_names_the_parties(figures: Figures) -> Iterator[Finding]:
    """The invoice is made out by the beneficiary in the applicant's name."""
    terms, shipment = credit(figures), figures.shipment
    pairs = (("applicant", "buyer", shipment.buyer.name), ("beneficiary", "exporter", shipment.exporter.name))
    for field, party, name in pairs if terms else ():
        said = getattr(terms, field)
        if said and name and not (says_name(said, name) or same_firm(said, name)):
            yield Finding(
                f"letter_of_credit.{field}", {"credit": same(said), "name": same(name)}, {"party": f"{party}.name"}
            )


@rule(
    "invoice_says_the_credits_goods",
    severity="warning",
    message="rules.goods_not_as_credit",
    reads=(IS_CREDIT, "letter_of_credit.goods", "general_description", "goods.*.description"),
    source="UCP 600 articles 14e and 18c (LC-05)",
    looked_at="2026-11-24",
)
def invoice_says_the_credits_goods(figures: Figures) -> Iterator[Finding]:
    """More than half of the credit's words stand nowhere in what the invoice says of the goods."""
    terms = credit(figures)
    asked = {word for word in words_of(terms.goods if terms else None) if len(word) > 2}
    ours = [figures.shipment.general_description, *(line.description for line in figures.goods)]
    told = {word for text in ours for word in words_of(text)}
    if asked and told and len(asked - told) * 2 > len(asked):
        yield Finding("letter_of_credit.goods", labels={"label": "general_description"})


@rule(
    "credit_has_the_same_ports",
    severity="warning",
    message="rules.credit_other_port",
    reads=(
        *(IS_CREDIT, "letter_of_credit.port_of_loading", "letter_of_credit.port_of_discharge"),
        *("transport.port_of_loading", "transport.port_of_discharge"),
    ),
    source="UCP 600 articles 20 and 23 (LC-17)",
    looked_at="2026-11-24",
)
def credit_has_the_same_ports(figures: Figures) -> Iterator[Finding]:
    """The bill of lading names the credit's ports; "any port" in it leaves them open."""
    terms, countries = credit(figures), figures.at.lists.countries
    for field in ("port_of_loading", "port_of_discharge") if terms else ():
        said, ours = getattr(terms, field), getattr(figures.shipment.transport, field)
        towns = place_and_country(said, countries)[0], place_and_country(ours, countries)[0]
        if said and ours and not _ANY_PLACE.search(said.upper()) and not same_place(*towns):
            told = {"credit": same(said), "port": same(ours)}
            yield Finding(f"letter_of_credit.{field}", told, {"label": f"transport.{field}"})


@rule(
    "transhipment_allowed",
    severity="warning",
    message="rules.transhipment_not_allowed",
    reads=(IS_CREDIT, "letter_of_credit.transhipment", "transport.transhipment", "transport.transhipment_port"),
    source="UCP 600 article 20c: in containers it is often accepted all the same (LC-19)",
    looked_at="2026-11-24",
)
def transhipment_allowed(figures: Figures) -> Iterator[Finding]:
    """Goods change ships though the credit does not allow it."""
    terms, go = credit(figures), figures.shipment.transport
    if terms and terms.transhipment == "not_allowed" and (go.transhipment == "yes" or go.transhipment_port):
        yield Finding("letter_of_credit.transhipment")


@rule(
    "consigned_as_credit_asks",
    severity="warning",
    message="rules.not_to_order",
    reads=(IS_CREDIT, "letter_of_credit.documents.*.text", "consignee.who"),
    source="UCP 600 article 14j, ISBP 745 E (LC-18)",
    looked_at="2026-11-24",
)
def consigned_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """A bill of lading "to order" is not one to the buyer; an insurance policy or a draft may well be to order."""
    who, terms = figures.shipment.consignee.who, credit(figures)
    rows = [(row.text or "").upper() for row in terms.documents or ()] if terms else []
    if who in ("buyer", "other") and any(_BILL_OF_LADING.search(row) and _TO_ORDER.search(row) for row in rows):
        yield Finding("consignee.who")


@rule(
    "freight_as_credit_asks",
    severity="warning",
    message="rules.freight_not_as_credit",
    reads=(
        *(IS_CREDIT, "letter_of_credit.documents.*.text"),
        *("transport.freight_terms", "delivery.incoterm"),
    ),
    source="UCP 600 article 14d, ISBP 745 E (LC-18)",
    looked_at="2026-11-24",
)
def freight_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """The bill of lading says of the freight what the credit says; what the Incoterm says already is not told twice."""
    ours, terms = figures.shipment.transport.freight_terms, credit(figures)
    asked = asked_papers(terms) if terms else ""
    term = figures.at.lists.incoterms.find(figures.shipment.delivery.incoterm or "")
    told = term.facts["freight"] if term else None
    for code in FREIGHT_TERMS.codes:
        if ours in FREIGHT_TERMS.codes and code not in (ours, told) and f"FREIGHT {code.upper()}" in asked:
            yield Finding("transport.freight_terms", {"credit": FREIGHT_TERMS.named(code)})


@rule(
    "cover_as_credit_asks",
    severity="warning",
    message="rules.cover_not_as_credit",
    reads=(IS_CREDIT, "letter_of_credit.documents.*.text", "insurance.cover", "delivery.incoterm"),
    source="UCP 600 article 28g (LC-23)",
    looked_at="2026-11-24",
)
def cover_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """The insurance covers what the credit asks for, by the letters of the Institute Cargo Clauses. What is too narrow
    for the Incoterm already is not told twice.
    """
    terms, cover = credit(figures), figures.shipment.insurance.cover
    if terms is None or cover not in COVERS.get(figures.shipment.delivery.incoterm or "", COVER.codes):
        return
    asked = set(_CLAUSES.findall(asked_papers(terms)))
    if cover in COVER.codes and asked & set(_NARROWER.get(cover, "")):
        yield Finding("insurance.cover", {"cover": COVER.named(cover), "asked": same(", ".join(sorted(asked)))})


@rule(
    "originals_as_credit_asks",
    severity="warning",
    message="rules.too_few_originals",
    reads=(
        *(IS_CREDIT, "letter_of_credit.documents.*.text", "letter_of_credit.documents.*.originals"),
        "references.invoice_originals",
    ),
    source="UCP 600 article 17 (LC-24)",
    looked_at="2026-11-24",
)
def originals_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """At least as many original invoices as the credit asks for."""
    terms, ours = credit(figures), figures.shipment.references.invoice_originals
    rows = [row for row in (terms.documents or ()) if row.originals] if terms else []
    for row in rows:
        is_invoice = "COMMERCIAL INVOICE" in (row.text or "").upper()
        if is_invoice and ours is not None and row.originals and ours < row.originals:
            yield Finding("references.invoice_originals", {"ours": number(ours), "asked": number(row.originals)})


@rule(
    "papers_seen_as_credit_asks",
    severity="warning",
    message="rules.seen_otherwise",
    reads=(IS_CREDIT, *REVIEW),
    source="UCP 600 and ISBP 745, what only a paper shows (LC-04, LC-08, LC-11, LC-17 to LC-30, LC-36 to LC-39)",
    looked_at="2026-11-24",
)
def papers_seen_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """Somebody looked at a paper and answered no."""
    for path in REVIEW if credit(figures) else ():
        if value_at(figures.shipment, path) == "no":
            yield Finding(path, labels={"label": path})
