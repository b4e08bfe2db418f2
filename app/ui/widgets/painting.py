"""What the painted rows have in common: grounds, rings, bars, words and icons. Knows no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.ui.look import icons
from app.ui.look.palette import colour
from app.ui.look.scale import BODY, font, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignVCenter

RADIUS = 4.0


class Ink(NamedTuple):
    """How a piece of text is written: points at 100 %, token, weight, side."""

    size: float = BODY
    tone: str = "text"
    strong: bool = False
    side: Qt.AlignmentFlag = LEFT


def write(painter: QPainter, rect: QRectF, text: str, ink: Ink = Ink()) -> None:  # noqa: B008  an Ink never changes
    """Write one line in the middle of ``rect``, shortened with an ellipsis where it does not fit."""
    written = font(ink.size, strong=ink.strong)
    fitting = QFontMetricsF(written).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(written)
    painter.setPen(colour(ink.tone))
    painter.drawText(rect, int(MIDDLE | ink.side | Qt.TextFlag.TextSingleLine), fitting)


def two_lines(rect: QRectF) -> tuple[QRectF, QRectF]:
    """Where a text and the smaller one under it are written in a row of two lines."""
    half = rect.height() / 2
    return rect.adjusted(0, 3, 0, -half + 2), rect.adjusted(0, half - 1, 0, -3)


def width(text: str, ink: Ink = Ink()) -> float:  # noqa: B008  an Ink never changes
    """How wide a text is, in pixels."""
    return QFontMetricsF(font(ink.size, strong=ink.strong)).horizontalAdvance(text)


def draw_icon(painter: QPainter, rect: QRectF, name: str, tone: str, size: int = 18) -> None:
    """Draw an icon of ``size`` pixels at 100 % into the middle of ``rect``."""
    icons.draw(painter, name, colour(tone), rect, px(size))


def fill(painter: QPainter, rect: QRectF, tone: str, radius: float = RADIUS) -> None:
    """A ground with round corners and no border."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tone))
    painter.drawRoundedRect(rect, radius, radius)


def ring(painter: QPainter, rect: QRectF, tone: str = "accent", radius: float = RADIUS) -> None:
    """The 2 px ring of what has the focus, just inside ``rect``."""
    painter.setPen(QPen(colour(tone), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def rule(painter: QPainter, rect: QRectF, tone: str = "line") -> None:
    """A hairline along the bottom of ``rect``; filled, because an antialiased line of 1 px is 2 px of grey."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), colour(tone))


def side(painter: QPainter, rect: QRectF, edge: Qt.Edge, tone: str = "accent") -> None:
    """One side of the border round a chosen block of cells, just inside ``rect``."""
    x = rect.right() - 2 if edge == Qt.Edge.RightEdge else rect.left()
    y = rect.bottom() - 2 if edge == Qt.Edge.BottomEdge else rect.top()
    upright = edge in (Qt.Edge.LeftEdge, Qt.Edge.RightEdge)
    painter.fillRect(QRectF(x, y, 2 if upright else rect.width(), rect.height() if upright else 2), colour(tone))


def bar(painter: QPainter, rect: QRectF, tone: str = "accent") -> None:
    """The 3 px bar at the left of the chosen row, 6 short at both ends."""
    fill(painter, QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), tone, 1.5)


def is_hovered(option: QStyleOptionViewItem) -> bool:
    """Whether the mouse is over the row."""
    from PySide6.QtWidgets import QStyle  # 7 ms of enumerations, for which the first window is not to wait

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def has_focus(option: QStyleOptionViewItem) -> bool:
    """Whether the row is the one the keyboard acts on, in a list that has the keyboard."""
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_HasFocus)


def begin(painter: QPainter) -> None:
    """Save the painter and make it smooth; ``painter.restore()`` ends it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
