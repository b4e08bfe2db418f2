"""A small bench for templates: writes one into a folder, draws it, and reads the PDF again."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from app.render.sheet import Drawn, Fonts, Sheet, Templates, block_xml, draw

_OPERATORS = re.compile(r"1 0 0 1 \S+ (\S+) Tm|\S+ (\S+) Td|\(((?:\\.|[^\\)])*)\) Tj")
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
    sheet = PdfReader(io.BytesIO(drawn.pdf)).pages[page]
    contents = sheet.get_contents()
    assert contents is not None
    found: dict[str, float] = {}
    y = 0.0
    for place, move, said in _OPERATORS.findall(contents.get_data().decode("latin-1")):
        y = float(place) if place else y + float(move) if move else y
        if said:
            top = (float(sheet.mediabox.height) - y) / 72 * 25.4
            found.setdefault(re.sub(r"\\(.)", r"\1", said), round(top, 1))
    return found
