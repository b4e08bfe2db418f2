"""A person's files are written whole or not at all, and never over something else."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.records.shipment_file import SUFFIX, read_shipment
from app.records.strict_json import SIZE_LIMIT
from app.records.unreadable import Unreadable
from app.services.files import open_shipment, write_new, write_numbered
from app.services.obstacle import Obstacle
from app.services.samples import sample_bytes

ROOT = Path(__file__).parents[3]


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.bar("I3")
def test_names_that_are_taken_get_a_number_and_keep_their_bytes(tmp_path: Path) -> None:
    written = [write_numbered(tmp_path, "INV-1", ".pdf", str(n).encode()) for n in range(4)]
    assert [path.name for path in written] == ["INV-1.pdf", "INV-1-2.pdf", "INV-1-3.pdf", "INV-1-4.pdf"]
    assert [path.read_bytes() for path in written] == [b"0", b"1", b"2", b"3"]
    assert names(tmp_path) == sorted(path.name for path in written)


def test_a_number_that_became_free_is_used_again(tmp_path: Path) -> None:
    for n in range(3):
        write_numbered(tmp_path, "a", ".pdf", bytes([n]))
    (tmp_path / "a-2.pdf").unlink()
    assert write_numbered(tmp_path, "a", ".pdf", b"new").name == "a-2.pdf"


@pytest.mark.parametrize("taken_by", ["folder", "dangling link", "read-only file"])
def test_whatever_has_the_name_is_left_alone(tmp_path: Path, taken_by: str) -> None:
    taken = tmp_path / "a.pdf"
    if taken_by == "folder":
        taken.mkdir()
    elif taken_by == "dangling link":
        taken.symlink_to(tmp_path / "elsewhere")
    else:
        taken.write_bytes(b"old")
        taken.chmod(0o400)
    assert write_numbered(tmp_path, "a", ".pdf", b"new").name == "a-2.pdf"
    assert names(tmp_path) == ["a-2.pdf", "a.pdf"]
    assert not taken.is_file() or taken.read_bytes() == b"old"


@pytest.mark.parametrize("code", [errno.EPERM, errno.EINVAL, errno.ENOTSUP])
def test_a_stick_that_knows_no_links_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def no_links(source: object, target: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", no_links)
    assert write_numbered(tmp_path, "a", ".pdf", b"1").name == "a.pdf"
    assert write_numbered(tmp_path, "a", ".pdf", b"2").name == "a-2.pdf"
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"2", b"1"]


def test_the_folder_is_made_where_it_is_not_there(tmp_path: Path) -> None:
    assert write_numbered(tmp_path / "new" / "inner", "a", ".pdf", b"x").read_bytes() == b"x"


@pytest.mark.parametrize("folder", ["file", "file/inner"])
def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(Obstacle, match="is no folder"):
        write_numbered(tmp_path / folder, "a", ".pdf", b"x")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    # The superuser may write anywhere; /proc refuses him too.
    folder = Path("/proc/self") if os.geteuid() == 0 else tmp_path
    tmp_path.chmod(0o500)
    with pytest.raises(Obstacle) as caught:
        write_numbered(folder, "a", ".pdf", b"x")
    tmp_path.chmod(0o700)
    assert str(folder) in caught.value.into("id")
    assert names(tmp_path) == []


def test_a_name_that_is_too_long_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Obstacle):
        write_numbered(tmp_path, "a" * 300, ".pdf", b"x")
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_where_the_disk_is_full_nothing_is_left_behind(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path;"
        "from app.services.files import write_numbered; from app.services.obstacle import Obstacle\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_numbered(Path(sys.argv[1]), 'a', '.pdf', bytes(10_000))\n"
        "except Obstacle as trouble: print(trouble.into('en'))"
    )
    (tmp_path / "a.pdf").write_bytes(b"old")
    run = subprocess.run([sys.executable, "-c", code, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Nothing was overwritten" in run.stdout
    assert run.stderr == ""
    assert names(tmp_path) == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "inner" / "a.ekspor"
    write_new(path, b"one")
    write_new(path, b"one")
    with pytest.raises(Obstacle, match="not overwritten"):
        write_new(path, b"two")
    assert path.read_bytes() == b"one"
    assert names(path.parent) == ["a.ekspor"]


@pytest.mark.parametrize("name", ["folder", "link"])
def test_a_new_file_replaces_neither_folder_nor_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Obstacle, match="not overwritten"):
        write_new(tmp_path / name, b"x")
    assert names(tmp_path) == ["folder", "link"]


def test_a_new_file_with_an_impossible_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(Obstacle):
        write_new(tmp_path / ("a" * 300), b"x")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "said"), [("missing.ekspor", "no file"), ("folder", "folder"), ("a" * 300, "opened"), ("file/x", "opened")]
)
def test_what_cannot_be_opened_is_told_with_its_path(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Obstacle, match=said) as caught:
        open_shipment(tmp_path / name)
    assert name in caught.value.into("id")


def test_a_shipment_is_opened_whatever_the_file_is_called(tmp_path: Path) -> None:
    for name in (f"a{SUFFIX}", "b.json", "größe 見本"):
        (tmp_path / name).write_bytes(sample_bytes("batik_tokyo"))
        assert open_shipment(tmp_path / name) == read_shipment(sample_bytes("batik_tokyo"))


def test_a_huge_file_is_refused_without_being_loaded(tmp_path: Path) -> None:
    path = tmp_path / "huge.ekspor"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT * 1000)
    with pytest.raises(Unreadable, match="64 MB"):
        open_shipment(path)
