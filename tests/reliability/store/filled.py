"""A small disk of our own, to be filled to the last byte and made read-only; for whoever may mount one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = "8m"


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of eight megabytes at ``place``; the test is skipped where nobody may mount one."""
    place.mkdir()
    if sys.platform != "linux" or not _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)):
        pytest.skip("mounting a disk is not allowed here; the same is tried with limits and with a file layer")
    try:
        yield place
    finally:
        _run("umount", str(place))


def leave(disk: Path, free: int) -> Path:
    """Fill the disk up to ``free`` bytes; the file that does so."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(65536))
        except OSError:
            size = file.tell()
        file.truncate(max(size - free, 0))
    return filler


def make_read_only(disk: Path) -> None:
    """From now on nothing can be written."""
    assert _run("mount", "-o", "remount,ro", str(disk))


def _run(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
