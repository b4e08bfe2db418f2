"""Opening: pragmas, versions of SQLite, and files that are foreign, newer, damaged or not to be written."""

from __future__ import annotations

import datetime
import os
import random
import stat
import sys
from pathlib import Path

import pytest

from app.store.driver import Driver, best_driver, driver_of
from app.store.file_header import APPLICATION_ID, beside
from app.store.set_aside import set_aside
from app.store.store import Store
from app.store.trouble import (
    Damaged,
    DiskFull,
    FileTrouble,
    InUse,
    IoTrouble,
    NotAStore,
    StoreTrouble,
)
from app.store.values import SHIPMENT, Summary
from app.words import LANGUAGES, Language
from tests.unit.store.stores import (
    DRIVERS,
    Opener,
    kept,
    opener,
    refused,
    shipment_in,
    step,
    titled,
)


@pytest.mark.bar("S15")
def test_the_pragmas_read_back_as_they_were_set(store: Store, driver: Driver) -> None:
    wanted = {
        "journal_mode": driver.journal_mode,
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": APPLICATION_ID,
        "user_version": 1,
    }
    found = {name: store._database.outside_transactions(f"PRAGMA {name}")[0][0] for name in wanted}
    assert found == wanted


@pytest.mark.bar("S14")
@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 51, 3), "wal"),
        ((3, 53, 4), "wal"),
        ((3, 51, 2), "truncate"),
        ((3, 50, 7), "wal"),
        ((3, 50, 6), "truncate"),
        ((3, 44, 6), "wal"),
        ((3, 44, 5), "truncate"),
        ((3, 45, 3), "truncate"),
        ((3, 40, 1), "truncate"),
    ],
)
def test_write_ahead_logging_waits_for_a_mended_sqlite(version: tuple[int, ...], mode: str) -> None:
    assert Driver(sys, version).journal_mode == mode


def test_the_current_sqlite_is_taken_where_it_is_installed() -> None:
    assert best_driver() == driver_of("sqlcipher3.dbapi2")
    assert best_driver().journal_mode == "wal"


def test_every_write_begins_by_taking_the_lock(store: Store) -> None:
    statements: list[str] = []
    store._database._connection.connection.driver_connection.set_trace_callback(statements.append)  # type: ignore[union-attr]
    document = kept(store, titled("one"))
    store.opened(document).keep([step("two")], Summary())
    store.bin(document)
    begun = [statement for statement in statements if statement.upper().startswith("BEGIN")]
    assert begun
    assert set(begun) == {"BEGIN IMMEDIATE"}
    assert statements.count("COMMIT") == len(begun)


def test_a_store_can_be_read_by_whom_it_belongs_to_only(store: Store, path: Path) -> None:
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir() if file.suffix == ".new"] == []


