"""What exporters and banks write rightly, in many ways, raises no rule; beside it what is wrong still does."""

from __future__ import annotations

from typing import Any

import pytest

from app.checks.check import check, rule_problems
from app.domain.derived import Figures
from app.domain.problems import RULES
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import sample_named
from tests.unit.checks.told import line, told

GOODS_AND_MORE = (
    "TEAK GARDEN CHAIRS AS PER PROFORMA INVOICE NO. PI-2026-01 DATED 1 SEPTEMBER 2026\n"
    "QUANTITY 120 SETS UNIT PRICE EUR 120.00 TOTAL AMOUNT EUR 14,400.00\nCIF HAMBURG INCOTERMS 2020"
)
HUNDRED = {"goods": line(quantity="1", unit_price="100"), "currency": "EUR"}
ODD_PRICE = {"goods": line(quantity="1", unit_price="12345.63"), "currency": "EUR", "delivery__incoterm": "CIF"}
PACKED = {"packing__ranges": [{"id": "r", "first": "1", "last": "190"}]}
UNLOADED = {"transport__port_of_discharge": "Hamburg", "transport__country_of_destination": "DE"}
BY_PLANE = {"transport__country_of_destination": "NL", "statements": [{"id": "s", "text": "GSP origin"}]}


Case = tuple[str, bool, dict[str, Any]]


def of(rule: str, field: str, right: tuple[str, ...], wrong: tuple[str, ...] = (), **both: Any) -> list[Case]:
    """Answers to one field that are right, and some that are not."""
    name = field.replace(".", "__")
    return [(rule, said in wrong, {**both, name: said}) for said in (*right, *wrong)]


def asked(rule: str, text: str, *, is_wrong: bool, originals: str | None = None, **both: Any) -> list[Case]:
    """One document that a credit asks for."""
    row = {"id": "d", "text": text} | ({"originals": originals} if originals else {})
    return [(rule, is_wrong, {**both, "letter_of_credit__documents": [row]})]


CASES: list[Case] = [
    *of(
        "draft_as_paid",
        "letter_of_credit.drafts_at",
        ("SIGHT FOR 100 PCT OF INVOICE VALUE", "AT SIGHT"),
        ("60 DAYS SIGHT",),
        payment__method="lc_sight",
    ),
    *of(
        "draft_as_paid",
        "letter_of_credit.drafts_at",
        ("90 DAYS AFTER B/L DATE FOR 100 PERCENT",),
        ("SIGHT FOR 100 PCT OF INVOICE VALUE",),
        payment__method="lc_usance",
    ),
    *of(
        "draft_on_a_bank",
        "letter_of_credit.drawee",
        ("ISSUING BANK FOR ACCOUNT OF APPLICANT", "MUSTERBANK AG, FOR MUSTER GMBH"),
        ("APPLICANT", "MUSTER GMBH, HAMBURG"),
        buyer__name="Muster GmbH",
    ),
    *of(
        "invoice_says_the_credits_goods",
        "letter_of_credit.goods",
        (GOODS_AND_MORE, "GARDEN CHAIR OF TEAK"),
        ("RATTAN BASKETS AS PER PROFORMA INVOICE NO. PI-2026-01",),
        general_description="TEAK GARDEN CHAIRS",
    ),
    *of(
        "credit_names_the_parties",
        "letter_of_credit.beneficiary",
        ("LARAS JATI CV, JL RAYA NGORO 5, MOJOKERTO", "C.V. LARAS JATI"),
        ("LARAS CV",),
        exporter__name="CV Laras Jati",
    ),
    *of(
        "credit_names_the_parties",
        "letter_of_credit.applicant",
        ("MUSTER MOEBEL UND SOEHNE GMBH", "MUSTER MOBEL SOHNE GMBH", "MUSTER MÖBEL & SÖHNE"),
        ("MUSTER HOLZ UND SOEHNE GMBH",),
        buyer__name="Muster Möbel & Söhne GmbH",
    ),
    *of(
        "credit_has_the_same_ports",
        "letter_of_credit.port_of_loading",
        (
            *("INDONESIA", "INDONESIAN PORT", "MAIN PORT IN INDONESIA", "ANY PORT OF INDONESIA"),
            *("SURABAYA PORT, INDONESIA", "SURABAYA OR JAKARTA", "SURABAYA (TANJUNG PERAK)", "TG. PERAK, SURABAYA"),
        ),
        ("SEMARANG PORT, INDONESIA", "SINGAPORE"),
        transport__port_of_loading="Tanjung Perak, Surabaya",
    ),
    *of(
        "credit_has_the_same_ports",
        "letter_of_credit.port_of_discharge",
        ("HAMBURG SEAPORT, GERMANY", "GERMANY", "HAMBURG GERMANY"),
        ("BREMEN SEAPORT, GERMANY", "SINGAPORE"),
        **UNLOADED,
    ),
    *asked(
        "originals_as_credit_asks",
        "INSURANCE POLICY IN 2 ORIGINALS FOR 110 PCT OF COMMERCIAL INVOICE VALUE",
        is_wrong=False,
        originals="2",
        references__invoice_originals="1",
    ),
    *asked(
        "originals_as_credit_asks",
        "MANUALLY SIGNED COMMERCIAL INVOICE IN 2 ORIGINALS",
        is_wrong=True,
        originals="2",
        references__invoice_originals="1",
    ),
    *asked(
        "consigned_as_credit_asks",
        "CERTIFICATE THAT A COPY OF THE B/L WAS SENT ACCORDING TO ORDER 55",
        is_wrong=False,
        consignee__who="buyer",
    ),
    *asked(
        "consigned_as_credit_asks",
        "STRAIGHT B/L CONSIGNED TO APPLICANT, NOT TO ORDER",
        is_wrong=False,
        consignee__who="buyer",
    ),
    *of(
        "named_place_on_its_side",
        "buyer.country",
        ("ID",),
        ("DE",),
        delivery__incoterm="FCA",
        delivery__place="Jakarta",
        buyer__city="Jakarta",
    ),
    *asked(
        "freight_as_credit_asks",
        "B/L MARKED FREIGHT PREPAID, NOT FREIGHT COLLECT",
        is_wrong=False,
        transport__freight_terms="prepaid",
    ),
    *asked(
        "cover_as_credit_asks",
        "INSURANCE POLICY COVERING ICC (A) OR ICC (B)",
        is_wrong=False,
        insurance__cover="b",
    ),
    *of("invoice_within_credit", "payment.method", ("mixed",), ("lc_sight",), **HUNDRED, letter_of_credit__amount="70"),
    *of(
        "invoice_within_credit",
        "payment.advance_percent",
        ("30",),
        ("0",),
        **HUNDRED,
        payment__method="lc_sight",
        letter_of_credit__amount="70",
    ),
    *of("insured_for_enough", "insurance.amount", ("13580.19",), ("13580.18",), **ODD_PRICE),
    *of("place_without_its_term", "delivery.place", ("DES MOINES, IOWA", "Des Plaines"), ("DES Hamburg", "DAT Bremen")),
    *of("term_is_of_today", "letter_of_credit.incoterm", ("DAP DES MOINES", "CIF DESSAU"), ("DES HAMBURG",)),
    *of(
        "marks_count_the_packages",
        "packing.marks",
        ("MM\nC/NO. 1-100 AND 101-190", "PO NO. 1-22\nC/NO. 1-190"),
        ("MM\nC/NO. 1-100 AND 101-180",),
        **PACKED,
    ),
    *of(
        "account_in_the_exporters_name",
        "bank.account_name",
        ("BUDI CONTOH QQ UD KULIT JAYA", "KULIT JAYA UD", "Kulit Jaya"),
        ("BUDI CONTOH", "BUDI KULIT JAYA", "KULIT JAYA SENTOSA PT"),
        exporter__name="UD Kulit Jaya",
    ),
    *of(
        "dates_usual",
        "references.export_declaration_date",
        ("2027-01-10",),
        ("2027-01-15",),
        transport__departure="2027-01-12",
    ),
    *of(
        "origin_statement_still_counts",
        "transport.on_board",
        ("2026-12-28",),
        ("2026-12-30",),
        transport__mode="air",
        **BY_PLANE,
    ),
]


