"""What the program itself puts on every page, last, whatever the template says."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from app.render.sheet import draw
from tests.unit.render.bench import FONTS, Bench, baselines, pages, text

THREE_PAGES = "<document><p>one</p><pagebreak/><p>two</p><pagebreak/><p>three</p></document>"
DRAFT = {
    "en": "DRAFT - NOT AN OFFICIAL DOCUMENT",
    "id": "DRAF - BUKAN DOKUMEN RESMI",
    "both": "DRAFT - NOT AN OFFICIAL DOCUMENT",
}


@pytest.mark.parametrize("language", ["en", "id", "both"])
@pytest.mark.parametrize("mark", ["diagonal", "line"])
def test_every_page_says_that_it_is_a_draft(tmp_path: Path, language: str, mark: str) -> None:
    for page in pages(Bench(tmp_path, THREE_PAGES).draw(language=language, mark=mark)):
        assert DRAFT[language] in page


def test_the_draft_mark_is_drawn_last_and_lets_the_text_shine_through(tmp_path: Path) -> None:
    reader = PdfReader(io.BytesIO(Bench(tmp_path, THREE_PAGES).draw().pdf))
    for page in reader.pages:
        operators = page.get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
        assert operators.rindex("Tj") == operators.rindex("MENT) Tj") + 6
        states = page["/Resources"]["/ExtGState"].values()  # type: ignore[index]
        assert [float(state.get_object()["/ca"]) for state in states if "/ca" in state.get_object()] == [0.2]


def test_each_page_has_its_number_the_papers_name_and_the_datas_hash(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, THREE_PAGES).draw()
    for number, page in enumerate(pages(drawn), start=1):
        assert f"Page {number} of 3" in page
        assert "CV CONTOH · Paper 1" in page
        assert "Data 7F99 DA29 3A18 · printed 2 December 2026" in page


def test_an_indonesian_paper_has_an_indonesian_foot(tmp_path: Path) -> None:
    page = pages(Bench(tmp_path, THREE_PAGES).draw(language="id"))[1]
    assert "Halaman 2 dari 3" in page
    assert "dicetak 2 December 2026" in page


def test_the_foot_stands_where_the_measures_say(tmp_path: Path) -> None:
    places = baselines(Bench(tmp_path, "<document/>").draw())
    assert places["Page 1 of 1"] == 280.0
    assert 283.2 in places.values()


def test_a_long_firm_gives_way_to_the_papers_number(tmp_path: Path) -> None:
    page = text(Bench(tmp_path, "<document/>").draw(firm="CV NAMA YANG PANJANG SEKALI " * 9))
    assert "… · Paper 1 Page 1 of 1" in page


def test_a_paper_without_a_firm_has_only_its_name_in_the_foot(tmp_path: Path) -> None:
    page = text(Bench(tmp_path, "<document/>").draw(firm=""))
    assert "·" not in page.split("Paper 1")[0]


def test_pages_are_counted_per_paper(tmp_path: Path) -> None:
    bench = Bench(tmp_path, THREE_PAGES)
    sheets = [bench.sheet(name="A"), bench.sheet(name="B", language="id")]
    drawn = draw(sheets, size="A4", templates=bench.templates, fonts=FONTS)
    assert drawn.pages == (3, 3)
    found = [re.search(r"(?:Page|Halaman) \d (?:of|dari) \d", page) for page in pages(drawn)]
    assert [match and match.group() for match in found] == [
        "Page 1 of 3", "Page 2 of 3", "Page 3 of 3", "Halaman 1 dari 3", "Halaman 2 dari 3", "Halaman 3 dari 3",
    ]  # fmt: skip


def test_a_template_can_say_the_pages_number_itself(tmp_path: Path) -> None:
    body = (
        '<document><continued><p align="right">p <page/>/<pages/></p></continued><p>a</p><pagebreak/>'
        "<p>b</p></document>"
    )
    assert "p 2/2" in pages(Bench(tmp_path, body).draw())[1]


@pytest.mark.parametrize(("size", "page"), [("A4", (210, 297)), ("F4", (215, 330)), ("LETTER", (215.9, 279.4))])
def test_pages_have_the_papers_size(tmp_path: Path, size: Any, page: tuple[float, float]) -> None:
    box = PdfReader(io.BytesIO(Bench(tmp_path, "<document/>", size=size).draw().pdf)).pages[0].mediabox
    assert (float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4) == pytest.approx(page, abs=0.05)


def test_a_label_has_a_size_of_its_own_and_its_marks_too(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, '<document width="100" height="150" margin="5"><p style="giant">1</p></document>').draw()
    [page] = PdfReader(io.BytesIO(drawn.pdf)).pages
    assert float(page.mediabox.width) == pytest.approx(100 / 25.4 * 72, abs=0.05)
    assert DRAFT["en"] in text(drawn)
