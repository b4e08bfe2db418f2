"""Papers of a shipment in which everything is told: each answer stands where a broker or a bank looks for it."""

from __future__ import annotations

import datetime
import re
from io import BytesIO
from typing import Any

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from app.domain.attachments import Attachment
from app.domain.packing import Container
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.render.context import PaperLanguage
from app.render.fonts import Fonts
from app.services.papers import Made, Paper, PaperMaker
from app.services.program import Program
from tests.conftest import TODAY, sample_named

INVOICE, PACKING_LIST = "commercial_invoice", "packing_list"
BOTH = (INVOICE, PACKING_LIST)
MODES = ("sea", "air", "courier", "post", "road")


@pytest.fixture(scope="module")
def maker(program: Program) -> PaperMaker:
    return PaperMaker(program, Fonts(fallback=False))


def told(name: str, **answers: Any) -> Shipment:
    """A sample with other answers; two underscores stand for the dots of a path."""
    shipment = sample_named(name)
    for path, value in answers.items():
        shipment = with_value(shipment, path.replace("__", "."), value)
    return shipment


def made(maker: PaperMaker, program: Program, form: str, shipment: Shipment, language: PaperLanguage = "en") -> Made:
    return maker.make(shipment, [Paper(program.catalog.forms[form], language, "A4")], TODAY)


