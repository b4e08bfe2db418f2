"""Official forms: boxes that shrink, report and continue; ticks and signs drawn as lines; pictures with limits."""

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.unit.render.bench import Bench, pages, text

BOX = (
    '<document>\n<form h="40">\n'
    '<box x="0" y="0" w="60" h="20" no="10." label="Buyer" style="form-value">{{ d.v }}</box></form>'
    "</document>"
)


def picture(width: int = 40, height: int = 20, kind: str = "PNG", mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height), 128).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("words", [0, 1, 12, 30])
def test_text_shrinks_to_fit_its_box(tmp_path: Path, words: int) -> None:
    value = " ".join(f"w{number}" for number in range(words))
    drawn = Bench(tmp_path, BOX).draw({"v": value})
    assert drawn.troubles == ((),)
    assert value in text(drawn)


def test_text_that_does_not_fit_is_reported_with_box_and_line(tmp_path: Path) -> None:
    value = "kata " * 200
    drawn = Bench(tmp_path, BOX).draw({"v": value})
    [[trouble]] = drawn.troubles
    assert (trouble.kind, trouble.where, trouble.box) == ("overflow", "paper.xml.j2:3", "10")
    assert trouble.text == value.strip()


def test_what_does_not_fit_continues_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    body = """<document><band><fields value="40">
    <field no="41." label="Kemasan" fit="yes" lines="2" instead="LIHAT LEMBAR">{{ d.v }}</field>
    </fields></band><leftovers style="form-head">LANJUTAN</leftovers></document>"""
    short = Bench(tmp_path, body).draw({"v": "190 CT"})
    assert short.pages == (1,)
    assert "LANJUTAN" not in text(short)
    long = Bench(tmp_path, body).draw({"v": "KATA " * 80})
    first, second = pages(long)
    assert "LIHAT LEMBAR" in first
    assert "KATA" not in first
    assert "LANJUTAN 41. Kemasan" in second
    assert second.count("KATA") == 80
    assert long.troubles == ((),)


def test_a_little_too_long_a_value_shrinks_before_it_takes_a_second_line(tmp_path: Path) -> None:
    body = '<document margin-right="148"><p style="form-value" fit="yes" lines="4">{{ d.v }}</p></document>'
    drawn = Bench(tmp_path, body).draw({"v": "CSQU3054383, 20 FEET, FCL, DRY"})
    operators = PdfReader(io.BytesIO(drawn.pdf)).pages[0].get_contents()
    assert operators is not None
    assert b"(CSQU3054383, 20 FEET, FCL, DRY) Tj" in operators.get_data()


@pytest.mark.parametrize("sign", ["<arrow/>", "<check/>", "<box-mark/>"])
def test_signs_the_font_lacks_are_drawn_as_lines(tmp_path: Path, sign: str) -> None:
    drawn = Bench(tmp_path, f"<document><p>a {sign} b</p></document>").draw()
    assert "a b" in text(drawn)
    assert drawn.troubles == ((),)


def test_a_tick_is_a_box_with_lines_in_it_when_it_is_on(tmp_path: Path) -> None:
    def lines(on: str) -> int:
        body = (
            f'<document><tick on="{on}">Yes</tick><form h="9"><tick x="5" y="5" on="{on}">No</tick></form></document>'
        )
        contents = PdfReader(io.BytesIO(Bench(tmp_path, body).draw().pdf)).pages[0].get_contents()
        assert contents is not None
        return contents.get_data().count(b" l S")

    assert lines("yes") - lines("no") == 4


PICTURE = '<document><image name="logo" w="30" h="15" align="right"/><p>after</p></document>'


@pytest.mark.parametrize(
    "data", [picture(), picture(kind="JPEG"), picture(mode="L"), picture(mode="RGBA"), picture(3000, 10)]
)
def test_a_picture_is_drawn_within_its_place(tmp_path: Path, data: bytes) -> None:
    drawn = Bench(tmp_path, PICTURE).draw(images={"logo": data})
    assert drawn.troubles == ((),)
    assert len(PdfReader(io.BytesIO(drawn.pdf)).pages[0].images) == 1


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", picture()[:40], b"<svg/>", b"%PDF-1.7", picture(6000, 5000, mode="1")]
)
def test_a_picture_that_cannot_be_used_is_reported_and_the_paper_is_made(tmp_path: Path, data: bytes) -> None:
    drawn = Bench(tmp_path, PICTURE).draw(images={"logo": data})
    [[trouble]] = drawn.troubles
    assert (trouble.kind, trouble.where) == ("image", "paper.xml.j2:1")
    assert "after" in text(drawn)


def test_a_picture_nobody_gave_is_left_out(tmp_path: Path) -> None:
    assert Bench(tmp_path, PICTURE).draw().troubles == ((),)
