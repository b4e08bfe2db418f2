"""Finding codes the way people type them."""

from __future__ import annotations

import statistics
import time

import pytest

from app.reference.code_list import CodeList, Entry, folded
from app.reference.lists import Lists
from app.reference.search import FEWEST, Finder
from app.words import same

LISTS = Lists()
FINDERS = {codes.id: Finder(codes) for codes in LISTS.all() if codes.id != "hs6"}
each_finder = pytest.mark.parametrize("finder", FINDERS.values(), ids=FINDERS)


@each_finder
def test_every_code_is_found_by_itself_and_by_both_names_in_three_results(finder: Finder) -> None:
    for entry in finder.codes.entries.values():
        for text in (entry.code.lower(), *entry.name, entry.name.id.upper()):
            assert entry in [hit.entry for hit in finder.find(text, 3)], text


@pytest.mark.parametrize(
    ("list_id", "query", "code", "why"),
    [
        ("ports", "NLRTM", "NLRTM", "code"),
        ("ports", "rott", "NLRTM", "start"),
        ("ports", "roterdam", "NLRTM", "typo"),
        ("ports", "klang", "MYPKG", "word"),
        ("ports", "tanjung prak", "IDSUB", "typo"),
        ("ports", "munchen", "DEMUC", "name"),
        ("customs_ports", "juanda", "IDSUB", "name"),
        ("customs_ports", "perak", "IDTPE", "word"),
        ("customs_offices", "0705", "070500", "start"),
        ("customs_offices", "juanda kppbc", "070500", "part"),
        ("areas", "kota mojokerto", "3576", "name"),
        ("areas", "jepara", "3320", "name"),
        ("countries", "cote d'ivoire", "CI", "name"),
        ("countries", "amrika serikat", "US", "typo"),
        ("packages", "kardus", "CT", "name"),
        ("packages", "kayu palet", "8A", "part"),
        ("units", "pcs", "H87", "name"),
        ("units", "pasng", "PR", "typo"),
        ("export_banks", "jatim", "114", "word"),
        ("customs_documents", "packing", "217", "start"),
        ("incoterms", "on board", "FOB", "word"),
    ],
)
def test_a_code_is_found_first_as_people_say_it(list_id: str, query: str, code: str, why: str) -> None:
    first = FINDERS[list_id].find(query, 3)[0]
    assert (first.entry.code, first.why) == (code, why)


def test_a_town_with_city_and_regency_shows_both() -> None:
    assert {hit.entry.code for hit in FINDERS["areas"].find("mojokerto", 3)} == {"3516", "3576"}


def test_nothing_typed_shows_the_beginning_of_the_list() -> None:
    codes = list(LISTS.packages.entries)[:5]
    assert [hit.entry.code for hit in FINDERS["packages"].find("  ", 5)] == codes


@each_finder
@pytest.mark.parametrize("query", ["qqqqqqqq", "?", "..", "🚢", "xx yy zz", "\0"])
def test_what_is_not_there_is_not_found(finder: Finder, query: str) -> None:
    assert finder.find(query) == ()


@each_finder
def test_typos_never_hide_what_was_found_without_them(finder: Finder) -> None:
    for entry in list(finder.codes.entries.values())[:20]:
        hits = finder.find(folded(entry.name.id)[:5], 50)
        kinds = [hit.why == "typo" for hit in hits]
        assert kinds == sorted(kinds)
        assert not any(kinds) or kinds.index(True) < FEWEST


@pytest.mark.alone
def test_a_query_takes_less_than_50_ms_once_the_list_is_there() -> None:
    queries = ("a", "jak", "jakarta", "rotterdm", "tanjung prak", "kabupaten mojokrto", "xxxxyyyyzzzz")
    taken = []
    for finder in FINDERS.values():
        finder.find("warming up zzzz")
        for query in queries:
            began = time.perf_counter()
            finder.find(query)
            taken.append((time.perf_counter() - began) * 1000)
    assert statistics.median(taken) < 5
    assert sorted(taken)[-3] < 50


@pytest.mark.alone
def test_a_list_of_the_size_of_unlocode_is_searched_in_50_ms() -> None:
    entries = {f"{n:05}": Entry(f"{n:05}", same(f"Port {n:o} {n:b}")) for n in range(30_000)}
    finder = Finder(CodeList("ports", same("ports"), same("made up"), "2026", entries))
    finder.find("warming up zzzz")
    taken = []
    for query, code in (("p", "00000"), ("29999", "29999"), ("port 72457", "29999"), ("prot 72457", "29999")):
        began = time.process_time()
        hits = finder.find(query, 3)
        taken.append(time.process_time() - began)
        assert hits[0].entry.code == code
    assert sorted(taken)[-2] < 0.05