@pytest.mark.parametrize(("rule", "is_wrong", "answers"), CASES)
def test_only_what_is_wrong_is_told(
    rule: str, is_wrong: bool, answers: dict[str, Any], program: Program, at: Circumstances
) -> None:
    found = list(rule_problems(program.catalog, [RULES[rule]], Figures(told(**answers), at)))
    assert bool(found) is is_wrong


@pytest.mark.parametrize(
    ("hs_code", "is_wood"), [("44022010", False), ("44191100", False), ("44219190", False), ("44199000", True)]
)
def test_bamboo_and_charcoal_of_shells_are_no_wood(
    hs_code: str, is_wood: bool, program: Program, at: Circumstances
) -> None:
    shipment = told(goods=line(hs_code=hs_code))
    found = list(rule_problems(program.catalog, [RULES["wood_names_its_species"]], Figures(shipment, at)))
    assert bool(found) is is_wood


@pytest.mark.parametrize(
    ("country", "text", "wanted"),
    [
        ("GB", "", True),
        ("GB", "products of Indonesia preferential origin", False),
        ("CH", "", True),
        ("JP", "", False),
        ("US", "", False),
    ],
)
def test_a_statement_on_origin_is_wanted_where_the_exporter_states_it(
    country: str, text: str, wanted: bool, program: Program, at: Circumstances
) -> None:
    shipment = told(
        transport__country_of_destination=country,
        customs__preference_wanted="yes",
        statements=[{"id": "s", "text": text}],
    )
    found = list(rule_problems(program.catalog, [RULES["preference_has_its_statement"]], Figures(shipment, at)))
    assert bool(found) is wanted


def test_an_insurance_after_shipment_may_be_accepted_since_its_policy_may_run_from_then() -> None:
    assert RULES["insured_from_shipment"].severity == "warning"


SHOWN: dict[str, list[str]] = {
    "batik_tokyo": [],
    "footwear_rotterdam": ["incoterm_fits_container"],
    "furniture_hamburg_lc": ["incoterm_fits_container"],
    "keripik_port_klang": ["incoterm_fits_container"],
    "silver_courier_sydney": ["peb_packages_by_line"],
    "wallet_post_us": ["required references.packing_list_no", "required references.packing_list_date"],
}
"""What each sample is there to show (mixed contents in one box: the silver), and the two answers the wallet lacks."""


@pytest.mark.parametrize("name", SHOWN)
def test_a_sample_shows_what_it_is_there_to_show_and_no_more(name: str, program: Program, at: Circumstances) -> None:
    told_now = [
        f"{p.rule} {p.path}" if p.severity == "missing" else p.rule
        for p in check(program.catalog, sample_named(name), at)
        if p.severity != "hint"
    ]
    assert told_now == SHOWN[name]
