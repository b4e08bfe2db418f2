"""Writing papers as files: one each or all in one, named, numbered, never over another; and what did not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, write_shipment
from app.render.fonts import Fonts
from app.services.files import write_numbered
from app.services.paper_names import merged_stem, paper_stem
from app.services.papers import Made, Paper, PaperMaker
from app.services.program import Program
from app.words import Message, same

SUFFIX = ".ekspor"
"""Of a shipment file."""


class Written(NamedTuple):
    """The files, and what did not come out right on them."""

    paths: tuple[Path, ...]
    remarks: tuple[Message, ...]


def write_papers(
    program: Program,
    shipment: Shipment,
    papers: Sequence[Paper],
    folder: Path,
    at: Circumstances,
    fonts: Fonts,
    *,
    merge: bool,
) -> Written:
    """Write ``papers`` into ``folder``. Raises Obstacle where it cannot be written, TemplateError for a template.

    Everything is drawn before the first file is written.
    """
    maker = PaperMaker(program, fonts)
    sets = [tuple(papers)] if merge else [(paper,) for paper in papers]
    made = [maker.make(shipment, together, at.today) for together in sets]
    stems = [merged_stem(shipment) if merge else paper_stem(together[0].form, shipment, at) for together in sets]
    paths = [write_numbered(folder, stem, ".pdf", one.pdf) for stem, one in zip(stems, made, strict=True)]
    return Written(tuple(paths), tuple(remark for one in made for remark in _remarks(one)))


def write_beside(file: ShipmentFile, folder: Path) -> Path:
    """Write the shipment itself beside its papers: from it the work begins again where store and backups are gone.

    Raises Obstacle; Unreadable for a shipment that could not be read back.
    """
    return write_numbered(folder, merged_stem(file.shipment), SUFFIX, write_shipment(file))


def _remarks(made: Made) -> Iterator[Message]:
    for paper, troubles in zip(made.papers, made.troubles, strict=True):
        for trouble in troubles:
            texts = {"title": paper.form.title, "box": same(trouble.box), "text": same(trouble.text)}
            yield Message(f"papers.{trouble.kind}", texts)
