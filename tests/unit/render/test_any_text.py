"""Whatever stands in a value, the paper is made and the text is either drawn or reported."""

import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.render.sheet import draw
from tests.benchmarks.invoice_text import invoice_sheet, invoice_text
from tests.benchmarks.papers import FONTS, TEMPLATES
from tests.unit.render.bench import Bench, text

VALUES = st.text(max_size=60)
PIECES = st.sampled_from([" word", "W", "a,b ", "商", "\n", "é "])
LONG = st.builds(lambda piece, times: piece * times, PIECES, st.integers(min_value=0, max_value=400))
LATIN = st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=["Cc", "Cf"])
PATHS = ("exporter.name", "payment.terms", "packing.marks", "totals.invoice", "references.invoice_no", "bank.name")


@settings(max_examples=40)
@given(VALUES, LONG, VALUES)
def test_an_invoice_is_made_of_any_text(name: str, description: str, figure: str) -> None:
    sheet = invoice_sheet(invoice_text(4, 1))
    roots: dict[str, Any] = {key: dict(value) for key, value in sheet.roots.items()}  # type: ignore[call-overload]
    roots["d"] |= dict.fromkeys(PATHS, name + description)
    given_text = {"description": description, "amount": figure, "species": name}
    roots["d"]["goods"] = [row | given_text for row in roots["d"]["goods"]]
    other = msgspec.structs.replace(sheet, roots=roots, name=name)
    drawn = draw([other], size="A4", templates=TEMPLATES, fonts=FONTS)
    assert drawn.pages[0] >= 1
    assert drawn.pdf == draw([other], size="A4", templates=TEMPLATES, fonts=FONTS).pdf


@settings(max_examples=60)
@given(st.text(alphabet=LATIN, min_size=1, max_size=30))
def test_text_of_the_latin_blocks_comes_out_as_it_went_in(value: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        drawn = Bench(Path(folder), "<document><p>{{ d.v }}</p></document>").draw({"v": value})
    missing = "".join(trouble.text for trouble in drawn.troubles[0])
    expected = "".join("?" if sign in missing else sign for sign in value)
    assert "".join(expected.split()) in "".join(text(drawn).split())


def test_half_a_character_in_a_papers_name_is_left_out(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, "<document/>").draw(name="Invoice \ud800 7\x00", firm="CV \udfff X")
    assert "CV X · Invoice 7" in text(drawn)
