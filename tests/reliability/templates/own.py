"""A data folder in which a person has a paper's template of her own, and the papers drawn with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.domain.shipment import Shipment
from app.render.context import PaperLanguage
from app.render.fonts import Fonts
from app.render.template import SUFFIX
from app.services.log import Log
from app.services.papers import Made, PaperMaker, papers_asked
from app.services.program import Program
from app.worker.kept_process import KeptProcess
from tests.conftest import TODAY, sample_named

FONTS = Fonts(fallback=False)


_DRAWN: dict[tuple[str, PaperLanguage], bytes] = {}


def drawn(program: Program, name: str, language: PaperLanguage) -> bytes:
    """All papers of a sample in one file; drawn once for all tests that only look at it."""
    if (name, language) not in _DRAWN:
        shipment = sample_named(name)
        papers = papers_asked(program, shipment, list(program.catalog.forms), language, None)
        _DRAWN[name, language] = PaperMaker(program, FONTS).make(shipment, papers, TODAY).pdf
    return _DRAWN[name, language]


class Own:
    """Draws one of the built-in documents with the template that was written last."""

    def __init__(self, program: Program, folder: Path, worker: KeptProcess, log: Log | None = None) -> None:
        self.folder = folder / "templates"
        self.folder.mkdir(parents=True)
        self.form = next(iter(program.catalog.forms))
        self.program = program._replace(templates=[self.folder, *program.templates])
        self.worker = worker
        self.maker = PaperMaker(self.program, FONTS, worker, log)
        self.shipment: Shipment = sample_named("footwear_rotterdam")

    def write(self, body: str, others: Mapping[str, str] = {}) -> None:
        """Another template, with those beside it that it takes in."""
        (self.folder / f"{self.form}{SUFFIX}").write_text(body, encoding="utf-8")
        for name, text in others.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    def draw(self) -> Made:
        """The paper. Raises TemplateError and Obstacle."""
        papers = papers_asked(self.program, self.shipment, [self.form], None, None)
        return self.maker.make(self.shipment, papers, TODAY)


def document(body: str) -> str:
    """The smallest paper around something."""
    return f"<document><p>{body}</p></document>"
