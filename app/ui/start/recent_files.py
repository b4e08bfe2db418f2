"""Files opened lately, as links at the right of a line: as many as fit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.look.scale import QUIET, font, px
from app.ui.look.theme import restyled
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.labels import Label
from app.words import Language, say

_MOST, _WIDEST, _GAP = 3, 220, 8


class RecentFiles(QWidget):
    """Shows names, keeps paths."""

    wanted = Signal(str)
    """The person wants a file; its path."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: Sequence[str] = ()
        self._label = Label(say("start.recent", language), QUIET, "quiet")
        self._buttons = [quiet("") for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addStretch(1)
        row.addWidget(self._label)
        for button in self._buttons:
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_files(self, paths: Sequence[str]) -> None:
        """Offer these, the latest first."""
        self._paths = paths[:_MOST]
        self._dress()

    def buttons(self) -> Sequence[Button]:
        """The links, in order, also those not shown now."""
        return self._buttons

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _dress(self) -> None:
        metrics = QFontMetrics(font())
        for button, path in zip(self._buttons, self._paths, strict=False):
            name = PurePath(path).name
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, px(_WIDEST))
            button.setText(shown.replace("&", "&&"))
            button.setAccessibleName(name)
            button.setToolTip(path)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._label.sizeHint().width()
        for i, button in enumerate(self._buttons):
            room -= button.sizeHint().width() + _GAP if i < len(self._paths) else 0
            button.setVisible(i < len(self._paths) and room >= 0)
        self._label.setHidden(self._buttons[0].isHidden())

    def _on_clicked(self) -> None:
        at = self._buttons.index(self.sender())  # type: ignore[arg-type]  # only our buttons are connected
        self.wanted.emit(self._paths[at])
