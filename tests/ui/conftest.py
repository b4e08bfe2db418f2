"""What the tests of the window share: the look, as a person has it at first."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.look.theme import STYLE_ARGUMENTS, Theme
from tests.ui.showing import Show

# The display of the tests has no frames, so it cannot tell them a least size; nothing of ours is wrong then.
_HARMLESS = "This plugin does not support"
_MODULES, _ALL_AFTER = count(1), 12
"""Files of tests so far, and after how many of them all rubbish is looked for."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tolerate what only the display of the tests complains of."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_HARMLESS))


@pytest.fixture(scope="module", autouse=True)
def rubbish() -> Iterator[None]:
    """What tests leave of widgets goes on this thread; another test's thread would be the wrong one to collect it.
    What is still there is then left out of later collections, and looked at again only now and then: thousands of tests
    wait in the same process, and walking all of them takes a second.
    """
    yield
    gc.disable()
    if next(_MODULES) % _ALL_AFTER == 0:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests is started like the program."""
    return ["siap-ekspor", *STYLE_ARGUMENTS]


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Theme:
    """The look of all tests of the window; tests take ``theme``."""
    return Theme(qapp, "light")


@pytest.fixture
def theme(look: Theme) -> Iterator[Theme]:
    """Light at 100 %, whatever the test before chose."""
    look.set_scheme("light")
    look.set_factor(1.0)
    yield look
    look.set_scheme("light")
    look.set_factor(1.0)


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Puts widgets on the screen."""
    return Show(qtbot)
