"""Making papers: from a shipment to PDF bytes, with what does not fit or cannot be drawn."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from app.catalog.form import Form
from app.checks.check import chosen_forms
from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment
from app.kinds.date import long_date
from app.records.shipment_file import content_hash
from app.render.context import PaperLanguage, roots
from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.render.sheet import Drawn, Sheet, Spot, Trouble, draw
from app.render.template import Templates
from app.services.obstacle import obstacle
from app.services.paper_names import paper_number
from app.services.paper_spots import named
from app.services.program import Program
from app.words import Language


class Paper(NamedTuple):
    """One paper that is asked for."""

    form: Form
    language: PaperLanguage
    size: PaperSize


class Made(NamedTuple):
    """One PDF: its papers, its bytes, its troubles, and where the values stand if that was asked."""

    papers: tuple[Paper, ...]
    pdf: bytes
    troubles: tuple[tuple[Trouble, ...], ...]
    spots: tuple[tuple[Spot, ...], ...] = ()


class PaperMaker:
    """Draws the papers of shipments; keeps templates and fonts ready between them."""

    def __init__(self, program: Program, fonts: Fonts) -> None:
        self._program = program
        self._templates = Templates(program.templates)
        self._fonts = fonts

    def make(self, shipment: Shipment, papers: Sequence[Paper], today: datetime.date, *, spots: bool = False) -> Made:
        """One PDF with all ``papers``, on the paper size of the first; with ``spots`` also where each answer stands.

        Raises TemplateError.
        """
        sheets = [self.sheet(shipment, paper, today) for paper in papers]
        size, templates, fonts = papers[0].size, self._templates, self._fonts
        drawn: Drawn = draw(sheets, size=size, templates=templates, fonts=fonts, spots=spots)
        places = tuple(named(shipment, found) for found in drawn.spots) if spots else ()
        return Made(tuple(papers), drawn.pdf, drawn.troubles, places)

    def sheet(self, shipment: Shipment, paper: Paper, today: datetime.date) -> Sheet:
        """The ready text of one paper."""
        spoken: Language = "id" if paper.language == "id" else "en"
        at = self._program.circumstances(today, spoken)
        number = paper_number(paper.form, shipment, at)
        return Sheet(
            template=paper.form.id,
            roots=roots(self._program.catalog, paper.form, shipment, at, paper.language),
            language=paper.language,
            name=" ".join(part for part in (paper.form.title.into(spoken), number) if part),
            firm=shipment.exporter.name or "",
            data_hash=content_hash(shipment),
            printed=long_date(today, spoken),
            images=_images(shipment),
        )


def papers_asked(
    program: Program, shipment: Shipment, names: Sequence[str], language: PaperLanguage | None, size: PaperSize | None
) -> tuple[Paper, ...]:
    """The papers named, or those the shipment has chosen; each in its own language unless one is asked for.

    Raises Obstacle for an unknown name, and where neither names a paper.
    """
    forms = program.catalog.forms
    wanted = tuple(dict.fromkeys(names)) or tuple(name for name in chosen_forms(shipment) if name in forms)
    known = ", ".join(forms)
    if not wanted:
        raise obstacle("no_document_chosen", known=known)
    for name in wanted:
        if name not in forms:
            raise obstacle("no_such_document", name=name, known=known)
    return tuple(_paper(forms[name], _chosen(shipment, name), language, size) for name in wanted)


def _chosen(shipment: Shipment, name: str) -> ChosenDocument:
    rows = shipment.documents or ()
    return next((row for row in rows if row.form == name), ChosenDocument(id=name))


def _paper(form: Form, chosen: ChosenDocument, language: PaperLanguage | None, size: PaperSize | None) -> Paper:
    """What was asked for now, else what was chosen with the shipment (if known), else the form's own."""
    languages: dict[str | None, PaperLanguage] = {"id": "id", "en": "en", "both": "both"}
    sizes: dict[str | None, PaperSize] = {"A4": "A4", "F4": "F4", "LETTER": "LETTER"}
    own_language = languages.get(chosen.language, form.language)
    return Paper(form, language or own_language, size or sizes.get(chosen.paper, "A4"))


def _images(shipment: Shipment) -> dict[str, bytes]:
    """The exporter's logo and signature, where they are attached."""
    contents = {attachment.id: attachment.content for attachment in shipment.attachments or ()}
    named = {"logo": shipment.exporter.logo, "signature": shipment.exporter.signature}
    return {name: contents[row_id] for name, row_id in named.items() if row_id in contents}
