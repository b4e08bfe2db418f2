"""The menus: every action with its shortcut, and a mnemonic that is unique in its menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from app.ui.book_keys import KEYS as BOOK_KEYS
from app.ui.grid_keys import KEYS
from app.ui.look.scale import HIT, next_factor, px
from app.ui.problem_view import NEEDED
from app.words import say

if TYPE_CHECKING:
    from app.ui.book_ways import BookWays
    from app.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey | str | None
_LANGUAGES = {"id": "window.language_id", "en": "window.language_en"}
_SHEETS = {"A4": "window.paper_a4", "F4": "window.paper_f4", "LETTER": "window.paper_letter"}
_LOOKS = {"system": "window.look_system", "light": "window.look_light", "dark": "window.look_dark"}
_WHERE_OPEN = ("all", "needed", "review", "documents", "next_problem", "last_problem", "task_up", "task_down")
"""What is done with whatever is open."""


class Menus(QObject):
    """Builds the menu bar of a window and keeps it true."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.actions: dict[str, QAction] = {}
        self._shown: list[QMenu] = []
        self._books: BookWays | None = None
        self.measure()
        self.build()

    def measure(self) -> None:
        """Make the bar as high before the exporter's button stands in it as after, at the text size of now."""
        self.window.menuBar().setFixedHeight(px(HIT))

    def build(self) -> None:
        """Build all menus in the language of now."""
        bar = self.window.menuBar()
        bar.clear()
        for old in self._shown:
            # A bar that is cleared keeps its menus.
            old.deleteLater()
        self._shown.clear()
        self.actions.clear()
        self._build_shipment()
        self._build_edit()
        kept = self._menu("menu_books")
        for name, keys in BOOK_KEYS.items():
            self._add(kept, name, self._on_book_command, keys).setObjectName(name)
        self._build_documents()
        self._build_view()
        self.renew()

    def _build_shipment(self) -> None:
        window, menu = self.window, self._menu("menu_shipment")
        self._add(menu, "new", window.new_shipment, QKeySequence.StandardKey.New)
        self._add(menu, "open", window.ask_for_file, QKeySequence.StandardKey.Open)
        self.samples = menu.addMenu(say("window.do_sample", window.settings.language))
        self.samples.triggered.connect(self._on_sample)
        menu.addSeparator()
        self._add(menu, "all", window.show_list, "Ctrl+L")
        self._add(menu, "backups", self._on_backups, "Ctrl+Shift+B")
        self._add(menu, "copy_backup", self._on_copy_backup, "Ctrl+Shift+S")
        self._add(menu, "register", self._on_register, "Ctrl+Shift+E")
        menu.addSeparator()
        settings = menu.addMenu(say("window.do_settings", window.settings.language))
        self._choices(settings, "language", _LANGUAGES, window.settings.language)
        self._choices(settings, "paper", _SHEETS, window.settings.paper)
        self._add(menu, "quit", window.close, "Ctrl+Q")

    def _build_edit(self) -> None:
        menu = self._menu("menu_edit")
        self._add(menu, "undo", self._on_undo, QKeySequence.StandardKey.Undo)
        self._add(menu, "redo", self._on_redo, QKeySequence.StandardKey.Redo)
        menu.addSeparator()
        for name, keys in KEYS.items():
            self._add_for_grid(menu, name, keys)
        menu.addSeparator()
        self._add(menu, "find_hs", self._on_find_hs, "Ctrl+K")
        self._add(menu, "lists", self._on_lists, "Ctrl+Shift+K")

    def _build_documents(self) -> None:
        menu = self._menu("menu_documents")
        self._add(menu, "needed", self._on_needed, "Ctrl+Shift+D")
        self._add(menu, "review", self._on_review, "F5")
        self._add(menu, "documents", self._on_documents, "Ctrl+D")
        self._add(menu, "changes", self._on_changes, "Ctrl+Shift+U")
        menu.addSeparator()
        self._add(menu, "next_problem", self._on_next_problem, "F8")
        self._add(menu, "last_problem", self._on_last_problem, "Shift+F8")
        self._add(menu, "accept", self._on_accept, "Ctrl+Shift+T")
        self._add(menu, "task_up", self._on_task_up, "Ctrl+PgUp")
        self._add(menu, "task_down", self._on_task_down, "Ctrl+PgDown")

    def _build_view(self) -> None:
        menu, settings = self._menu("menu_view"), self.window.settings
        self._add(menu, "larger", self._on_larger, QKeySequence.StandardKey.ZoomIn)
        self._add(menu, "smaller", self._on_smaller, QKeySequence.StandardKey.ZoomOut)
        self._choices(menu, "look", _LOOKS, settings.look)
        self._add(menu, "english", self._on_english).setCheckable(True)
        self.actions["english"].setChecked(settings.english_terms)

    def renew(self) -> None:
        """Enable what can be done now, and name the steps back and forth."""
        window = self.window
        editing = window.desk.editing if window.desk is not None else None
        ready = window.desk is not None and window.desk.program is not None
        for name in ("backups", "copy_backup", "register", "lists"):
            self.actions[name].setEnabled(ready)
        self._renew_beginnings(ready=ready)
        if ready and self.samples.isEmpty():
            self._add_samples()
        for name in (*_WHERE_OPEN, *KEYS):
            self.actions[name].setEnabled(editing is not None)
        is_shipment = window.desk is not None and editing is not None and not window.desk.is_profile
        for name in ("find_hs", "accept", "changes"):
            self.actions[name].setEnabled(is_shipment)
        if is_shipment and window.shipment_screen is not None:
            self.books()
        for name in BOOK_KEYS:
            self.actions[name].setEnabled(is_shipment if name.endswith("_entry") else ready)
        steps = (editing.undo_step, editing.redo_step) if editing is not None else (None, None)
        for name, step in zip(("undo", "redo"), steps, strict=True):
            text = say(f"window.do_{name}", window.settings.language)
            self.actions[name].setText(f"{text} {step.into(window.settings.language)}" if step else text)
            self.actions[name].setEnabled(step is not None)

    def _renew_beginnings(self, *, ready: bool) -> None:
        """What begins a shipment leads nowhere while nothing can be kept; the tool tip says why that is so."""
        reason = self.window.shipments.unusable if self.window.shipments is not None else ""
        for action in (self.actions["new"], self.actions["open"], self.samples.menuAction()):
            action.setEnabled(ready and not reason)
            action.setToolTip(reason)

    def _menu(self, name: str) -> QMenu:
        menu = self.window.menuBar().addMenu(say(f"window.{name}", self.window.settings.language))
        menu.setToolTipsVisible(True)
        self._shown.append(menu)
        return menu

    def _add(self, menu: QMenu, name: str, act: Callable[..., object], keys: Keys = None) -> QAction:
        action = menu.addAction(say(f"window.do_{name}", self.window.settings.language))
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        self.actions[name] = action
        return action

    def _add_for_grid(self, menu: QMenu, name: str, keys: Keys) -> None:
        """A command of the grid. Its key is shown here and works there: elsewhere it means other things."""
        action = self._add(menu, name, self._on_grid_command, keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setObjectName(name)

    def _add_samples(self) -> None:
        # Only when there is a program that could open them: their names are not worth the first paint's time.
        from app.services.samples import sample_titles

        for sample, title in sample_titles().items():
            self.samples.addAction(title.into(self.window.settings.language)).setData(sample)

    def _choices(self, menu: QMenu, setting: str, values: Mapping[str, str], current: str) -> None:
        inner = menu.addMenu(say(f"window.do_{setting}", self.window.settings.language))
        group = QActionGroup(inner)
        for value, wording in values.items():
            action = inner.addAction(say(wording, self.window.settings.language))
            action.setCheckable(True)
            action.setChecked(value == current)
            action.setData((setting, value))
            group.addAction(action)
        inner.triggered.connect(self._on_setting)

    def _on_sample(self, action: QAction) -> None:
        self.window.open_sample(str(action.data()))

    def _on_grid_command(self) -> None:
        action = self.sender()
        screen = self.window.shipment_screen
        if isinstance(action, QAction) and screen is not None:
            from app.ui.grid_reach import do_in_grid  # pages are not there before the first paint

            do_in_grid(screen, action.objectName())

    def _on_book_command(self) -> None:
        action = self.sender()
        books = self.books()
        if isinstance(action, QAction) and books is not None:
            name = action.objectName()
            commands = {"take_entry": books.take, "keep_entry": books.keep}
            commands.get(name, partial(books.look, name))()

    def books(self) -> BookWays | None:
        """The ways to the books, made when the first shipment or book is opened."""
        desk = self.window.desk
        if self._books is None and desk is not None and desk.program is not None:
            from app.ui.book_ways import BookWays  # pages are not there before the first paint

            self._books = BookWays(self.window, desk)
        return self._books

    def _on_setting(self, action: QAction) -> None:
        setting, value = action.data()
        self.window.set_setting(setting, value)

    def _on_backups(self) -> None:
        self.window.show_list()
        if self.window.shipments is not None:
            self.window.shipments.show_backups()

    def _on_copy_backup(self) -> None:
        if self.window.shipments is not None:
            self.window.shipments.backups.copies.choose()

    def _on_register(self) -> None:
        if self.window.shipments is not None:
            self.window.shipments.register.make()

    def _on_undo(self) -> None:
        if self.window.shipment_screen is not None:
            # What is being typed is the last step.
            self.window.shipment_screen.commit()
        if self.window.desk is not None and self.window.desk.editing is not None:
            self.window.desk.editing.undo()

    def _on_redo(self) -> None:
        if self.window.desk is not None and self.window.desk.editing is not None:
            self.window.desk.editing.redo()

    def _on_find_hs(self) -> None:
        if self.window.shipment_screen is not None:
            from app.ui.hs_finding import find_hs

            find_hs(self.window.shipment_screen)

    def _on_accept(self) -> None:
        if self.window.shipment_screen is not None:
            from app.ui.accepting_shown import ask_reason

            ask_reason(self.window.shipment_screen)

    def _on_lists(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.commit()
        self.window.first.show_lists(self.window.desk)

    def _on_review(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.review()

    def _on_needed(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.show_page(NEEDED)

    def _on_documents(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.show_documents()

    def _on_changes(self) -> None:
        if self.window.shipment_screen is not None:
            from app.ui.documents_page import show_changes

            show_changes(self.window.shipment_screen)

    def _on_next_problem(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.problems.walk(1)

    def _on_last_problem(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.problems.walk(-1)

    def _on_task_up(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.step_task(-1)

    def _on_task_down(self) -> None:
        if self.window.shipment_screen is not None:
            self.window.shipment_screen.step_task(1)

    def _on_larger(self) -> None:
        self.window.set_setting("text_size", round(next_factor(1) * 100))

    def _on_smaller(self) -> None:
        self.window.set_setting("text_size", round(next_factor(-1) * 100))

    def _on_english(self, shown: bool) -> None:
        self.window.set_setting("english_terms", shown)
