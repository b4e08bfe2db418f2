"""The menus of the window: a mnemonic once in each menu, a key once in the window, everything reached by both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.ui.window.person import Person, settle

_MNEMONIC = re.compile(r"&([^&])")


@pytest.fixture(params=["id", "en"])
def shown(request: pytest.FixtureRequest, person: Person) -> Person:
    """A window with a shipment open, in each language; steps back and forth have their longest names."""
    person.window.set_setting("language", request.param)
    settle()
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.answer("buyer.city", "Delft")
    return person


def test_every_entry_has_a_mnemonic_that_is_its_own_in_its_menu(shown: Person) -> None:
    for name, actions in menus(shown):
        letters = [mnemonic(action) for action in actions if not action.isSeparator() and not in_a_group(action)]
        assert "" not in letters, name
        assert twice(letters) == [], name


def test_a_key_means_one_thing_in_the_window(shown: Person) -> None:
    keys = [key.toString() for _, actions in menus(shown) for action in actions for key in action.shortcuts()]
    assert len(keys) > 10
    assert twice(keys) == []


def test_every_action_of_the_window_has_a_key(shown: Person) -> None:
    without = {name for name, action in shown.window.menus.actions.items() if not action.shortcuts()}
    assert without <= {"english"}, "all but a setting have one"


def test_no_entry_is_left_without_a_word(shown: Person) -> None:
    assert all(action.text() for _, actions in menus(shown) for action in actions if not action.isSeparator())


def menus(person: Person) -> Iterator[tuple[str, list[QAction]]]:
    """The menu bar and every menu in it, with their entries."""
    bar = person.window.menuBar()
    yield "bar", list(bar.actions())
    for menu in bar.findChildren(QMenu):
        if menu.actions():
            yield menu.title(), list(menu.actions())


def in_a_group(action: QAction) -> bool:
    """Whether it is one of several values of a setting, which arrows choose."""
    return action.actionGroup() is not None or action.data() is not None


def mnemonic(action: QAction) -> str:
    """The letter that takes it; "" where there is none."""
    found = _MNEMONIC.search(action.text())
    return found[1].casefold() if found else ""


def twice(values: list[str]) -> list[str]:
    """What is there more than once."""
    return [value for value, count in Counter(values).items() if count > 1]
