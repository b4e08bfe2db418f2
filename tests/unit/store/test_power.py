"""The writer is killed at any moment; the disk has no more room."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from app.store.driver import Driver
from tests.unit.store.stores import DRIVERS, run_module


@pytest.mark.skipif(sys.platform == "win32", reason="the writer is forked")
@pytest.mark.parametrize("driver_name", DRIVERS)
def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path, driver_name: str) -> None:
    found = json.loads(run_module("store.killed_writer", str(tmp_path), driver_name, "20"))
    assert (found["lost"], found["torn"]) == (0, 0)
    assert found["commits"] >= 20
    assert found["slowest"] < 2


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on file size is POSIX")
@pytest.mark.parametrize("limit", [0, 40_000])
def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(
    tmp_path: Path, driver: Driver, limit: int
) -> None:
    said = run_module("store.full_disk", str(tmp_path), driver.module.__name__, str(limit))
    assert json.loads(said) == {
        "failed": 3,
        "one version more": True,
        "last step": True,
        "each step undone": [True, True, True],
        "as before": True,
        "sound": [True, [], []],
        "after a restart": True,
    }
