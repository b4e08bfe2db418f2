"""What a person must look at on a drawn paper."""

from typing import Literal

import msgspec


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a paper that a person must look at; the PDF is made all the same."""

    kind: Literal["overflow", "undrawable", "image"]
    where: str
    """Template file:line."""
    box: str
    """Official number or label of the box, "" where there is none."""
    text: str
    """The text that did not fit, the characters nobody can draw, or the picture's name."""
