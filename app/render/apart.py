"""Drawing in another process: the request, the answer, and the function that the worker runs. Starts no process.

For templates that a person made or changed; what they do to the process that draws them, the program survives.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.render.libraries import settle
from app.render.sheet import Drawn, Sheet, draw
from app.render.template import TemplateError, Templates

FUNCTION: Final = "app.render.apart:answer"
"""The name of the function that the worker is asked to run."""


class _Request(msgspec.Struct, frozen=True, kw_only=True):
    sheets: tuple[Sheet, ...]
    size: PaperSize
    own: tuple[str, ...]
    fallback: bool
    spots: bool


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    drawn: Drawn | None = None
    where: str = ""
    message: str = ""


def request(sheets: Sequence[Sheet], *, size: PaperSize, own: Sequence[Path], fallback: bool, spots: bool) -> bytes:
    """What to draw, with the person's ``own`` folders of templates; the built-in ones come after them."""
    folders = tuple(str(folder.absolute()) for folder in own)
    asked = _Request(sheets=tuple(sheets), size=size, own=folders, fallback=fallback, spots=spots)
    return msgspec.json.encode(asked)


def drawn(answered: bytes) -> Drawn:
    """What was drawn. Raises TemplateError for a mistake in a template."""
    found = msgspec.json.decode(answered, type=_Answer)
    if found.drawn is None:
        raise TemplateError(found.where, found.message)
    return found.drawn


def answer(asked: bytes) -> bytes:
    """Draw what a :func:`request` says; runs in the worker. Raises UnfitLibrary, and whatever a template provokes."""
    settle()
    wanted = msgspec.json.decode(asked, type=_Request)
    fonts = _fonts(wanted.fallback)
    try:
        made = draw(wanted.sheets, size=wanted.size, templates=_templates(wanted.own), fonts=fonts, spots=wanted.spots)
    except TemplateError as error:
        return msgspec.json.encode(_Answer(where=error.where, message=error.message))
    return msgspec.json.encode(_Answer(drawn=made))


@cache
def _fonts(fallback: bool) -> Fonts:
    return Fonts(fallback=fallback)


@cache
def _templates(own: tuple[str, ...]) -> Templates:
    return Templates([*map(Path, own), files("templates")])
