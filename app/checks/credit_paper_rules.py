"""Rules about what a letter of credit says of names, goods, ports and papers; and about what a person saw on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.credit import IS_CREDIT, asked_papers, credit
from app.checks.insurance_rules import COVERS
from app.checks.names import holds_firm, only_country, place_and_country, same_place, words_of
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
_ANY_PLACE = re.compile(r"\b(?:ANY|OR)\b|/")
_CLAUSES = re.compile(r"\b(?:ICC|CARGO CLAUSES?) ?\(?([ABC])\b")
_TO_ORDER = re.compile(r"(?<!ACCORDING )(?<!NOT )\bTO (?:THE )?ORDER\b(?! (?:NO|NUMBER|\d))")
_INVOICE = re.compile(r"\bCOMMERCIAL INVOICES?\b")
_OTHER_PAPER = re.compile(r"\b(?:POLICY|CERTIFICATES?|STATEMENT|DECLARATION|LIST|WAYBILL|RECEIPT|ADVICE|DRAFTS?)\b")
"""What another paper is called, of which the row may say that it holds or copies the one looked for."""
_NO_GOODS = frozenset(
    (
        *(
            "AND",
            "FOR",
            "THE",
            "WITH",
            "ALL",
            "NOT",
            "PER",
            "PROFORMA",
            "INVOICE",
            "CONTRACT",
            "ORDER",
            "DATED",
            "DATE",
        ),
        *("QUANTITY", "QTY", "UNIT", "PRICE", "PRICES", "TOTAL", "AMOUNT", "VALUE", "TERM", "TERMS", "DELIVERY"),
        *("INCOTERMS", "ICC", "COUNTRY", "ORIGIN", "INDONESIA", "INDONESIAN", "GOODS", "DETAILS", "DESCRIPTION"),
        *("PCS", "PIECES", "SETS", "SET", "PAIRS", "CARTONS", "KGS", "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT"),
        *("CIP", "DAP", "DPU", "DDP", "USD", "EUR", "JPY", "GBP", "AUD", "PORT"),
    )
)
"""Words of field 45A that name no goods."""
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
        if said and name and not holds_firm(said, name):
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
    """More than half of the words on either side stand nowhere on the other. A credit also writes prices, quantities
    and the proforma invoice here, and an invoice its sizes and colours.
    """
    terms = credit(figures)
    asked = _naming_words(terms.goods if terms else None)
    ours = [figures.shipment.general_description, *(line.description for line in figures.goods)]
    told = {word for text in ours for word in _naming_words(text)}
    if asked and told and len(asked & told) * 2 < min(len(asked), len(told)):
        yield Finding("letter_of_credit.goods", labels={"label": "general_description"})


@rule(
    "credit_has_the_same_ports",
    severity="warning",
    message="rules.credit_other_port",
    reads=(
        *(IS_CREDIT, "letter_of_credit.port_of_loading", "letter_of_credit.port_of_discharge"),
        *("transport.port_of_loading", "transport.port_of_discharge"),
        *("transport.port_of_discharge_code", "transport.country_of_destination"),
    ),
    source="UCP 600 articles 20 and 23 (LC-17)",
    looked_at="2026-11-24",
)
def credit_has_the_same_ports(figures: Figures) -> Iterator[Finding]:
    """The bill of lading names the credit's ports; "any port" in it, or a country alone, leaves them open."""
    terms, countries, go = credit(figures), figures.at.lists.countries, figures.shipment.transport
    abroad = (go.port_of_discharge_code or go.country_of_destination or "")[:2]
    for field, country in (("port_of_loading", "ID"), ("port_of_discharge", abroad)) if terms else ():
        said, ours = getattr(terms, field), getattr(go, field)
        towns = place_and_country(said, countries)[0], place_and_country(ours, countries)[0]
        is_open = _ANY_PLACE.search((said or "").upper()) or (country and only_country(said, countries) == country)
        if said and ours and not is_open and not same_place(*towns):
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
    if who in ("buyer", "other") and any(_asks_for(row, _BILL_OF_LADING) and _TO_ORDER.search(row) for row in rows):
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
    named = [code for code in FREIGHT_TERMS.codes if f"FREIGHT {code.upper()}" in asked]
    if ours in FREIGHT_TERMS.codes and len(named) == 1 and named[0] not in (ours, told):
        yield Finding("transport.freight_terms", {"credit": FREIGHT_TERMS.named(named[0])})


@rule(
    "cover_as_credit_asks",
    severity="warning",
    message="rules.cover_not_as_credit",
    reads=(IS_CREDIT, "letter_of_credit.documents.*.text", "insurance.cover", "delivery.incoterm"),
    source="UCP 600 article 28g (LC-23)",
    looked_at="2026-11-24",
)
def cover_as_credit_asks(figures: Figures) -> Iterator[Finding]:
    """The insurance covers what the credit asks for, or one of those, by the letters of the Institute Cargo Clauses.
    What is too narrow for the Incoterm already is not told twice.
    """
    terms, cover = credit(figures), figures.shipment.insurance.cover
    if terms is None or cover not in COVERS.get(figures.shipment.delivery.incoterm or "", COVER.codes):
        return
    asked = set(_CLAUSES.findall(asked_papers(terms)))
    if cover in COVER.codes and cover.upper() not in asked and asked & set(_NARROWER.get(cover, "")):
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
        is_invoice = _asks_for((row.text or "").upper(), _INVOICE)
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


def _naming_words(text: str | None) -> set[str]:
    """The words that name goods, one and many alike; no figures."""
    words = (word for word in words_of(text) if len(word) > 2 and word.isalpha() and word not in _NO_GOODS)
    return {word.removesuffix("S") for word in words}


def _asks_for(row: str, paper: re.Pattern[str]) -> bool:
    """Whether a row of the credit asks for this paper, and not for another that speaks of it."""
    found = paper.search(row)
    return found is not None and not _OTHER_PAPER.search(row[: found.start()])
