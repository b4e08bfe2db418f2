"""Hints on bans, permits and duties by the beginning of a code."""

from __future__ import annotations

import pytest

from app.reference.hs_hints import CERTAINTIES, KINDS, HsHints, prefixes
from app.reference.hs_search import HsFinder
from app.reference.lists import Lists
from app.services.hs_words import hint_sentence
from app.words import LANGUAGES

LISTS = Lists()
HINTS = HsHints(LISTS)
ENTRIES = LISTS.hs_hints.entries


@pytest.mark.parametrize(
    ("code", "ids"),
    [
        ("140120", ["raw_rattan"]),
        ("10063099", ["broken_rice"]),
        ("100630", ["broken_rice"]),
        ("18010000", ["cocoa_beans", "processed_food", "eudr_other"]),
        ("44199000", ["rosewood", "processed_wood", "wooden_goods", "eudr_wood"]),
        ("94033000", ["rosewood", "wooden_goods", "eudr_wood"]),
        ("94015300", ["rattan_furniture", "eudr_other"]),
        ("71131910", ["jewellery"]),
        ("15131100", []),
        ("090121", ["coffee", "eudr_other"]),
        ("62052010", ["textiles"]),
        ("999999", []),
    ],
)
def test_a_code_is_told_what_concerns_it_the_gravest_first(code: str, ids: list[str]) -> None:
    assert [hint.id for hint in HINTS.for_code(code)] == ids


def test_bamboo_of_the_chapter_of_wood_is_told_nothing_that_is_about_wood() -> None:
    bamboo = [code for code, line in LISTS.hs6.entries.items() if code[:2] == "44" and "; of bamboo" in line.name.en]
    assert {"441210", "441911", "441912", "441919", "442191"} <= set(bamboo)
    for code in (*bamboo, "44191200", "440921", "441873", "441891", "44022010"):
        told = {hint.id for hint in HINTS.for_code(code)}
        assert not told & {"rosewood", "processed_wood", "wooden_goods", "eudr_wood"}, code


def test_coffee_asks_for_no_status_that_has_ended() -> None:
    (coffee,) = [hint for hint in HINTS.for_code("090111") if hint.id == "coffee"]
    assert coffee.kind == "ask"
    assert "dihapus 15 November 2021" in coffee.text.id


@pytest.mark.parametrize("name", ENTRIES)
def test_every_hint_says_how_sure_it_is_and_is_about_codes_that_exist(name: str) -> None:
    facts = ENTRIES[name].facts
    assert facts["kind"] in KINDS
    assert facts["certainty"] in CERTAINTIES
    assert facts["basis"] or facts["certainty"] == "general"
    known = [
        code for code in LISTS.hs6.entries if any(code.startswith(prefix[:6]) for prefix in prefixes(ENTRIES[name]))
    ]
    assert known


def test_a_hint_is_told_with_authority_certainty_source_and_date() -> None:
    (rattan,) = HINTS.for_code("140120")
    for language in LANGUAGES:
        told = hint_sentence(rattan).into(language)
        assert all(part in told for part in ("Kemendag", "Permendag 22/2023", "24 November 2026"))
    assert hint_sentence(rattan).id.startswith("Larangan - rotan mentah")


def test_prohibited_goods_are_warned_of_where_they_are_searched_for() -> None:
    first = HsFinder(LISTS).find("rotan mentah", 1)[0]
    assert HINTS.for_code(first.code)[0].kind == "ban"
