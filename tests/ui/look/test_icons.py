"""Every icon is drawn, in its colour, as large as wanted."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from app.ui.look import icons
from app.ui.look.theme import Theme
from app.ui.widgets.states import Kind, State

RED = QColor("#AE2318")


@pytest.fixture(autouse=True)
def _look(theme: Theme) -> None:
    """Pictures need an application."""


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_drawn_in_the_colour_asked_for(name: str) -> None:
    assert _inks(icons.pixmap(name, RED, 40)) == {RED.name()}


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_has_no_colour_of_its_own(name: str) -> None:
    source = (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}
    assert 'viewBox="0 0 20 20"' in source


@pytest.mark.parametrize("state", [*State, *Kind])
def test_every_state_has_an_icon(state: str) -> None:
    assert str(state) in icons.names()


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    picture = icons.pixmap("plus", RED, 20, 2.0)
    assert picture.size() == QSize(40, 40)
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)


def test_an_icon_of_a_button_is_as_large_as_wanted_and_knows_disabled() -> None:
    icon = icons.icon("plus", RED, QColor("#8A9794"), 30, gap=6)
    size = icons.icon_size(30, 6)
    assert icon.actualSize(size) == QSize(36, 30)
    assert _inks(icon.pixmap(size, QIcon.Mode.Disabled)) == {"#8a9794"}


def _inks(picture: QPixmap) -> set[str]:
    image: QImage = picture.toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in places)
    return {colour.name() for colour in colours if colour.alpha() == 255}
