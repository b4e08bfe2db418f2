"""The very first start: what this is, the first shipment, and three settings that are made already."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.ui.look.scale import QUIET, TITLE, WELCOME, Panes, panes, px
from app.ui.look.theme import restyled
from app.ui.start.sample_picture import SamplePicture
from app.ui.widgets.buttons import normal, primary
from app.ui.widgets.choices import Choices
from app.ui.widgets.labels import Heading, Label, section_title
from app.ui.widgets.pane import Gap, Hairline
from app.ui.widgets.scroll_page import ScrollPage
from app.words import Language, say

_PAGE, _COLUMN = 672, 560
_PAPERS = ("A4", "F4", "LETTER")
_ROLES = ("exporter", "advisor")
_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX


class FirstPage(QWidget):
    """Welcome at the left, the sheet one gets at the right where there is room for it."""

    new_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, language: Language, paper: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = primary(say("start.new", language), "plus")
        self.sample = normal(say("start.sample", language), "eye")
        self.settings = FirstSettings(language, paper, role)
        self.picture = SamplePicture(say("start.picture", language))
        self.begins_with: QWidget = self.new
        """What has the focus at first."""
        self.page = ScrollPage(most=_COLUMN, margins=(64, 56, 48, 24))
        self._line = Hairline(upright=True)
        self._fill_page(language)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page)
        row.addWidget(self._line)
        row.addWidget(self.picture, 1)
        self.new.clicked.connect(self._on_new)
        self.sample.clicked.connect(self._on_sample)
        self._dress()

    def begin(self) -> None:
        """Put the focus on the one thing to do, or on what was just changed."""
        self.begins_with.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room for it, the sheet goes."""
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _fill_page(self, language: Language) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.new, self.sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = self.page.column
        for part in (
            Label(say("start.welcome_title", language), WELCOME, strong=True, wrap=True),
            Gap(8),
            Label(say("start.welcome_intro", language), tone="quiet", wrap=True),
            Gap(32),
            Heading(say("start.first_title", language), say("start.first_intro", language), TITLE),
            Gap(16),
        ):
            column.addWidget(part)
        column.addLayout(buttons)
        for below in (Gap(32), Hairline(), Gap(24), section_title(say("start.settings_title", language)), Gap(4)):
            column.addWidget(below)
        column.addWidget(Label(say("start.settings_intro", language), QUIET, "quiet", wrap=True))
        column.addWidget(Gap(16))
        column.addWidget(self.settings)

    def _dress(self) -> None:
        alone = panes(self.width()) is Panes.ONE
        self._line.setHidden(alone)
        self.picture.setHidden(alone)
        self.page.setMinimumWidth(0 if alone else px(_PAGE))
        self.page.setMaximumWidth(_UNBOUNDED if alone else px(_PAGE))

    def _on_new(self) -> None:
        self.new_wanted.emit()

    def _on_sample(self) -> None:
        self.sample_wanted.emit()


class FirstSettings(QWidget):
    """Language, paper and who one is, each chosen already."""

    language_chosen = Signal(str)
    paper_chosen = Signal(str)
    role_chosen = Signal(str)

    def __init__(self, language: Language, paper: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._labels: list[Label] = []
        languages = [(key, say(f"start.language_{key}", language)) for key in ("id", "en")]
        papers = [(key, say(f"start.paper_{key.lower()}", language)) for key in _PAPERS]
        roles = [(key, say(f"start.role_{key}", language)) for key in _ROLES]
        self.language = self._ask(say("start.language", language), languages, language)
        self.paper = self._ask(say("start.paper", language), papers, paper)
        self.role = self._ask(say("start.role", language), roles, role)
        self.language.chosen.connect(self._on_language)
        self.paper.chosen.connect(self._on_paper)
        self.role.chosen.connect(self._on_role)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _ask(self, name: str, choices: list[tuple[str, str]], chosen: str) -> Choices:
        label, answers = Label(name), Choices(choices, name)
        answers.choose(chosen)
        label.setBuddy(answers)
        self._labels.append(label)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(answers, row, 1)
        return answers

    def _dress(self) -> None:
        self._grid.setColumnMinimumWidth(0, px(72))
        for label in self._labels:
            label.setFixedHeight(px(36))

    def _on_language(self, key: object) -> None:
        self.language_chosen.emit(key)

    def _on_paper(self, key: object) -> None:
        self.paper_chosen.emit(key)

    def _on_role(self, key: object) -> None:
        self.role_chosen.emit(key)
