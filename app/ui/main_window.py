"""The window: menus, status line, and which screen is shown.

It is shown empty, in its place and its colours, and furnished when it has been painted; screens are made when needed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from app.services.settings import Settings, SettingsRead
from app.ui.look.theme import Theme
from app.ui.window_settings import WindowSettings
from app.words import say

if TYPE_CHECKING:
    import datetime

    from app.ui.desk import Desk
    from app.ui.exporter_button import ExporterButton
    from app.ui.one_instance import OneInstance
    from app.ui.shipment_screen import ShipmentScreen
    from app.ui.shipments import Shipments
    from app.ui.start_screen import StartScreen
    from app.words import Language

_SMALLEST = (1024, 640)


class MainWindow(QMainWindow):
    """One window, one exporter, one shipment at a time."""

    painted = Signal()
    """The first paint is done."""
    furnished = Signal()
    """Menus, status line and start screen are there."""

    def __init__(self, folder: Path, read: SettingsRead, theme: Theme, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self.folder, self.theme, self.today = folder, theme, today
        self._set = WindowSettings(folder, read, theme)
        self._page = ""
        self._was_painted = self._is_furnished = False
        self.desk: Desk | None = None
        self.shipments: Shipments | None = None
        self.shipment_screen: ShipmentScreen | None = None
        self.exporter: ExporterButton | None = None
        self.instance: OneInstance | None = None
        self.setWindowTitle("Siap Ekspor")
        self.setMinimumSize(*_SMALLEST)
        self._set.place(self)

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self._set.now

    @property
    def start(self) -> StartScreen:
        """The start screen."""
        return self.first.start

    @property
    def language(self) -> Language:
        """The language of the screen."""
        return self.settings.language

    def furnish(self) -> None:
        """After the first paint: menus, status line, and the start screen, which waits for what it is to show. Once."""
        if self._is_furnished:
            return
        self._is_furnished = True
        from PySide6.QtWidgets import QStackedWidget

        from app.ui.first_screens import FirstScreens
        from app.ui.menus import Menus
        from app.ui.status_line import StatusLine

        self._was_told_of_loss = False
        self._set.speak()
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.first = FirstScreens(self)
        self.menus = Menus(self)
        self.status = StatusLine(self.settings.language)
        self.setStatusBar(self.status)
        self.furnished.emit()

    def begin(self) -> None:
        """After that: see that this is the only window, open the store, read the declarations. Once."""
        if self.instance is not None or not self._is_only():
            return
        self.furnish()
        from app.ui.desk import Desk
        from app.ui.session_end import SessionEnd
        from app.ui.shipments import Shipments

        self.desk = Desk(self.folder, self.settings.language, self.today)
        self.shipments = Shipments(self.desk, self.start, self.status)
        self.desk.opened.connect(self._on_opened)
        self.desk.trouble.connect(self.status.show_trouble)
        self.desk.status_changed.connect(self._on_status)
        self.desk.changed.connect(self.menus.renew)
        self.desk.program_ready.connect(self._on_program_ready)
        self.shipments.open_wanted.connect(self.desk.open)
        self.shipments.usable_changed.connect(self.menus.renew)
        self.session = SessionEnd(self)
        self._add_exporter_button()
        self.shipments.list()
        if self._set.problem is not None:
            self.status.say(self._set.problem.into(self.settings.language))

    def raise_up(self) -> None:
        """Come to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_list(self) -> None:
        """Back to the list of shipments; what was open is kept."""
        if self.desk is not None and self.shipments is not None:
            if self.shipment_screen is not None:
                self.shipment_screen.commit()
            self.desk.close_document()
            self._drop_shipment_screen()
            self.first.show_start()
            self.shipments.list()
            self.menus.renew()
            if self.exporter is not None:
                self.exporter.renew()

    def new_shipment(self) -> None:
        """The five questions."""
        if self.desk is None or self.shipments is None or self.desk.program is None:
            return
        can_keep = self.shipments.can_keep()
        self.show_list()
        if can_keep:
            self.first.show_questions(self.desk)

    def start_shipment(self, answers: object) -> None:
        """A new shipment from the answers to the five questions."""
        if self.shipments is not None:
            self.shipments.start_new(answers, self.settings.paper)

    def open_profile(self, exporter: str) -> None:
        """An exporter's profile, edited like a shipment."""
        if self.desk is not None:
            self.show_list()
            self.desk.open(exporter, profile=True)

    def open_sample(self, sample: str) -> None:
        """A sample as a copy that can be changed."""
        if self.shipments is not None:
            self.shipments.open_sample(sample)

    def ask_for_file(self) -> None:
        """Choose a shipment file to open as a copy."""
        self.first.ask_for_file()

    def open_file(self, path: str) -> None:
        """A shipment file as a copy in the list; one that is none is said to be none."""
        if self.shipments is not None:
            self.shipments.open_file(Path(path))

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting; language and English terms are seen when the screens are built anew."""
        self._set.change(name, value)
        self._keep_settings()
        if name in ("language", "english_terms"):
            self._rebuild()
        elif name == "text_size":
            self.menus.measure()

    def show_bug(self, number: str) -> None:
        """Say that one of our own mistakes happened, with its number in the log."""
        if self._is_furnished:
            self.status.show_bug(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the first paint is done."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, then go."""
        if self.shipment_screen is not None:
            self.shipment_screen.commit()
        if self._would_lose_something():
            event.ignore()
            return
        self._set.note_place(self)
        if self.desk is not None:
            self.desk.stop()
            self._keep_settings()
        if self.instance is not None:
            self.instance.stop()
        super().closeEvent(event)

    def _would_lose_something(self) -> bool:
        """Whether the open shipment cannot be kept; said once, and whoever closes again has been told."""
        editing = self.desk.editing if self.desk is not None else None
        if editing is None or editing.status.state != "failed" or self._was_told_of_loss:
            return False
        self._was_told_of_loss = True
        self.status.say(say("window.not_kept", self.settings.language))
        return True

    def _is_only(self) -> bool:
        """Whether this is the only window on its folder; where there is another, that one is raised and this closed."""
        from app.ui.one_instance import OneInstance

        self.instance = OneInstance(self.folder)
        self.instance.knocked.connect(self.raise_up)
        only = self.instance.is_first()
        if not only:
            self.close()
        return only

    def _keep_settings(self) -> None:
        from app.services.obstacle import Obstacle

        try:
            self._set.keep()
        except Obstacle as obstacle:
            self.status.say(obstacle.into(self.settings.language))

    def _rebuild(self) -> None:
        """Build every screen anew, in another language; the shipment stays open on its page."""
        document = self.desk.editing.id if self.desk is not None and self.desk.editing is not None else None
        draft = self.first.draft()
        self._page = self.shipment_screen.page_id if self.shipment_screen is not None else ""
        self.show_list()
        self.first.rebuild()
        self.menus.build()
        self.status.set_language(self.settings.language)
        if self.desk is not None and self.shipments is not None:
            self.desk.language = self.settings.language
            self._add_exporter_button()
            self.shipments.take(self.start)
            self.shipments.list()
            if document is not None:
                self.desk.open(document, profile=self.desk.is_profile, book=self.desk.book)
            elif draft is not None:
                self.first.resume(self.desk, draft)

    def _drop_shipment_screen(self) -> None:
        if self.shipment_screen is not None:
            self.stack.removeWidget(self.shipment_screen)
            self.shipment_screen.deleteLater()
            self.shipment_screen = None

    def _add_exporter_button(self) -> None:
        from app.ui.exporter_button import put_into

        if self.desk is not None and self.shipments is not None:
            # The menu bar does not keep its corner widget alive; the window does.
            self.exporter = put_into(self, self.desk, self.shipments)

    def _on_opened(self) -> None:
        from app.ui.shipment_screen import ShipmentScreen

        if self.desk is None:
            return
        self._drop_shipment_screen()
        screen = ShipmentScreen(self.desk, english=self.settings.english_terms)
        screen.list_wanted.connect(self.show_list)
        screen.remarked.connect(self._on_remarked)
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self.shipment_screen = screen
        screen.begin(self._page)
        self._page = ""
        self.menus.renew()
        self._on_status()

    def _on_program_ready(self) -> None:
        self.menus.renew()
        if self.shipments is not None:
            self.shipments.draw_sample()

    def _on_status(self) -> None:
        if self.desk is not None and self.desk.editing is not None:
            done = self.shipment_screen.tasks.done() if self.shipment_screen is not None else None
            self.status.show_saved(self.desk.editing.status, done)
        self.menus.renew()

    def _on_remarked(self, sentence: str) -> None:
        if sentence:
            self.status.say(sentence)
        else:
            self._on_status()
