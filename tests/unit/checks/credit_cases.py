"""Rule about letters of credit -> a shipment that breaks it, and one that does not."""

from __future__ import annotations

from tests.unit.checks.told import Case, line, one_of, told

HUNDRED = {"goods": line(quantity="10", unit_price="10"), "currency": "EUR", "payment__method": "lc_sight"}
ORDERED = "full set of bills of lading made out to the order of issuing bank"

CREDIT_CASES: dict[str, Case] = {
    "credit_in_invoice_currency": one_of("letter_of_credit.currency", "USD", "EUR", currency="EUR"),
    "invoice_within_credit": one_of(
        "letter_of_credit.amount", "95", "95.24", letter_of_credit__tolerance_plus="5", **HUNDRED
    ),
    "invoice_near_credit": one_of(
        "letter_of_credit.amount", "106", "105", letter_of_credit__partial_shipments="not_allowed", **HUNDRED
    ),
    "credit_knows_the_discount": Case(
        told(
            letter_of_credit__number="LC1",
            letter_of_credit__goods="CHAIRS",
            charges=[{"id": "c", "kind": "discount", "amount": "5", "place": "on_invoice"}],
        ),
        "charges.c.kind",
        told(
            letter_of_credit__number="LC1",
            letter_of_credit__goods="CHAIRS LESS 5 PCT DISCOUNT",
            charges=[{"id": "c", "kind": "discount", "amount": "5", "place": "on_invoice"}],
        ),
    ),
    "draft_on_a_bank": one_of("letter_of_credit.drawee", "THE APPLICANT", "MUSTERBANK AG", buyer__name="MUSTER GMBH"),
    "draft_as_paid": one_of("letter_of_credit.drafts_at", "SIGHT", "60 DAYS AFTER SIGHT", payment__method="lc_usance"),
    "shipped_by_the_latest_day": one_of(
        "transport.on_board", "2027-01-26", "2027-01-25", letter_of_credit__latest_shipment="2027-01-25"
    ),
    "credit_lives_at_shipment": one_of(
        "transport.departure", "2027-02-16", "2027-01-15", letter_of_credit__expiry="2027-02-15"
    ),
    "time_to_present": one_of("letter_of_credit.expiry", "2027-01-18", "2027-01-19", transport__departure="2027-01-12"),
    "papers_dated_before_presentation": one_of(
        "references.packing_list_date",
        "2027-01-28",
        "2027-01-27",
        transport__departure="2027-01-12",
        letter_of_credit__presentation_days="15",
        letter_of_credit__expiry="2027-02-15",
    ),
    "insured_from_shipment": one_of(
        "references.insurance_date",
        "2027-01-13",
        "2027-01-12",
        transport__departure="2027-01-12",
        letter_of_credit__number="LC1",
    ),
    "expiry_on_a_banking_day": one_of("letter_of_credit.expiry", "2027-02-13", "2027-02-15"),
    "credit_has_the_same_term": one_of(
        "letter_of_credit.incoterm", "CFR HAMBURG", "CIF HAMBURG (INCOTERMS 2020)", delivery__incoterm="CIF"
    ),
    "credit_names_the_parties": one_of(
        "letter_of_credit.applicant",
        "MUSTER HOLZ GMBH, HAMBURG",
        "MUSTER MÖBEL GMBH, MUSTERSTR. 5, HAMBURG",
        buyer__name="Muster Möbel GmbH",
    ),
    "invoice_says_the_credits_goods": one_of(
        "letter_of_credit.goods",
        "TEAK WOOD GARDEN FURNITURE",
        "WOODEN CHAIRS",
        goods=line(description="WOODEN CHAIRS WITH ARMS"),
    ),
    "credit_has_the_same_ports": one_of(
        "letter_of_credit.port_of_loading",
        "TANJUNG PRIOK",
        "TANJUNG PERAK, SURABAYA, INDONESIA",
        transport__port_of_loading="Tanjung Perak, Surabaya",
    ),
    "insured_as_credit_asks": one_of(
        "insurance.amount",
        "110",
        "120",
        letter_of_credit__documents=[{"id": "d", "text": "Insurance policy for 120 pct of invoice value"}],
        **HUNDRED,
    ),
    "transhipment_allowed": one_of(
        "letter_of_credit.transhipment", "not_allowed", "allowed", transport__transhipment="yes"
    ),
    "consigned_as_credit_asks": one_of(
        "consignee.who", "buyer", "order_of", letter_of_credit__documents=[{"id": "d", "text": ORDERED}]
    ),
    "freight_as_credit_asks": one_of(
        "transport.freight_terms",
        "collect",
        "prepaid",
        letter_of_credit__documents=[{"id": "d", "text": "B/L marked freight prepaid"}],
    ),
    "cover_as_credit_asks": one_of(
        "insurance.cover",
        "c",
        "a",
        letter_of_credit__documents=[{"id": "d", "text": "Insurance policy covering Institute Cargo Clauses (A)"}],
    ),
    "originals_as_credit_asks": one_of(
        "references.invoice_originals",
        "2",
        "3",
        letter_of_credit__documents=[{"id": "d", "text": "signed commercial invoice", "originals": "3"}],
    ),
    "papers_seen_as_credit_asks": one_of("credit_review.clean", "no", "yes", payment__method="lc_sight"),
}
