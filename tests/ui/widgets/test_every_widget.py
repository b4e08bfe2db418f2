"""What holds for every widget: it can be read, hit, named, seen with the focus, dressed again, and forgotten."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.look.theme import Theme
from tests.ui.audit import faults
from tests.ui.showing import Show
from tests.ui.widgets.every_widget import EVERY_WIDGET

every_widget = pytest.mark.parametrize("make", EVERY_WIDGET.values(), ids=EVERY_WIDGET.keys())


@every_widget
@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_its_words_are_whole_and_its_places_can_be_hit(
    show: Show, theme: Theme, make: Callable[[], QWidget], factor: float
) -> None:
    theme.set_factor(factor)
    widget = show(make(), width=round(700 * factor))
    assert faults(widget.window()) == []


@every_widget
def test_its_words_are_whole_after_the_text_has_become_larger(
    show: Show, theme: Theme, make: Callable[[], QWidget]
) -> None:
    widget = show(make(), width=1050)
    theme.set_factor(1.5)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents()
    assert faults(widget.window()) == []


@every_widget
def test_it_is_forgotten_when_it_is_dropped(theme: Theme, make: Callable[[], QWidget]) -> None:
    widget = make()
    widget.show()
    seen = weakref.ref(widget)
    del widget
    assert seen() is None


@every_widget
def test_it_looks_different_in_the_dark(show: Show, theme: Theme, make: Callable[[], QWidget]) -> None:
    widget = show(make(), width=700)
    light = widget.window().grab().toImage()
    theme.set_scheme("dark")
    assert widget.window().grab().toImage() != light
    theme.set_scheme("light")
    QCoreApplication.sendPostedEvents()
    assert widget.window().grab().toImage() == light


@every_widget
def test_what_has_the_focus_can_be_seen(show: Show, make: Callable[[], QWidget]) -> None:
    other = QLineEdit()
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.addWidget(other)
    rows.addWidget(make())
    show(whole, width=700)
    for stop in _stops(whole):
        if stop is other:
            continue
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = _around(whole, stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        assert bool(_around(whole, stop) != before), stop


def _stops(whole: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in whole.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _around(whole: QWidget, stop: QWidget) -> QImage:
    """Where the border of a stop is: a strip at its left, without its words and its caret."""
    picture = whole.grab().toImage()
    at = stop.mapTo(whole, QPoint(0, 0))
    strip = 6 if isinstance(stop, QLineEdit | QPlainTextEdit) else stop.width()
    return picture.copy(at.x(), at.y(), strip, stop.height())
