"""Every document type on every sample: it draws, fits, says the totals, and is the same twice."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.paths import places
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.number import printed
from app.render.context import PaperLanguage
from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.render.sheet import block_xml
from app.render.template import Templates
from app.services.papers import Paper, PaperMaker
from app.services.program import Program
from app.services.samples import sample_titles
from tests.conftest import SAMPLES, TODAY, sample_named
from tests.expected import EXPECTED
from tests.unit.forms.made_papers import (
    FORMS,
    GOLDEN,
    JAPANESE,
    LANGUAGES,
    OFFICIAL,
    SIZES,
    few_packages,
    made,
    squeezed,
    text_of,
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_of_every_sample_shows_the_expected_totals(
    form: str, name: str, language: PaperLanguage, maker: PaperMaker, program: Program
) -> None:
    text = text_of(made(maker, program, form, sample_named(name), language).pdf)
    spoken = "id" if language == "id" else "en"
    told = {use.path for use in program.catalog.forms[form].uses()}
    expected, decimals = EXPECTED[name], {"packages": 0, "net_weight": 1, "gross_weight": 1, "volume": 3}
    for total, value in expected._asdict().items():
        if f"totals.{total}" in told and value and not (total == "fob" and value == expected.invoice):
            assert printed(value, decimals.get(total, 2), spoken) in text, total


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_value_that_the_form_names_is_on_the_paper(
    form: str, name: str, maker: PaperMaker, program: Program
) -> None:
    shipment = sample_named(name)
    told = {use.path for use in program.catalog.forms[form].uses()}
    printed_text = squeezed(text_of(made(maker, program, form, shipment).pdf))
    at = program.circumstances(TODAY, "en").in_currency(shipment.currency)
    for place in places(shipment):
        kind = fields()[place.declared].kind
        if place.declared in told and kind is not None and place.declared not in SHOWN_OTHERWISE:
            assert squeezed(kind.show(place.value, at).replace(JAPANESE, "")) in printed_text, place.path


# Codes that steer what is printed, or that a derived value prints in its own words.
SHOWN_OTHERWISE = {
    *("consignee.who", "notify.*.who", "transport.mode", "transport.load", "payment.method", "charges.*.kind"),
    *("charges.*.place", "goods.*.unit", "goods.*.origin_country", "general_description", "documents.*.form"),
    *("packing.ranges.*.kind", "packing.ranges.*.first", "packing.ranges.*.last", "packing.ranges.*.contents.*.line"),
    *("packing.ranges.*.length", "packing.ranges.*.width", "packing.ranges.*.height", "letter_of_credit.goods"),
    *("consignee.order_of", "delivery.place", "goods.*.own_description"),
    # The declaration prints totals and shares of these, in customs' own way of writing, ...
    *("packing.ranges.*.net_each", "packing.ranges.*.gross_each", "goods.*.quantity", "goods.*.unit_price"),
    *("goods.*.net_weight", "goods.*.hs_code", "charges.*.amount", "packing.marks", "owner.who", "goods.*.description"),
    *("references.invoice_date", "references.packing_list_date", "references.contract_date", "letter_of_credit.issued"),
    *("transport.bill_of_lading_date", "transport.air_waybill_date"),
    *("customs.documents.*.date", "customs.export_date", "customs.signing_date", "transport.flag", "containers.*.type"),
    *("transport.country_of_destination", "buyer.country", "delivery.incoterm", "customs.insurance_market"),
    # ... and these stand in customs' file alone.
    *("exporter.nib", "exporter.origin_area", "customs.oil_and_gas", "customs.bulk", "customs.as_parcel"),
    *("customs.carriage_type", "customs.inspection_address", "customs.inspection_site", "customs.inspection_date"),
    *("customs.inspection_time", "customs.store_kind", "customs.readiness_date", "customs.readiness_contact"),
    *("customs.readiness_phone", "customs.exchange_rate_date", "customs.exchange_rate_source"),
    *("containers.*.status", "goods.*.origin_area", "customs.documents.*.code"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_an_indonesian_paper_calls_the_goods_as_the_exporter_does(
    form: str, name: str, maker: PaperMaker, program: Program
) -> None:
    printed_text = squeezed(text_of(made(maker, program, form, sample_named(name), "id").pdf))
    named = "goods.*.own_description" in {use.path for use in program.catalog.forms[form].uses()}
    for line in sample_named(name).goods or () if named else ():
        assert squeezed(line.own_description or "") in printed_text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overflows_on_the_samples_and_only_japanese_cannot_be_drawn(
    form: str, name: str, size: PaperSize, maker: PaperMaker, program: Program
) -> None:
    for language in LANGUAGES:
        (troubles,) = made(maker, program, form, sample_named(name), language, size).troubles
        told = {use.path for use in program.catalog.forms[form].uses()}
        expected = [("undrawable", set(JAPANESE))] if name == "batik_tokyo" and "buyer.contact" in told else []
        assert [(trouble.kind, set(trouble.text)) for trouble in troubles] == expected


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_paper_twice_is_the_same_to_the_byte(
    form: str, name: str, maker: PaperMaker, program: Program
) -> None:
    again = PaperMaker(program, Fonts(fallback=False))
    shipment = sample_named(name)
    assert made(maker, program, form, shipment).pdf == made(again, program, form, shipment).pdf


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_block_xml_is_the_golden_one(form: str, name: str, maker: PaperMaker, program: Program) -> None:
    """``ACCEPT=1`` writes the golden files anew; the difference is then read before it is committed."""
    paper = Paper(program.catalog.forms[form], "both" if name == "furniture_hamburg_lc" else "en", "A4")
    xml = block_xml(maker.sheet(few_packages(form, sample_named(name)), paper, TODAY), Templates(program.templates))
    golden = GOLDEN / f"{form}.{name}.xml"
    if os.environ.get("ACCEPT"):
        golden.write_text(xml, encoding="utf-8")
    assert xml == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipment_with_nothing_in_it_draws_and_prints_no_label_without_a_value(
    form: str, language: PaperLanguage, maker: PaperMaker, program: Program
) -> None:
    result = made(maker, program, form, Shipment(), language)
    text = text_of(result.pdf)
    assert result.troubles == ((),)
    assert len(PdfReader(BytesIO(result.pdf)).pages) == 1
    title = program.catalog.forms[form].texts["title"].into("id" if language == "id" else "en")
    assert title in text
    if program.catalog.forms[form].group in OFFICIAL:
        return
    for path in ("references.invoice_no", "buyer.eori", "transport.vessel", "transport.booking_no"):
        label = program.catalog.words[path].printed.into("id" if language == "id" else "en")
        assert label not in text, label


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["footwear_rotterdam", "furniture_hamburg_lc", "silver_courier_sydney"])
def test_whatever_is_not_told_yet_leaves_no_label_and_no_total_without_a_value(
    form: str, name: str, maker: PaperMaker, program: Program
) -> None:
    """Each part of a sample is left out once, and once told alone."""
    sample, nothing, templates = sample_named(name), Shipment(), Templates(program.templates)
    parts = [part for part in sample.__struct_fields__ if getattr(sample, part) != getattr(nothing, part)]
    for part in parts:
        less = replace(sample, **{part: getattr(nothing, part)})
        alone = replace(nothing, **{part: getattr(sample, part)})
        for shipment in (less, alone):
            paper = Paper(program.catalog.forms[form], "en", "A4")
            xml = block_xml(maker.sheet(shipment, paper, TODAY), templates)
            assert not list(bare_labels(ElementTree.fromstring(xml))), part  # noqa: S314 - we wrote it


def bare_labels(document: ElementTree.Element) -> Iterator[str]:
    """Labels over nothing and sums of nothing; the head of a further page is the paper's own name, not a label."""
    for head in document.findall("continued"):
        document.remove(head)
    for parent in document.iterfind(".//column"):
        within = list(parent)
        for n, child in enumerate(within):
            after = takewhile(lambda block: block.tag != "label", within[n + 1 :])
            if child.tag == "label" and not any("".join(block.itertext()).strip() for block in after):
                yield child.text or ""
    for line in document.iterfind(".//sums[@min-height]/line"):
        if not any(cell.text for cell in line if cell.get("at") not in ("description", "numbers")):
            yield line[0].text or ""


