"""The window: menus, status line, and which screen is shown. Knows screens; the heavy ones are made when needed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QStackedWidget

from app.services.settings import SettingsRead, write_settings
from app.ui.look.scale import px
from app.ui.look.theme import Theme
from app.ui.menus import Menus
from app.ui.one_instance import OneInstance
from app.ui.start_screen import StartScreen
from app.ui.status_line import StatusLine
from app.words import Language, say

if TYPE_CHECKING:
    from app.ui.desk import Desk
    from app.ui.exporter_button import ExporterButton
    from app.ui.new_shipment_screen import NewShipmentScreen
    from app.ui.shipment_screen import ShipmentScreen
    from app.ui.shipments import Shipments
    from app.ui.widgets.code_list import ListWords
    from app.ui.widgets.code_search import CodeEntry

_SMALLEST = (1024, 640)
_USUAL = (1366, 700)


class MainWindow(QMainWindow):
    """One window, one exporter, one shipment at a time."""

    painted = Signal()
    """The first paint is done."""

    def __init__(self, folder: Path, read: SettingsRead, theme: Theme, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self.folder, self.settings, self.theme, self.today = folder, read.settings, theme, today
        self._settings_problem = read.problem
        self._was_painted = False
        self.desk: Desk | None = None
        self.shipments: Shipments | None = None
        self.shipment_screen: ShipmentScreen | None = None
        self.new_screen: NewShipmentScreen | None = None
        self.exporter: ExporterButton | None = None
        self.instance = OneInstance(folder)
        self.setWindowTitle("Siap Ekspor")
        self.setMinimumSize(*_SMALLEST)
        self._place()
        self.start = StartScreen(self.settings.language, self.settings.paper, self.settings.role)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.setCentralWidget(self.stack)
        self.menus = Menus(self)
        self.status = StatusLine(self.settings.language)
        self.setStatusBar(self.status)
        self._connect_start()
        self.start.show_waiting()

    @property
    def language(self) -> Language:
        """The language of the screen."""
        return self.settings.language

    def begin(self) -> None:
        """After the first paint: see that this is the only window, open the store, read the declarations."""
        if not self.instance.is_first():
            self.close()
            return
        from app.ui.desk import Desk
        from app.ui.shipments import Shipments

        self.instance.knocked.connect(self.raise_up)
        self.desk = Desk(self.folder, self.settings.language, self.today)
        self.shipments = Shipments(self.desk, self.start, self.status)
        self.desk.opened.connect(self._on_opened)
        self.desk.trouble.connect(self.status.show_trouble)
        self.desk.status_changed.connect(self._on_status)
        self.desk.changed.connect(self.menus.renew)
        self.desk.program_ready.connect(self._on_program_ready)
        self.shipments.open_wanted.connect(self.desk.open)
        self._add_exporter_button()
        self.shipments.list()
        if self._settings_problem is not None:
            self.status.say(self._settings_problem.into(self.settings.language))

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
            self.stack.setCurrentWidget(self.start)
            self.shipments.list()
            self.menus.renew()
            if self.exporter is not None:
                self.exporter.renew()

    def new_shipment(self) -> None:
        """The five questions."""
        if self.desk is None or self.desk.program is None:
            return
        from app.ui.new_shipment_screen import NewShipmentScreen

        self.show_list()
        if self.new_screen is None:
            countries = partial(_countries, self.desk)
            self.new_screen = NewShipmentScreen(self.settings.language, countries, _country_words(self.desk))
            self.new_screen.started.connect(self._on_started)
            self.new_screen.cancelled.connect(self.show_list)
            self.stack.addWidget(self.new_screen)
        self.new_screen.begin()
        self.stack.setCurrentWidget(self.new_screen)

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
        dialog = QFileDialog(self, say("window.open_file", self.settings.language))
        dialog.setNameFilter(f"{say('window.shipment_files', self.settings.language)} (*.ekspor)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def open_file(self, path: str) -> None:
        """A shipment file as a copy in the list; one that is none is said to be none."""
        if self.shipments is not None:
            self.shipments.open_file(Path(QUrl(path).toLocalFile() if path.startswith("file:") else path))

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting; language and English terms are seen when the screens are built anew."""
        self.settings = self.settings._replace(**{name: value})
        self._keep_settings()
        if name == "look":
            self.theme.set_scheme(self.settings.look)
        elif name == "text_size":
            self.theme.set_factor(self.settings.text_size / 100)
        elif name in ("language", "english_terms"):
            self._rebuild()

    def samples_menu(self, at: QPoint) -> None:
        """The six samples to choose from."""
        from app.services.samples import sample_titles

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for sample, title in sample_titles().items():
            menu.addAction(title.into(self.settings.language)).setData(sample)
        menu.triggered.connect(self._on_sample_chosen)
        menu.popup(at)

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
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.settings = self.settings._replace(window=geometry)
        if self.desk is not None:
            self.desk.stop()
            self._keep_settings()
        self.instance.stop()
        super().closeEvent(event)

    def _place(self) -> None:
        if self.settings.window:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.window.encode("ascii", "ignore")))
        else:
            self.resize(*(max(px(1), 1) * side for side in _USUAL))

    def _connect_start(self) -> None:
        start = self.start
        start.new_wanted.connect(self.new_shipment)
        start.sample_wanted.connect(self._on_first_sample)
        start.samples_wanted.connect(self.samples_menu)
        start.open_file_wanted.connect(self.ask_for_file)
        start.file_dropped.connect(self.open_file)
        start.recent_wanted.connect(self.open_file)
        start.language_chosen.connect(self._on_language_chosen)
        start.paper_chosen.connect(self._on_paper_chosen)
        start.role_chosen.connect(self._on_role_chosen)

    def _keep_settings(self) -> None:
        from app.services.obstacle import Obstacle

        try:
            write_settings(self.folder, self.settings)
        except Obstacle as obstacle:
            self.status.say(obstacle.into(self.settings.language))

    def _rebuild(self) -> None:
        """Build every screen anew, in another language; the shipment stays open on its page."""
        document = self.desk.editing.id if self.desk is not None and self.desk.editing is not None else None
        self.show_list()
        old = self.start
        self.start = StartScreen(self.settings.language, self.settings.paper, self.settings.role)
        self._connect_start()
        self.stack.insertWidget(0, self.start)
        self.stack.setCurrentWidget(self.start)
        for screen in (old, self.new_screen):
            if screen is not None:
                self.stack.removeWidget(screen)
                screen.deleteLater()
        self.new_screen = None
        self.menus.build()
        self.status.set_language(self.settings.language)
        if self.desk is not None and self.shipments is not None:
            self.desk.language = self.settings.language
            self._add_exporter_button()
            self.shipments.take(self.start)
            self.shipments.list()
            if document is not None:
                self.desk.open(document)

    def _drop_shipment_screen(self) -> None:
        if self.shipment_screen is not None:
            self.stack.removeWidget(self.shipment_screen)
            self.shipment_screen.deleteLater()
            self.shipment_screen = None

    def _add_exporter_button(self) -> None:
        from app.ui.exporter_button import ExporterButton

        if self.desk is None or self.shipments is None:
            return
        # The menu bar does not keep its corner widget alive; the window does.
        self.exporter = ExporterButton(self.desk)
        self.exporter.profile_wanted.connect(self.open_profile)
        self.exporter.chosen.connect(self.show_list)
        self.menuBar().setCornerWidget(self.exporter)
        self.exporter.show()

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
        screen.begin()
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

    def _on_started(self, answers: object) -> None:
        if self.shipments is not None:
            self.shipments.start_new(answers, self.settings.paper)

    def _on_first_sample(self) -> None:
        self.open_sample("footwear_rotterdam")

    def _on_sample_chosen(self, action: object) -> None:
        self.open_sample(str(action.data()))  # type: ignore[attr-defined]  # Qt passes a QAction

    def _on_language_chosen(self, language: str) -> None:
        self.set_setting("language", language)

    def _on_paper_chosen(self, paper: str) -> None:
        self.set_setting("paper", paper)

    def _on_role_chosen(self, role: str) -> None:
        self.set_setting("role", role)


def _countries(desk: Desk) -> Sequence[CodeEntry]:
    from app.ui.editors import code_entries

    return code_entries(desk.ready.lists.countries, desk.ready.circumstances(desk.today(), desk.language))


def _country_words(desk: Desk) -> ListWords:
    from app.ui.editors import list_words

    return list_words(desk.ready.lists.countries, desk.ready.circumstances(desk.today(), desk.language))
