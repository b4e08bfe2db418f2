"""Stores of a newer program, and stores in a folder that cannot be written: read, and not changed by a byte."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from app.store.driver import Driver, driver_of
from app.store.file_header import beside
from app.store.store import Store, open_store
from app.store.trouble import (
    NewerReadable,
    NewerStore,
    NotWritable,
)
from app.store.values import SHIPMENT
from tests.unit.store.stores import (
    Opener,
    Ticking,
    kept,
    opener,
    refused,
    run_module,
    shipment_in,
    titled,
)

LOGGING = driver_of("sqlcipher3.dbapi2")
"""The driver that keeps a write-ahead log."""


def raise_numbers(path: Path, driver: Driver, schema: int, min_reader: int, close: bool) -> Any:
    """What a newer program would leave; without closing, the numbers stand in the log only."""
    raw = driver.module.connect(str(path), isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("ALTER TABLE documents ADD COLUMN mood TEXT")
    raw.execute(f"UPDATE meta SET value = '{min_reader}' WHERE key = 'min_reader'")  # noqa: S608
    raw.execute(f"PRAGMA user_version = {schema}")
    raw.execute("COMMIT")
    if close:
        raw.close()
    return raw


@pytest.mark.bar("V2")
def test_a_newer_store_that_may_be_read_is_read_and_not_written(
    store: Store, reopen: Opener, path: Path, driver: Driver
) -> None:
    document = kept(store, titled("newer"))
    store.close()
    raise_numbers(path, driver, schema=2, min_reader=1, close=True)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    opened = reopen()
    assert isinstance(opened.read_only, NewerReadable)
    assert shipment_in(opened, document).title == "newer"
    assert len(opened.listed(SHIPMENT)) == 1
    for attempt in (lambda: kept(opened, titled("x")), lambda: opened.bin(document), opened.empty_bin):
        with pytest.raises(NewerReadable):
            attempt()
    opened.close()
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


@pytest.mark.bar("V2")
def test_a_newer_store_that_may_not_be_read_is_refused(
    store: Store, reopen: Opener, path: Path, driver: Driver
) -> None:
    store.close()
    raise_numbers(path, driver, schema=9, min_reader=2, close=True)
    refused(reopen, path, NewerStore)


@pytest.mark.bar("V2")
def test_a_newer_store_after_a_power_cut_is_known_by_its_log(path: Path, tmp_path: Path) -> None:
    store = opener(path, LOGGING)()
    document = kept(store, titled("newer"))
    store.close()
    raw = raise_numbers(path, LOGGING, schema=2, min_reader=1, close=False)
    cut = tmp_path / "cut"
    shutil.copytree(path.parent, cut, ignore=shutil.ignore_patterns("*-shm"))
    raw.close()
    before = {file.name: file.read_bytes() for file in cut.iterdir()}
    assert before[f"{path.name}-wal"]
    opened = open_store(cut / path.name, Ticking(), driver=LOGGING)
    assert isinstance(opened.read_only, NewerReadable)
    assert shipment_in(opened, document).title == "newer"
    opened.close()
    assert {file.name: file.read_bytes() for file in cut.iterdir()} == before


def test_a_page_torn_in_the_log_keeps_nobody_out(path: Path, tmp_path: Path) -> None:
    store = opener(path, LOGGING)()
    document = kept(store, titled("before the cut"))
    cut = tmp_path / "cut"
    shutil.copytree(path.parent, cut)
    log = beside(cut / path.name, "-wal")
    frames = log.read_bytes()
    torn = frames[32:56] + bytes(4096)
    log.write_bytes(frames[:32] + (len(frames) // 4120) * torn)
    opened = open_store(cut / path.name, Ticking(), driver=LOGGING)
    assert opened.read_only is None
    assert document not in {row.id for row in opened.listed(SHIPMENT)}
    opened.close()
    store.close()


def test_a_folder_that_is_a_file_is_said_to_be_in_the_way(tmp_path: Path, driver: Driver) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(NotWritable):
        open_store(tmp_path / "data" / "siap-ekspor.db", Ticking(), driver=driver)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX here")
def test_in_a_folder_that_cannot_be_written_the_store_is_read(
    store: Store, path: Path, driver: Driver, tmp_path: Path
) -> None:
    document = kept(store, titled("one"))
    store.close()
    # The copy lies where another user may look: root may write everywhere and has to become one first.
    shared = Path("/tmp") / f"siap-ekspor-{os.getpid()}-{tmp_path.name}"  # noqa: S108
    shutil.copytree(path.parent, shared)
    try:
        shared.chmod(0o555)
        (shared / path.name).chmod(0o444)
        before = (shared / path.name).read_bytes()
        said = json.loads(
            run_module("store.read_only_folder", str(shared / path.name), document, driver.module.__name__)
        )
        assert said == [*["NotWritable", "one", True] * 2, "none made"]
        assert (shared / path.name).read_bytes() == before
    finally:
        shared.chmod(0o755)
        shutil.rmtree(shared)
