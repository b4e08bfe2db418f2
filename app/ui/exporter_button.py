"""The exporter at work, at the right end of the menu bar: whose shipments these are, the profile, other exporters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.services.exporters import add_exporter, choose_exporter, current_exporter, list_exporters
from app.store.trouble import StoreTrouble
from app.store.values import Listed
from app.ui.desk import Desk
from app.ui.look.scale import px
from app.ui.widgets.buttons import Button, ButtonKind, literal
from app.words import say

if TYPE_CHECKING:
    from app.store.store import Store
    from app.ui.main_window import MainWindow
    from app.ui.shipments import Shipments

_WIDEST = 320
"""Pixels a name may take at 100 %; a menu bar does not grow."""

Told = tuple[Sequence[Listed], str | None]


def put_into(window: MainWindow, desk: Desk, shipments: Shipments) -> ExporterButton:
    """The button in a window's menu bar, in the place of the one in another language that stood there."""
    if window.exporter is not None:
        window.exporter.deleteLater()
    button = ExporterButton(desk)
    button.profile_wanted.connect(window.open_profile)
    button.chosen.connect(window.show_list)
    shipments.restored.connect(button.renew)
    shipments.usable_changed.connect(button.renew)
    button.stand_in(window.menuBar())
    return button


class ExporterButton(Button):
    """The name, and a menu behind it."""

    profile_wanted = Signal(str)
    """The person wants to see and change a profile; its id."""
    chosen = Signal()
    """Another exporter is at work now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(say("window.exporter", desk.language), ButtonKind.PLAIN, "down", parent)
        self.desk = desk
        self._exporters: Sequence[Listed] = ()
        self._current: str | None = None
        self._bar: QMenuBar | None = None
        self.clicked.connect(self._on_clicked)
        self.renew()

    def stand_in(self, bar: QMenuBar) -> None:
        """Stand at the right end of ``bar``, which measures what is there only when it is put there."""
        self._bar = bar
        bar.setCornerWidget(self)
        self.show()

    def renew(self) -> None:
        """Ask the store who is at work."""
        self.desk.storage.ask(_exporters, self._on_told, self._on_no_store)

    def open_profile(self) -> None:
        """The profile of the exporter at work; a new one where there is none yet."""
        if self._current is not None:
            self.profile_wanted.emit(self._current)
        else:
            self.desk.ask(add_exporter, self._on_added)

    def _on_told(self, told: Told) -> None:
        self._exporters, self._current = told
        self.setEnabled(True)
        name = next((row.title for row in self._exporters if row.id == self._current), None)
        shown = self.fontMetrics().elidedText(name or "", Qt.TextElideMode.ElideRight, px(_WIDEST))
        self.setText(literal(shown) if name else say("window.exporter", self.desk.language))
        self.setToolTip(name if name and shown != name else "")
        self.setAccessibleName(say("window.exporter", self.desk.language))
        self.adjustSize()
        if self._bar is not None:
            self.stand_in(self._bar)

    def _on_no_store(self, error: Exception) -> None:
        """The start screen says what is wrong with the store; here nobody is at work, and no profile can be kept."""
        self.setEnabled(False)
        if isinstance(error, StoreTrouble):
            self.setToolTip(error.happened.into(self.desk.language))

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("window.exporter_profile", self.desk.language)).setData(("profile", ""))
        menu.addAction(say("window.exporter_new", self.desk.language)).setData(("new", ""))
        others = [row for row in self._exporters if row.id != self._current]
        if others:
            menu.addSeparator()
        for row in others:
            name = row.title or say("window.exporter_unnamed", self.desk.language)
            menu.addAction(literal(name)).setData(("choose", row.id))
        menu.triggered.connect(self._on_action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_action(self, action: Any) -> None:
        what, exporter = action.data()
        if what == "profile":
            self.open_profile()
        elif what == "new":
            self.desk.ask(add_exporter, self._on_added)
        else:
            self.desk.ask(partial(choose_exporter, exporter=exporter), self._on_chosen)

    def _on_added(self, exporter: str) -> None:
        self.desk.ask(partial(choose_exporter, exporter=exporter), self._on_kept)
        self.profile_wanted.emit(exporter)

    def _on_kept(self, _: None) -> None:
        self.renew()

    def _on_chosen(self, _: None) -> None:
        self.renew()
        self.chosen.emit()


def _exporters(store: Store) -> Told:
    return list_exporters(store), current_exporter(store)
