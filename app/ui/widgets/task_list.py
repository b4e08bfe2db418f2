"""The tasks of a shipment in groups: one row a task, its state in words and shape. Any order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import HIT, QUIET, px
from app.ui.widgets import painting
from app.ui.widgets.painting import RIGHT, Ink
from app.ui.widgets.row_list import Index, Row, RowList, value_at
from app.ui.widgets.states import State
from app.words import Language

_HEAD, _CLOSE_HEAD = 30, 24
_SIDE, _ICON = 16, 18


class Task(NamedTuple):
    """One row: a page one can go to."""

    id: str
    title: str
    state: State | None = None
    """None for a page that is never done, such as Periksa; ``icon`` stands there instead."""
    icon: str = ""


class TaskGroup(NamedTuple):
    """Tasks under a heading."""

    title: str
    tasks: Sequence[Task]


class TaskList(RowList):
    """The list at the left. Arrows move the ring, Enter or a click opens; the bar stands at the page now open."""

    opened = Signal(str)
    """The person wants the page of a task; its id."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language: Language = language
        self.current = ""
        self.head = _HEAD
        self.paint_with(_Delegate(self))
        self.taken.connect(self._on_taken)

    def show_groups(self, groups: Sequence[TaskGroup]) -> None:
        """Show these tasks; the ring stays where it was."""
        rows: list[Row] = []
        for group in groups:
            rows.append(Row(group.title, group.title, usable=False))
            rows.extend(Row(task, self._spoken(task)) for task in group.tasks)
        self.rows.replace(rows)
        self.set_current(self.current)

    def set_current(self, task_id: str) -> None:
        """Say which page is open; the ring goes there too."""
        self.current = task_id
        self.go_to(next((task for task in self._tasks() if task.id == task_id), None))
        self.viewport().update()

    def set_close(self, close: bool) -> None:
        """Put the headings closer, for a low window."""
        self.head = _CLOSE_HEAD if close else _HEAD
        self.remeasure()

    def beside(self, task_id: str, step: int) -> str | None:
        """The id of the task ``step`` rows from ``task_id``, over headings; None beyond the ends."""
        ids = [task.id for task in self._tasks()]
        at = ids.index(task_id) + step if task_id in ids else -1
        return ids[at] if 0 <= at < len(ids) else None

    def height_of_all(self) -> int:
        """How high the list has to be so that it need not scroll."""
        return sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the side, then the rows."""
        QPainter(self.viewport()).fillRect(event.rect(), colour("side"))
        super().paintEvent(event)

    def _tasks(self) -> list[Task]:
        return [row.value for row in self.rows.rows if isinstance(row.value, Task)]

    def _spoken(self, task: Task) -> str:
        return f"{task.title}, {task.state.word(self.language)}" if task.state else task.title

    def _on_taken(self, task: object) -> None:
        if isinstance(task, Task):
            self.opened.emit(task.id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tasks = option.widget
        head = tasks.head if isinstance(tasks, TaskList) else _HEAD
        return QSize(0, px(HIT if isinstance(value_at(index), Task) else head))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tasks, value, row = option.widget, value_at(index), QRectF(option.rect)
        if not isinstance(tasks, TaskList):
            return
        painting.begin(painter)
        if isinstance(value, Task):
            self._paint_ground(painter, option, value.id == tasks.current)
            self._paint_task(painter, row, value, tasks)
        else:
            words = row.adjusted(px(_SIDE), row.height() - px(22), -px(_SIDE), -2)
            painting.write(painter, words, str(value), Ink(QUIET, "quiet"))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, current: bool) -> None:
        row = QRectF(option.rect)
        plate = row.adjusted(px(8), 1, -px(8), -1)
        if current:
            painting.fill(painter, plate, "surface")
            painting.bar(painter, row.adjusted(px(8), 0, 0, 0))
        elif painting.is_hovered(option):
            painting.fill(painter, plate, "press" if _is_pressed() else "hover")
        if painting.has_focus(option):
            painting.ring(painter, plate)

    def _paint_task(self, painter: QPainter, row: QRectF, task: Task, tasks: TaskList) -> None:
        place = QRectF(row.left() + px(_SIDE) + px(2), row.top(), px(_ICON), row.height())
        name, tone = (task.state.value, task.state.ink) if task.state else (task.icon, "quiet")
        if name:
            painting.draw_icon(painter, place, name, tone, _ICON)
        title = row.adjusted(place.right() + px(8) - row.left(), 0, -px(_SIDE), 0)
        ink = Ink(strong=task.id == tasks.current)
        if task.state:
            word, said = Ink(QUIET, task.state.tone, side=RIGHT), task.state.word(tasks.language)
            room = painting.width(said, word) + 1 + px(4)
            # Where a font is too wide for both, the title stays whole: the shape says the state too.
            if painting.width(task.title, ink) <= title.width() - room:
                painting.write(painter, title, said, word)
                title.setRight(title.right() - room)
        painting.write(painter, title, task.title, ink)


def _is_pressed() -> bool:
    return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