@pytest.mark.parametrize("form", FORMS)
def test_every_page_is_marked_as_a_draft_in_the_papers_language(form: str, maker: PaperMaker, program: Program) -> None:
    marks: dict[PaperLanguage, str] = {"en": "NOT AN OFFICIAL DOCUMENT", "id": "BUKAN DOKUMEN RESMI"}
    for language, words in marks.items():
        pdf = made(maker, program, form, sample_named("footwear_rotterdam"), language).pdf
        for page in PdfReader(BytesIO(pdf)).pages:
            assert words.replace(" ", "") in re.sub(r"\s", "", page.extract_text())


@pytest.mark.parametrize("form", FORMS)
def test_the_form_shows_a_sample_and_every_path_it_names_exists(form: str, program: Program) -> None:
    declared = program.catalog.forms[form]
    assert declared.example in sample_titles()
    columns = {f"{path}.*.{name}" for path, table in DERIVED_ROWS.items() for name in table.row.__struct_fields__}
    known = fields().keys() | DERIVED.keys() | DERIVED_ROWS.keys() | columns
    assert all(use.path in known or use.path.startswith("own.") for use in declared.uses())


NOT_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|<[^>]*>", re.DOTALL)


@pytest.mark.parametrize("form", FORMS)
def test_the_template_holds_no_word_of_its_own(form: str) -> None:
    """Wording comes from the form's texts and the fields' words, so that it exists in both languages."""
    folder = Path(__file__).parents[3] / "templates"
    for file in (folder / f"{form}.xml.j2", *sorted((folder / "_parts").glob("*.j2"))):
        left = NOT_WORDS.sub(" ", file.read_text(encoding="utf-8"))
        assert re.findall(r"[A-Za-z]{2,}", left) == [], file.name


def test_forms_and_templates_match_one_to_one() -> None:
    folder = Path(__file__).parents[3] / "templates"
    assert {file.name.removesuffix(".xml.j2") for file in folder.glob("*.xml.j2")} == set(FORMS)


def test_a_paper_that_shows_a_figure_knows_where_it_comes_from(program: Program) -> None:
    figures = Figures(Shipment(), Circumstances(TODAY, "en", program.lists))
    for form in program.catalog.forms.values():
        for use in form.uses():
            if use.path in DERIVED_ROWS:
                assert list(DERIVED_ROWS[use.path].work_out(figures)) == []
