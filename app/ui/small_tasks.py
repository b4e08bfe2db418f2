"""The tasks in a window too narrow for their pane: the way back, and a button that counts them and lists them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.ui.look.scale import px
from app.ui.task_pane import TaskPane
from app.ui.widgets.buttons import icon_button, literal, normal
from app.words import Language, say


class SmallTasks(QWidget):
    """Stands before the tabs."""

    back_wanted = Signal()
    opened = Signal(str)

    def __init__(self, language: Language, tasks: TaskPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._tasks = tasks
        self.back = icon_button(say("window.all_shipments", language), "back")
        self.button = normal("", "down")
        self.back.clicked.connect(self.back_wanted)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, px(8), 0)
        row.addWidget(self.back)
        row.addWidget(self.button)

    def renew(self) -> None:
        """Count again."""
        done, count = self._tasks.done()
        self.button.setText(say("window.tasks_done", self._language, done=str(done), all=str(count)))

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for page_id, title in self._tasks.titles():
            menu.addAction(literal(title)).setData(page_id)
        menu.triggered.connect(self._on_action)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _on_action(self, action: QAction) -> None:
        self.opened.emit(action.data())
