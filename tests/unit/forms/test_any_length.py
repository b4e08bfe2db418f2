"""Every document type with hostile, very long and very many texts."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.fields import fields
from app.domain.paths import places, with_value
from app.domain.shipment import Shipment
from app.kinds.text import Lines, PlainText
from app.services.papers import PaperMaker
from app.services.program import Program
from tests.conftest import sample_named
from tests.unit.forms.made_papers import (
    CARRYING,
    FORMS,
    made,
    repeated,
    squeezed,
    text_of,
)

HOSTILE = "<b>&amp; {{ d }} {% raw %} <script>alert(1)</script> ]]> &#0; %(x)s \\n <!-- --> «Ω ж é» $(rm)"


@pytest.mark.parametrize("form", FORMS)
def test_markup_braces_and_scripts_in_any_text_print_literally(form: str, maker: PaperMaker, program: Program) -> None:
    shipment = filled_with(HOSTILE)
    assert squeezed(HOSTILE) in squeezed(text_of(made(maker, program, form, shipment).pdf))


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


@pytest.mark.parametrize("form", CARRYING)
def test_five_thousand_lines_number_every_page_and_carry_every_sum(
    form: str, maker: PaperMaker, program: Program
) -> None:
    result = made(maker, program, form, repeated(sample_named("footwear_rotterdam"), 5000))
    reader = PdfReader(BytesIO(result.pdf))
    pages = len(reader.pages)
    assert pages > 200
    for number in (1, 2, pages // 2, pages):
        assert f"Page {number} of {pages}" in " ".join(reader.pages[number - 1].extract_text().split())
    if "carried" not in program.catalog.forms[form].texts:
        return  # an official form has no line for it
    carried = reader.pages[9].extract_text().split("Carried forward")[1].split()[0]
    assert carried in reader.pages[10].extract_text().split("Brought forward")[1]
