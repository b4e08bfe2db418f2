"""Somebody at the keyboard of the real window: goes to fields, types, chooses, waits until it is on the disk.

Knows what a person sees and where the keyboard is; reads the shipment only to wait for it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.shipment import Shipment
from app.services.editing import Editing
from app.services.settings import read_settings
from app.ui.desk import Desk
from app.ui.grid_block import GridBlock
from app.ui.grid_view import GridView
from app.ui.list_block import ListBlock
from app.ui.look.theme import Theme
from app.ui.main_window import MainWindow
from app.ui.page_view import PageView
from app.ui.question import Question
from app.ui.shipment_screen import ShipmentScreen
from app.ui.widgets.choices import Choices
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.combo import Combo
from app.ui.widgets.problem_list import Remark
from app.ui.widgets.row_list import RowList
from app.ui.widgets.shipment_table import ShipmentRow
from tests.conftest import TODAY
from tests.ui.hands import click, press, type_into
from tests.ui.window.entering import choose, compose

PAGES = (
    *("exporter", "buyer", "references", "goods", "packing", "transport", "containers", "delivery", "payment"),
    *("needed", "review", "documents"),
)
"""Every page of a shipment that goes by sea in a full container, in order."""
PATIENCE = 20_000
"""Milliseconds until a test gives up; nothing takes as long."""
_STOPS = 120
"""More Tab stops than any page has."""


class Person:
    """One person, one window."""

    def __init__(self, qtbot: QtBot, folder: Path, theme: Theme) -> None:
        self.qtbot, self.folder, self.theme = qtbot, folder, theme
        # A window goes as Qt lets it go, after the test, and not whenever Python's garbage is collected.
        self._closed: list[MainWindow] = []
        self.window = self._opened()

    @property
    def desk(self) -> Desk:
        """What all screens share."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def editing(self) -> Editing:
        """The shipment that is open."""
        assert self.desk.editing is not None
        return self.desk.editing

    @property
    def shipment(self) -> Shipment:
        """Its answers now."""
        return self.editing.value

    @property
    def screen(self) -> ShipmentScreen:
        """The screen of the open shipment."""
        assert self.window.shipment_screen is not None
        return self.window.shipment_screen

    @property
    def page(self) -> PageView:
        """The page of questions that is shown."""
        view = self.screen.view()
        assert isinstance(view, PageView)
        return view

    @property
    def grid(self) -> GridBlock:
        """The grid of the page."""
        assert self.page.grid is not None
        return self.page.grid

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def begin(self) -> None:
        """The window's start after its first paint, until the start screen says something."""
        self.window.begin()
        self.wait(lambda: self.desk.program is not None and self.window.status.left.text())

    def restart(self) -> None:
        """Close the window and open the program again."""
        self.window.close()
        self._closed.append(self.window)
        self.window = self._opened()
        self.begin()

    def saved(self) -> None:
        """Wait until everything is on the disk."""
        self.wait(lambda: self.editing.status.state == "saved")

    def checked(self) -> None:
        """Wait until the problems are those of the shipment as it is now."""
        self.desk.problems = ()
        # The first answer may be to a check that was under way before.
        for _ in range(2):
            with self.qtbot.waitSignal(self.desk.problems_changed, timeout=PATIENCE):
                self.desk.check()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        press(in_focus(), key, modifiers)
        settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is; a cell of a grid opens its editor with the first letter."""
        for n, line in enumerate(text.split("\n")):
            if n:
                press(in_focus(), Qt.Key.Key_Return)
            if line.isascii():
                type_into(in_focus(), line[:1])
                type_into(in_focus(), line[1:])
            else:
                compose(in_focus(), line)

    def turn_to(self, page: str) -> None:
        """Open a task of the list at the left, by Enter."""
        tasks = self.screen.tasks.list
        row = next(row.value for row in tasks.rows.rows if getattr(row.value, "id", "") == page)
        tasks.go_to(row)
        press(tasks, Qt.Key.Key_Return)
        assert self.screen.page_id == page
        settle()

    def open(self, document: str) -> None:
        """Open a shipment of the list."""
        with self.qtbot.waitSignal(self.desk.opened, timeout=PATIENCE):
            self.desk.open(document)
        settle()

    def sample(self, name: str) -> None:
        """Open a sample as a copy."""
        with self.qtbot.waitSignal(self.desk.opened, timeout=PATIENCE):
            self.window.open_sample(name)
        settle()

    def question(self, path: str) -> Question:
        """What is asked at a path on this page."""
        found = self.page.question(path)
        assert found is not None, f"{path} is not asked on page {self.screen.page_id}"
        return found

    def tab_to(self, path: str) -> Question:
        """Press Tab until the keyboard is in the field of a path."""
        for _ in range(_STOPS):
            question = self.question(path)
            if question.editor.isAncestorOf(in_focus()) or in_focus() is question.editor:
                return question
            if isinstance(in_focus(), GridView):
                self.press(Qt.Key.Key_Escape)
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {path}")

    def answer(self, path: str, text: str) -> None:
        """Go to a field by Tab, answer it as one types or chooses, and leave it."""
        editor = self.tab_to(path).editor
        if isinstance(editor, CodeEdit):
            self.type(text)
            self.press(Qt.Key.Key_Return)
        elif isinstance(editor, Choices):
            click(next(button for button in editor.buttons() if button.text() == text))
        elif isinstance(editor, Combo):
            choose(editor, text)
        else:
            press(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.type(text)
        self.press(Qt.Key.Key_Tab)

    def add_row(self, list_path: str) -> str:
        """Press a list's button for a new row; gives the row's path."""
        block = self.list_at(list_path)
        click(block.add_button)
        settle()
        rows = block.rows()
        assert rows
        return f"{list_path}.{rows[-1].id}"

    def list_at(self, list_path: str) -> ListBlock:
        """A list of the page, or of the row one is on."""
        lists = [*self.page.lists, *(self.page.grid.lists if self.page.grid else ())]
        found: ListBlock = next(block for block in lists if block.list_path == list_path)
        return found

    def listed(self) -> list[ShipmentRow]:
        """The shipments that the start screen shows, or its bin where that is shown."""
        shown = [table for table in self.window.start.findChildren(RowList) if table.isVisible()]
        return [row.value for table in shown for row in table.rows.rows if isinstance(row.value, ShipmentRow)]

    def menu_of(self, document: object, word: str) -> None:
        """Take an entry of a listed shipment's menu, opened by the menu key."""
        table = self._table()
        table.go_to(next(row for row in self.listed() if row.id == document))
        table.setFocus()
        QApplication.sendEvent(
            table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, table.rect().center(), table.pos())
        )
        self.take_from_menu(word)

    def take_from_menu(self, word: str) -> None:
        """Take an entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text() == word)
        click(menu, menu.actionGeometry(action).center())
        self.come_back()

    def come_back(self) -> None:
        """The window has the keyboard again after a menu or a dialog; the display of the tests forgets to say so."""
        settle()
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            settle()

    def button(self, word: str) -> QPushButton:
        """The one button with this word that can be seen."""
        (found,) = [button for button in self.buttons() if button.text() == word]
        return found

    def buttons(self) -> list[QPushButton]:
        """All buttons that can be seen."""
        return [button for button in self.window.findChildren(QPushButton) if button.isVisible()]

    def problems(self) -> list[Remark]:
        """The rows of the list under the page."""
        return [row.value for row in self.screen.problems.list.rows.rows if isinstance(row.value, Remark)]

    def power_cut(self, folder: Path) -> Person:
        """The program as it starts again after its machine was switched off at this moment: on a copy of the disk."""
        assert self.desk.storage.flush(PATIENCE / 1000)
        shutil.copytree(self.folder, folder)
        other = Person(self.qtbot, folder, self.theme)
        other.begin()
        return other

    def _stays(self, _window: QWidget) -> None:
        """The list of windows to close holds them weakly; by this it holds the person, whose window it is."""

    def _table(self) -> RowList:
        shown = (table for table in self.window.start.findChildren(RowList) if table.isVisible())
        return next(table for table in shown if any(isinstance(r.value, ShipmentRow) for r in table.rows.rows))

    def _opened(self) -> MainWindow:
        window = MainWindow(self.folder, read_settings(self.folder), self.theme, lambda: TODAY)
        self.qtbot.addWidget(window, before_close_func=self._stays)
        window.resize(1366, 706)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window


def in_focus() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def settle() -> None:
    """Let everything run that is due now: rebuilt pages, layouts, widgets that go."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What a timer did last asked for a layout, which would come in the next round.
    QCoreApplication.sendPostedEvents()
