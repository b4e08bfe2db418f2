"""Line icons from ``resources/icons``, drawn in a colour, at a size, for a screen. Knows no token."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap


def icon(name: str, colour: QColor, disabled: QColor, size: int, gap: int = 0) -> QIcon:
    """The icon for a button, ``size`` pixels high, with ``gap`` pixels of nothing at its right.

    Made at the size wanted: a QIcon made from a picture of 20 px stays 20 px whatever ``setIconSize`` says. The gap
    stands for room between icon and word, of which Qt leaves 4 px whatever the text size.
    """
    ratio = _finest_screen()
    made = QIcon(_widened(pixmap(name, colour, size, ratio), gap))
    made.addPixmap(_widened(pixmap(name, disabled, size, ratio), gap), QIcon.Mode.Disabled)
    return made


def icon_size(size: int, gap: int = 0) -> QSize:
    """What ``setIconSize`` must be told for such an icon."""
    return QSize(size + gap, size)


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture ``size`` device-independent pixels wide and high, sharp at ``ratio`` device pixels each."""
    return _drawn(name, colour.name(), size, ratio)


def draw(painter: QPainter, name: str, colour: QColor, rect: QRectF, size: int) -> None:
    """Draw the icon into the middle of ``rect``."""
    ratio = painter.device().devicePixelRatio()
    x, y = rect.center().x() - size / 2, rect.center().y() - size / 2
    painter.drawPixmap(round(x), round(y), pixmap(name, colour, size, ratio))


def names() -> tuple[str, ...]:
    """All icons there are."""
    return tuple(sorted(f.name[:-4] for f in (files("resources") / "icons").iterdir() if f.name.endswith(".svg")))


@cache
def _source(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # the first window is not to wait for it

    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _widened(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    ratio = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + round(gap * ratio), picture.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


def _finest_screen() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
