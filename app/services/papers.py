"""Making papers: from a shipment to PDF bytes, with what does not fit or cannot be drawn."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from app.catalog.form import Form
from app.checks.check import chosen_forms
from app.domain.references import ChosenDocument
from app.domain.shipment import Shipment
from app.kinds.date import long_date
from app.records.shipment_file import content_hash
from app.render import apart
from app.render.context import PaperLanguage, roots
from app.render.fonts import Fonts
from app.render.geometry import PaperSize
from app.render.sheet import Drawn, Sheet, Spot, Trouble, draw
from app.render.template import SUFFIX, Templates
from app.services.log import Log, event_number
from app.services.obstacle import Obstacle, obstacle
from app.services.paper_names import paper_number
from app.services.paper_spots import named
from app.services.program import Program
from app.words import Language, Message, Text, same
from app.worker.kept_process import KeptProcess, Stopped

_LANGUAGES: dict[str | None, PaperLanguage] = {"id": "id", "en": "en", "both": "both"}


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
    """Draws the papers of shipments; keeps templates and fonts ready between them.

    What came with the program is drawn here; what a person made or changed in another process, which can be stopped.
    """

    def __init__(
        self, program: Program, fonts: Fonts, worker: KeptProcess | None = None, log: Log | None = None
    ) -> None:
        """Without ``worker`` it has one of its own, which ends when the maker is forgotten."""
        *own, self._built_in = program.templates
        self._own = [root for root in own if isinstance(root, Path)]
        self._program, self._fonts, self._log = program, fonts, log
        # The built-in ones only: what a person made cannot be drawn here even by mistake.
        self._templates = Templates([self._built_in])
        self._worker = worker or KeptProcess()

    def make(self, shipment: Shipment, papers: Sequence[Paper], today: datetime.date, *, spots: bool = False) -> Made:
        """One PDF with all ``papers``, on the paper size of the first; with ``spots`` also where each answer stands.

        Raises TemplateError, and Obstacle where a template of a person's own had to be stopped.
        """
        sheets = [self.sheet(shipment, paper, today) for paper in papers]
        size, templates, fonts = papers[0].size, self._templates, self._fonts
        drawn: Drawn
        if self.changed(papers):
            drawn = self._drawn_apart(sheets, papers, size, spots=spots)
        else:
            drawn = draw(sheets, size=size, templates=templates, fonts=fonts, spots=spots)
        places = tuple(named(shipment, found) for found in drawn.spots) if spots else ()
        return Made(tuple(papers), drawn.pdf, drawn.troubles, places)

    def changed(self, papers: Sequence[Paper]) -> bool:
        """Whether a person had a hand in one of the papers: in its declaration, its template or a part of it."""
        if not all(paper.form.built_in for paper in papers):
            return True
        own = (file.relative_to(root).parts for root in self._own for file in root.rglob(f"*{SUFFIX}"))
        return any(self._built_in.joinpath(*parts).is_file() for parts in own)

    def _drawn_apart(self, sheets: Sequence[Sheet], papers: Sequence[Paper], size: PaperSize, *, spots: bool) -> Drawn:
        asked = apart.request(sheets, size=size, own=self._own, fallback=self._fonts.fallback, spots=spots)
        try:
            return apart.drawn(self._worker.call(apart.FUNCTION, asked))
        except Stopped as stopped:
            raise _stopped(stopped, papers, self._log) from None

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
    return tuple(_paper(forms[name], shipment, language, size) for name in wanted)


def own_language(form: Form, shipment: Shipment) -> PaperLanguage:
    """What was chosen with the shipment (if known), else the buyer's for papers that are meant for him, else its own.

    A paper that is in Indonesian by itself is for an office here, which the buyer's language is nothing to.
    """
    wanted = shipment.buyer.language if form.language != "id" else None
    return _LANGUAGES.get(_chosen(shipment, form.id).language, _LANGUAGES.get(wanted, form.language))


def _chosen(shipment: Shipment, name: str) -> ChosenDocument:
    rows = shipment.documents or ()
    return next((row for row in rows if row.form == name), ChosenDocument(id=name))


def _paper(form: Form, shipment: Shipment, language: PaperLanguage | None, size: PaperSize | None) -> Paper:
    """What was asked for now, else what was chosen with the shipment (if known), else the usual."""
    sizes: dict[str | None, PaperSize] = {"A4": "A4", "F4": "F4", "LETTER": "LETTER"}
    paper = sizes.get(_chosen(shipment, form.id).paper, "A4")
    return Paper(form, language or own_language(form, shipment), size or paper)


def _stopped(stopped: Stopped, papers: Sequence[Paper], log: Log | None) -> Obstacle:
    """What a person is told; the number leads to the log."""
    event = f"worker.{stopped.reason}"
    if log is not None:
        log.event(event, detail=stopped.detail)
    titles = [paper.form.title for paper in papers]
    named = Text(", ".join(title.id for title in titles), ", ".join(title.en for title in titles))
    known = stopped.reason if stopped.reason in ("slow", "memory", "large") else "died"
    return Obstacle(Message(f"services.drawing_{known}", {"papers": named, "number": same(event_number(event))}))


def _images(shipment: Shipment) -> dict[str, bytes]:
    """The exporter's logo and signature, where they are attached."""
    contents = {attachment.id: attachment.content for attachment in shipment.attachments or ()}
    named = {"logo": shipment.exporter.logo, "signature": shipment.exporter.signature}
    return {name: contents[row_id] for name, row_id in named.items() if row_id in contents}
