"""What the tests of the screens share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from tests.ui.screens.looking import Place


@pytest.fixture
def place(qtbot: QtBot, theme: Theme) -> Place:
    """Puts a screen into a window."""
    return Place(qtbot)
