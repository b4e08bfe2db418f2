"""Fonts of the machine help out where Roboto lacks a character: found in given folders, embedded, or passed over."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf import PdfReader

from app.render.fonts import Face, Fonts
from app.render.machine_fonts import MachineFonts
from app.render.sheet import Drawn, draw
from tests.unit.render.bench import Bench, text

JAPANESE = "見本"
BODY = "<document><p>{{ d.v }}</p></document>"


def outline(pen: TTGlyphPen | T2CharStringPen) -> None:
    """A square."""
    pen.moveTo((100, 0))
    for corner in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()


def write_font(file: Path, characters: str, *, truetype: bool = True, width: int = 1000, licence: int = 0) -> Path:
    """A font that draws the characters as squares; `licence` is its fsType."""
    names = [".notdef", *(f"uni{ord(sign):04X}" for sign in characters)]
    font = FontBuilder(1000, isTTF=truetype)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(sign): name for sign, name in zip(characters, names[1:], strict=True)})
    if truetype:
        pen = TTGlyphPen(None)
        outline(pen)
        font.setupGlyf(dict.fromkeys(names, pen.glyph()))
    else:
        t2 = T2CharStringPen(width, None)
        outline(t2)
        font.setupCFF("Tiny", {}, dict.fromkeys(names, t2.getCharString()), {})
    font.setupHorizontalMetrics(dict.fromkeys(names, (width, 100)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Tiny", "styleName": "Regular", "psName": "Tiny"})
    font.setupOS2(sTypoAscender=800, fsType=licence)
    font.setupPost()
    font.save(file)
    return file


def drawn_with(folder: Path, value: str) -> Drawn:
    bench = Bench(folder, BODY)
    return draw([bench.sheet({"v": value})], size="A4", templates=bench.templates, fonts=Fonts(folders=[folder]))


def test_a_character_that_roboto_lacks_is_drawn_with_a_font_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write_font(tmp_path / "deep" / "DroidSansFallback.ttf", JAPANESE + "X")
    drawn = drawn_with(tmp_path, f"Attn. {JAPANESE} (Mihon) X")
    assert f"Attn. {JAPANESE} (Mihon) X" in text(drawn)
    assert drawn.troubles == ((),)
    fonts = PdfReader(io.BytesIO(drawn.pdf)).pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    found = {font.get_object()["/BaseFont"]: font.get_object()["/FontDescriptor"] for font in fonts.values()}
    [foreign] = [name for name in found if "Roboto" not in name]
    # Six letters and a plus say that only the characters used are embedded.
    assert re.fullmatch(r"/[A-Z]{6}\+Tiny", foreign)
    assert "/FontFile2" in found[foreign].get_object()


def test_the_rest_of_a_name_is_drawn_and_what_no_font_draws_is_named(tmp_path: Path) -> None:
    write_font(tmp_path / "DroidSansFallback.ttf", JAPANESE[0])
    drawn = drawn_with(tmp_path, f"Attn. {JAPANESE} (Mihon)")
    assert f"Attn. {JAPANESE[0]}? (Mihon)" in text(drawn)
    [[trouble]] = drawn.troubles
    assert (trouble.kind, trouble.text) == ("undrawable", JAPANESE[1])


def test_a_broader_font_goes_first_and_each_character_finds_its_own(tmp_path: Path) -> None:
    write_font(tmp_path / "DejaVuSans.ttf", JAPANESE[0])
    write_font(tmp_path / "wqy-zenhei.ttc", JAPANESE, width=600)
    first, second = MachineFonts([tmp_path]).candidates()
    face = Face("regular", lambda: iter([first, second]))
    assert [font for font, _ in face.runs(f"a{JAPANESE}")] == [face.font, first, second]
    assert (face.width(JAPANESE[0]), face.width(JAPANESE[1])) == (1.0, 0.6)


def test_a_font_that_cannot_be_embedded_is_passed_over(tmp_path: Path) -> None:
    write_font(tmp_path / "DejaVuSans.ttf", JAPANESE, truetype=False)
    write_font(tmp_path / "segoeui.ttf", JAPANESE, licence=0x0002)
    write_font(tmp_path / "arialuni.ttf", JAPANESE, licence=0x0108)
    whole = write_font(tmp_path / "tahoma.ttf", JAPANESE, licence=0x0008).read_bytes()
    (tmp_path / "simsun.ttc").write_bytes(b"ttcf" + whole[:200])
    (tmp_path / "malgun.ttf").write_bytes(b"")
    [font] = MachineFonts([tmp_path]).candidates()
    assert font.fontName == "Machine-tahoma"
    assert JAPANESE in text(drawn_with(tmp_path, JAPANESE))


@pytest.mark.parametrize("part", [0.02, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_font_that_is_cut_off_is_passed_over(tmp_path: Path, part: float) -> None:
    file = write_font(tmp_path / "DroidSansFallback.ttf", JAPANESE)
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * part)])
    [[trouble]] = drawn_with(tmp_path, JAPANESE).troubles
    assert trouble.text == JAPANESE


def test_fonts_are_looked_for_only_when_a_character_wants_one(tmp_path: Path) -> None:
    fonts = Fonts(folders=[tmp_path])
    assert fonts.undrawable("Größe Ελλάδα") == ""
    write_font(tmp_path / "tahoma.ttf", JAPANESE)
    assert fonts.undrawable(JAPANESE) == ""


def test_without_fallback_no_folder_is_searched(tmp_path: Path) -> None:
    write_font(tmp_path / "tahoma.ttf", JAPANESE)
    assert Fonts(fallback=False, folders=[tmp_path]).undrawable(JAPANESE) == JAPANESE
