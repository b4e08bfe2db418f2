"""H4: a run over the whole program, two hundred mistakes included, leaves nobody's data in logs, errors or metadata."""

from __future__ import annotations

import datetime
import io
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from app.cli import main as cli
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.render.template import Templates
from app.services.log import Log, events_path
from app.services.obstacle import Obstacle
from app.services.papers import PaperMaker, papers_asked
from app.services.program import Program
from app.services.samples import sample_bytes
from app.store.trouble import StoreTrouble
from app.ui.bug_log import BugLog, Mistake
from app.ui.bug_screen import technical_info
from app.worker.kept_process import KeptProcess
from tests.conftest import TODAY
from tests.reliability.logs.canaries import MAIL, NAME, NIK, canaried, found_in, found_under
from tests.reliability.pdf.scanned import metadata
from tests.reliability.templates.hostile import HOSTILE
from tests.reliability.templates.own import FONTS, Own
from tests.unit.services.documents import Desk

pytestmark = pytest.mark.bar("H4")
MISTAKES = 200


def now() -> datetime.datetime:
    """The clock of the log."""
    return datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder under a person's name."""
    return tmp_path / NAME / "data"


MISTAKEN: tuple[Callable[[], object], ...] = (
    lambda: {"a": 1}[NIK],
    lambda: int(f"x{NIK}"),
    lambda: Decimal(NAME),
    lambda: Path(f"/nowhere/{NAME}/{NIK}").read_bytes(),
    lambda: msgspec.json.decode(f'{{"{NAME}": {NIK}}}', type=int),
    lambda: value_at(Shipment(), f"goods.{NAME}.x"),
    lambda: NAME.encode("utf-16").decode("ascii"),
    lambda: getattr(NAME, NAME),
    lambda: Templates([]).xml(NAME, {"d": NIK}),
    lambda: read_shipment(f'{{"{NAME}": "{NIK}"}}'.encode()),
    lambda: datetime.date.fromisoformat(f"{NAME}{NIK}"),
    lambda: sample_bytes(NAME),
    lambda: KeptProcess().call(f"{NAME}:x", NIK.encode()),
)
"""Each raises an exception; the text of most quotes what it was given, as exceptions do."""


@contextmanager
def hooks_kept() -> Iterator[None]:
    """The hooks of the interpreter as they were."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def test_two_hundred_mistakes_leave_only_classes_and_places(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shown: list[Mistake] = []
    quoting = 0
    with hooks_kept():
        bugs = BugLog(home, shown.append)
        bugs.install()
        for n in range(MISTAKES):
            try:
                MISTAKEN[n % len(MISTAKEN)]()
            except Exception as error:  # noqa: BLE001 - any class of mistake
                quoting += bool(found_in(str(error)))
                sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=MISTAKEN[0])
        thread.start()
        thread.join()
    out, err = capfd.readouterr()
    print(f"H4: {MISTAKES} mistakes, {quoting} of them quote a canary, {len(found_under(home))} files with one")
    assert quoting > MISTAKES / 2
    assert events_path(home).read_bytes().count(b"\n") == MISTAKES + 1
    assert found_under(home) == {}
    assert found_in(out + err + " ".join(map(technical_info, shown))) == []
    assert len(shown) == len(MISTAKEN)


def test_work_with_a_store_and_stopped_templates_leaves_nothing_in_the_log(
    home: Path, program: Program, at: Circumstances, capfd: pytest.CaptureFixture[str]
) -> None:
    log = Log(home, now)
    desk = Desk(home / "siap-ekspor.db", program, at)
    editing = desk.edited(desk.added(canaried()))
    editing.change_text("exporter.nik", NIK)
    editing.note("buyer.name", NAME)
    editing.undo()
    desk.settle()
    with pytest.raises(StoreTrouble):
        desk.ask(partial(_gone, document=NAME))
    assert desk.thread.close(20)
    own = Own(program, home / "own", KeptProcess(seconds=0.7), log)
    own.shipment = canaried()
    for name in ("loops in loops", "a text doubled"):
        own.write(HOSTILE[name])
        with pytest.raises(Obstacle) as caught:
            own.draw()
        assert found_in(str(caught.value)) == []
    out, err = capfd.readouterr()
    assert events_path(home).read_bytes().count(b"\n") == 2
    assert found_under(events_path(home).parent) == {}
    assert found_in(out + err) == []


def _gone(store: object, document: str) -> None:
    from app.services.opened import open_document

    open_document(store, document)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "id", "both"])
def test_a_pdf_tells_no_more_about_itself_than_its_pages_print(program: Program, language: str) -> None:
    shipment = canaried()
    for paper in papers_asked(program, shipment, list(program.catalog.forms), language, None):  # type: ignore[arg-type]
        pdf = PaperMaker(program, FONTS).make(shipment, [paper], TODAY).pdf
        pages = "".join("".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)
        told = metadata(pdf)
        assert [hit for hit in found_in(" ".join(told.values())) if hit not in pages] == []
        assert NIK not in " ".join(told.values())
        assert all("".join(told[key].split()) in pages for key in ("/Title", "/Author"))


def test_the_command_line_writes_no_log_and_its_papers_names_have_no_identity_numbers(
    home: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "a.ekspor", tmp_path / "papers"
    # What cannot be read as a date is quoted to the person who typed it; here nothing is, so nothing may be said.
    file.write_bytes(write_shipment(ShipmentFile(msgspec.structs.replace(canaried(), typed={}))))
    for asked in (
        ["check", file],
        ["documents", file],
        ["pdf", file, "--out", out],
        ["pdf", file, "--out", out, "--merge"],
    ):
        code = cli.run([*map(str, asked), "--data", str(home)], {})
        assert code in (0, 1)
    _, err = capfd.readouterr()
    # The buyer's name is in a paper's name on purpose: it is how a person finds it.
    assert not any(secret in path.name for path in out.iterdir() for secret in (NIK, MAIL))
    assert NIK not in err
    assert not (home / "logs").exists()


@pytest.mark.bar("P13")
@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_a_mistake_in_a_command_is_told_with_a_number_and_without_its_text(
    monkeypatch: pytest.MonkeyPatch, home: Path, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    def wrong(*_: object) -> int:
        raise ValueError(f"{NAME} {NIK}")

    monkeypatch.setitem(cli.COMMANDS, command, wrong)
    needs = {"check": ["x"], "documents": ["x"], "pdf": ["x", "--out", "y"], "restore": ["--list"], "hs": ["x"]}
    needs |= {
        "register": ["--out", "y"],
        "import": ["x", "--into", "y"],
        "export": ["x", "--format", "xlsx", "--out", "y"],
    }
    monkeypatch.setattr(sys, "argv", ["siap-ekspor", command, *needs.get(command, []), "--data", str(home)])
    assert cli.main() == 3
    out, err = capfd.readouterr()
    assert found_in(out + err) == []
    assert "ValueError" in err
    assert len([word for word in err.replace(")", " ").split() if word.isdigit() and len(word) == 6]) == 1
