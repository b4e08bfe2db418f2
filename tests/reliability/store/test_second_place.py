"""Copies of backups in a second place: whole, over nothing, refused with a sentence, and reminded of after a week."""

from __future__ import annotations

import datetime
import os
from functools import partial
from pathlib import Path

import pytest

from app.cli.main import run
from app.services.second_copies import back_up_to, copy_to, remember_copy, second_place
from app.services.storage_thread import store_path
from app.store.backup import verified
from app.store.driver import best_driver
from app.store.restoring import restore_store
from app.store.store import Store, open_store
from app.store.trouble import InUse, NoCopyThere, NoRoomForBackup, NoStore
from app.store.values import SHIPMENT
from tests.reliability.store.filled import leave, make_read_only, small_disk
from tests.unit.store.stores import JAKARTA, NOON, Ticking, kept, step, titled

WEEK = datetime.timedelta(days=7)


@pytest.fixture
def data(memory: Path) -> Path:
    """A store with one shipment, closed."""
    store = opened(memory / "data", Ticking())
    kept(store, titled("one"))
    store.close()
    return memory / "data"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on another drive where there is one."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def opened(data: Path, clock: Ticking) -> Store:
    return open_store(store_path(data), clock)


@pytest.mark.bar("S9")
def test_a_copy_in_a_second_place_is_whole_and_can_be_brought_back(data: Path, stick: Path) -> None:
    copy = back_up_to(data, stick, Ticking())
    assert copy.path.name.startswith("siap-ekspor-20261124-12")
    assert copy.is_same_drive is (data.stat().st_dev == stick.stat().st_dev)
    assert list(stick.iterdir()) == [copy.path]
    assert verified(copy.path, best_driver(), JAKARTA).shipments == 1
    elsewhere = stick / "another computer"
    restore_store(store_path(elsewhere), copy.path, Ticking())
    again = opened(elsewhere, Ticking())
    assert [row.title for row in again.listed(SHIPMENT)] == ["one"]
    again.close()


def test_a_copy_is_never_written_over_another_file(data: Path, stick: Path) -> None:
    backup = back_up_to(data, stick, Ticking()).path
    names = [copy_to(backup, stick, NOON).path.name for _ in range(3)]
    assert names == [f"siap-ekspor-20261124-1200-v1{again}.db" for again in ("", "-2", "-3")]
    (stick / "siap-ekspor-20261124-1300-v1.db").write_text("somebody's own")
    assert copy_to(backup, stick, NOON + datetime.timedelta(hours=1)).path.name.endswith("-2.db")
    assert (stick / "siap-ekspor-20261124-1300-v1.db").read_text() == "somebody's own"


def test_a_folder_that_is_not_there_is_said_and_not_made(data: Path, stick: Path) -> None:
    (stick / "a file").touch()
    for folder in (stick / "pulled out", stick / "a file"):
        with pytest.raises(NoCopyThere) as refused:
            back_up_to(data, folder, Ticking())
        assert "disk" in refused.value.into("id")
        assert str(folder) in refused.value.into("en")
    assert not (stick / "pulled out").exists()


@pytest.mark.bar("S1")
def test_a_full_or_read_only_disk_is_said_and_nothing_is_left_on_it(data: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        for free in (0, 16_384):
            filler = leave(disk, free)
            with pytest.raises(NoRoomForBackup):
                back_up_to(data, disk, Ticking())
            assert list(disk.iterdir()) == [filler]
            filler.unlink()
        copy = back_up_to(data, disk, Ticking())
        assert not copy.is_same_drive
        make_read_only(disk)
        with pytest.raises(NoCopyThere):
            back_up_to(data, disk, Ticking())
        assert list(disk.iterdir()) == [copy.path]


def test_what_a_stick_pulled_out_left_is_cleared_away_and_nothing_else(data: Path, stick: Path) -> None:
    for name, age in ((".siap-ekspor-00.part", 7200), (".siap-ekspor-01.part", 60), (".other.part", 7200)):
        (stick / name).touch()
        os.utime(stick / name, (NOON.timestamp() - age,) * 2)
    copy = back_up_to(data, stick, Ticking())
    assert {path.name for path in stick.iterdir()} == {copy.path.name, ".siap-ekspor-01.part", ".other.part"}


def test_one_is_reminded_a_week_after_the_first_work_and_a_week_after_a_copy(data: Path, stick: Path) -> None:
    clock = Ticking()
    store = opened(data, clock)
    begun = store.begun()
    assert begun is not None
    assert second_place(store, begun + WEEK).is_overdue
    assert second_place(store, begun + WEEK - datetime.timedelta(minutes=1)) == (None, None, False)
    clock.now = begun + WEEK
    copy = copy_to(store.back_up().path, stick, clock())
    remember_copy(store, copy)
    assert second_place(store, copy.at + 9 * WEEK) == (stick, copy.at.date(), False), "all of it is in the copy"
    document = kept(store, titled("two"))
    store.opened(document).keep([step("three")])
    assert not second_place(store, copy.at + WEEK - datetime.timedelta(minutes=1)).is_overdue
    assert second_place(store, copy.at + WEEK).is_overdue
    store.close()


def test_an_empty_store_reminds_of_nothing(memory: Path) -> None:
    store = opened(memory, Ticking())
    assert second_place(store, NOON + 9 * WEEK) == (None, None, False)
    store.close()


def test_what_another_program_remembered_otherwise_counts_as_no_copy(data: Path) -> None:
    store = opened(data, Ticking())
    for told in ("[]", "{}", '{"folder": 1, "at": "x"}', "nothing"):
        store.keep_setting("copies.second_place", told)
        assert second_place(store, NOON).folder is None
    store.close()


def test_the_command_line_copies_to_a_folder_and_says_where(
    data: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = partial(run, environment={"SIAP_EKSPOR_LANG": "en", "SIAP_EKSPOR_DATA": str(data)})
    assert said(("backup", "--to", str(stick))) == 0
    path = Path(capsys.readouterr().out.strip())
    assert [path] == list(stick.iterdir())
    assert said(("backup", "--to", str(data))) == 0
    assert "same disk" in capsys.readouterr().err
    assert said(("backup", "--to", str(stick / "not there"))) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert said(("restore", str(path))) == 0
    store = opened(data, Ticking())
    with pytest.raises(InUse):
        back_up_to(data, stick, Ticking())
    store.close()
    with pytest.raises(NoStore):
        back_up_to(stick, stick, Ticking())
