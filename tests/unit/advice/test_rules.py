"""Every rule about papers: a shipment it fires for and one it does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from app.advice.book import Book
from app.advice.weighing import Weighing
from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.unit.advice.orders import BY_SEA, DAY, FIRM, asking, line, order, weighing

Told = Mapping[str, Any]


def to(country: str, **more: Any) -> Told:
    """Goods on their way to a country; two underscores stand for a path's dot."""
    answers = {"transport.country_of_destination": country, "transport.mode": "sea", "transport.load": "FCL"}
    return FIRM | answers | {path.replace("__", "."): value for path, value in more.items()}


def by(mode: str, **more: Any) -> Told:
    return to("NL", transport__mode=mode, transport__load=None, **more)


def of(hs_code: str, country: str = "NL", **more: Any) -> Told:
    return to(country, goods=line(hs_code), **more)


WANTED = {"customs__preference_wanted": "yes"}
IN_TIME = {"transport__departure": DAY("2026-11-01"), "transport__arrival": DAY("2026-12-01"), "currency": "EUR"}
LATE = {"transport__departure": DAY("2026-12-10"), "transport__arrival": DAY("2027-01-14")}
SHOES = line("64039990")

CASES: dict[str, tuple[Told, Told]] = {
    "R01": (FIRM, {"questions.sample": "yes"}),
    "R02": (
        to("NL", payment__method="advance", references__contract_no="none"),
        to("NL", payment__method="advance", references__contract_no="SC-1"),
    ),
    "R03": (by("post", packing__ranges=weighing("30")), by("post", packing__ranges=weighing("30.1"))),
    "R04": (by("courier", packing__ranges=weighing("12")), by("courier", packing__ranges=weighing("31"))),
    "R05": (by("courier", packing__ranges=weighing("31")), by("courier", packing__ranges=weighing("30"))),
    "R06": (by("road"), by("courier", packing__ranges=weighing("1"))),
    "R07": (to("NL"), to("NL", transport__load="LCL")),
    "R08": (to("NL", transport__load="LCL"), to("NL")),
    "R09": (by("air"), by("road")),
    "R10": (to("NL", delivery__incoterm="CIP"), to("NL", delivery__incoterm="FOB")),
    "R11": (to("NL", delivery__incoterm="DPU"), to("NL", delivery__incoterm="CIF")),
    "R12": (to("NL", delivery__incoterm="FCA"), to("NL", delivery__incoterm="CIF")),
    "R13": (to("NL", delivery__incoterm="CPT"), to("NL", delivery__incoterm="FOB")),
    "R14": (
        to("NL", payment__method="lc_sight", letter_of_credit__drafts_at="SIGHT"),
        to("NL", payment__method="da", letter_of_credit__drafts_at="SIGHT"),
    ),
    "R15": (to("NL", payment__method="da"), to("NL", payment__method="lc_sight")),
    "R16": (to("JP", **WANTED), to("US", **WANTED)),
    "R17": (to("NL", goods=line("5208", "6000"), **WANTED, **IN_TIME), to("NL", goods=SHOES, **WANTED, **LATE)),
    "R18": (
        to("NL", goods=line("5208", "6000.01"), **WANTED, **IN_TIME),
        to("NL", goods=line("5208", "6000"), **WANTED, **IN_TIME),
    ),
    "R19": (to("NL", **LATE), to("NL", **IN_TIME)),
    "R20": (to("GB", **WANTED), to("IE", **WANTED)),
    "R21": (
        to("HK", goods=line("64039990", "200"), currency="USD", delivery__incoterm="FOB"),
        to("HK", goods=line("64039990", "201"), currency="USD", delivery__incoterm="FOB"),
    ),
    "R22": (to("US"), to("US", transport__mode="air")),
    "R23": (of("21069099", "US"), of("21069099", "JP")),
    "R24": (to("AU"), to("AU", transport__mode="courier")),
    "R25": (to("EG"), to("SA")),
    "R26": (to("SA", questions__legalisation_wanted="yes"), to("TR")),
    "R27": (of("09012120"), of("09021010")),
    "R28": (of("16041410"), of("16023290")),
    "R29": (of("21069099", questions__halal_wanted="yes"), of("64039990", questions__halal_wanted="yes")),
    "R30": (
        of("09061100", questions__plant_certificate_wanted="yes"),
        of("09061100", questions__plant_certificate_wanted="no"),
    ),
    "R31": (of("05059090"), of("64039990")),
    "R32": (of("94036090"), of("94038300")),
    "R33": (
        to("JP", goods=line("94036090", species="Dalbergia latifolia")),
        to("JP", goods=line("94036090", species="Tectona grandis")),
    ),
    "R34": (of("97061000", questions__antique="yes"), of("64039990")),
    "R35": (to("NL", packing__wood="yes"), to("NL", packing__wood="no")),
    "R36": (
        to("NL", payment__method="lc_sight", letter_of_credit__documents=asking("Fumigation certificate")),
        of("46021190", "NL"),
    ),
    "R37": (of("33012990", questions__dangerous="yes"), of("33012990", questions__dangerous="no")),
    "R38": (of("14012010"), of("64039990")),
    "R39": (of("18010000"), of("64039990")),
    "R40": (of("71081210"), of("71131190")),
    "R41": (of("40012110"), of("64039990")),
    "R42": (of("97011000", questions__temporary="yes"), of("97011000")),
    "R43": (to("NL", broker__name="PPJK CONTOH"), to("NL", broker__name="none")),
    "R44": (
        to("JP", goods=line("64039990", producer_name="UD CONTOH LAIN"), **WANTED),
        to("JP", goods=SHOES, **WANTED),
    ),
    "R45": (
        to("NL", goods=line("09012120", "250000"), currency="USD", delivery__incoterm="FOB"),
        to("NL", goods=line("64039990", "250000"), currency="USD", delivery__incoterm="FOB"),
    ),
    "R49": (
        to("NL", goods=line("85131030", description="TORCH WITH LITHIUM BATTERY")),
        to("NL", goods=line("85131030", description="TORCH WITH LITHIUM BATTERY"), questions__dangerous="no"),
    ),
    "R50": (to("NL", questions__sample="yes"), to("NL")),
    "R51": (to("JP", **WANTED), to("JP", customs__preference_wanted="no")),
    "R52": (to("IN"), to("PK")),
    "R53": (
        to("AU", questions__may_declare_origin="yes", **WANTED),
        to("AU", questions__may_declare_origin="no", **WANTED),
    ),
    "R54": (to("CH", **WANTED), to("AT", **WANTED)),
    "R55": (to("PK"), to("IN")),
}
"""By rule: a shipment it fires for, and one it is silent about."""


