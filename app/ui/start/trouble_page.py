"""What stands where the list would, when it cannot be read: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.look.scale import SCREEN
from app.ui.widgets.buttons import normal, primary
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Label, section_title
from app.ui.widgets.pane import Gap
from app.ui.widgets.scroll_page import ScrollPage
from app.words import Language, say

_BREAKS_HERE = "\u200b"
"""A zero-width space: a line may end there, so that a long path does not push the page wide."""


class TroublePage(ScrollPage):
    """Three texts and the ways on; the first way is the filled button."""

    acted = Signal(str)
    """The person chose a way on; its key."""

    def __init__(self, language: Language, texts: tuple[str, str, str], actions: Sequence[tuple[str, str]]) -> None:
        """``texts`` are what happened, what is safe, what to do; ``actions`` keys and words."""
        super().__init__(most=560, margins=(64, 56, 48, 24))
        happened, safe, advice = (_breakable(text) for text in texts)
        self._keys = [key for key, _ in actions]
        self.buttons = [normal(word) if i else primary(word) for i, (_, word) in enumerate(actions)]
        parts: list[QWidget] = [
            *(
                Label(say("start.trouble_title", language), SCREEN, strong=True, wrap=True),
                Gap(8),
                Label(happened, wrap=True),
            ),
            *(Gap(24), section_title(say("start.trouble_safe", language)), Gap(4), Label(safe, wrap=True)),
            *(Gap(16), section_title(say("start.trouble_advice", language)), Gap(4), Label(advice, wrap=True)),
            *(Gap(24), self._ways()),
        ]
        for part in parts:
            self.column.addWidget(part)

    def begin(self) -> None:
        """Put the focus on the first way on."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ways(self) -> QWidget:
        ways = QWidget()
        row = FlowLayout(ways)
        for button in self.buttons:
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)
        return ways

    def _on_clicked(self) -> None:
        self.acted.emit(self._keys[self.buttons.index(self.sender())])  # type: ignore[arg-type]  # only ours


def _breakable(text: str) -> str:
    return text.replace("/", f"/{_BREAKS_HERE}").replace("\\", f"\\{_BREAKS_HERE}")
