"""Fonts: embedded only, cached without a difference, and honest about what they cannot draw."""

import io
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from app.render import fontcache
from app.render.fonts import Fonts
from tests.unit.render.bench import FONTS, Bench, text

EVERYTHING = (
    "<document><p><b>b</b><m>m</m><i>i</i> {{ d.v }}</p>"
    '<table each="g"><col width="*" value="a" style="cell-medium"/></table></document>'
)
ROWS: dict[str, Any] = {
    "v": "Café Größe Łódź İstanbul Đà ẵ Ελλάδα Москва 1 × 2 – m³",
    "g": [{"a": "1 – 100 ×"}, {"a": "(x) \\"}],
}


def test_papers_are_the_same_bytes_with_and_without_the_font_cache(tmp_path: Path) -> None:
    bench = Bench(tmp_path, EVERYTHING)
    cached = bench.draw(ROWS)
    fontcache.remove()
    try:
        assert bench.draw(ROWS).pdf == cached.pdf
    finally:
        fontcache.install()
    assert bench.draw(ROWS).pdf == cached.pdf


def test_every_font_is_embedded_and_there_is_no_other(tmp_path: Path) -> None:
    reader = PdfReader(io.BytesIO(Bench(tmp_path, EVERYTHING).draw(ROWS).pdf))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            found = font.get_object()
            assert "Roboto" in found["/BaseFont"]
            assert "/FontFile2" in found["/FontDescriptor"]


def test_latin_greek_and_cyrillic_text_can_be_copied_out(tmp_path: Path) -> None:
    drawn = Bench(tmp_path, EVERYTHING).draw(ROWS)
    assert ROWS["v"] in text(drawn)
    assert "1 – 100 ×" in text(drawn)
    assert drawn.troubles == ((),)


def test_what_no_font_draws_is_named_with_its_place(tmp_path: Path) -> None:
    body = '<document>\n<band><column no="7" label="Buyer"><p no="7">{{ d.v }}</p></column></band></document>'
    [troubles] = Bench(tmp_path, body).draw({"v": "商 shalom שלום 業"}).troubles
    [trouble] = troubles
    assert (trouble.kind, trouble.where, trouble.box) == ("undrawable", "paper.xml.j2:2", "7")
    assert set(trouble.text) == set("商שלום業")


def test_figures_all_have_one_width() -> None:
    for face in ("regular", "medium", "bold"):
        assert len({round(FONTS.face(face).width(figure), 6) for figure in "0123456789"}) == 1


def test_right_to_left_scripts_are_never_drawn_the_wrong_way_round() -> None:
    assert Fonts(fallback=True).undrawable("a \u0634\u0643\u0631 b") == "\u0634\u0643\u0631"
