"""What the tests of the whole window share."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from tests.ui.window.person import Person


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Person:
    """Somebody who starts the program for the first time."""
    person = Person(qtbot, tmp_path / "data", theme)
    person.begin()
    return person
