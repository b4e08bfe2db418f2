"""The program is killed at any moment: while it saves, while it backs up, while it brings an older store up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability.store.conftest import Figures
from tests.reliability.store.processes import needs_posix, report_of
from tests.reliability.store.sizes import sizes
from tests.unit.store.stores import DRIVERS

LOGGING, JOURNALLING = DRIVERS
pytestmark = needs_posix


@pytest.mark.bar("P1")
@sizes("kills", 100, 500)
def test_a_killed_writer_loses_nothing_that_was_acknowledged(memory: Path, kills: int, figures: Figures) -> None:
    saves_survive(memory, LOGGING, kills, figures)


@pytest.mark.bar("P1")
@sizes("kills", 20, 500)
def test_nor_does_one_that_keeps_a_journal_instead_of_a_log(memory: Path, kills: int, figures: Figures) -> None:
    saves_survive(memory, JOURNALLING, kills, figures)


def saves_survive(folder: Path, driver: str, kills: int, figures: Figures) -> None:
    found = report_of("killed", "saves", folder, driver, kills)
    figures(driver=driver, kills=kills, **found)
    assert (found["lost"], found["torn"]) == (0, 0)
    assert found["commits"] >= kills
    assert found["slowest"] < 2


@pytest.mark.bar("P7")
@pytest.mark.parametrize("driver", DRIVERS)
@sizes("kills", 10, 100)
def test_a_killed_backup_leaves_only_whole_backups(memory: Path, driver: str, kills: int, figures: Figures) -> None:
    found = report_of("killed", "backups", memory, driver, kills)
    figures(driver=driver, kills=kills, **found)
    assert (found["broken"], found["lost"]) == (0, 0)
    assert found["made"] >= kills


@pytest.mark.bar("P8")
@pytest.mark.parametrize("driver", DRIVERS)
@sizes("kills", 10, 60)
def test_a_killed_migration_is_all_or_nothing(memory: Path, driver: str, kills: int, figures: Figures) -> None:
    found = report_of("killed", "migrations", memory, driver, kills)
    figures(driver=driver, kills=kills, **found)
    assert (found["mixed"], found["without a backup"]) == (0, 0)
    assert found["old"]
    assert found["new"]


@pytest.mark.bar("P9")
@pytest.mark.parametrize("driver", DRIVERS)
@sizes("kills", 10, 100)
def test_a_shipment_file_is_taken_in_whole_or_not_at_all(
    memory: Path, driver: str, kills: int, figures: Figures
) -> None:
    found = report_of("killed", "imports", memory, driver, kills)
    figures(driver=driver, kills=kills, **found)
    assert (found["torn"], found["lost"]) == (0, 0)
    assert found["taken in"] >= kills / 2
