"""Looks at a window by program: words that are cut, places too low to hit, things without a name."""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.ui.look.scale import HIT, px
from app.ui.widgets import painting
from app.ui.widgets.labels import Term
from app.ui.widgets.painting import Ink
from app.ui.widgets.row_list import RowList

_HIT = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
_SHOWS_WORDS = (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)


def faults(window: QWidget) -> list[str]:
    """Everything wrong with what is visible in ``window``, one line each; empty is good."""
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            found += [f"{_called(widget)}: {fault}" for fault in _faults_of(widget)]
    return found


def shortened(window: QWidget) -> list[str]:
    """The words in painted rows and heads that did not fit and got an ellipsis."""
    found: list[str] = []
    write = painting.write

    def noting(painter: QPainter, rect: QRectF, text: str, ink: Ink = Ink()) -> None:  # noqa: B008
        if painting.width(text, ink) > rect.width() + 0.5:
            found.append(text)
        write(painter, rect, text, ink)

    with mock.patch.object(painting, "write", noting):
        window.grab()
    return found


def _faults_of(widget: QWidget) -> Iterator[str]:
    yield from _too_low(widget)
    yield from _cut(widget)
    yield from _beyond_the_edge(widget)
    yield from _nameless(widget)


def _too_low(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, _HIT) and widget.height() < px(HIT):
        yield f"{widget.height()} px high, at least {px(HIT)} are needed"
    if isinstance(widget, RowList):
        usable = (i for i, row in enumerate(widget.rows.rows) if row.usable)
        if any(widget.sizeHintForRow(row) < px(HIT) for row in usable):
            yield "rows too low to hit"


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QPushButton) and widget.width() < widget.sizeHint().width():
        yield f"cut, {widget.width()} px wide of {widget.sizeHint().width()}"
    elif isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
        if widget.height() < widget.heightForWidth(widget.width()):
            yield f"cut, {widget.height()} px high of {widget.heightForWidth(widget.width())}"
    elif isinstance(widget, QLabel) and widget.text() and not isinstance(widget, Term):
        wanted = widget.fontMetrics().horizontalAdvance(widget.text())
        if wanted > widget.contentsRect().width() + 1:
            yield f"cut, {widget.contentsRect().width()} px wide of {wanted}"
    elif isinstance(widget, QComboBox):
        wanted = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if wanted > widget.width() - px(28) - 11:
            yield f"cut, {widget.width()} px wide for {wanted} of words"
    elif isinstance(widget, QLineEdit):
        wanted = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if wanted > widget.width() - 24:
            yield "its placeholder is cut"


def _beyond_the_edge(widget: QWidget) -> Iterator[str]:
    """Cut by the window's edge, or by that of a page which does not scroll sideways."""
    if not isinstance(widget, _SHOWS_WORDS):
        return
    frame = widget.parentWidget()
    while frame is not None and not frame.isWindow() and not isinstance(frame.parentWidget(), QAbstractScrollArea):
        frame = frame.parentWidget()
    if frame is not None:
        left = widget.mapTo(frame, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > frame.width():
            yield f"reaches from {left} to {left + widget.width()} in a place {frame.width()} px wide"


def _nameless(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (*_HIT, QAbstractItemView)) and not _name(widget):
        yield "a screen reader has no name for it"


def _name(widget: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else widget.accessibleName()


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return f"{type(widget).__name__} {words or widget.accessibleName() or widget.objectName()!r}"
