"""The papers of the samples and of the worked examples are exactly those of the table written by hand."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from app.advice.advice import Advice, Advised, advise
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import SAMPLES, sample_named
from tests.unit.advice.expected import CHOICES, EXAMPLE_PAPERS, QUESTIONS, SAMPLE_PAPERS
from tests.unit.advice.orders import DAY, EXAMPLES, asking, line, order

EXPECTED = SAMPLE_PAPERS | EXAMPLE_PAPERS
MARKS = {"needed": "", "perhaps": "?", "not_here": "-"}


def shipment_of(name: str) -> Shipment:
    return sample_named(name) if name in SAMPLES else order(EXAMPLES[name])


def advice_on(program: Program, shipment: Shipment, at: Circumstances) -> Advice:
    return advise(program.advice, program.catalog, shipment, at)


def needs(program: Program, shipment: Shipment, at: Circumstances) -> dict[str, str]:
    return {advised.id: advised.need for advised in advice_on(program, shipment, at).papers}


def by_id(advice: Advice) -> dict[str, Advised]:
    return {advised.id: advised for advised in advice.papers}


def test_every_sample_and_every_example_has_its_table() -> None:
    assert set(SAMPLE_PAPERS) == set(SAMPLES)
    assert set(EXAMPLE_PAPERS) == set(EXAMPLES)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_papers_are_exactly_those_of_the_table(name: str, program: Program, at: Circumstances) -> None:
    advice = advice_on(program, shipment_of(name), at)
    told = {advised.id: MARKS[advised.need] + " ".join(advised.rules) for advised in advice.papers}
    assert told == EXPECTED[name]
    assert advice.open == ()


@pytest.mark.parametrize(("name", "paper"), QUESTIONS)
def test_a_paper_that_is_perhaps_needed_names_what_decides(
    name: str, paper: str, program: Program, at: Circumstances
) -> None:
    advised = by_id(advice_on(program, shipment_of(name), at))[paper]
    assert (advised.need, advised.questions) == ("perhaps", QUESTIONS[name, paper])


@pytest.mark.parametrize("name", EXPECTED)
def test_every_perhaps_has_a_question_or_somebody_to_ask_and_nothing_else_has(
    name: str, program: Program, at: Circumstances
) -> None:
    for advised in advice_on(program, shipment_of(name), at).papers:
        assert bool(advised.questions or advised.asks) == (advised.need == "perhaps"), advised.id


@pytest.mark.parametrize("name", CHOICES)
def test_certificates_of_origin_stand_in_the_order_worth_trying(name: str, program: Program, at: Circumstances) -> None:
    advised = by_id(advice_on(program, shipment_of(name), at))["certificate_of_origin"]
    assert [scheme.key for scheme in advised.choices] == CHOICES[name]


ANSWERED: list[tuple[str, str, Any, str, str]] = [
    ("footwear_rotterdam", "packing.wood", "yes", "ispm15", "needed"),
    ("footwear_rotterdam", "broker.name", "PPJK CONTOH", "power_of_attorney", "needed"),
    ("batik_tokyo", "customs.preference_wanted", "yes", "certificate_of_origin", "needed"),
    ("keripik_port_klang", "questions.halal_wanted", "yes", "halal_certificate", "needed"),
    (
        "batik by air to the Netherlands",
        "transport.departure",
        datetime.date(2027, 1, 5),
        "origin_declaration",
        "not_here",
    ),
    (
        "batik by air to the Netherlands",
        "transport.arrival",
        datetime.date(2026, 12, 29),
        "origin_declaration",
        "not_here",
    ),
    ("a wallet by post to the United States", "transport.postal_item", "parcel", "cn23", "needed"),
    ("coffee by air to Germany", "questions.importer_size", "large", "eudr_statement", "needed"),
    ("bamboo baskets to Australia", "questions.may_declare_origin", "yes", "certificate_of_origin", "not_here"),
    ("bamboo baskets to Australia", "questions.may_declare_origin", "yes", "origin_declaration", "needed"),
]


@pytest.mark.parametrize(("name", "path", "value", "paper", "need"), ANSWERED)
def test_an_answer_decides(
    name: str, path: str, value: Any, paper: str, need: str, program: Program, at: Circumstances
) -> None:
    answered = with_value(shipment_of(name), path, value)
    assert by_id(advice_on(program, answered, at))[paper].need == need


@pytest.mark.parametrize(
    ("name", "path", "value", "paper"),
    [
        ("footwear_rotterdam", "packing.wood", "no", "ispm15"),
        ("batik_tokyo", "customs.preference_wanted", "no", "certificate_of_origin"),
        ("coffee by air to Germany", "questions.importer_size", "small", "eudr_statement"),
        ("a wallet by post to the United States", "transport.postal_item", "parcel", "cn22"),
    ],
)
def test_an_answer_takes_a_paper_away(
    name: str, path: str, value: Any, paper: str, program: Program, at: Circumstances
) -> None:
    answered = with_value(shipment_of(name), path, value)
    assert paper not in by_id(advice_on(program, answered, at))


def test_papers_stand_in_the_order_of_the_steps_with_days_counted_from_departure(
    program: Program, at: Circumstances
) -> None:
    papers = advice_on(program, sample_named("footwear_rotterdam"), at).papers
    days = [advised.step.days for advised in papers]
    assert days == sorted(days, reverse=True)
    found = by_id(advice_on(program, sample_named("footwear_rotterdam"), at))
    assert found["peb"].by == datetime.date(2026, 12, 3)
    assert found["shipping_advice"].by == datetime.date(2026, 12, 13)
    assert by_id(advice_on(program, order(EXAMPLES["bamboo baskets to Australia"]), at))["peb"].by is None


def test_a_paper_says_whether_it_is_drafted_here(program: Program, at: Circumstances) -> None:
    found = by_id(advice_on(program, sample_named("footwear_rotterdam"), at))
    assert found["commercial_invoice"].drafted_by == "commercial_invoice"
    assert found["ispm15"].drafted_by == ""


def test_an_empty_shipment_is_asked_first_and_told_nothing_it_did_not_say(program: Program, at: Circumstances) -> None:
    advice = advice_on(program, Shipment(), at)
    assert advice.open == (
        "transport.country_of_destination", "transport.mode", "goods.*.hs_code", "delivery.incoterm", "payment.method",
    )  # fmt: skip
    assert {advised.id for advised in advice.papers} == {"commercial_invoice", "packing_list"}


@pytest.mark.parametrize(
    ("asked", "need"),
    [
        ("Beneficiary's certificate that one set was sent by courier", "needed"),
        ("Certificate issued by the beneficiary", "needed"),
        ("Commercial invoice signed by beneficiary", None),
    ],
)
def test_only_a_certificate_of_the_beneficiary_makes_one_needed(
    asked: str, need: str | None, program: Program, at: Circumstances
) -> None:
    told = {**EXAMPLES["shoes to Japan on an L/C"], "letter_of_credit.documents": asking(asked)}
    assert needs(program, order(told), at).get("beneficiary_certificate") == need


@pytest.mark.parametrize(
    ("goods", "paper", "need"),
    [
        ({"description": "SHOES, COLOUR IVORY"}, "cites_permit", "perhaps"),
        ({"description": "SHOES, ROSEWOOD BROWN"}, "cites_permit", "perhaps"),
        ({"description": "BAG OF DALBERGIA"}, "cites_permit", "needed"),
        ({"description": "SHOES, ANTIQUE FINISH"}, "heritage_letter", "perhaps"),
    ],
)
def test_a_colour_or_a_finish_is_asked_about_and_no_more(
    goods: dict[str, str], paper: str, need: str, program: Program, at: Circumstances
) -> None:
    told = {**EXAMPLES["shoes to Japan on an L/C"], "goods": line("64039990", **goods)}
    assert needs(program, order(told), at)[paper] == need


@pytest.mark.parametrize(
    ("hs_code", "need"),
    [
        *(("18063290", "needed"), ("40159090", "perhaps"), ("64039990", None)),
        *(("44199000", "needed"), ("44191900", None), ("44022010", None)),
        *(("15132110", "needed"), ("15131100", None), ("48191000", "perhaps"), ("48236100", None)),
    ],
)
def test_what_the_deforestation_rule_names_needs_its_statement_in_the_union(
    hs_code: str, need: str | None, program: Program, at: Circumstances
) -> None:
    told = {
        **EXAMPLES["shoes to Japan on an L/C"],
        "transport.country_of_destination": "DE",
        "transport.arrival": DAY("2027-02-10"),
        "questions.importer_size": "large",
        "goods": line(hs_code),
    }
    assert needs(program, order(told), at).get("eudr_statement") == need


@pytest.mark.parametrize("hs_code", ["44022010", "44219190"])
def test_charcoal_of_shells_and_bamboo_need_nothing_that_is_for_wood(
    hs_code: str, program: Program, at: Circumstances
) -> None:
    told = {**EXAMPLES["shoes to Japan on an L/C"], "goods": line(hs_code)}
    assert not {"vlegal", "cites_permit", "export_duty"} & needs(program, order(told), at).keys()


@pytest.mark.parametrize(
    ("asked", "paper"),
    [
        ("CERTIFICATE OF INDONESIAN ORIGIN ISSUED BY CHAMBER OF COMMERCE", "certificate_of_origin"),
        ("GSP FORM A IN ONE ORIGINAL", "certificate_of_origin"),
        ("INSURANCE POLICY OR CERTIFICATE IN DUPLICATE", "insurance_certificate"),
        ("SHIPMENT ADVICE SENT TO APPLICANT WITHIN 3 DAYS", "shipping_advice"),
        ("HALAL CERTIFICATE", "halal_certificate"),
        ("INVOICE LEGALIZED BY THE EMBASSY", "legalisation"),
    ],
)
def test_a_paper_that_the_credit_asks_for_is_needed(
    asked: str, paper: str, program: Program, at: Circumstances
) -> None:
    told = {**EXAMPLES["furniture to Egypt on an L/C"], "transport.country_of_destination": "US"}
    by_credit = {**told, "delivery.incoterm": "FOB", "letter_of_credit.documents": asking(asked)}
    advised = by_id(advice_on(program, order(by_credit), at))[paper]
    assert (advised.need, "R14" in advised.rules) == ("needed", True)


@pytest.mark.parametrize(
    ("country", "arrival", "need"),
    [
        ("NL", "2026-12-01", "needed"),
        ("NL", "2027-01-10", None),
        ("GB", "2027-01-10", "needed"),
        ("CH", "2027-01-10", "needed"),
    ],
)
def test_who_is_not_the_maker_has_the_maker_prove_the_origin_also_for_a_declaration(
    country: str, arrival: str, need: str | None, program: Program, at: Circumstances
) -> None:
    told = {
        **EXAMPLES["shoes to Japan on an L/C"],
        "transport.country_of_destination": country,
        "transport.departure": DAY("2026-11-01"),
        "transport.arrival": DAY(arrival),
        "goods": line("64039990", producer_name="UD CONTOH LAIN"),
    }
    assert needs(program, order(told), at).get("producer_statement") == need


@pytest.mark.parametrize(("country", "key"), [("CA", "ICA-CEPA"), ("KZ", "EAEU")])
@pytest.mark.parametrize("switched_on", [False, True])
def test_an_agreement_that_is_not_in_force_is_offered_once_its_day_is_written(
    country: str, key: str, switched_on: bool, program: Program, at: Circumstances
) -> None:
    schemes = [
        replace(scheme, in_force=True, since=DAY("2027-01-01")) if switched_on and scheme.key == key else scheme
        for scheme in program.advice.schemes
    ]
    book = replace(program.advice, schemes=tuple(schemes))
    told = {
        **EXAMPLES["shoes to Japan on an L/C"],
        "transport.country_of_destination": country,
        "transport.departure": DAY("2027-02-10"),
        "letter_of_credit.documents": asking("CERTIFICATE OF ORIGIN"),
    }
    advised = by_id(advise(book, program.catalog, order(told), at))["certificate_of_origin"]
    assert (key in [scheme.key for scheme in advised.choices]) is switched_on


def test_the_agreement_with_the_union_waits_for_its_day(program: Program) -> None:
    (agreement,) = [scheme for scheme in program.advice.schemes if scheme.key == "EU-CEPA"]
    assert not agreement.in_force
