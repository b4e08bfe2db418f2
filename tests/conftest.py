"""What all tests share: no display, a fixed day, the program's own declarations, the samples."""

from __future__ import annotations

import os

# Before the first Qt import, or Qt looks for a display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import datetime
import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import read_shipment
from app.services.program import Program, start
from app.services.samples import sample_bytes, sample_titles

pytest_plugins = ["pytester", "tests.bars", "tests.no_network"]
TODAY = datetime.date(2026, 11, 24)
SAMPLES = tuple(sample_titles())

# The machine is shared: a slow example says nothing about the program.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")


def pytest_collection_finish() -> None:
    """The tests that wait are no rubbish: leave them out of every collection, or each walks all of them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with an empty data folder."""
    return start(tmp_path_factory.mktemp("data"))


@pytest.fixture
def no_data(tmp_path: Path) -> Path:
    """A data folder with nothing in it."""
    return tmp_path / "data"


@pytest.fixture(scope="session")
def at(program: Program) -> Circumstances:
    """English, on the fixed day."""
    return program.circumstances(TODAY, "en")


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Shipment:
    """Each sample in turn."""
    return sample_named(request.param)


def sample_named(name: str) -> Shipment:
    """One sample."""
    return read_shipment(sample_bytes(name)).shipment


def figures_of(shipment: Shipment, at: Circumstances) -> Figures:
    """A shipment about to be counted."""
    return Figures(shipment, at)
