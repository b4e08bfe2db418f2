"""Rules about what a delivery term says of place, freight, duties, and of the letter of credit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.names import place_and_country, same_place
from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.domain.terms import CHARGE_KIND
from app.domain.transport import FREIGHT_TERMS
from app.words import same

BUYER_CARRIES = ("EXW", "FCA", "FAS", "FOB")
"""The terms under which the buyer pays the main carriage."""


@rule(
    "exworks_exporter_declares",
    severity="warning",
    message="rules.exworks",
    reads=("delivery.incoterm",),
    source="Incoterms 2020, EXW (INC-04): the buyer clears for export, yet in Indonesia the exporter declares",
    looked_at="2026-11-24",
)
def exworks_exporter_declares(figures: Figures) -> Iterator[Finding]:
    """Under EXW the buyer would declare the export, which a foreign buyer cannot do here."""
    if figures.shipment.delivery.incoterm == "EXW":
        yield Finding("delivery.incoterm")


@rule(
    "named_place_on_its_side",
    severity="error",
    message="rules.place_on_other_side",
    reads=(
        *("delivery.incoterm", "delivery.place", "transport.port_of_loading", "transport.port_of_discharge"),
        *("exporter.city", "buyer.city", "buyer.country"),
    ),
    source="Incoterms 2020, named places (INC-05)",
    looked_at="2026-11-24",
)
def named_place_on_its_side(figures: Figures) -> Iterator[Finding]:
    """FOB and its like name a place here, CIF and its like one abroad; silent about places nobody can tell."""
    shipment, lists = figures.shipment, figures.at.lists
    entry, said = lists.incoterms.find(shipment.delivery.incoterm or ""), shipment.delivery.place
    if entry is None or not said:
        return
    here = (shipment.transport.port_of_loading, shipment.exporter.city)
    # Who buys may have an office here, where goods are handed over to him.
    abroad = None if shipment.buyer.country == "ID" else shipment.buyer.city
    there = (shipment.transport.port_of_discharge, abroad)
    at_origin = entry.facts["place"] in ("delivery", "port_of_loading")
    right, wrong = (here, there) if at_origin else (there, here)
    place, country = place_and_country(said, lists.countries)
    is_wrong = any(same_place(place, other) for other in wrong) if country is None else at_origin != (country == "ID")
    if is_wrong and not any(same_place(place, other) for other in right):
        label = "transport.port_of_loading" if at_origin else "transport.port_of_discharge"
        yield Finding("delivery.place", {"term": same(entry.code), "place": same(said)}, {"side": label})


@rule(
    "freight_terms_fit_incoterm",
    severity="warning",
    message="rules.freight_terms",
    reads=("delivery.incoterm", "transport.freight_terms"),
    source="Incoterms 2020, who contracts for carriage (INC-06)",
    looked_at="2026-11-24",
)
def freight_terms_fit_incoterm(figures: Figures) -> Iterator[Finding]:
    """Who pays the main carriage by the term pays it on the bill of lading too."""
    term, said = figures.shipment.delivery.incoterm, figures.shipment.transport.freight_terms
    entry = figures.at.lists.incoterms.find(term or "")
    if entry is not None and said in FREIGHT_TERMS.codes and said != entry.facts["freight"]:
        usual = FREIGHT_TERMS.named(entry.facts["freight"])
        yield Finding("transport.freight_terms", {"term": same(entry.code), "usual": usual})


@rule(
    "invoice_lines_fit_incoterm",
    severity="warning",
    message="rules.charge_of_the_buyer",
    reads=("delivery.incoterm", "charges.*.kind", "charges.*.amount", "charges.*.place"),
    source="Incoterms 2020, what the price holds (INC-08)",
    looked_at="2026-11-24",
)
def invoice_lines_fit_incoterm(figures: Figures) -> Iterator[Finding]:
    """Freight and insurance are the buyer's under EXW, FCA, FAS and FOB, unless the invoice passes them on."""
    term = figures.shipment.delivery.incoterm
    for charge in figures.shipment.charges or ():
        is_buyers = charge.kind in ("freight", "insurance") and charge.place in ("in_price", "on_invoice")
        if term in BUYER_CARRIES and is_buyers and charge.amount:
            kind = CHARGE_KIND.named(str(charge.kind))
            yield Finding(f"charges.{charge.id}.kind", {"term": same(str(term)), "kind": kind})


@rule(
    "duty_paid_needs_importer",
    severity="warning",
    message="rules.duty_paid",
    reads=("delivery.incoterm",),
    source="Incoterms 2020, DDP (INC-10)",
    looked_at="2026-11-24",
)
def duty_paid_needs_importer(figures: Figures) -> Iterator[Finding]:
    """Under DDP the exporter imports at destination, for which he must be registered there."""
    if figures.shipment.delivery.incoterm == "DDP":
        yield Finding("delivery.incoterm")


@rule(
    "credit_has_the_same_term",
    severity="error",
    message="rules.credit_term",
    reads=("delivery.incoterm", "letter_of_credit.incoterm"),
    source="UCP 600 article 14d and ISBP 745 C8 (INC-12)",
    looked_at="2026-11-24",
)
def credit_has_the_same_term(figures: Figures) -> Iterator[Finding]:
    """The bank compares the invoice's term with the credit's."""
    term, credit = figures.shipment.delivery.incoterm, figures.shipment.letter_of_credit.incoterm
    named = {code for code in re.findall(r"[A-Z]{3}", credit or "") if figures.at.lists.incoterms.find(code)}
    if term and named and term not in named:
        told = {"term": same(term), "credit": same(", ".join(sorted(named)))}
        yield Finding("letter_of_credit.incoterm", told)