def said(maker: PaperMaker, program: Program, form: str, shipment: Shipment, language: PaperLanguage = "en") -> str:
    """The paper's text with single blanks: wrapping must not matter."""
    pages = PdfReader(BytesIO(made(maker, program, form, shipment, language).pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def by(mode: str, **answers: Any) -> Shipment:
    """The courier's sample, of which no carriage is known, sent another way."""
    return told("silver_courier_sydney", transport__mode=mode, **answers)


MORE = {
    "article_no": ("ART-1", "Art. ART-1", "Art. ART-1"),
    "brand": ("JATI CONTOH", "Brand JATI CONTOH", "Merek JATI CONTOH"),
    "type": ("OXFORD", "Type OXFORD", "Tipe OXFORD"),
    "size": ("39-44", "Size 39-44", "Ukuran 39-44"),
    "composition": ("100% TEAK", "100% TEAK", "100% TEAK"),
    "condition": ("used", "Condition used", "Kondisi bekas"),
    "batch_no": ("B-2611", "Batch B-2611", "Bets B-2611"),
}


@pytest.mark.parametrize("key", MORE)
@pytest.mark.parametrize(("language", "at"), [("en", 1), ("both", 1), ("id", 2)])
def test_what_tells_an_article_from_another_stands_under_its_description(
    key: str, language: PaperLanguage, at: int, maker: PaperMaker, program: Program
) -> None:
    shipment = told("furniture_hamburg_lc", **{f"goods__g2__{key}": MORE[key][0]})
    words = said(maker, program, INVOICE, shipment, language)
    assert words.count(MORE[key][at]) == 1
    first_amount = words.index("14.700,00" if language == "id" else "14,700.00")
    assert first_amount < words.index(MORE[key][at]) < words.rindex("Tectona grandis")


@pytest.mark.parametrize("form", BOTH)
@pytest.mark.parametrize("mode", MODES)
def test_the_final_place_is_printed_in_every_mode_beside_the_place_of_discharge(
    form: str, mode: str, maker: PaperMaker, program: Program
) -> None:
    discharged = {"transport__port_of_discharge": "Hamburg"}
    words = said(maker, program, form, by(mode, transport__place_of_delivery="Berlin", **discharged))
    assert "Place of delivery" in words
    assert "Berlin" in words
    label = {"sea": "Port of discharge", "air": "Airport of destination"}.get(mode, "Place of discharge")
    assert label in words
    same = said(maker, program, form, by(mode, transport__place_of_delivery="HAMBURG", **discharged))
    assert "Place of delivery" not in same
    assert "Berlin" in said(maker, program, form, by(mode, transport__place_of_delivery="Berlin"))


@pytest.mark.parametrize("form", BOTH)
@pytest.mark.parametrize("mode", MODES)
def test_containers_and_seals_are_printed_in_every_mode(
    form: str, mode: str, maker: PaperMaker, program: Program
) -> None:
    container = Container(id="k1", number="CSQU3054383", type="22G1", seal_no="SEAL-7")
    words = said(maker, program, form, replace(by(mode), containers=(container,)))
    assert "CSQU3054383 (22G1)" in words
    assert "Seal no." in words
    assert "SEAL-7" in words


CARRIAGE = {
    "sea": ("Vessel and voyage", "transport__vessel"),
    "air": ("Flight", "transport__flight"),
    "road": ("Vehicle", "transport__vehicle"),
}


@pytest.mark.parametrize("form", BOTH)
@pytest.mark.parametrize("mode", CARRIAGE)
def test_the_mode_stands_in_the_place_of_a_vessel_that_is_not_known_yet(
    form: str, mode: str, maker: PaperMaker, program: Program
) -> None:
    label, path = CARRIAGE[mode]
    unknown = said(maker, program, form, by(mode))
    assert "Mode of transport" in unknown
    assert re.search(rf"\b{mode.capitalize()}\b", unknown)
    assert label not in unknown
    known = said(maker, program, form, by(mode, **{path: "CONTOH 88"}))
    assert label in known
    assert "CONTOH 88" in known
    assert "Mode of transport" not in known


@pytest.mark.parametrize("form", BOTH)
@pytest.mark.parametrize("mode", MODES)
def test_the_carrier_and_its_numbers_are_printed_in_every_mode(
    form: str, mode: str, maker: PaperMaker, program: Program
) -> None:
    numbers = {"transport__house_waybill_no": "H-1", "transport__tracking_no": "T-2"}
    words = said(maker, program, form, by(mode, transport__carrier="CONTOH LINE", **numbers))
    for part in ("Carrier", "CONTOH LINE", "House waybill no.", "H-1", "Tracking no.", "T-2"):
        assert part in words


@pytest.mark.parametrize(("answer", "value"), [("name", "Bank Satu"), ("address", "Jl. Bank 3"), ("swift", "CONTIDJA"),
                                               ("account", "12345"), ("account_name", "CV Satu")])  # fmt: skip
def test_one_answer_about_the_bank_is_enough_for_the_bank_block(
    answer: str, value: str, maker: PaperMaker, program: Program
) -> None:
    shipment = sample_named("silver_courier_sydney")
    nothing = replace(shipment.bank, name=None, address=None, swift=None, account=None, account_name=None)
    assert "Bank details" not in said(maker, program, INVOICE, replace(shipment, bank=nothing))
    words = said(maker, program, INVOICE, replace(shipment, bank=replace(nothing, **{answer: value})))
    assert "Bank details for payment" in words
    assert value in words
    assert ("Account no." in words) is (answer == "account")


def test_the_goods_are_first_called_as_the_credit_or_the_contract_calls_them(
    maker: PaperMaker, program: Program
) -> None:
    general = {"general_description": "SILVER JEWELLERY AS PER CONTRACT 7"}
    words = said(maker, program, INVOICE, told("silver_courier_sydney", **general))
    assert words.index("SILVER JEWELLERY AS PER CONTRACT 7") < words.index("SILVER 925 BRACELETS")
    credit = said(maker, program, INVOICE, told("furniture_hamburg_lc", general_description="FURNITURE"))
    assert "TEAK WOOD FURNITURE AS PER PROFORMA INVOICE JM-PI-221" in credit
    lacking = told("furniture_hamburg_lc", general_description="AS AGREED", letter_of_credit__goods=None)
    assert "AS AGREED" in said(maker, program, INVOICE, lacking)


@pytest.mark.parametrize(
    ("form", "name"), [(INVOICE, "order"), (INVOICE, "contract"), (INVOICE, "proforma"), (PACKING_LIST, "order"),
                       (PACKING_LIST, "contract")],
)  # fmt: skip
def test_the_day_of_a_reference_stands_beside_its_number(
    form: str, name: str, maker: PaperMaker, program: Program
) -> None:
    number, day = f"references__{name}_no", {f"references__{name}_date": datetime.date(2026, 11, 10)}
    silver = "silver_courier_sydney"
    assert "SC-66, 10 November 2026" in said(maker, program, form, told(silver, **{number: "SC-66"}, **day))
    assert "SC-66," not in said(maker, program, form, told(silver, **{number: "SC-66"}))
    assert "10 November" not in said(maker, program, form, told(silver, **day))


def test_a_number_and_its_day_too_wide_for_one_line_break_between_them(maker: PaperMaker, program: Program) -> None:
    pdf = made(maker, program, INVOICE, sample_named("footwear_rotterdam")).pdf
    lines = [line.strip() for line in PdfReader(BytesIO(pdf)).pages[0].extract_text().splitlines()]
    assert {"LJ/SC/2026/018,", "15 September 2026"} <= set(lines)


@pytest.mark.parametrize("form", BOTH)
def test_a_partys_numbers_break_at_the_dots_between_them_only(form: str, maker: PaperMaker, program: Program) -> None:
    answers = {"eori": "DE000099997", "tax_id": "TAX-BUYER 1", "contact": "Herr Muster", "phone": "+49 40 5550101",
               "email": "einkauf.und.verkauf.international@muster.example"}  # fmt: skip
    shipment = told("furniture_hamburg_lc", **{f"buyer__{key}": value for key, value in answers.items()})
    text = made(maker, program, form, shipment).pdf
    lines = [line.strip(" ·") for line in PdfReader(BytesIO(text)).pages[0].extract_text().splitlines()]
    parts = [part.strip() for line in lines for part in re.split(r"\s+·\s+", line)]
    for part in ("EORI DE000099997", "Tax no. TAX-BUYER 1", "Attn. Herr Muster", "+49 40 5550101"):
        assert part in parts


def test_a_picture_that_cannot_be_read_is_called_by_its_name_only(maker: PaperMaker, program: Program) -> None:
    broken = Attachment(id="a1", name="logo.png", content=b"\0\0\0")
    shipment = replace(told("silver_courier_sydney", exporter__logo="a1"), attachments=(broken,))
    for form in BOTH:
        ((trouble,),) = made(maker, program, form, shipment).troubles
        assert (trouble.kind, trouble.text) == ("image", "logo")


@pytest.mark.parametrize("language", ["en", "id", "both"])
def test_marks_stand_in_one_piece_on_a_page_with_few_rows(
    language: PaperLanguage, maker: PaperMaker, program: Program
) -> None:
    marks = [f"MARK-{number}" for number in range(9)]
    more = {f"goods__{line}__{key}": "X" for line in ("g1", "g2") for key in ("brand", "type", "size", "article_no")}
    shipment = told("furniture_hamburg_lc", packing__marks="\n".join(marks), payment__terms="IN PARTS " * 30, **more)
    pages = PdfReader(BytesIO(made(maker, program, INVOICE, shipment, language).pdf)).pages
    told_on = [[mark for mark in marks if mark in page.extract_text()] for page in pages]
    assert len(pages) > 1
    assert told_on[0] == marks or told_on[0] == []
    assert max(told_on, key=len) == marks


@pytest.mark.parametrize("name", ["furniture_hamburg_lc", "silver_courier_sydney"])
def test_the_packing_list_names_the_article_in_the_contents_and_in_the_summary(
    name: str, maker: PaperMaker, program: Program
) -> None:
    words = said(maker, program, PACKING_LIST, told(name, goods__g1__article_no="A-71", goods__g1__brand="OTHER"))
    assert words.count("Art. A-71") == 2
    assert "OTHER" not in words
    without = said(maker, program, PACKING_LIST, sample_named(name))
    assert "Art." not in without
