"""``siap-ekspor pdf``: the papers of a shipment as PDF files."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.checks.check import chosen_forms, readiness
from app.cli.arguments import Unusable
from app.cli.check_command import state_of
from app.cli.session import Session
from app.domain.shipment import Shipment
from app.services.files import open_shipment
from app.services.program import Program
from app.words import say

if TYPE_CHECKING:
    from app.services.papers import Paper


def pdf_command(typed: Namespace, session: Session) -> int:
    """Write each paper asked for, or all in one file; 1 where a text or a whole paper could not be drawn."""
    program, shipment = session.program(), open_shipment(Path(typed.file)).shipment
    # Drawing is the heavy part of the program: other commands start without it.
    from app.render.fonts import Fonts
    from app.render.template import TemplateError
    from app.services.paper_files import write_papers
    from app.services.papers import papers_asked

    papers = papers_asked(program, shipment, typed.doc, typed.lang, typed.paper)
    at, folder = session.circumstances(program), Path(typed.out)
    try:
        written = write_papers(program, shipment, papers, folder, at, Fonts(fallback=True), merge=typed.merge)
    except TemplateError as error:
        raise Unusable(say("cli.bad_template", session.language, reason=str(error))) from None
    for path in written.paths:
        print(path)
    for remark in written.remarks:
        print(remark.into(session.language), file=sys.stderr)
    unknown = () if typed.doc else [name for name in chosen_forms(shipment) if name not in program.catalog.forms]
    for name in unknown:
        print(say("checks.unknown_document", session.language, form=name), file=sys.stderr)
    _tell_missing(papers, program, shipment, session)
    return 1 if written.remarks or unknown else 0


def _tell_missing(papers: tuple[Paper, ...], program: Program, shipment: Shipment, session: Session) -> None:
    """Say on stderr what the papers still lack, one line a paper."""
    at = session.circumstances(program)
    for paper in papers:
        ready = readiness(program.catalog, paper.form, shipment, at, off=program.rules_off)
        if not ready.ready:
            print(f"{paper.form.title.into(session.language)}: {state_of(ready, session)}", file=sys.stderr)
