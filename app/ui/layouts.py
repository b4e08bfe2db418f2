"""Layouts that pages share: fields side by side, a window that fits its screen, and taking everything out again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.look.scale import px
from app.ui.question import Question
from app.ui.widgets.pane import Hairline, Pane

_GAP = 16
_ROOM = 592
"""What a page has for the fields of one line, at 100 %, in a window 1366 wide."""


def in_lines(questions: list[Question], beside: int = 0) -> list[list[Question]]:
    """Fields of one row, in two lines where their words need more room than a page has.

    ``beside``: pixels at 100 % that something else takes in the first line.
    """
    lines: list[list[Question]] = []
    used = px(beside)
    for question in questions:
        wide = px(_GAP) + question.box.minimumSizeHint().width()
        if not lines or used + wide > px(_ROOM + _GAP):
            used = px(beside) if not lines else 0
            lines.append([])
        lines[-1].append(question)
        used += wide
    return lines


def side_by_side(questions: list[Question], at_end: QWidget | None = None) -> QHBoxLayout:
    """Fields in one row, tops aligned, and behind them ``at_end``. Two have half of the row each, so that all second
    fields of a page begin at one line; of more, those without a width share what is left.
    """
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(_GAP))
    halves = len(questions) == 2
    fixed = all(question.asked.width for question in questions)
    for question in questions:
        # Where no field stretches, the last label may use what is left of the line.
        stretch = 1 if halves or not question.asked.width or (fixed and question is questions[-1]) else 0
        if at_end is not None and question is questions[-1]:
            row.addLayout(_with(question.box, at_end), stretch)
        else:
            row.addWidget(question.box, stretch, Qt.AlignmentFlag.AlignTop)
    return row


def in_bands(window: QWidget, head: QLayout | None, body: QLayout | QWidget, foot: QLayout) -> None:
    """Head (where there is one), body and foot under each other with rules between them; the body takes the room."""
    ground = Pane()
    whole = QVBoxLayout(ground)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    if head is not None:
        whole.addLayout(head)
        whole.addWidget(Hairline())
    if isinstance(body, QWidget):
        whole.addWidget(body, 1)
    else:
        whole.addLayout(body, 1)
    whole.addWidget(Hairline())
    whole.addLayout(foot)
    around = QVBoxLayout(window)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(ground)


def over_buttons(window: QWidget, page: QWidget, *buttons: QWidget) -> None:
    """A page that takes the room, and at its foot the buttons that end the window."""
    foot = Pane()
    row = QHBoxLayout(foot)
    row.setContentsMargins(px(32), px(10), px(32), px(10))
    row.setSpacing(px(10))
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(page, 1)
    whole.addWidget(Hairline())
    whole.addWidget(foot)


def on_screen(window: QWidget, size: tuple[int, int]) -> QSize:
    """A window's size at 100 % in pixels of the text size, and no larger than the screen it is shown on."""
    return QSize(*(px(side) for side in size)).boundedTo(window.screen().availableSize())


def _with(field: QWidget, other: QWidget) -> QHBoxLayout:
    """A field and what stands behind it, in the place of one field."""
    cell = QHBoxLayout()
    cell.setSpacing(px(_GAP))
    cell.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    cell.addWidget(other, 0, Qt.AlignmentFlag.AlignBottom)
    return cell


def empty(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets go with it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
            inner.deleteLater()
