"""What one sees while no shipment is open: the start screen and its menus, and the five questions of a new shipment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from app.ui.file_drop import FileDrop
from app.ui.start_screen import StartScreen
from app.words import say

if TYPE_CHECKING:
    from app.ui.desk import Desk
    from app.ui.lists_dialog import ListsDialog
    from app.ui.main_window import MainWindow
    from app.ui.new_shipment_screen import Draft, NewShipmentScreen

_FIRST_SAMPLE = "footwear_rotterdam"
"""What *Buka contoh* opens: the same that is drawn beside the welcome."""


class FirstScreens(QObject):
    """The start screen, and the questions once they were asked for. They stand in the window's stack."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.questions: NewShipmentScreen | None = None
        self.lists: ListsDialog | None = None
        self.start = self._made_start()
        self.start.show_waiting()
        # Wherever one is: a shipment that is open is kept, and the file opened as another.
        self.drop = FileDrop(window.stack, say("start.drop", window.language))
        self.drop.dropped.connect(window.open_file)

    def show_start(self) -> None:
        """Show the start screen."""
        self.window.stack.setCurrentWidget(self.start)

    def show_questions(self, desk: Desk) -> None:
        """Ask the five questions, from the first on."""
        if self.questions is None:
            self.questions = self._made_questions(desk)
        self.questions.begin()
        self.window.stack.setCurrentWidget(self.questions)
        self.window.status.show_beginning()

    def draft(self) -> Draft | None:
        """What the five questions say, where they are shown."""
        asking = self.questions is not None and self.window.stack.currentWidget() is self.questions
        return self.questions.draft() if asking and self.questions is not None else None

    def resume(self, desk: Desk, draft: Draft) -> None:
        """Ask the five questions with what was answered in another language."""
        self.show_questions(desk)
        if self.questions is not None:
            self.questions.resume(draft)

    def rebuild(self) -> None:
        """Build them anew, in another language; the start screen is shown."""
        self.drop.speak(say("start.drop", self.window.language))
        old: tuple[StartScreen | NewShipmentScreen | None, ...] = (self.start, self.questions)
        self.start, self.questions = self._made_start(), None
        self.show_start()
        for screen in old:
            if screen is not None:
                self.window.stack.removeWidget(screen)
                screen.deleteLater()

    def ask_for_file(self) -> None:
        """Choose a shipment file to open as a copy."""
        language = self.window.language
        dialog = QFileDialog(self.window, say("window.open_file", language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{say('window.shipment_files', language)} (*.ekspor)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.window.open_file)
        dialog.open()

    def show_lists(self, desk: Desk | None) -> None:
        """Open the window of code lists, once there is a program."""
        if desk is None or desk.program is None:
            return
        from app.ui.lists_dialog import ListsDialog

        self.lists = ListsDialog(desk, self.window)
        self.lists.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lists.finished.connect(self._on_lists_closed)
        self.lists.open()

    def choose_sample(self, at: QPoint) -> None:
        """Offer the six samples in a menu."""
        from app.services.samples import sample_titles

        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sample, title in sample_titles().items():
            menu.addAction(title.into(self.window.language)).setData(sample)
        menu.triggered.connect(self._on_sample_chosen)
        menu.popup(at)

    def _made_start(self) -> StartScreen:
        window, settings = self.window, self.window.settings
        start = StartScreen(settings.language, settings.paper, settings.role)
        start.new_wanted.connect(window.new_shipment)
        start.sample_wanted.connect(self._on_first_sample)
        start.samples_wanted.connect(self.choose_sample)
        start.open_file_wanted.connect(window.ask_for_file)
        start.recent_wanted.connect(window.open_file)
        start.language_chosen.connect(self._on_language_chosen)
        start.paper_chosen.connect(self._on_paper_chosen)
        start.role_chosen.connect(self._on_role_chosen)
        window.stack.insertWidget(0, start)
        return start

    def _made_questions(self, desk: Desk) -> NewShipmentScreen:
        from app.ui.new_shipment_screen import NewShipmentScreen
        from app.ui.papers_ahead import PapersAhead

        ahead = PapersAhead(desk)
        screen = NewShipmentScreen(self.window.language, desk.codes(lambda lists: lists.countries), ahead)
        screen.answered.connect(ahead.show_answers)
        screen.show_english(shown=self.window.settings.english_terms)
        screen.started.connect(self.window.start_shipment)
        screen.cancelled.connect(self.window.show_list)
        self.window.stack.addWidget(screen)
        return screen

    def _on_lists_closed(self, _: int) -> None:
        self.lists = None

    def _on_first_sample(self) -> None:
        self.window.open_sample(_FIRST_SAMPLE)

    def _on_sample_chosen(self, action: object) -> None:
        self.window.open_sample(str(action.data()))  # type: ignore[attr-defined]  # Qt passes a QAction

    def _on_language_chosen(self, language: str) -> None:
        self.window.set_setting("language", language)

    def _on_paper_chosen(self, paper: str) -> None:
        self.window.set_setting("paper", paper)

    def _on_role_chosen(self, role: str) -> None:
        self.window.set_setting("role", role)
