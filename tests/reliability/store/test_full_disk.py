"""Disks that are full, and disks that can only be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.records.shipment_file import write_shipment
from app.services.backups import back_up_now, list_backups
from app.services.files import write_new
from app.services.obstacle import Obstacle
from app.services.settings import Settings, read_settings, write_settings
from app.services.storage_thread import store_path
from app.store.driver import Driver, driver_of
from app.store.restoring import restore_store
from app.store.trouble import DiskFull, IoTrouble, NotWritable, StoreTrouble
from app.store.values import SHIPMENT
from tests.reliability.store.conftest import Figures
from tests.reliability.store.filled import leave, make_read_only, small_disk
from tests.reliability.store.processes import needs_posix, report_of
from tests.reliability.store.saves import first_save, found_in, save
from tests.unit.store.stores import DRIVERS, JAKARTA, Ticking, kept, opener, shipment_in, titled

FREE = (0, 4096, 16_384, 65_536, 204_800, 614_400)


@pytest.mark.bar("S1")
@needs_posix
@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("limit", [0, 40_000])
def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(
    tmp_path: Path, driver: str, limit: int
) -> None:
    assert report_of("full_disk", tmp_path, driver, limit) == {
        "failed": 3,
        "one version more": True,
        "last step": True,
        "each step undone": [True, True, True],
        "as before": True,
        "sound": [True, [], []],
        "after a restart": True,
    }


@pytest.mark.bar("S1")
@pytest.mark.parametrize("driver", DRIVERS)
def test_on_a_full_disk_every_writer_says_so_and_what_was_there_stays(
    tmp_path: Path, driver: str, figures: Figures
) -> None:
    told = list[str]()
    with small_disk(tmp_path / "disk") as disk:
        data = disk / "data"
        store = opener(store_path(data), driver_of(driver))()
        document, last = first_save(store), 0
        for free in FREE:
            filler = leave(disk, free)
            for n in range(last + 1, last + 4):
                told += refused(partial(save, store, document, n))
            told += refused(store.back_up)
            told += refused(partial(write_settings, data, Settings(language="en")))
            told += refused(partial(write_new, disk / "one.ekspor", write_shipment(titled("one"))))
            for file in (filler, disk / "one.ekspor"):
                file.unlink(missing_ok=True)
            # What could not be written waits, and is written with the next save.
            last += 4
            save(store, document, last)
            assert found_in(store, document) == (last, True, True)
        store.close()
        assert len(list(list_backups(data, JAKARTA))) == len(list((data / "backups").iterdir()))
    figures(driver=driver, cases=6 * len(FREE), refused=len(told))
    words = {"DiskFull", "NoRoomForBackup", "Obstacle"}
    assert words <= set(told) <= words | {"IoTrouble"}


def refused(work: Callable[[], object]) -> list[str]:
    """How the refusal is called, if there is one."""
    try:
        work()
    except (DiskFull, IoTrouble, Obstacle) as trouble:
        return [type(trouble).__name__]
    return []


@pytest.mark.bar("S2")
@pytest.mark.parametrize("free", FREE[:3])
def test_a_file_that_cannot_be_replaced_on_a_full_disk_stays_byte_for_byte(tmp_path: Path, free: int) -> None:
    with small_disk(tmp_path / "disk") as disk:
        data = disk / "data"
        path = store_path(data)
        write_settings(data, Settings(language="id", window="x" * 30_000))
        store = opener(path)()
        kept(store, titled("one"))
        made = store.back_up()
        for n in range(5):
            kept(store, titled(f"number {n}"))
        store.close()
        before = {file: file.read_bytes() for file in (data / "settings.ini", path, made.path)}
        leave(disk, free)
        with pytest.raises(Obstacle):
            write_settings(data, Settings(language="en", window="y" * 60_000))
        for work in (
            lambda: back_up_now(data, Ticking()),
            lambda: restore_store(path, made.path, Ticking(), driver_of(DRIVERS[0])),
        ):
            with pytest.raises(StoreTrouble):
                work()
        assert {file: file.read_bytes() for file in before} == before
        assert read_settings(data).settings.language == "id"
        assert [one.path for one in list_backups(data, JAKARTA)] == [made.path]


@pytest.mark.bar("S3")
@pytest.mark.parametrize("driver", DRIVERS)
def test_on_a_disk_that_became_read_only_the_store_and_its_backups_are_read(tmp_path: Path, driver: str) -> None:
    used: Driver = driver_of(driver)
    with small_disk(tmp_path / "disk") as disk:
        path = store_path(disk / "data")
        store = opener(path, used)()
        document = kept(store, titled("one"))
        made = store.back_up()
        store.close()
        make_read_only(disk)
        store = opener(path, used)()
        assert isinstance(store.read_only, NotWritable)
        assert shipment_in(store, document).title == "one"
        assert store.back_up_changes() is None
        for attempt in (lambda: kept(store, titled("two")), lambda: store.bin(document)):
            with pytest.raises(NotWritable):
                attempt()
        store.close()
        assert list(list_backups(disk / "data", JAKARTA)) == [made]
        with pytest.raises(StoreTrouble):
            restore_store(path, made.path, Ticking(), used)
        elsewhere = tmp_path / "elsewhere" / path.name
        restore_store(elsewhere, made.path, Ticking(), used)
        again = opener(elsewhere, used)()
        assert len(again.listed(SHIPMENT)) == 1
        again.close()
