"""Sticks, network drives and synced folders: no store is made there, an existing one is read and can be copied."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from app.store.places import Drive, Mount, drive_among, drive_of, trouble_with
from app.store.restoring import copy_store
from app.store.store import open_store
from app.store.trouble import FileTrouble, InSyncedFolder, InUse, OnNetwork, OnStick
from tests.unit.store.stores import Ticking, kept, opener, shipment_in, titled

PLACES: tuple[tuple[PurePath, Drive, type[FileTrouble] | None], ...] = (
    (PureWindowsPath(r"C:\Users\Sari\AppData\Local\siap-ekspor\siap-ekspor.db"), "internal", None),
    (PureWindowsPath(r"E:\siap-ekspor\siap-ekspor.db"), "removable", OnStick),
    (PureWindowsPath(r"Z:\kantor\siap-ekspor.db"), "network", OnNetwork),
    (PureWindowsPath(r"\\server\kantor\siap-ekspor.db"), "internal", OnNetwork),
    (PureWindowsPath(r"C:\Users\Sari\OneDrive - PLUT\siap-ekspor.db"), "internal", InSyncedFolder),
    (PureWindowsPath(r"C:\Users\Sari\Dropbox\data\siap-ekspor.db"), "internal", InSyncedFolder),
    (PureWindowsPath(r"G:\My Drive\siap-ekspor.db"), "internal", InSyncedFolder),
    (PurePosixPath("/home/sari/Google Drive/siap-ekspor.db"), "internal", InSyncedFolder),
    (PurePosixPath("/home/sari/.local/share/siap-ekspor/siap-ekspor.db"), "internal", None),
    (PurePosixPath("/media/sari/STICK/siap-ekspor.db"), "removable", OnStick),
)
MOUNTS = (
    Mount("/", "ext4"),
    Mount("/media/sari/STICK", "vfat"),
    Mount("/media/sari/BIG", "exfat"),
    Mount("/srv/office", "nfs4"),
    Mount("/srv/share", "cifs"),
    Mount("/mnt/far", "fuse.sshfs"),
    Mount("/dev/shm", "tmpfs"),  # noqa: S108
)


@pytest.mark.bar("S4")
@pytest.mark.parametrize(("path", "drive", "trouble"), PLACES)
def test_where_a_store_may_lie(path: PurePath, drive: Drive, trouble: type[FileTrouble] | None) -> None:
    assert trouble_with(path, drive) is trouble


@pytest.mark.bar("S4")
@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/sari/data", "internal"),
        ("/media/sari/STICK/data", "removable"),
        ("/media/sari/STICKER/data", "internal"),
        ("/media/sari/BIG", "removable"),
        ("/srv/office/data", "network"),
        ("/srv/share", "network"),
        ("/mnt/far/x", "network"),
        ("/dev/shm/x", "internal"),  # noqa: S108
    ],
)
def test_the_drive_is_told_by_its_file_system(path: str, drive: Drive) -> None:
    assert drive_among(MOUNTS, path) == drive


def test_this_machine_is_asked_without_harm(tmp_path: Path) -> None:
    assert drive_of(tmp_path / "not there yet") in ("internal", "removable", "network")


@pytest.mark.bar("S4")
@pytest.mark.parametrize(("drive", "trouble"), [("removable", OnStick), ("network", OnNetwork)])
def test_no_store_is_made_on_such_a_drive(tmp_path: Path, drive: Drive, trouble: type[FileTrouble]) -> None:
    with pytest.raises(trouble):
        open_store(tmp_path / "data" / "siap-ekspor.db", Ticking(), drive=lambda _: drive)
    assert not list(tmp_path.iterdir())


@pytest.mark.bar("S4")
def test_no_store_is_made_in_a_synced_folder(tmp_path: Path) -> None:
    with pytest.raises(InSyncedFolder):
        opener(tmp_path / "OneDrive" / "siap-ekspor.db")()
    assert not list(tmp_path.iterdir())


@pytest.mark.bar("S4")
def test_a_store_on_a_stick_is_read_and_can_be_copied_to_this_computer(tmp_path: Path) -> None:
    stick, here = tmp_path / "stick" / "siap-ekspor.db", tmp_path / "here" / "siap-ekspor.db"
    store = opener(stick)()
    document = kept(store, titled("one"))
    store.close()
    before = stick.read_bytes()
    read = open_store(stick, Ticking(), drive=lambda _: "removable")
    assert isinstance(read.read_only, OnStick)
    assert shipment_in(read, document).title == "one"
    with pytest.raises(OnStick):
        read.bin(document)
    read.close()
    copy_store(stick, here)
    assert stick.read_bytes() == before
    copied = opener(here)()
    assert copied.read_only is None
    assert shipment_in(copied, document).title == "one"
    copied.close()
    with pytest.raises(InUse):
        copy_store(stick, here)
    with pytest.raises(OnStick):
        copy_store(here, tmp_path / "other.db", drive=lambda _: "removable")
