"""What a person sees of one of our own mistakes: that the work is safe, a number, the log's place, and a way to report.

What *Salin info teknis* copies names versions, lines of the program and nothing else: no path, no word that was typed.
"""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import __version__
from app.services.log import events_path
from app.ui.bug_log import Mistake
from app.ui.look.scale import TITLE, px
from app.ui.main_window import MainWindow
from app.ui.widgets.buttons import normal, primary
from app.ui.widgets.labels import Label
from app.ui.widgets.pane import Gap
from app.words import Language, say

_WIDTH = 520
_BREAKS_HERE = "\u200b"
"""A zero-width space: a line may end there, so that a long path does not push the screen wide."""


def show_mistake(window: MainWindow, mistake: Mistake) -> None:
    """Say it over the window; while an earlier one is still said, in the status line only."""
    window.show_bug(mistake.number)
    if window.findChild(BugScreen) is None:
        BugScreen(window.language, mistake, events_path(window.folder), window).open()


def technical_info(mistake: Mistake) -> str:
    """For whoever mends the program."""
    versions = (
        f"Siap Ekspor {__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    )
    return "\n".join([f"{mistake.number} {mistake.kind}", *(f"  {frame}" for frame in mistake.frames), *versions])


class BugScreen(QDialog):
    """Stands until it is answered. The filled button goes on with the work."""

    def __init__(self, language: Language, mistake: Mistake, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.info = technical_info(mistake)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Siap Ekspor")
        self.go_on = primary(say("window.bug_go_on", language))
        self.copy = normal(say("window.bug_copy", language))
        self.copied = Label(tone="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(0)
        place = str(log).replace("/", f"/{_BREAKS_HERE}").replace("\\", f"\\{_BREAKS_HERE}")
        for part in (
            Label(say("window.bug", language), TITLE, strong=True, wrap=True),
            *(Gap(6), Label(say("window.bug_on", language), wrap=True)),
            *(Gap(14), Label(say("window.bug_its_number", language, number=mistake.number), strong=True)),
            *(Gap(4), Label(say("window.bug_log", language, path=place), tone="quiet", wrap=True)),
            *(Gap(4), Label(say("window.bug_report", language), tone="quiet", wrap=True)),
            Gap(18),
        ):
            column.addWidget(part)
        column.addLayout(self._buttons())
        # A dialog asks for the height of its lines before they are folded.
        self.setFixedSize(px(_WIDTH), column.totalHeightForWidth(px(_WIDTH)))
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.go_on, self.copy):
            row.addWidget(button)
        row.addWidget(self.copied, 1)
        self.go_on.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.info)
        self.copied.setText(say("window.bug_copied", self._language))
