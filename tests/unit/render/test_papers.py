"""Commercial invoice and packing list as papers: every sample, language and size; the emptiest and the longest data."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.catalog.catalog import Catalog, built_in_forms, read_catalog
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.reference.lists import Lists
from app.render.context import roots
from app.render.sheet import Drawn, Sheet, Templates, draw
from tests.conftest import SAMPLES, sample_named
from tests.unit.render.bench import FONTS, baselines, pages, text

PAPERS = ("commercial_invoice", "packing_list")
TEMPLATES = Templates([files("templates")])
TODAY = datetime.date(2026, 11, 24)
replace = msgspec.structs.replace


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog([built_in_forms()])


def paper(catalog: Catalog, shipment: Shipment, form: str, language: Any = "en", size: Any = "A4") -> Drawn:
    at = Circumstances(TODAY, "id" if language == "id" else "en", Lists())
    sheet = Sheet(
        template=form, roots=roots(catalog, catalog.forms[form], shipment, at, language), language=language,
        name="Paper", firm="Firm", data_hash="ab" * 32, printed="24 November 2026",
    )  # fmt: skip
    return draw([sheet], size=size, templates=TEMPLATES, fonts=FONTS)


@pytest.mark.parametrize("form", PAPERS)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(("language", "size"), [("en", "A4"), ("id", "F4"), ("both", "LETTER")])
def test_every_sample_fits_in_every_language(catalog: Catalog, form: str, name: str, language: str, size: str) -> None:
    shipment = sample_named(name)
    drawn = paper(catalog, shipment, form, language, size)
    assert [trouble for trouble in drawn.troubles[0] if trouble.kind != "undrawable"] == []
    assert drawn.pdf == paper(catalog, shipment, form, language, size).pdf
    said = text(drawn)
    assert shipment.exporter.name is not None
    assert shipment.exporter.name in said
    assert "None" not in said


@pytest.mark.parametrize("form", PAPERS)
@pytest.mark.parametrize("language", ["en", "id", "both"])
def test_an_empty_shipment_makes_a_paper_without_empty_labels(catalog: Catalog, form: str, language: str) -> None:
    drawn = paper(catalog, Shipment(), form, language)
    assert drawn.pages == (1,)
    said = text(drawn)
    for label in (
        "Invoice no.",
        "Net weight",
        "Vessel",
        "Bank details",
        "Amount in words",
        "Berat bersih",
        "EORI",
        "0.00",
    ):
        assert label not in said


def test_the_invoice_stands_where_the_measures_say(catalog: Catalog) -> None:
    shipment = sample_named("footwear_rotterdam")
    # The measures are of a paper without the contract's day.
    shipment = replace(shipment, references=replace(shipment.references, contract_date=None))
    places = baselines(paper(catalog, shipment, "commercial_invoice"))
    wanted = {
        "Seller": 19.5, "COMMERCIAL INVOICE": 23.5, "CV CONTOH LANGKAH JAYA": 23.5, "LJ/INV/2026/041": 35.5,
        "VOORBEELD SCHOENEN B.V.": 59.5, "NETHERLANDS": 59.5, "CONTOH EXPRESS, 148W": 95.5, "VS BV": 126.0,
        "17,400.00": 126.0, "8,880.00": 142.0, "4,080.00": 158.0, "30,360.00": 171.3, "190 cartons": 195.5,
        "Direktur Contoh": 239.5, "Direktur": 243.5,
    }  # fmt: skip
    assert {said: places.get(said) for said in wanted} == wanted


def test_the_letter_of_credit_invoice_is_one_full_page_in_two_languages(catalog: Catalog) -> None:
    drawn = paper(catalog, sample_named("furniture_hamburg_lc"), "commercial_invoice", "both")
    assert drawn.pages == (1,)
    said = text(drawn)
    for words in ("Faktur komersial", "TO ORDER OF MUSTERBANK AG, HAMBURG", "Buyer (applicant)", "LC26-MB-004471",
                  "TEAK WOOD FURNITURE AS PER PROFORMA INVOICE JM-PI-221", "26,340.00", "Tectona grandis", "29,700.00",
                  "EUR TWENTY-NINE THOUSAND SEVEN HUNDRED ONLY", "MUSTER MÖBELHANDEL GMBH"):  # fmt: skip
        assert words in said


def test_mixed_boxes_list_their_articles(catalog: Catalog) -> None:
    said = text(paper(catalog, sample_named("silver_courier_sydney"), "packing_list"))
    assert "Mixed, in each box:" in said
    assert said.index("Mixed") < said.index("75 150") < said.index("200 400")
    assert "In boxes" in said


def test_the_same_party_in_all_roles_is_one_block(catalog: Catalog) -> None:
    said = text(paper(catalog, sample_named("footwear_rotterdam"), "commercial_invoice"))
    assert said.count("VOORBEELD SCHOENEN B.V.") == 1
    assert "Buyer, consignee and notify party" in said


@pytest.mark.parametrize(
    ("name", "words"),
    [("batik_tokyo", "Airport of departure"), ("silver_courier_sydney", "Courier"), ("wallet_post_us", "Post")],
)
def test_each_mode_of_transport_has_its_own_words(catalog: Catalog, name: str, words: str) -> None:
    said = text(paper(catalog, sample_named(name), "commercial_invoice"))
    assert words in said
    assert "Port of loading" not in said
    assert "Vessel" not in said


def longest(shipment: Shipment, lines: int) -> Shipment:
    goods = shipment.goods or ()
    ranges = shipment.packing.ranges or ()
    many = tuple(replace(goods[n % len(goods)], id=f"g{n}", description=f"ARTICLE {n}, " + "LONG WORDS OF LEATHER " * 6)
                 for n in range(lines))  # fmt: skip
    packed = tuple(
        replace(ranges[n % len(ranges)], id=f"r{n}", first=Decimal(n + 1), last=Decimal(n + 1)) for n in range(lines)
    )
    marks = "\n".join(f"MARK {n}" for n in range(30))
    return replace(
        shipment, goods=many, packing=replace(shipment.packing, ranges=packed, marks=marks),
        buyer=replace(shipment.buyer, name="VERY LONG NAME " * 12, address="Street without end " * 12),
        payment=replace(shipment.payment, terms="payable in many instalments " * 20),
    )  # fmt: skip


@pytest.mark.parametrize("form", PAPERS)
def test_the_longest_data_stay_whole(catalog: Catalog, form: str) -> None:
    drawn = paper(catalog, longest(sample_named("footwear_rotterdam"), 60), form)
    assert [trouble for trouble in drawn.troubles[0] if trouble.kind != "undrawable"] == []
    found = pages(drawn)
    assert len(found) > 3
    assert len([page for page in found if "Carried forward" in page]) > 2
    assert "continued" in found[1]
    assert any(all(f"MARK {n} " in f"{page} " for n in range(30)) for page in found)
    said = " ".join(found)
    if form == "commercial_invoice":
        assert re.findall(r"ARTICLE (\d+),", said) == [str(n) for n in range(60)]
        assert said.count("instalments") == 20


LITERAL = re.compile(
    r">[^<>{}]*[A-Za-z]{2,}[^<>{}]*<|(?:head|term|unit|label|right|again|carried|brought|continued)=\"[^\"{}]*[A-Za-z]"
)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[3] / "templates").glob("**/*.j2")), ids=lambda path: path.name
)
def test_templates_hold_no_words_of_their_own(path: Path) -> None:
    plain = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "{}", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert LITERAL.findall(plain) == []
