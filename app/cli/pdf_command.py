"""``siap-ekspor pdf``: the papers of a shipment as PDF files."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.checks.check import readiness
from app.cli.arguments import Unusable
from app.cli.check_command import state_of
from app.cli.session import Session
from app.domain.shipment import Shipment
from app.services.files import open_shipment, write_numbered
from app.services.paper_names import merged_stem, paper_stem
from app.services.program import Program
from app.words import say

if TYPE_CHECKING:
    from app.services.papers import Made, Paper


def pdf_command(typed: Namespace, session: Session) -> int:
    """Write each paper asked for, or all in one file; 1 where a text did not fit or could not be drawn."""
    program, shipment = session.program(), open_shipment(Path(typed.file)).shipment
    # Drawing is the heavy part of the program: other commands start without it.
    from app.services.papers import papers_asked

    papers = papers_asked(program, shipment, typed.doc, typed.lang, typed.paper)
    at = session.circumstances(program)
    clean = True
    for made in _made([papers] if typed.merge else [(paper,) for paper in papers], program, shipment, session):
        stem = merged_stem(shipment) if typed.merge else paper_stem(made.papers[0].form, shipment, at)
        print(write_numbered(Path(typed.out), stem, ".pdf", made.pdf))
        clean &= _tell_troubles(made, session)
    _tell_missing(papers, program, shipment, session)
    return 0 if clean else 1


def _made(sets: Sequence[tuple[Paper, ...]], program: Program, shipment: Shipment, session: Session) -> list[Made]:
    """All PDFs, drawn before the first is written: a mistake in a template leaves no half set. Raises Unusable."""
    from app.render.fonts import Fonts
    from app.render.template import TemplateError
    from app.services.papers import PaperMaker

    maker = PaperMaker(program, Fonts(fallback=True))
    try:
        return [maker.make(shipment, together, session.today) for together in sets]
    except TemplateError as error:
        raise Unusable(say("cli.bad_template", session.language, reason=str(error))) from None


def _tell_troubles(made: Made, session: Session) -> bool:
    """Say on stderr what did not come out right; whether all did."""
    for paper, troubles in zip(made.papers, made.troubles, strict=True):
        for trouble in troubles:
            title = paper.form.title.into(session.language)
            text = say(f"cli.{trouble.kind}", session.language, title=title, box=trouble.box, text=trouble.text)
            print(text, file=sys.stderr)
    return not any(made.troubles)


def _tell_missing(papers: tuple[Paper, ...], program: Program, shipment: Shipment, session: Session) -> None:
    """Say on stderr what the papers still lack, one line a paper."""
    at = session.circumstances(program)
    for paper in papers:
        ready = readiness(program.catalog, paper.form, shipment, at)
        if not ready.ready:
            print(f"{paper.form.title.into(session.language)}: {state_of(ready, session)}", file=sys.stderr)
