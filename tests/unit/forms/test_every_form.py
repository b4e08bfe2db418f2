"""Every document type on every sample: it draws, fits, says the totals, and is the same twice."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.packing import Content
from app.domain.paths import places, with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.number import printed
from app.kinds.text import Lines, PlainText
from app.render.context import PaperLanguage
from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.render.sheet import block_xml
from app.render.template import Templates
from app.services.papers import Made, Paper, PaperMaker
from app.services.program import Program, start
from app.services.samples import sample_titles
from tests.conftest import SAMPLES, TODAY, sample_named
from tests.expected import EXPECTED

DECLARED = start(Path("no-data-folder")).catalog.forms
FORMS = tuple(DECLARED)
SUMMED = tuple(name for name, form in DECLARED.items() if "carried" in form.texts)
"""The papers that carry sums from page to page."""
LANGUAGES: tuple[PaperLanguage, ...] = ("en", "id", "both")
SIZES: tuple[PaperSize, ...] = ("A4", "F4", "LETTER")
GOLDEN = Path(__file__).parents[2] / "golden"
# The one name that Roboto cannot draw; on a machine with a Japanese font it is drawn.
JAPANESE = "見本"


@pytest.fixture(scope="module")
def maker(program: Program) -> PaperMaker:
    return PaperMaker(program, Fonts(fallback=False))


def made(
    maker: PaperMaker,
    program: Program,
    form: str,
    shipment: Shipment,
    language: PaperLanguage = "en",
    size: PaperSize = "A4",
) -> Made:
    return maker.make(shipment, [Paper(program.catalog.forms[form], language, size)], TODAY)


def text_of(pdf: bytes) -> str:
    """All text of a PDF with single blanks: wrapping must not matter."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


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
    squeezed = re.sub(r"\s", "", text_of(made(maker, program, form, shipment).pdf))
    at = program.circumstances(TODAY, "en").in_currency(shipment.currency)
    for place in places(shipment):
        kind = fields()[place.declared].kind
        if place.declared in told and kind is not None and place.declared not in SHOWN_OTHERWISE:
            shown = re.sub(r"\s", "", kind.show(place.value, at).replace(JAPANESE, ""))
            assert shown in squeezed, place.path


# Codes that steer what is printed, or that a derived value prints in its own words.
SHOWN_OTHERWISE = {
    *("consignee.who", "notify.*.who", "transport.mode", "transport.load", "payment.method", "charges.*.kind"),
    *("charges.*.place", "goods.*.unit", "goods.*.origin_country", "general_description", "documents.*.form"),
    *("packing.ranges.*.kind", "packing.ranges.*.first", "packing.ranges.*.last", "packing.ranges.*.contents.*.line"),
    *("packing.ranges.*.length", "packing.ranges.*.width", "packing.ranges.*.height", "letter_of_credit.goods"),
    *("consignee.order_of", "delivery.place", "goods.*.own_description"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
def test_an_indonesian_paper_calls_the_goods_as_the_exporter_does(
    form: str, name: str, maker: PaperMaker, program: Program
) -> None:
    squeezed = re.sub(r"\s", "", text_of(made(maker, program, form, sample_named(name), "id").pdf))
    named = "goods.*.own_description" in {use.path for use in program.catalog.forms[form].uses()}
    for line in sample_named(name).goods or () if named else ():
        assert re.sub(r"\s", "", line.own_description or "") in squeezed


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overflows_on_the_samples_and_only_japanese_cannot_be_drawn(
    form: str, name: str, size: PaperSize, maker: PaperMaker, program: Program
) -> None:
    for language in LANGUAGES:
        (troubles,) = made(maker, program, form, sample_named(name), language, size).troubles
        names_contact = "buyer.contact" in {use.path for use in program.catalog.forms[form].uses()}
        expected = [("undrawable", set(JAPANESE))] if name == "batik_tokyo" and names_contact else []
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
    xml = block_xml(maker.sheet(sample_named(name), paper, TODAY), Templates(program.templates))
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
    for path in ("references.invoice_no", "buyer.eori", "transport.vessel", "transport.booking_no"):
        label = program.catalog.words[path].printed.into("id" if language == "id" else "en")
        assert label not in text, label


HOSTILE = "<b>&amp; {{ d }} {% raw %} <script>alert(1)</script> ]]> &#0; %(x)s \\n <!-- --> «Ω ж é» $(rm)"


@pytest.mark.parametrize("form", FORMS)
def test_markup_braces_and_scripts_in_any_text_print_literally(form: str, maker: PaperMaker, program: Program) -> None:
    shipment = filled_with(HOSTILE)
    squeezed = re.sub(r"\s", "", text_of(made(maker, program, form, shipment).pdf))
    assert re.sub(r"\s", "", HOSTILE) in squeezed


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", ["W" * 300, "kata " * 2000, "x\n" * 60], ids=["long word", "2,000 words", "60 lines"])
def test_the_longest_texts_draw_without_a_crash(form: str, text: str, maker: PaperMaker, program: Program) -> None:
    result = made(maker, program, form, filled_with(text.strip()), "both")
    reader = PdfReader(BytesIO(result.pdf))
    assert f"of {len(reader.pages)}" in " ".join(reader.pages[-1].extract_text().split())


def filled_with(text: str) -> Shipment:
    """The footwear order with ``text`` in every free text."""
    shipment = sample_named("footwear_rotterdam")
    for place in places(shipment):
        if isinstance(fields()[place.declared].kind, PlainText | Lines):
            shipment = with_value(shipment, place.path, text)
    return shipment


@pytest.mark.parametrize("form", SUMMED)
def test_five_thousand_lines_number_every_page_and_carry_every_sum(
    form: str, maker: PaperMaker, program: Program
) -> None:
    result = made(maker, program, form, repeated(sample_named("footwear_rotterdam"), 5000))
    reader = PdfReader(BytesIO(result.pdf))
    pages = len(reader.pages)
    assert pages > 300
    for number in (1, 2, pages // 2, pages):
        assert f"Page {number} of {pages}" in " ".join(reader.pages[number - 1].extract_text().split())
    carried = reader.pages[9].extract_text().split("Carried forward")[1].split()[0]
    assert carried in reader.pages[10].extract_text().split("Brought forward")[1]


def repeated(sample: Shipment, count: int) -> Shipment:
    """The sample with ``count`` goods lines, each packed in a range of its own."""
    ranges, goods = sample.packing.ranges or (), sample.goods or ()
    lines = tuple(replace(goods[n % 3], id=f"x{n}") for n in range(count))
    rows = tuple(
        replace(
            ranges[n % 3],
            id=f"r{n}",
            first=Decimal(n * 9 + 1),
            last=Decimal(n * 9 + 9),
            contents=(Content(id="c", line=f"x{n}", each=Decimal(12)),),
        )
        for n in range(count)
    )
    return replace(sample, goods=lines, packing=replace(sample.packing, ranges=rows))


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
    known = fields().keys() | DERIVED.keys() | DERIVED_ROWS.keys()
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
