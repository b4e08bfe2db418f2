"""Every test of the store runs over both drivers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.driver import Driver, driver_of
from app.store.store import Store
from tests.unit.store.stores import DRIVERS, Opener, opener


@pytest.fixture(params=DRIVERS)
def driver(request: pytest.FixtureRequest) -> Driver:
    """Each driver in turn."""
    return driver_of(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "data" / "siap-ekspor.db"


@pytest.fixture
def reopen(path: Path, driver: Driver) -> Opener:
    """Opens the store of this test."""
    return opener(path, driver)


@pytest.fixture
def store(reopen: Opener) -> Iterator[Store]:
    """A new store."""
    opened = reopen()
    yield opened
    opened.close()
