"""A document as a file for an office's own program: made, with what it lacks called as people know it, and written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.catalog.form import Form
from app.checks.check import check, open_errors
from app.checks.labels import asked_for
from app.domain.shipment import Shipment
from app.exchange.formats import Exported, writers
from app.kinds.circumstances import Circumstances
from app.services.files import write_numbered
from app.services.paper_names import paper_stem
from app.services.program import Program
from app.words import Message, Text, same

SUFFIXES = {"ceisa-json": ".json"}
"""Of the formats that are no workbook."""


class PortalFile(NamedTuple):
    """One file that was asked for."""

    name: str
    """The format, as ``writers`` knows it."""
    stem: str
    suffix: str
    made: Exported
    lacking: tuple[tuple[str, Text], ...]
    """For each answer without which there is no file: where it belongs, and how it is called."""


def portal_file(program: Program, shipment: Shipment, form: Form, name: str, at: Circumstances) -> PortalFile:
    """The file in a format; without one answer that it needs it has no bytes, but all that is missing."""
    made = writers()[name](shipment, at, program.catalog)
    if made.data is not None and (errors := open_errors(check(program.catalog, shipment, at, off=program.rules_off))):
        made = made._replace(remarks=(*made.remarks, Message("window.file_errors", {"n": same(str(errors))})))
    lacking = tuple((path, asked_for(program.catalog, shipment, path)) for path in made.missing)
    end = "_REVIEW" if name.endswith("-review") else ""
    return PortalFile(name, paper_stem(form, shipment, at) + end, SUFFIXES.get(name, ".xlsx"), made, lacking)


def write_portal_file(made: Exported, path: Path) -> Path:
    """Write a finished file, never over another: the name gets a number then. Raises Obstacle."""
    if made.data is None:
        raise ValueError("what lacks answers is no file")
    return write_numbered(path.parent, path.stem, path.suffix, made.data)
