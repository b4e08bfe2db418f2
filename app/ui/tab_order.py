"""Where Tab goes: the order of the layouts, as one reads, whenever the widgets were made. Knows no screen."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget


def put_in_order(widget: QWidget) -> None:
    """Have Tab go through ``widget`` as one reads it. Qt itself puts what is made later behind everything else."""
    for before, after in itertools.pairwise(_stops(widget)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea) and (page := widget.widget()) is not None:
        yield from _stops(page)
    elif layout is not None and not isinstance(widget, QAbstractScrollArea):
        yield from _laid_out(layout)
    elif layout is None and not isinstance(widget, QAbstractScrollArea):
        yield from _as_it_is(widget)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (inner := item.widget()) is not None:
            yield from _stops(inner)
        elif (nested := item.layout()) is not None:
            yield from _laid_out(nested)


def _as_it_is(widget: QWidget) -> Iterator[QWidget]:
    """The parts of a widget that places them itself, in the order it gave them."""
    if not any(child.isWidgetType() for child in widget.children()):
        return
    following = widget.nextInFocusChain()
    while following is not None and following is not widget:
        if widget.isAncestorOf(following) and following.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield following
        following = following.nextInFocusChain()
