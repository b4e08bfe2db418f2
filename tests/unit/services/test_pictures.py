"""What is shown of a picture on the screen: pixels made anew, or nothing."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.services.pictures import thumbnail


@pytest.mark.parametrize(("size", "small"), [((1600, 800), (320, 160)), ((40, 20), (40, 20))])
def test_a_picture_is_shown_small_and_never_larger_than_it_is(size: tuple[int, int], small: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new("RGB", size, "teal").save(made, "JPEG")
    shown = Image.open(io.BytesIO(thumbnail(made.getvalue())))
    assert (shown.format, shown.size) == ("PNG", small)


def test_a_photo_stands_upright_however_the_telephone_was_held() -> None:
    made = io.BytesIO()
    photo = Image.new("RGB", (60, 20), "white")
    photo.paste("black", (0, 0, 10, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    photo.save(made, "JPEG", exif=exif, quality=95)
    shown = Image.open(io.BytesIO(thumbnail(made.getvalue()))).convert("L")
    assert shown.size == (20, 60)
    grey = shown.tobytes()
    assert grey[3 * 20 + 10] < 40
    assert grey[56 * 20 + 10] > 200


@pytest.mark.parametrize("content", [b"", b"catatan belanja", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_not_shown(content: bytes) -> None:
    assert thumbnail(content) == b""
