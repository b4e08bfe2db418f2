"""The PDF file: the same bytes each time, described, with bookmarks, without anything active."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from app.render.sheet import draw
from tests.unit.render.bench import FONTS, Bench, text

BODY = "<document><p>{{ d.v }} · ×</p></document>"


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    bench = Bench(tmp_path, BODY)
    first = bench.draw({"v": "Größe"})
    bench.draw({"v": "something else ≥ – ß"})
    assert bench.draw({"v": "Größe"}).pdf == first.pdf


def test_title_author_subject_producer_and_language_are_set(tmp_path: Path) -> None:
    reader = PdfReader(io.BytesIO(Bench(tmp_path, BODY).draw({"v": "x"}, language="id").pdf))
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author, about.producer) == ("Paper 1", "CV CONTOH", "Siap Ekspor")
    assert about.subject == "Draf dokumen ekspor, bukan dokumen resmi"
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "id-ID"  # type: ignore[index]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"] in (True, "/true")  # type: ignore[index]


def test_several_papers_have_a_bookmark_each(tmp_path: Path) -> None:
    bench = Bench(tmp_path, BODY)
    sheets = [bench.sheet({"v": "x"}, name=name) for name in ("Faktur 1", "Daftar kemasan 1")]
    reader = PdfReader(io.BytesIO(draw(sheets, size="A4", templates=bench.templates, fonts=FONTS).pdf))
    marks = [mark for mark in reader.outline if isinstance(mark, Destination)]
    assert [(mark.title, reader.get_destination_page_number(mark)) for mark in marks] == [
        ("Faktur 1", 0),
        ("Daftar kemasan 1", 1),
    ]
    assert reader.metadata is not None
    assert reader.metadata.title == "Faktur 1; Daftar kemasan 1"


@pytest.mark.parametrize(
    "word", [b"/JS", b"/JavaScript", b"/Launch", b"/URI", b"/OpenAction", b"/EmbeddedFile", b"Helvetica"]
)
def test_nothing_active_and_no_foreign_font_is_in_the_file(tmp_path: Path, word: bytes) -> None:
    pdf = Bench(tmp_path, BODY).draw({"v": "http://example.org javascript:alert(1) +62 321"}).pdf
    assert word not in pdf.replace(b"/Names", b"")
    assert b"ASCII85" not in pdf


def test_no_sheet_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no sheet"):
        draw([], size="A4", templates=Bench(tmp_path, BODY).templates, fonts=FONTS)


def test_values_with_brackets_and_backslashes_come_out_whole(tmp_path: Path) -> None:
    value = "a (b) \\ (c\\) ) ("
    assert value in text(Bench(tmp_path, BODY).draw({"v": value}))
