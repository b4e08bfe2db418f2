"""A small bench for templates: writes one into a folder, draws it, and reads the PDF again."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from app.render.sheet import Drawn, Fonts, Sheet, Spot, Templates, block_xml, draw

_OPERATORS = re.compile(r"1 0 0 1 (\S+) (\S+) Tm|(\S+) (\S+) Td|\(((?:\\.|[^\\)])*)\) Tj")
# A code of three figures belongs to a sign outside ASCII, in another part of the font.
_ESCAPED = re.compile(r"\\(?:\d{3}|(.))")
FONTS = Fonts(fallback=False)
ROOTS: dict[str, Any] = {"d": {}, "code": {}, "has": {}, "t": {}, "w": {}}


class Bench:
    """Draws the template it holds."""

    def __init__(self, folder: Path, body: str, *, size: Any = "A4") -> None:
        (folder / "paper.xml.j2").write_text(body, encoding="utf-8")
        self.templates = Templates([folder])
        self.size = size

    def sheet(self, d: Mapping[str, Any] | None = None, **other: Any) -> Sheet:
        """A sheet with the given values."""
        given: dict[str, Any] = {
            "template": "paper", "roots": ROOTS | {"d": d or {}, "code": d or {}}, "language": "en", "name": "Paper 1",
            "firm": "CV CONTOH", "data_hash": "7f99da293a18" + "0" * 52, "printed": "2 December 2026",
        }  # fmt: skip
        return Sheet(**(given | other))

    def draw(self, d: Mapping[str, Any] | None = None, **other: Any) -> Drawn:
        """The sheet as PDF."""
        return draw([self.sheet(d, **other)], size=self.size, templates=self.templates, fonts=FONTS)

    def spots(self, d: Mapping[str, Any] | None = None, **other: Any) -> Drawn:
        """The same with its spots."""
        return draw([self.sheet(d, **other)], size=self.size, templates=self.templates, fonts=FONTS, spots=True)

    def xml(self, d: Mapping[str, Any] | None = None) -> str:
        """The block XML."""
        return block_xml(self.sheet(d), self.templates)


def pages(drawn: Drawn) -> list[str]:
    """The text of each page, white space collapsed."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(drawn.pdf)).pages]


def text(drawn: Drawn) -> str:
    """The text of all pages."""
    return " ".join(pages(drawn))


def baselines(drawn: Drawn, page: int = 0) -> dict[str, float]:
    """Each text's distance from the page's top in millimetres, as it was drawn; the first of equal texts."""
    found: dict[str, float] = {}
    for _, y, said in written(drawn, page):
        found.setdefault(said, round(y / 72 * 25.4, 1))
    return found


def written(drawn: Drawn, page: int = 0) -> list[tuple[float, float, str]]:
    """Each text of a page as it was drawn, with the start of its baseline in points from the page's top left."""
    sheet = PdfReader(io.BytesIO(drawn.pdf)).pages[page]
    contents = sheet.get_contents()
    assert contents is not None
    found = []
    x = y = 0.0
    for at_x, at_y, by_x, by_y, said in _OPERATORS.findall(contents.get_data().decode("latin-1")):
        if at_x:
            x, y = float(at_x), float(at_y)
        elif by_x:
            x, y = x + float(by_x), y + float(by_y)
        else:
            found.append((x, float(sheet.mediabox.height) - y, _ESCAPED.sub(r"\1", said)))
    return found


def inside(drawn: Drawn, spot: Spot) -> str:
    """What is written in a spot, without white space; a hair of a point beside it counts."""
    return "".join(
        "".join(said.split())
        for x, y, said in written(drawn, spot.page)
        if spot.x - 0.1 <= x <= spot.x + spot.w and spot.y <= y <= spot.y + spot.h
    )
