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


@pytest.mark.parametrize("content", [b"", b"catatan belanja", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_what_is_no_picture_is_not_shown(content: bytes) -> None:
    assert thumbnail(content) == b""
