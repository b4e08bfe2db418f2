"""The list under a code field: code, name with the match in semibold, note; a foot with the list's date."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import MESSAGE, QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.code_search import CodeEntry
from app.ui.widgets.painting import RIGHT, Ink

Index = QModelIndex | QPersistentModelIndex

_SHADOW = 8
_ROW, _FOOT, _SIDE = 36, 34, 14
_MOST_ROWS = 7
_LEAST = 320
"""A list is this wide at least, however narrow its field: names stand in it."""
_NO_PARENT = QModelIndex()


class CodePopup(QWidget):
    """A list that never takes the focus: the field keeps it and says which row is meant."""

    taken = Signal(object)
    """The person clicked an entry; the entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._foot = ""
        self._model = _Model(self)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._on_clicked)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def offer(self, entries: Sequence[CodeEntry], typed: str, foot: str, current: str) -> None:
        """Show ``entries`` with ``typed`` standing out, and begin at ``current``, or at the first where something was
        typed: whoever only looked into the list must not leave with its first entry.
        """
        self._foot = foot
        self._model.offer(entries, typed)
        row = next((i for i, entry in enumerate(entries) if entry.code == current), 0 if typed else -1)
        self.view.setCurrentIndex(self._model.index(row, 0))
        self.setAccessibleName(foot)
        self.update()

    def entry(self) -> CodeEntry | None:
        """The entry that Enter would take."""
        return self._model.entry(self.view.currentIndex().row())

    def step(self, steps: int) -> None:
        """Go ``steps`` rows down, staying in the list."""
        last = self._model.rowCount() - 1
        row = min(max(self.view.currentIndex().row() + steps, 0), max(last, 0))
        self.view.setCurrentIndex(self._model.index(row, 0))

    def show_under(self, field: QWidget) -> None:
        """Stand under ``field``, or over it where there is more room, inside its window."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        origin = field.mapTo(window, field.rect().topLeft())
        below = window.height() - origin.y() - field.height()
        above = origin.y()
        wanted = min(self._model.rowCount(), _MOST_ROWS) * px(_ROW) + px(_FOOT) + 2
        over = below < wanted + _SHADOW and above > below
        height = min(wanted, max((above if over else below) - _SHADOW, px(_ROW) + px(_FOOT) + 2))
        top = origin.y() - height - 2 if over else origin.y() + field.height() + 2
        said = ceil(painting.width(self._foot, Ink(QUIET))) + 2 * px(_SIDE)
        width = min(max(field.width(), px(_LEAST), said), window.width() - 2 * _SHADOW)
        left = max(min(origin.x(), window.width() - width - _SHADOW), _SHADOW)
        frame = QRect(left, top, width, height)
        self.setGeometry(frame.adjusted(-_SHADOW, 0, _SHADOW, _SHADOW))
        self.view.setGeometry(_SHADOW + 1, 1, frame.width() - 2, height - px(_FOOT) - 2)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, frame, foot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(_SHADOW, 0, -_SHADOW, -_SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 6))
        for i in range(_SHADOW):
            shade = frame.adjusted(i - _SHADOW, 0, _SHADOW - i, _SHADOW - i)
            painter.drawRoundedRect(shade, _SHADOW, _SHADOW)
        painter.setPen(QPen(colour("edge"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        foot = QRectF(frame.left() + 1, frame.bottom() - px(_FOOT) - 1, frame.width() - 2, px(_FOOT))
        painter.fillRect(QRectF(foot.left(), foot.top(), foot.width(), 1), colour("line"))
        words = foot.adjusted(px(_SIDE) - 1, 0, -px(_SIDE), 0)
        painting.write(painter, words, self._foot, Ink(QUIET, "quiet"))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self._model.entry(index.row()))


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: Sequence[CodeEntry] = ()
        self.typed = ""

    def offer(self, entries: Sequence[CodeEntry], typed: str) -> None:
        self.beginResetModel()
        self._entries, self.typed = entries, typed
        self.endResetModel()

    def entry(self, row: int) -> CodeEntry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        return entry.shown if entry and role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        entry = model.entry(index.row()) if isinstance(model, _Model) else None
        view = option.widget
        if entry is None or not isinstance(model, _Model) or not isinstance(view, QListView):
            return
        row = QRectF(option.rect)
        painting.begin(painter)
        if index == view.currentIndex():
            painter.fillRect(row, colour("soft"))
            painting.bar(painter, row)
        elif painting.is_hovered(option):
            painter.fillRect(row, colour("hover"))
        self._paint_entry(painter, row, entry, model.typed)
        painter.restore()

    def _paint_entry(self, painter: QPainter, row: QRectF, entry: CodeEntry, typed: str) -> None:
        side = px(_SIDE) - 1
        code, note = Ink(MESSAGE, "quiet"), Ink(MESSAGE, "quiet", side=RIGHT)
        left = row.left() + side + max(px(64), round(painting.width(entry.code, code)) + px(12))
        right = row.right() - side
        painting.write(painter, QRectF(row.left() + side, row.top(), left, row.height()), entry.code, code)
        room = min(painting.width(entry.note, note) + 2, (right - left) / 2) if entry.note else 0.0
        painting.write(painter, QRectF(right - room, row.top(), room, row.height()), entry.note, note)
        title = QRectF(left, row.top(), right - room - px(12) * bool(room) - left, row.height())
        _write_found(painter, title, entry.title, typed)


def _write_found(painter: QPainter, rect: QRectF, text: str, typed: str) -> None:
    """Write a title with the first place of what was typed in semibold."""
    at, end = found_at(text, typed)
    for part, strong in ((text[:at], False), (text[at:end], True), (text[end:], False)):
        ink = Ink(strong=strong)
        painting.write(painter, rect, part, ink)
        rect = rect.adjusted(min(painting.width(part, ink), rect.width()), 0, 0, 0)


def found_at(text: str, typed: str) -> tuple[int, int]:
    """Where in ``text`` stands what was typed, with or without accents and capitals; (0, 0) where it does not.

    >>> found_at("Bandara São Paulo", "sao")
    (8, 11)
    """
    wanted = _bare(typed).strip()
    letters = [(at, bare) for at, letter in enumerate(text) for bare in _bare(letter)]
    at = "".join(bare for _, bare in letters).find(wanted) if wanted else -1
    return (letters[at][0], letters[at + len(wanted) - 1][0] + 1) if at >= 0 else (0, 0)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
