"""Places for stores, and the figures of each bar on the screen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Figures = Callable[..., None]


@pytest.fixture
def figures(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Figures:
    """Prints what a bar came to, whatever pytest does with the output."""
    marks = [mark.args[0] for mark in request.node.iter_markers("bar")]

    def said(**found: object) -> None:
        with capsys.disabled():
            print(f"\n{' '.join(marks)}: " + ", ".join(f"{name} {value}" for name, value in found.items()))

    return said


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where there is one: thousands of states of a disk are laid out in it."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own inside it
    folder = Path(tempfile.mkdtemp(dir=shared if shared.is_dir() else None))
    yield folder
    shutil.rmtree(folder)
