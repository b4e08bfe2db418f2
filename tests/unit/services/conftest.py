"""A desk with an empty store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kinds.circumstances import Circumstances
from app.services.editing import Editing
from app.services.program import Program
from app.services.storage_thread import store_path
from tests.unit.services.documents import PATIENCE, Desk


@pytest.fixture
def desk(tmp_path: Path, program: Program, at: Circumstances) -> Iterator[Desk]:
    """A thread over a new store; closed after the test whatever it left open."""
    used = Desk(store_path(tmp_path / "data"), program, at)
    yield used
    used.thread.close(PATIENCE)


@pytest.fixture
def editing(desk: Desk) -> Editing:
    """The footwear order on the screen."""
    return desk.edited(desk.added())
