"""I11, D6: what is attached to a shipment is kept byte for byte; the program opens, runs and parses none of it."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.attachments import attach
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.services.opened import open_document
from app.services.paper_files import write_papers
from app.services.papers import papers_asked
from app.services.program import Program
from tests.conftest import sample_named
from tests.reliability.files.foreign import PROGRAMS, hostile_pdfs
from tests.reliability.pdf.scanned import ACTIVE, names
from tests.reliability.templates.own import FONTS
from tests.reliability.templates.test_isolation import watched
from tests.unit.services.documents import Desk

LONGEST = 10.0


def with_attached(files: dict[str, bytes]) -> Shipment:
    """A shipment with these files; the first is also its logo, the second the signature."""
    rows = tuple(attach(f"a{n}", name, "application/pdf", data) for n, (name, data) in enumerate(files.items()))
    shipment = sample_named("batik_tokyo")
    exporter = replace(shipment.exporter, logo="a0", signature="a1")
    return replace(shipment, exporter=exporter, attachments=rows)


def go_the_whole_way(desk: Desk, at: Circumstances, files: dict[str, bytes], folder: Path) -> Shipment:
    """Through a file, the store, an edit and all papers; what the store holds in the end."""
    shipment = read_shipment(write_shipment(ShipmentFile(with_attached(files)))).shipment
    editing = desk.edited(desk.added(shipment))
    editing.change_text("title", "changed")
    desk.settle()
    papers = papers_asked(desk.program, shipment, list(desk.program.catalog.forms), None, None)
    write_papers(desk.program, editing.value, papers, folder, at, FONTS, merge=False)
    return desk.ask(partial(open_document, document=editing.id)).file.shipment


@pytest.mark.bar("I11")
def test_programs_and_macros_are_kept_and_never_opened(desk: Desk, at: Circumstances, tmp_path: Path) -> None:
    out = tmp_path / "papers"
    with watched() as events:
        kept = go_the_whole_way(desk, at, PROGRAMS, out)
    assert [a.content for a in kept.attachments or ()] == list(PROGRAMS.values())
    assert [event for event in events if not event.startswith(("open ", "os.", "sqlite3", "tempfile.mkstemp"))] == []
    written = sorted(path for path in tmp_path.rglob("*") if path.is_file() and desk.path.parent not in path.parents)
    print(f"I11: {len(PROGRAMS)} files attached, {len(written)} papers written, nothing started")
    assert [path.suffix for path in written] == [".pdf"] * len(desk.program.catalog.forms)
    for path in written:
        data = path.read_bytes()
        assert not any(content in data for content in PROGRAMS.values() if len(content) > 20)


@pytest.mark.bar("D6")
@pytest.mark.parametrize("count", [50, pytest.param(500, marks=pytest.mark.soak)])
def test_hostile_pdfs_are_kept_as_they_are_and_not_read(
    desk: Desk, at: Circumstances, tmp_path: Path, count: int
) -> None:
    files = hostile_pdfs(count, seed=6)
    began = time.process_time()
    kept = go_the_whole_way(desk, at, files, tmp_path / "papers")
    spent = time.process_time() - began
    print(f"D6: {len(files)} hostile PDFs attached, {spent:.1f} s of work for file, store, edit and papers")
    assert spent < LONGEST
    assert [(a.name, a.content) for a in kept.attachments or ()] == list(files.items())
    for path in (tmp_path / "papers").iterdir():
        assert names(path.read_bytes()) & ACTIVE == set()


@pytest.fixture
def desk(tmp_path: Path, program: Program, at: Circumstances) -> Desk:
    """A thread over a new store."""
    return Desk(tmp_path / "data" / "siap-ekspor.db", program, at)
