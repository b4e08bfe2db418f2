"""The lists that the program works with."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from app.reference.code_list import CodeList, Entry, folded, spellings
from app.reference.lists import Lists

LISTS = Lists()
ALL = {codes.id: codes for codes in LISTS.all() if codes.id != "hs6"}
"""All but the HS, whose texts describe goods and name none."""
each_list = pytest.mark.parametrize("codes", ALL.values(), ids=ALL)


@each_list
def test_a_list_says_what_it_is_where_it_is_from_and_how_old_it_is(codes: CodeList) -> None:
    assert all(codes.source)
    assert re.search(r"20[0-9]{2}|[0-9]+\.[0-9]+", codes.edition)
    assert codes.title.id
    assert codes.title.en
    assert codes.date
    assert len(codes.entries) >= 3


@each_list
def test_every_code_has_names_in_both_languages(codes: CodeList) -> None:
    for code, entry in codes.entries.items():
        assert code == entry.code == code.strip().upper()
        assert all(name and name == name.strip() for name in entry.name)
        assert codes.find(code) is entry
        assert codes.named(code) == entry.name


@each_list
def test_no_name_means_two_codes(codes: CodeList) -> None:
    meant: dict[str, str] = {}
    for entry in codes.entries.values():
        for name in {folded(name) for name in (entry.code, *spellings(entry))}:
            assert meant.setdefault(name, entry.code) == entry.code, name


@each_list
def test_every_spelling_finds_its_code(codes: CodeList) -> None:
    for entry in codes.entries.values():
        for name in (entry.code, *spellings(entry)):
            assert codes.meant_by(name.upper()) == codes.meant_by(f"  {name.lower()} ") == entry.code, name


@each_list
def test_an_unknown_code_stands_for_itself(codes: CodeList) -> None:
    assert codes.find("??") is None
    assert codes.meant_by("??") is None
    assert codes.named("??") == ("??", "??")


@pytest.mark.parametrize(
    ("code", "name"), [("HK", "Hong Kong"), ("MM", "Myanmar"), ("PS", "Palestina"), ("CI", "Pantai Gading")]
)
def test_four_countries_have_the_names_that_people_here_use(code: str, name: str) -> None:
    assert LISTS.countries.named(code).id == name


@pytest.mark.parametrize(
    ("code", "id_name", "en_name"),
    [
        ("ID", "Indonesia", "Indonesia"),
        ("TL", "Timor Leste", "Timor-Leste"),
        ("CN", "Tiongkok", "China"),
        ("TW", "Taiwan", "Taiwan"),
        ("CZ", "Ceko", "Czechia"),
        ("NL", "Belanda", "Netherlands"),
    ],
)
def test_countries_have_their_everyday_names(code: str, id_name: str, en_name: str) -> None:
    assert LISTS.countries.named(code) == (id_name, en_name)


@pytest.mark.parametrize(
    ("code", "decimals"), [("IDR", "0"), ("JPY", "0"), ("KRW", "0"), ("USD", "2"), ("EUR", "2"), ("KWD", "3")]
)
def test_currencies_say_how_many_decimals_invoices_print(code: str, decimals: str) -> None:
    assert _currency(code).facts["decimals"] == decimals


def test_the_words_for_hundredths_are_whole_where_there_are_any() -> None:
    with_words = [entry for entry in LISTS.currencies.entries.values() if "subunit_id" in entry.facts]
    assert {"USD", "EUR", "GBP", "IDR"} <= {entry.code for entry in with_words}
    for entry in with_words:
        assert all(entry.facts[name] for name in ("subunit_id", "subunit_one", "subunit_many"))
    assert _currency("GBP").facts["subunit_many"] == "pence"
    assert "subunit_id" not in _currency("JPY").facts


@pytest.mark.parametrize(
    ("typed", "code"),
    [("rupiah", "IDR"), ("Dolar AS", "USD"), ("US Dollar", "USD"), ("ringgit", "MYR"), ("euro", "EUR")],
)
def test_currencies_are_found_by_what_people_call_them(typed: str, code: str) -> None:
    assert LISTS.currencies.meant_by(typed) == code


def test_a_dollar_that_may_be_of_several_countries_is_not_guessed() -> None:
    assert LISTS.currencies.meant_by("dolar") is None


def test_dead_currencies_are_gone() -> None:
    assert not {"BGN", "HRK", "ADP"} & set(LISTS.currencies.entries)


def test_units_and_packages_have_a_plural_and_units_the_code_of_customs() -> None:
    for entry in chain(LISTS.units.entries.values(), LISTS.packages.entries.values()):
        assert entry.facts["en_many"]
    assert all(entry.facts["ceisa"] for entry in LISTS.units.entries.values())
    assert LISTS.units.entries["PR"].facts["ceisa"] == "NPR"
    assert LISTS.units.entries["H87"].facts["ceisa"] == "PCE"


def test_incoterms_are_the_eleven_of_2020_and_four_are_for_ships_only() -> None:
    terms = LISTS.incoterms.entries
    assert set(terms) == {"EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"}
    assert {code for code, entry in terms.items() if entry.facts["mode"] == "sea"} == {"FAS", "FOB", "CFR", "CIF"}
    assert {c for c, entry in terms.items() if entry.facts["freight"] == "collect"} == {"EXW", "FCA", "FAS", "FOB"}
    assert {c for c, e in terms.items() if "insurance" in e.facts["after_fob"].split("|")} == {"CIP", "CIF"}


def test_each_list_is_made_once() -> None:
    assert LISTS.countries is LISTS.countries


def _currency(code: str) -> Entry:
    entry = LISTS.currencies.find(code)
    assert entry is not None
    return entry
