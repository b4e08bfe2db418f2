"""The settings of the open window: changed one by one, kept in their file, seen in its look and its place.

Knows no screen: whoever shows words builds them anew in another language.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from app.services.settings import SettingsRead, write_settings
from app.ui.look.scale import px
from app.ui.look.theme import Theme

_USUAL = (1366, 700)


class WindowSettings:
    """What is set now."""

    def __init__(self, folder: Path, read: SettingsRead, theme: Theme) -> None:
        self._folder, self._theme = folder, theme
        self.now, self.problem = read.settings, read.problem

    def speak(self) -> None:
        """Have Qt's own dialogs speak the language of the screen."""
        from app.ui import qt_words  # words are read only when the first window stands

        qt_words.speak(self.now.language)

    def change(self, name: str, value: Any) -> None:
        """Set one of them, and show it where it is about the look."""
        self.now = self.now._replace(**{name: value})
        if name == "look":
            self._theme.set_scheme(self.now.look)
        elif name == "text_size":
            self._theme.set_factor(self.now.text_size / 100)
        elif name == "language":
            self.speak()

    def keep(self) -> None:
        """Write them into their file. Raises Obstacle."""
        write_settings(self._folder, self.now)

    def place(self, window: QMainWindow) -> None:
        """Put the window where it was when it was closed; at a first start give it the usual size."""
        if self.now.window:
            window.restoreGeometry(QByteArray.fromBase64(self.now.window.encode("ascii", "ignore")))
        else:
            window.resize(*(max(px(1), 1) * side for side in _USUAL))

    def note_place(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        self.now = self.now._replace(window=bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
