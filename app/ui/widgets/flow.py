"""A layout that puts widgets beside each other and begins a new line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_Placed = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """Left to right, then the next line. Every widget at the size it asks for, or as wide as the whole line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, below: int = 8) -> None:
        """``gap`` stands between two in a line, ``below`` between two lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._below = gap, below
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add one more at the end; for Qt."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at ``index``."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Never more room than asked for."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower place makes it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at ``width``."""
        lines = self._lines(width)
        return sum(_height(line) for line in lines) + self._below * max(len(lines) - 1, 0)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        y = rect.y()
        for line in self._lines(rect.width()):
            x, height = rect.x(), _height(line)
            for item, size in line:
                item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._below

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() + self._gap for size in sizes) - self._gap
        return QSize(max(wide, 0), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest alone."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _lines(self, width: int) -> list[list[_Placed]]:
        lines: list[list[_Placed]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _within(item, width)
            if lines and x + size.width() <= width:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
                x = 0
            x += size.width() + self._gap
        if len(lines) > 1 and len(lines[-1]) == 1 and len(lines[-2]) > 2:
            # The last one alone would look forgotten.
            lines[-1].insert(0, lines[-2].pop())
            if sum(size.width() + self._gap for _, size in lines[-1]) - self._gap > width:
                lines[-2].append(lines[-1].pop(0))
        return lines


def _within(item: QLayoutItem, width: int) -> QSize:
    """The size an item asks for; where a line is narrower, the line's width, and as high as that makes it."""
    wanted = item.sizeHint()
    if wanted.width() <= width or not item.hasHeightForWidth():
        return wanted
    return QSize(width, item.heightForWidth(width))


def _height(line: list[_Placed]) -> int:
    return max(size.height() for _, size in line)
