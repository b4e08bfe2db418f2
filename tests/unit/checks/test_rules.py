"""Every rule: one shipment that breaks it and one that does not."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from app.checks.check import chosen_forms, rule_problems
from app.checks.rule_books import SHARED, rules_for
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.goods import GoodsLine
from app.domain.packing import Content, PackageRange
from app.domain.paths import value_at, with_value
from app.domain.problems import RULES, rule
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.words import LANGUAGES
from tests.conftest import sample_named
from tests.unit.checks.rule_cases import CASES, FOOTWEAR, LINE, TEN, D, exported_by, going, packed


def test_every_rule_has_its_two_cases() -> None:
    assert CASES.keys() == RULES.keys()


ABOUT_NOTHING = ("customs_proposals", "peb_bill_of_lading_due", "peb_facility_named", "destination_reads_on_invoice")
"""Rules that find what is not answered."""


@pytest.mark.parametrize("name", CASES)
def test_the_rule_finds_what_breaks_it_and_says_so_in_both_languages(
    name: str, program: Program, at: Circumstances
) -> None:
    broken, path, _ = CASES[name]
    problems = list(rule_problems(program.catalog, [RULES[name]], Figures(broken, at)))
    assert [(p.rule, p.path, p.severity) for p in problems] == [(name, path, RULES[name].severity)]
    assert value_at(broken, path) is not None or name in ABOUT_NOTHING
    for language in LANGUAGES:
        assert problems[0].message.into(language)


@pytest.mark.parametrize("name", CASES)
def test_the_rule_is_silent_where_nothing_breaks_it(name: str, program: Program, at: Circumstances) -> None:
    assert list(rule_problems(program.catalog, [RULES[name]], Figures(CASES[name][2], at))) == []


def test_what_one_unit_weighs_says_nothing_against_packages_that_were_weighed(at: Circumstances) -> None:
    mixed = replace(TEN, contents=(*(TEN.contents or ()), Content(id="d", line="b", each=D(1))))
    goods = tuple(GoodsLine(id=name, quantity=D(10), unit_net=D("0.93")) for name in ("a", "b"))
    weights = RULES["line_weights_match_packages"]
    assert list(weights.check(Figures(packed(mixed, goods=goods), at))) == []


@pytest.mark.parametrize(
    ("firm", "found"),
    [
        ("P.T. Contoh", "npwp_of_a_firm"),
        ("Koperasi Contoh Maju", "npwp_of_a_firm"),
        ("Contoh Ptolemaios", None),
        ("Cantik Udang", None),
        ("", None),
    ],
)
def test_only_a_name_that_says_its_kind_of_firm_is_compared_with_its_npwp(
    firm: str, found: str | None, program: Program, at: Circumstances
) -> None:
    rules = [RULES["npwp_of_a_firm"], RULES["npwp_of_a_person"]]
    problems = rule_problems(program.catalog, rules, Figures(exported_by(firm, "3576010101900001"), at))
    assert [problem.rule for problem in problems] == ([found] if found else [])


@pytest.mark.parametrize("name", RULES)
def test_the_rule_is_silent_where_its_facts_are_missing(name: str, program: Program, at: Circumstances) -> None:
    assert list(rule_problems(program.catalog, [RULES[name]], Figures(Shipment(), at))) == []


@pytest.mark.parametrize("name", RULES)
def test_the_rule_names_paths_that_exist_and_its_source(name: str) -> None:
    assert set(RULES[name].reads) <= fields().keys()
    assert RULES[name].source


def test_no_sample_breaks_a_rule_of_its_own_papers(sample: Shipment, program: Program, at: Circumstances) -> None:
    rules = [r for r in rules_for(program.catalog, chosen_forms(sample)) if r.id not in SHARED]
    # Two articles lie in the same boxes there: it is right, and said all the same.
    mixed = {"peb_packages_by_line"} if sample == sample_named("silver_courier_sydney") else set()
    assert {problem.rule for problem in rule_problems(program.catalog, rules, Figures(sample, at))} == mixed


def test_no_sample_breaks_a_rule_except_where_it_means_to(
    sample: Shipment, program: Program, at: Circumstances
) -> None:
    rules = rules_for(program.catalog, [])
    found = {p.rule for p in rule_problems(program.catalog, rules, Figures(sample, at))}
    by_sea = sample.transport.mode == "sea"
    assert found == ({"incoterm_fits_container"} if by_sea else set())


def test_net_weights_are_added_as_the_declaration_tells_them(program: Program, at: Circumstances) -> None:
    # The second line has no weight of its own: its packages, which hold nothing else, give it.
    other = PackageRange(id="q", first=D(3), last=D(3), net_each=D(7), contents=(Content(id="c", line="b", each=D(1)),))
    goods = (replace(LINE, net_weight=D(21)), GoodsLine(id="b", quantity=D(1)))
    problems = rule_problems(
        program.catalog, [RULES["line_weights_match_packages"]], Figures(packed(TEN, other, goods=goods), at)
    )
    assert [problem.message.into("en") for problem in problems] == [
        "Net weights by goods line come to 28 kg, by package to 27 kg. Make them equal"
    ]


@pytest.mark.parametrize(
    ("readiness", "inspection", "found"),
    [("05", "04", "customs.inspection_date"), ("04", "11", "customs.export_date"), ("04", "05", None)],
)
def test_goods_are_ready_then_looked_at_then_gone(
    readiness: str, inspection: str, found: str | None, program: Program, at: Circumstances
) -> None:
    told = with_value(FOOTWEAR, "customs.readiness_date", datetime.date.fromisoformat(f"2026-12-{readiness}"))
    told = with_value(told, "customs.inspection_date", datetime.date.fromisoformat(f"2026-12-{inspection}"))
    problems = rule_problems(program.catalog, [RULES["dates_usual"]], Figures(told, at))
    assert [problem.path for problem in problems] == ([found] if found else [])


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        ("customs.export_type", "3", ["customs.facility"]),
        ("customs.export_category", "22", ["customs.facility"]),
        ("customs.export_category", "46", ["customs.facility"]),
        ("customs.export_category", "37", []),
    ],
)
def test_who_exports_under_a_facility_names_it(
    path: str, value: str, found: list[str], program: Program, at: Circumstances
) -> None:
    told = with_value(FOOTWEAR, path, value)
    problems = rule_problems(program.catalog, [RULES["peb_facility_named"]], Figures(told, at))
    assert [problem.path for problem in problems] == found


@pytest.mark.parametrize("mode", ["air", "courier", "post", "road"])
@pytest.mark.parametrize(("term", "instead"), [("FAS", "FCA"), ("FOB", "FCA"), ("CFR", "CPT"), ("CIF", "CIP")])
def test_sea_terms_by_other_ways_are_errors_that_name_the_term_to_use(
    mode: str, term: str, instead: str, program: Program, at: Circumstances
) -> None:
    (problem,) = rule_problems(program.catalog, rules_for(program.catalog, []), Figures(going(mode, term), at))
    assert problem.severity == "error"
    assert f"Use {instead}" in problem.message.into("en")


def test_a_rule_id_is_taken_once() -> None:
    name = min(SHARED)
    with pytest.raises(ValueError, match=name):
        rule(name, "error", "rules.date_before", (), "", "2026-11-24")(lambda figures: iter(()))


@pytest.mark.parametrize("text", ["Kerajinan tangan", "Barang", "SUVENIR", "Produk contoh"])
def test_a_bare_word_for_customs_is_told_too(text: str, program: Program, at: Circumstances) -> None:
    goods = (GoodsLine(id="a", description="Rattan basket", own_description=text),)
    found = rule_problems(program.catalog, [RULES["description_is_no_bare_word"]], Figures(Shipment(goods=goods), at))
    assert [problem.path for problem in found] == ["goods.a.own_description"]
