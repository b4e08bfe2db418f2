"""Finding HS codes the way people say what they make."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from app.reference.code_list import CodeList, read_list
from app.reference.hs_search import HsFinder, HsHit
from app.reference.list_titles import TITLES
from app.reference.lists import Lists
from app.reference.table_rows import csv_rows
from app.reference.tariff_file import tariff_from
from app.services.hs_words import in_a_row
from app.words import LANGUAGES, Text, same

LISTS = Lists()
FINDER = HsFinder(LISTS)
PRODUCTS = read_list("products", same("products")).entries
GLOSSARY = read_list("glossary", same("glossary")).entries
HERE = Path(__file__).parent
SECOND = HERE / "hs_queries_second.csv"
"""Written apart from our tables by somebody who had not seen them: query, headings (with | between), how (plain,
misspelt, colloquial). What it misses is not mended one by one, or it would measure nothing.
"""


def read_queries(path: Path) -> list[dict[str, str]]:
    """The queries of a file."""
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


QUERIES = read_queries(HERE / "hs_queries.csv")

TARIFF = """kode,uraian,description
64.03,Alas kaki dari kulit.,Footwear of leather.
,- Alas kaki lainnya :,- Other footwear :
6403.99,- - Lain-lain :,- - Other :
6403.99.10,- - - Dilengkapi paku,- - - Fitted with spikes
6403.99.90,- - - Lain-lain,- - - Other
04.10,Produk hewani yang dapat dimakan.,Edible products of animal origin.
0410.90.10,- - Sarang burung,- - Birds' nests
"""


def test_accepted_headings_are_among_the_first_five_and_mostly_first() -> None:
    """The measure the table may be worked on; how well strange words are found is measured on the second set."""
    first, among = measured(QUERIES)
    assert among >= 0.95
    assert first >= 0.9


@pytest.mark.skipif(not SECOND.exists(), reason="the second set is written by another hand and not there yet")
def test_words_that_the_table_was_not_written_for_are_found_too() -> None:
    first, among = measured(read_queries(SECOND))
    assert among >= 0.75
    assert first >= 0.5


def measured(queries: list[dict[str, str]]) -> tuple[float, float]:
    """The shares of queries whose accepted heading is first and among the first five."""
    assert len(queries) >= 120
    assert sum(query["how"] != "plain" for query in queries) * 3 >= len(queries)
    first, among = 0, 0
    for query in queries:
        found = [hit.code[:4] for hit in FINDER.find(query["query"], 5)]
        accepted = query["headings"].split("|")
        first += bool(found) and found[0] in accepted
        among += any(code in accepted for code in found)
    return first / len(queries), among / len(queries)


@pytest.mark.alone
def test_a_query_is_answered_within_50_ms() -> None:
    taken = []
    for query in QUERIES:
        began = time.perf_counter()
        FINDER.find(query["query"], 5)
        taken.append(time.perf_counter() - began)
    # The first query makes the index; of the others one may have been interrupted.
    assert sorted(taken)[-3] < 0.05


@pytest.mark.parametrize("code", PRODUCTS, ids=lambda code: PRODUCTS[code].name.id)
def test_every_product_is_found_by_its_names_and_stands_in_the_tariff(code: str) -> None:
    product = PRODUCTS[code]
    for name in product.name.id, *filter(None, product.facts["synonyms"].split("|")):
        found = FINDER.find(name, 5)
        assert product.facts["hs6"] in {hit.code[:6] for hit in found}, name
    for six in product.facts["hs6"], *filter(None, product.facts["alternatives"].split("|")):
        assert LISTS.hs6.find(six), six
    assert product.facts["hs8"][:6] in {"", product.facts["hs6"]}
    assert bool(product.facts["decides_id"]) is bool(product.facts["decides_en"])
    assert product.facts["certainty"] in {"high", "medium", "low"}


def test_there_are_three_hundred_products_and_no_english_word_of_the_glossary_is_strange_to_the_tariff() -> None:
    assert len(PRODUCTS) >= 300
    texts = " ".join(f"{line.name.en} {line.facts['heading']}" for line in LISTS.hs6.entries.values()).casefold()
    strange = [w for entry in GLOSSARY.values() for w in entry.name.en.split() if w[:4] not in texts]
    assert strange == []


def test_a_hit_says_how_sure_it_is_why_and_what_decides() -> None:
    hit = _first("sepatu kulit")
    assert (hit.code, hit.certainty, hit.alternatives) == ("64039990", "high", ("640359", "640391"))
    assert hit.decides == Text(
        "sol kulit → 6403.59; menutup mata kaki → 6403.91", "leather sole → 6403.59; covering the ankle → 6403.91"
    )
    assert hit.why.into("id") == "Ada di tabel produk kami: sepatu kulit"
    assert hit.heading.en.startswith("Footwear")
    by_words = _first("hydraulic turbines")
    assert (by_words.code[:4], by_words.certainty) == ("8410", "text")
    assert all("turbine" in by_words.why.into(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    "query",
    [
        "Sepatu pria kulit sapi, sol karet, art. LJ-201",
        "sepatu pria kulit sapi sol karet",
        "leather shoes, article no. 1234",
        "sepatu klit",
    ],
)
def test_a_line_of_an_invoice_finds_the_product_that_stands_in_it(query: str) -> None:
    assert _first(query).code == "64039990"


def test_batik_alone_asks_what_is_made_of_it() -> None:
    cloth, *others = FINDER.find("batik", 3)
    assert (cloth.code, cloth.certainty) == ("520852", "low")
    assert "kemeja → 6205.20" in cloth.decides.id
    assert {hit.code for hit in others} == {"62052010", "62063010"}


def test_only_words_that_stand_in_the_text_are_given_as_the_reason() -> None:
    for query in ("mebel jati", "hydraulic turbines", "kain tenun ikat", "glass brushes", "sepatu kulit"):
        for hit in FINDER.find(query, 20):
            if hit.why.id == "hs.by_words":
                held = f"{hit.text.id} {hit.text.en} {hit.heading.id} {hit.heading.en}".casefold()
                assert hit.why.params["words"].en
                assert all(word in held for word in hit.why.params["words"].en.split()), (query, hit.code)
    plastic = next(hit for hit in FINDER.find("mebel jati", 20) if hit.code == "940370")
    assert plastic.why.into("id") == "Kata-kata ini ada di teks HS: furniture"


def test_digits_find_the_codes_that_begin_with_them() -> None:
    for digits in ("6403", "64.03", "64 03"):
        codes = [hit.code for hit in FINDER.find(digits, 50)]
        assert len(codes) == 8
        assert codes == sorted(codes)
        assert all(code.startswith("6403") for code in codes)
    assert [hit.code for hit in FINDER.find("6403.99.90")] == ["640399"]
    assert FINDER.find("0000") == ()


@pytest.mark.parametrize("query", ["", " ", "?!", "untuk dari", "xyzzyq", "\ud800", "²"])
def test_what_says_nothing_finds_nothing(query: str) -> None:
    assert FINDER.find(query) == ()


def test_a_long_query_is_answered_at_once() -> None:
    began = time.perf_counter()
    FINDER.find("sepatu kulit untuk anak " * 200)
    assert time.perf_counter() - began < 3


def test_an_imported_tariff_is_searched_in_indonesian_with_eight_digits() -> None:
    lists = Lists()
    entries = tariff_from(csv_rows(TARIFF.encode()))
    lists.tariff = CodeList("tariff", TITLES["tariff"], same("a file"), "2026", entries, imported=True)
    finder = HsFinder(lists)
    assert finder.find("sarang burung")[0].code == "04109010"
    spikes = finder.find("dilengkapi paku")[0]
    assert (spikes.code, spikes.text.id) == ("64039910", "Alas kaki lainnya > Lain-lain > Dilengkapi paku")
    assert spikes.heading == Text("Alas kaki dari kulit", "Footwear of leather")
    # Our table's eight digits are given only where this tariff has them.
    assert finder.find("sepatu kulit")[0].code == "64039990"
    assert finder.find("dompet kulit")[0].code == "420231"
    assert [hit.code for hit in finder.find("6403")] == ["64039910", "64039990"]


def test_a_line_of_eight_digits_is_never_told_by_its_own_words_alone() -> None:
    lists = Lists()
    entries = tariff_from(csv_rows(TARIFF.replace(",- - Lain-lain :,", ",,").replace(",- Alas", ",,").encode()))
    bare = {code: line._replace(facts={**line.facts, "under_id": ""}) for code, line in entries.items()}
    lists.tariff = CodeList("tariff", TITLES["tariff"], same("a file"), "2026", bare, imported=True)
    other = next(hit for hit in HsFinder(lists).find("640399") if hit.code == "64039990")
    assert other.leaf.id == "Lain-lain"
    assert other.text.id.startswith("Footwear; n.e.c. in heading no. 6403")
    for language in LANGUAGES:
        assert in_a_row(other, language) == f"{other.leaf.into(language)} - {other.six.en}"
    assert in_a_row(_first("sepatu kulit"), "id") == other.six.en


def _first(query: str) -> HsHit:
    return FINDER.find(query, 1)[0]
