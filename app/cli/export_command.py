"""``siap-ekspor export``: a shipment as a file for somebody else's program."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.checks.check import check, open_errors
from app.checks.labels import asked_for
from app.cli.file_name import tell_ending
from app.cli.session import Session
from app.exchange.formats import ending_of, writers
from app.services.files import open_shipment, write_new
from app.words import say


def export_command(typed: Namespace, session: Session) -> int:
    """Write the file; 1 where answers are missing, which are listed instead."""
    program, shipment = session.program(), open_shipment(Path(typed.file)).shipment
    at = session.circumstances(program)
    made = writers()[typed.format](shipment, at, program.catalog)
    if made.data is None:
        labels = dict.fromkeys(asked_for(program.catalog, shipment, path) for path in made.missing)
        listed = "; ".join(label.into(session.language) for label in labels)
        print(say("cli.export_lacks", session.language, n=str(len(labels)), what=listed), file=sys.stderr)
        return 1
    write_new(Path(typed.out), made.data)
    print(typed.out)
    tell_ending(Path(typed.out), ending_of(typed.format), session)
    for remark in made.remarks:
        print(remark.into(session.language), file=sys.stderr)
    problems = check(program.catalog, shipment, at, off=program.rules_off)
    if errors := open_errors(problems):
        print(say("cli.export_errors", session.language, n=str(errors)), file=sys.stderr)
    return 0
