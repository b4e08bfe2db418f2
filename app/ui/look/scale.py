"""Measures at the text size the person has chosen: pixels, points, fonts, and how many panes fit. Knows no colour.

The factor is taken from the air, as Qt's own font and palette are: every measure of every widget needs it, at every
paint. Only ``Theme`` sets it.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QFont, QGuiApplication

FACTORS = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text sizes one can choose, 1.0 being 10 points."""

BODY, QUIET, MESSAGE, SMALL = 10.0, 9.0, 9.5, 8.5
TITLE, TOTAL, SCREEN, WELCOME = 13.0, 11.5, 16.0, 18.0

HIT = 32
"""Nothing that can be hit is lower than this."""


class _Chosen:
    factor = 1.0


class Panes(IntEnum):
    """What stands beside the page."""

    ONE = 1
    """Nothing: tasks are a button in a top bar, the paper a tab."""
    TWO = 2
    """The task list; the paper is a tab."""
    THREE = 3
    """Task list and paper."""


def factor() -> float:
    """The text size now, 1.0 being 10 points."""
    return _Chosen.factor


def set_factor(new: float) -> None:
    """Change the text size; for ``Theme`` only, which then measures everything again."""
    _Chosen.factor = new


def px(measure: float) -> int:
    """``measure`` pixels at 100 %, at the text size now. Lines of 1 and 2 pixels do not grow: do not pass them."""
    return round(measure * _Chosen.factor)


def pt(size: float) -> float:
    """``size`` points at 100 %, at the text size now."""
    return size * _Chosen.factor


def font(size: float = BODY, *, strong: bool = False) -> QFont:
    """The program's font in ``size`` points at 100 %; strong is semibold, never bold."""
    made = QFont(QGuiApplication.font().family())
    made.setPointSizeF(pt(size))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def panes(width: int) -> Panes:
    """How many panes fit into a window ``width`` pixels wide."""
    units = width / _Chosen.factor
    return Panes.THREE if units >= 1240 else Panes.TWO if units >= 900 else Panes.ONE


def is_low(height: int) -> bool:
    """Whether a window ``height`` pixels high has to fold its problem list and draw its group heads closer."""
    return height / _Chosen.factor < 700


def next_factor(step: int) -> float:
    """The text size ``step`` sizes larger (or smaller), staying within what can be chosen."""
    at = min(range(len(FACTORS)), key=lambda i: abs(FACTORS[i] - _Chosen.factor))
    return FACTORS[min(max(at + step, 0), len(FACTORS) - 1)]
