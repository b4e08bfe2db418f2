"""Where Tab goes: through the widgets as they stand in each other, whenever they were made. Knows no screen."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

# The items of a layout are not looked at: Qt for Python mixes them up with others that come to lie in the same place.


def put_in_order(widget: QWidget) -> None:
    """Have Tab go through ``widget`` as one reads it. Qt itself puts what is made later behind everything else."""
    for before, after in itertools.pairwise(_stops(widget)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        page = widget.widget()
        yield from _stops(page) if page is not None else ()
    elif not isinstance(widget, QAbstractScrollArea):
        yield from _inside(widget) if widget.layout() is not None else _as_it_is(widget)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Children stand in the order in which they were laid out."""
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)


def _as_it_is(widget: QWidget) -> Iterator[QWidget]:
    """The parts of a widget that places them itself, in the order it gave them."""
    if not any(child.isWidgetType() for child in widget.children()):
        return
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        if widget.isAncestorOf(following) and following.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield following
        following = following.nextInFocusChain()
