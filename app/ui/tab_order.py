"""Where Tab goes: through the widgets as they stand in each other, whenever they were made. Knows no screen."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QStackedWidget, QWidget

# Neither a layout's items nor ``nextInFocusChain`` are asked: Qt for Python mixes up whose what they give is (6.11).


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
        for child in _children(widget):
            yield from _stops(child)


def _children(widget: QWidget) -> Sequence[QWidget]:
    """As they were laid out; of a widget that places its parts itself, from left to right."""
    if isinstance(widget, QStackedWidget):
        # A page that was taken out is still a child until it is deleted.
        return [page for page in map(widget.widget, range(widget.count())) if page is not None]
    inside = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    return inside if widget.layout() is not None else sorted(inside, key=_place)


def _place(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()
