"""Backups: whole or none, made when something changed, looked over, brought back, and that taken back again."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.services.backups import list_backups
from app.store import restoring
from app.store.backup import backup_folder, verified, verified_backups
from app.store.database import Database
from app.store.driver import Driver, best_driver, driver_of
from app.store.restoring import restore_store
from app.store.store import Store
from app.store.trouble import InUse, NewerStore, NotABackup, NotSound, NotWritable
from app.store.values import SHIPMENT, Backup, Restored, Summary
from tests.reliability.store.conftest import Figures
from tests.reliability.store.damage import spoil_document, written_over
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import DRIVERS, JAKARTA, NOON, Opener, Ticking, kept, opener, step, titled


@pytest.fixture(params=DRIVERS)
def driver(request: pytest.FixtureRequest) -> Driver:
    return driver_of(request.param)


@pytest.fixture
def path(memory: Path) -> Path:
    return memory / "siap-ekspor.db"


@pytest.fixture
def reopen(path: Path, driver: Driver) -> Opener:
    return opener(path, driver)


def titles(store: Store) -> list[str]:
    return sorted(row.title or "" for row in store.listed(SHIPMENT))


def backups_of(path: Path) -> list[Backup]:
    return list(list_backups(path.parent, JAKARTA))


def restored(path: Path, backup: Backup, driver: Driver) -> Restored:
    return restore_store(path, backup.path, Ticking(), driver)


def test_a_backup_is_named_by_number_time_and_shape_and_counts_its_shipments(reopen: Opener, path: Path) -> None:
    store = reopen()
    kept(store, titled("one"))
    binned = kept(store, titled("two"))
    store.bin(binned)
    made = store.back_up()
    again = store.back_up()
    assert made.path.name == "000001-20261124-1204-v1.db"
    assert again.path.name == "000002-20261124-1205-v1.db"
    assert (made.shipments, made.schema, made.at) == (1, 1, NOON.replace(minute=4))
    assert backups_of(path) == [again, made]
    store.close()


def test_only_a_changed_store_is_backed_up(reopen: Opener, path: Path) -> None:
    store = reopen()
    document = kept(store, titled("one"))
    assert store.back_up_changes() is not None
    for change in (
        lambda: store.opened(document).keep([step("two")]),
        lambda: store.keep_setting("exporters.current", "x"),
        lambda: store.bin(document),
        lambda: store.restore(document),
    ):
        assert store.back_up_changes() is None
        change()
        assert store.back_up_changes() is not None
    store.close()
    again = reopen()
    assert again.back_up_changes() is None
    again.close()
    assert len(backups_of(path)) == 5


def test_the_bin_is_emptied_after_a_backup(reopen: Opener, path: Path, driver: Driver) -> None:
    store = reopen()
    store.bin(kept(store, titled("thrown away")))
    store.empty_bin()
    store.close()
    (made,) = backups_of(path)
    restored(path, made, driver)
    again = reopen()
    assert [row.title for row in again.listed(SHIPMENT, binned=True)] == ["thrown away"]
    again.close()


def test_a_backup_stands_alone_on_a_disk_that_is_read_only(reopen: Opener, path: Path) -> None:
    store = reopen()
    kept(store, titled("one"))
    made = store.back_up()
    assert {file.suffix for file in backup_folder(path).iterdir()} == {".db"}
    # Bytes 18 and 19 say whether a log is needed for writing and for reading.
    assert made.path.read_bytes()[18:20] == b"\x01\x01"
    store.close()


@pytest.mark.bar("S7")
@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_store_is_never_backed_up_over_a_good_one(memory: Path, seed: int) -> None:
    path, driver, dice = memory / "siap-ekspor.db", best_driver(), random.Random(seed)
    store = opener(path)()
    documents = [kept(store, titled(f"number {n}")) for n in range(8)]
    good = store.back_up()
    store.close()
    spoil_document(path, dice.choice(documents), ("body", "sha256")[seed % 2])
    before = {file.name: file.read_bytes() for file in backup_folder(path).iterdir()}
    store = opener(path)()
    with pytest.raises(NotSound, match=path.name):
        store.back_up()
    kept(store, titled("a change"))
    for make in (store.back_up_changes, store.empty_bin):
        with pytest.raises(NotSound):
            make()
    store.close()
    assert {file.name: file.read_bytes() for file in backup_folder(path).iterdir()} == before
    assert list(verified_backups(backup_folder(path), driver, JAKARTA)) == [good]


@pytest.mark.bar("S7")
def test_a_backup_that_rots_is_offered_no_more_and_the_others_are(reopen: Opener, path: Path, driver: Driver) -> None:
    store = reopen()
    documents = [kept(store, titled(f"number {n}")) for n in range(3)]
    made = [store.back_up() for _ in range(3)]
    store.close()
    spoil_document(made[2].path, documents[1], "body")
    made[1].path.write_bytes(made[1].path.read_bytes()[:8000])
    assert backups_of(path) == [made[0]]
    for rotten in made[1:]:
        with pytest.raises(NotABackup):
            verified(rotten.path, driver, JAKARTA)
        with pytest.raises(NotABackup):
            restored(path, rotten, driver)


@pytest.mark.bar("S9")
@sizes("count", 8, 33)
def test_every_backup_can_be_brought_back_and_each_time_taken_back(
    reopen: Opener, path: Path, driver: Driver, count: int, figures: Figures
) -> None:
    store = reopen()
    document, states, made = kept(store, titled("0")), [], []
    for n in range(1, count + 1):
        store.opened(document).keep([step(str(n))])
        kept(store, titled(f"number {n}"))
        states.append(titles(store))
        made.append(store.back_up())
    store.close()
    for backup, state in zip(made, states, strict=True):
        done = restored(path, backup, driver)
        assert done.backup is not None
        assert (titles_in(reopen), undo_in(reopen, document)) == (state, backup.number)
        restored(path, done.backup, driver)
        assert (titles_in(reopen), undo_in(reopen, document)) == (states[-1], count)
    figures(driver=driver.module.__name__, backups=count, restored=2 * count)


def titles_in(reopen: Opener) -> list[str]:
    store = reopen()
    found = titles(store)
    assert store.health().sound
    store.close()
    return found


def undo_in(reopen: Opener, document: str) -> int:
    """How many steps can be taken back."""
    store = reopen()
    steps = 0
    while store.opened(document).undo(lambda _: None):
        steps += 1
    while store.opened(document).redo(lambda _: None):
        pass
    store.close()
    return steps


@pytest.mark.bar("S9")
@pytest.mark.parametrize("spoil", [written_over, lambda path: path.write_bytes(b""), lambda path: path.unlink()])
def test_a_backup_takes_the_place_of_a_damaged_or_lost_store_which_is_kept(
    reopen: Opener, path: Path, driver: Driver, spoil: Callable[[Path], object]
) -> None:
    store = reopen()
    kept(store, titled("one"))
    made = store.back_up()
    store.close()
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    done = restored(path, made, driver)
    assert titles_in(reopen) == ["one"]
    assert (done.set_aside is None) == (before is None)
    if done.set_aside is not None:
        assert done.set_aside.name == "siap-ekspor.db.rusak-2026-11-24"
        assert done.set_aside.read_bytes() == before


@pytest.mark.bar("S9")
def test_a_store_with_one_damaged_shipment_is_set_aside_whole(reopen: Opener, path: Path, driver: Driver) -> None:
    store = reopen()
    documents = [kept(store, titled(f"number {n}")) for n in range(3)]
    made = store.back_up()
    store.close()
    spoil_document(path, documents[0], "body")
    before = path.read_bytes()
    done = restored(path, made, driver)
    assert done.set_aside is not None
    assert done.set_aside.read_bytes()[100:] == before[100:]
    assert titles_in(reopen) == ["number 0", "number 1", "number 2"]


@pytest.mark.bar("S9")
@pytest.mark.parametrize("moment", ["expect_other_content", "take_from", "expect_own_content", "bring_up"])
def test_cut_off_while_a_backup_is_brought_back_the_store_is_the_old_or_the_new_one(
    reopen: Opener, path: Path, driver: Driver, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    store = reopen()
    document = kept(store, titled("one"))
    made = store.back_up()
    store.opened(document).keep([step("two"), step("three")], Summary(title="three"))
    kept(store, titled("later"))
    store.close()
    home: object = Database if moment == "take_from" else restoring
    real, cut = getattr(home, moment), path.parent.with_name(f"{path.parent.name}-cut")

    def cut_off_after(*arguments: object) -> None:
        real(*arguments)
        shutil.copytree(path.parent, cut, dirs_exist_ok=True)

    monkeypatch.setattr(home, moment, cut_off_after)
    restored(path, made, driver)
    again = opener(cut / path.name, driver)()
    assert titles(again) in (["later", "three"], ["one"])
    assert (titles(again) == ["one"]) == (moment != "expect_other_content")
    assert again.health().sound
    again.close()
    shutil.rmtree(cut)


def test_nothing_is_brought_back_over_a_store_that_is_open(reopen: Opener, path: Path, driver: Driver) -> None:
    store = reopen()
    kept(store, titled("one"))
    made = store.back_up()
    kept(store, titled("two"))
    with pytest.raises(InUse):
        restored(path, made, driver)
    assert titles(store) == ["one", "two"]
    store.close()


@pytest.mark.parametrize("content", [b"", b"no backup", bytes(5000), b"SQLite format 3\x00" + bytes(5000)])
def test_a_file_that_is_no_backup_is_refused_before_anything_is_touched(
    reopen: Opener, path: Path, driver: Driver, content: bytes
) -> None:
    store = reopen()
    kept(store, titled("one"))
    store.close()
    foreign = path.with_name("foreign.db")
    foreign.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(NotABackup):
        restore_store(path, foreign, Ticking(), driver)
    assert path.read_bytes() == before
    assert not backup_folder(path).exists()


def test_a_backup_of_a_newer_program_is_refused_by_name(reopen: Opener, path: Path, driver: Driver) -> None:
    store = reopen()
    made = store.back_up()
    store.close()
    raw = driver.module.connect(str(made.path))
    raw.execute("PRAGMA user_version = 99")
    raw.commit()
    raw.close()
    with pytest.raises(NewerStore):
        restored(path, made, driver)


def test_work_goes_on_where_no_backup_can_be_made(reopen: Opener, path: Path) -> None:
    store = reopen()
    document = kept(store, titled("one"))
    backup_folder(path).write_text("a file of this name")
    with pytest.raises(NotWritable):
        store.back_up()
    assert store.opened(document).keep([step("two")]).version == 2
    store.close()