def test_a_second_window_is_told_and_changes_nothing(store: Store, reopen: Opener) -> None:
    document = kept(store, titled("one"))
    with pytest.raises(InUse):
        reopen()
    store.opened(document).keep([step("two")], Summary())
    assert shipment_in(store, document).title == "two"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 a zip", b"{}", b"SQLite format 2" + bytes(200), os.urandom(4096)], ids=range(4)
)
def test_a_file_of_another_program_is_left_alone(reopen: Opener, path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    refused(reopen, path, NotAStore)


@pytest.mark.parametrize("application_id", [0, 1, 0x12345678])
def test_a_database_of_another_program_is_left_alone(
    reopen: Opener, path: Path, driver: Driver, application_id: int
) -> None:
    path.parent.mkdir()
    raw = driver.module.connect(str(path))
    raw.execute("CREATE TABLE notes (id INTEGER)")
    raw.execute(f"PRAGMA application_id = {application_id}")
    raw.commit()
    raw.close()
    refused(reopen, path, NotAStore)


@pytest.mark.parametrize(
    "content", [b"", bytes(4096), b"SQLite format 3\x00" + bytes(20)], ids=["empty", "zeros", "cut"]
)
def test_an_empty_or_zeroed_file_is_not_taken_for_a_new_store(reopen: Opener, path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    refused(reopen, path, Damaged)


def test_a_log_whose_database_is_gone_is_not_ended_by_a_new_store(reopen: Opener, path: Path) -> None:
    path.parent.mkdir()
    beside(path, "-wal").write_bytes(bytes(5000))
    refused(reopen, path, Damaged)


def test_what_a_cut_off_first_start_left_is_cleared_away(reopen: Opener, path: Path) -> None:
    path.parent.mkdir()
    for ending in ("", "-wal", "-journal"):
        path.with_name(f"{path.name}.0a1b2c3d.new{ending}").write_bytes(b"half made")
    store = reopen()
    assert not list(path.parent.glob("*.new*"))
    assert store.listed(SHIPMENT) == ()
    store.close()


def test_a_cut_off_store_is_damaged_and_stays_as_it_is(store: Store, reopen: Opener, path: Path) -> None:
    for n in range(20):
        kept(store, titled(f"number {n}"))
    store.close()
    whole = path.read_bytes()
    for length in (100, 4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:length])
        refused(reopen, path, Damaged)


def test_no_damage_whatever_is_replaced_or_ends_in_a_strange_error(
    store: Store, reopen: Opener, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    documents = [kept(store, titled(f"number {n}")) for n in range(5)]
    store.close()
    whole, dice = path.read_bytes(), random.Random(7)
    read = 0
    for _ in range(40):
        damaged = bytearray(whole)
        at = dice.randrange(len(whole))
        damaged[at : at + 64] = bytes(dice.randbytes(len(damaged[at : at + 64])))
        path.write_bytes(damaged)
        read += read_all(reopen, documents)
        assert path.stat().st_size >= len(whole) - 4096
    assert 0 < read < 40 * len(documents)
    assert capfd.readouterr() == ("", "")


def read_all(reopen: Opener, documents: list[str]) -> int:
    """How many documents can be read; the others are refused by name."""
    read = 0
    try:
        opened = reopen()
    except FileTrouble:
        return 0
    for n, document in enumerate(documents):
        try:
            assert shipment_in(opened, document).title == f"number {n}"
            read += 1
        except StoreTrouble:
            continue
    opened.close()
    return read


@pytest.mark.parametrize(("first", "then"), [DRIVERS, DRIVERS[::-1]])
def test_a_store_goes_from_one_driver_to_the_other_and_back(path: Path, first: str, then: str) -> None:
    store = opener(path, driver_of(first))()
    document = kept(store, titled("0"))
    store.close()
    for n, name in enumerate((then, first, then), start=1):
        store = opener(path, driver_of(name))()
        store.opened(document).keep([step(str(n))], Summary())
        assert store.health().sound
        store.close()
    store = opener(path, driver_of(first))()
    assert [store.opened(document).undo(lambda _: None) is not None for _ in range(4)] == [True] * 3 + [False]
    assert shipment_in(store, document).title == "0"
    store.close()


def test_a_damaged_store_is_set_aside_by_name_and_never_over_another(store: Store, reopen: Opener, path: Path) -> None:
    store.close()
    day = datetime.date(2026, 11, 24)
    for n, name in enumerate(("siap-ekspor.db.rusak-2026-11-24", "siap-ekspor.db.rusak-2026-11-24-2")):
        path.write_bytes(b"damaged %d" % n)
        beside(path, "-wal").write_bytes(b"its log")
        assert set_aside(path, day).name == name
        assert path.with_name(name).read_bytes() == b"damaged %d" % n
        assert path.with_name(f"{name}-wal").read_bytes() == b"its log"
    fresh = reopen()
    assert fresh.listed(SHIPMENT) == ()
    fresh.close()
    with pytest.raises(StoreTrouble):
        set_aside(path.with_name("nothing here"), day)


@pytest.mark.parametrize("trouble", [IoTrouble, DiskFull])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_store_that_does_not_open_is_told_without_speaking_of_changes_that_nobody_made(
    trouble: type[FileTrouble], language: Language
) -> None:
    happened, safe, advice = trouble("D:/data/siap-ekspor.db").when_opening(language)
    again = {"id": "Coba lagi", "en": "Try again"}[language]
    assert "D:/data" in happened
    assert again in advice
    assert not any(
        words in told for words in ("perubahan terakhir", "last changes") for told in (happened, safe, advice)
    )
