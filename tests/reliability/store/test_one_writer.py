"""One program at a time writes: many starts at once, locks of the dead, and what a command says to an open window."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app.cli.main import run
from app.records.shipment_file import ShipmentFile
from app.services.storage_thread import store_path
from app.store.body import body_of
from app.store.driver import Driver, driver_of
from app.store.file_header import beside
from app.store.trouble import InUse
from app.store.values import SHIPMENT, Change, Scratch, Summary
from app.words import LANGUAGES
from tests.conftest import sample_named
from tests.reliability.store.conftest import Figures
from tests.reliability.store.processes import needs_posix, report_of
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import DRIVERS, called, kept, opener, step, titled


@pytest.fixture(params=DRIVERS)
def driver(request: pytest.FixtureRequest) -> Driver:
    return driver_of(request.param)


@pytest.mark.bar("M1")
@needs_posix
@pytest.mark.parametrize("there", [True, False], ids=["a store", "a first start"])
@sizes("starts", 20, 50)
def test_of_many_starts_at_once_one_writes(memory: Path, there: bool, starts: int, figures: Figures) -> None:
    found = report_of("started_at_once", "starts", memory, int(there), starts)
    figures(there=there, **found)
    # Whoever has it keeps it until all the others were answered.
    assert (found["wrote"], found["told it is in use"]) == (1, starts - 1)
    assert (found["stores"], found["documents"]) == (1, 1 + there)


@pytest.mark.bar("M2")
@needs_posix
@sizes("count", 20, 20)
def test_the_lock_of_a_killed_program_holds_nobody_up(memory: Path, count: int, figures: Figures) -> None:
    found = report_of("started_at_once", "locks", memory, 1, count)
    figures(**found)
    assert found["opened"] == count
    assert found["slowest"] < 1


@pytest.mark.bar("M3")
def test_where_no_lock_can_be_had_nothing_is_written_and_everything_can_be_read(memory: Path, driver: Driver) -> None:
    path = memory / "siap-ekspor.db"
    store = opener(path, driver)()
    document = kept(store, titled("one"))
    store.close()
    # A folder of the log's name: SQLite can make no log, and so no lock either.
    for ending in ("-wal", "-journal"):
        beside(path, ending).unlink(missing_ok=True)
        beside(path, ending).mkdir()
    before = path.read_bytes()
    store = opener(path, driver)()
    assert store.read_only is not None
    assert store.listed(SHIPMENT)[0].id == document
    store.close()
    assert path.read_bytes() == before


@pytest.mark.bar("M4")
def test_every_write_of_every_kind_begins_by_taking_the_lock(memory: Path, driver: Driver) -> None:
    store = opener(memory / "siap-ekspor.db", driver)()
    statements: list[str] = []
    store._database._raw.set_trace_callback(statements.append)
    document = kept(store, titled("one"))
    opened = store.opened(document)
    opened.keep([step("two"), step("three")], Summary(title="three"), Scratch("title", "thr"))
    opened.keep(scratch=None)
    opened.undo(lambda _: None)
    opened.redo(lambda _: None)
    store.keep_setting("a", "b")
    store.bin(document)
    store.restore(document)
    store.bin(document)
    store.empty_bin()
    store.back_up()
    writes = [text for text in statements if text.startswith(("INSERT", "UPDATE", "DELETE"))]
    begun = [text for text in statements if text.upper().startswith(("BEGIN", "SAVEPOINT"))]
    assert len(writes) > 15
    assert set(begun) == {"BEGIN IMMEDIATE"}
    inside = False
    for text in statements:
        inside = (inside or text.startswith("BEGIN")) and text != "COMMIT"
        assert inside or text not in writes
    store.close()


@pytest.mark.bar("M4")
def test_nobody_else_can_read_or_write_an_open_store(memory: Path, driver: Driver) -> None:
    path = memory / "siap-ekspor.db"
    store = opener(path, driver)()
    kept(store, titled("one"))
    for statement in ("DELETE FROM documents", "SELECT * FROM documents"):
        # Another process: the locks of one are not felt inside it.
        asked = f"import sqlite3; sqlite3.connect({str(path)!r}, timeout=0).execute({statement!r}).fetchall()"
        done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False)
        assert done.stderr.endswith("database is locked\n")
    with pytest.raises(InUse):
        opener(path, driver)()
    store.close()


@pytest.mark.bar("M4")
@needs_posix
@pytest.mark.parametrize("name", DRIVERS)
@sizes("count", 30, 300)
def test_two_programs_that_save_in_turns_lose_nothing_and_are_told_nothing_but_in_use(
    memory: Path, name: str, count: int, figures: Figures
) -> None:
    # The program has no mode without the exclusive lock, so a lock is met when a store is opened and at no save.
    found = report_of("started_at_once", "turns", memory, name, count)
    figures(driver=name, programs=2, saves=count, **found)
    assert found == {"saved": 2 * count, "refused": 0, "version": 2 * count + 1, "sound": True}


@pytest.mark.bar("M6")
@sizes("count", 200, 2000)
def test_every_change_of_a_line_raises_the_version_by_one(memory: Path, count: int) -> None:
    dice, shipment = random.Random(6), sample_named("footwear_rotterdam")
    store = opener(memory / "siap-ekspor.db")()
    opened = store.opened(kept(store, ShipmentFile(shipment)))
    for n in range(1, count + 1):
        lines = list(shipment.goods or ())
        at = dice.randrange(len(lines))
        field = dice.choice(("description", "own_description", "article_no"))
        lines[at] = msgspec.structs.replace(lines[at], **{field: f"{field} {n}"})
        shipment = msgspec.structs.replace(shipment, goods=tuple(lines))
        saved = opened.keep([Change(body_of(ShipmentFile(shipment)), called(str(n)))])
        assert saved.version == n + 1
    store.close()


@pytest.mark.bar("M1")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [("backup",), ("restore", "000001-20261124-1202-v1.db")])
def test_a_command_that_needs_the_store_says_that_a_window_has_it(
    memory: Path, capsys: pytest.CaptureFixture[str], language: str, command: tuple[str, ...]
) -> None:
    store = opener(store_path(memory))()
    kept(store, titled("one"))
    store.back_up()
    said = {"SIAP_EKSPOR_LANG": language, "SIAP_EKSPOR_DATA": str(memory)}
    assert run(command, said) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert {"id": "sudah terbuka di jendela lain", "en": "open in another window"}[language] in err
    assert run(("restore", "--list"), said) == 0
    assert "000001-20261124-1202-v1.db" in capsys.readouterr().out
    store.close()
