"""Puts colours, font and style sheet on the application, and again when the system or the person changes them.

Knows no widget: painted widgets measure themselves again on ``QEvent.Type.StyleChange``, which follows every change.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from app.ui.look import scale
from app.ui.look.palette import palette, set_shown, shown
from app.ui.look.style_sheet import style_sheet
from app.ui.look.tokens import SETS, Tokens

STYLE_ARGUMENTS = ("-style", "fusion")
"""What the application is to be started with: the style sheet is written for Fusion. ``setStyle`` would do the same,
but it hands the style out, whose enumerations take 5 ms to build."""

Scheme = Literal["system", "light", "dark"]

_FORCED = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def restyled(event: QEvent) -> bool:
    """Whether a widget that measures or dresses itself has to do so again, asked in its ``changeEvent``."""
    return event.type() == QEvent.Type.StyleChange


class Theme(QObject):
    """The look of the whole application: light or dark, and how large. One for each application."""

    changed = Signal()
    """After everything has its new colours and measures."""

    def __init__(
        self, app: QApplication, scheme: Scheme = "system", factor: float = 1.0, family: str | None = None
    ) -> None:
        """Dress ``app``. ``family`` is the font; without it the system's own for texts (Segoe UI on Windows)."""
        super().__init__(app)
        self._app = app
        self._family = family or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._scheme: Scheme = scheme
        scale.set_factor(factor)
        self._force()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the person chose: light, dark, or as the system has it."""
        return self._scheme

    @property
    def is_dark(self) -> bool:
        """Whether the screen is dark now."""
        if self._scheme == "system":
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"

    @property
    def factor(self) -> float:
        """The text size now, 1.0 being 10 points."""
        return scale.factor()

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose light, dark or as the system has it."""
        self._scheme = scheme
        self._force()
        if shown() != self._wanted():
            self._apply()

    def set_factor(self, factor: float) -> None:
        """Choose the text size, 1.0 being 10 points."""
        if factor != scale.factor():
            scale.set_factor(factor)
            self._apply()

    def step(self, steps: int) -> None:
        """Make everything larger by ``steps`` sizes, or smaller."""
        self.set_factor(scale.next_factor(steps))

    def _wanted(self) -> Tokens:
        return SETS["dark" if self.is_dark else "light"]

    def _force(self) -> None:
        # The frame and title bar are the system's; told so, it draws them in the same scheme.
        self._app.styleHints().setColorScheme(_FORCED[self._scheme])

    def _on_system_changed(self) -> None:
        if shown() != self._wanted():
            self._apply()

    def _apply(self) -> None:
        tokens = self._wanted()
        set_shown(tokens)
        font = self._app.font()
        font.setFamily(self._family)
        font.setPointSizeF(scale.pt(scale.BODY))
        self._app.setFont(font)
        self._app.setPalette(palette(tokens))
        self._app.setStyleSheet(style_sheet(tokens))
        self._tell_the_unseen()
        self.changed.emit()

    def _tell_the_unseen(self) -> None:
        # Qt tells only what has been on the screen; a page opened later would keep the measures of before.
        for widget in self._app.allWidgets():
            if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self._app.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
