"""The backups that can be brought back, the newest first: from when each is, and how many shipments it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look.scale import SCREEN
from app.ui.widgets.buttons import Button, normal, quiet
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Gap, Hairline
from app.ui.widgets.scroll_page import ScrollPage
from app.words import Language, say


class BackupRow(NamedTuple):
    """One backup as it is shown."""

    key: str
    """Its file's name."""
    at: str
    """Day and time."""
    shipments: str
    """How many shipments it holds, in words."""


class BackupsPage(ScrollPage):
    """Each row has its own button. Bringing one back can be undone, so nothing is asked. Esc goes back."""

    restored = Signal(str)
    """The person wants a backup back; its key."""
    back_wanted = Signal()
    copy_wanted = Signal()
    """The newest is wanted on another disk."""
    fetch_wanted = Signal()
    """One that lies on another disk is wanted back."""

    def __init__(self, language: Language) -> None:
        super().__init__(most=640, margins=(64, 14, 48, 24))
        self._language: Language = language
        self._keys: list[str] = []
        self.buttons: list[Button] = []
        self.back = quiet(say("start.back", language), "left")
        self.place = Label("", tone="quiet", wrap=True)
        self.copy = normal(say("backups.copy", language))
        self.fetch = quiet(say("backups.fetch", language))
        self.state = Label(say("start.backups_read", language), tone="quiet", wrap=True)
        parts = (
            *(self.back, Gap(4), Label(say("start.backups_title", language), SCREEN, strong=True)),
            *(Gap(4), Label(say("start.backups_intro", language), wrap=True), Gap(8), self.place, Gap(8)),
            *(_beside(self.copy, self.fetch), Gap(16), self.state),
        )
        for part in parts:
            self.column.addWidget(part)
        self.back.clicked.connect(self._on_back)
        self.copy.clicked.connect(self._on_copy)
        self.fetch.clicked.connect(self._on_fetch)

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show these, once. Until then the page says that they are being looked over."""
        self.state.setVisible(not rows)
        self.state.setText(say("start.no_backups", self._language))
        for row in rows:
            self.column.addWidget(self._line(row))
            self.column.addWidget(Hairline())
        if self.buttons and self.back.hasFocus():
            self.begin()

    def show_place(self, sentence: str) -> None:
        """Say what is known of the copies on another disk."""
        self.place.setText(sentence)

    def begin(self) -> None:
        """Put the focus on the newest backup; on the way back while there is none."""
        (self.buttons[0] if self.buttons else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _line(self, row: BackupRow) -> QWidget:
        line, button = QWidget(), normal(say("start.bring_back", self._language))
        button.setAccessibleName(f"{button.text()}, {row.at}, {row.shipments}")
        columns = QHBoxLayout(line)
        columns.setContentsMargins(0, 8, 0, 8)
        columns.setSpacing(12)
        columns.addWidget(Label(row.at, strong=True), 3)
        columns.addWidget(Label(row.shipments, tone="quiet"), 2)
        columns.addWidget(button)
        self._keys.append(row.key)
        self.buttons.append(button)
        button.clicked.connect(self._on_clicked)
        return line

    def _on_clicked(self) -> None:
        self.restored.emit(self._keys[self.buttons.index(self.sender())])  # type: ignore[arg-type]  # only ours

    def _on_back(self) -> None:
        self.back_wanted.emit()

    def _on_copy(self) -> None:
        self.copy_wanted.emit()

    def _on_fetch(self) -> None:
        self.fetch_wanted.emit()


def _beside(*buttons: Button) -> QWidget:
    line = QWidget()
    columns = QHBoxLayout(line)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(12)
    for button in buttons:
        columns.addWidget(button)
    columns.addStretch(1)
    return line