def truths(program: Program, rule_id: str, shipment: Shipment, at: Circumstances) -> set[str]:
    against = Weighing(program.advice, Figures(shipment, at))
    return {against.holds(rule).truth for rule in program.advice.rules if rule.id == rule_id}


def test_all_rules_are_there_once_told_and_have_their_two_cases(program: Program) -> None:
    told_elsewhere = {"R46", "R47", "R48"}
    wanted = {f"R{n:02}" for n in range(1, 56)} - told_elsewhere
    assert {rule.id for rule in program.advice.rules} == wanted == set(CASES)


@pytest.mark.parametrize("rule_id", CASES)
def test_the_rule_fires_for_its_case(rule_id: str, program: Program, at: Circumstances) -> None:
    assert "yes" in truths(program, rule_id, order(CASES[rule_id][0]), at)


@pytest.mark.parametrize("rule_id", CASES)
def test_the_rule_is_silent_about_the_other(rule_id: str, program: Program, at: Circumstances) -> None:
    assert truths(program, rule_id, order(CASES[rule_id][1]), at) == {"no"}


@pytest.mark.parametrize("rule_id", sorted(set(CASES) - {"R01"}))
def test_the_rule_is_silent_where_nothing_is_told(rule_id: str, program: Program, at: Circumstances) -> None:
    assert truths(program, rule_id, Shipment(), at) == {"no"}


FORBIDDEN = re.compile(
    r"\b(tidak valid|harap|maaf|silakan|wajib diisi|error|gagal|mohon|invalid|please|sorry|failed)\b", re.IGNORECASE
)


def test_every_text_is_plain_and_every_rule_has_a_source(program: Program) -> None:
    book: Book = program.advice
    said = [rule.why for rule in book.rules] + [rule.ask for rule in book.rules if rule.ask]
    said += [words for paper in book.papers.values() for words in (paper.title, paper.issuer, paper.needs)]
    said += [words for scheme in book.schemes for words in (scheme.title, scheme.decides)]
    for words in said:
        for text in words.text:
            assert not FORBIDDEN.search(text), text
            assert not re.search(r"[{}]|\.$|\s{2}", text), text
    assert all(rule.source and rule.certainty for rule in book.rules)


def test_every_paper_is_asked_for_by_some_rule(program: Program) -> None:
    asked = {paper for rule in program.advice.rules for paper in rule.papers()}
    assert asked == set(program.advice.papers)


def test_goods_by_sea_with_no_arrival_leave_in_time_for_europe_until_mid_november(
    program: Program, at: Circumstances
) -> None:
    until = to("NL", transport__departure=DAY("2026-11-12"))
    assert truths(program, "R19", order(until), at) == {"no"}
    after = to("NL", transport__departure=DAY("2026-11-16"))
    assert truths(program, "R19", order(after), at) == {"yes"}


def test_a_container_by_sea_is_no_parcel(program: Program, at: Circumstances) -> None:
    for rule_id in ("R03", "R04", "R05"):
        assert truths(program, rule_id, order(FIRM | BY_SEA), at) == {"no"}
