"""The status bar: how far the shipment is, whether it is kept, and what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from app.ui.look.palette import colour
from app.ui.look.scale import QUIET, px
from app.ui.look.theme import restyled
from app.ui.widgets.labels import Label, Term, at_left
from app.words import Language, say

if TYPE_CHECKING:
    from app.services.save_status import Status
    from app.store.trouble import StoreTrouble


class StatusLine(QStatusBar):
    """One line, 30 px."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.setSizeGripEnabled(False)
        # A sentence longer than the window is shortened, and whole in its tool tip.
        self._standing = ""
        """What stands until it is over; the count of shipments or of tasks does not take its place."""
        self._counted = self._reminder = ""
        self.left, self.saved = Term(), Label(size=QUIET, tone="quiet")
        self.addWidget(self._beginning(), 1)
        self.addPermanentWidget(self.saved)
        self._dress()

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        self._language = language

    def say(self, sentence: str) -> None:
        """Say what stands in the way, until something else is said."""
        self.left.setText(sentence)

    def show_count(self, count: int) -> None:
        """Say how many shipments there are."""
        words = {0: "window.no_shipments", 1: "window.one_shipment"}
        self._counted = say(words.get(count, "window.shipments"), self._language, count=str(count))
        self._say_alone(self._standing or self._count_told())

    def show_binned(self, count: int) -> None:
        """Say how many shipments are in the bin."""
        words = {0: "window.none_binned", 1: "window.one_binned"}
        self._say_alone(say(words.get(count, "window.binned"), self._language, count=str(count)))

    def show_beginning(self) -> None:
        """Say that a new shipment is asked about, of which nothing is kept yet."""
        self._say_alone(say("start.new", self._language))

    def _say_alone(self, sentence: str) -> None:
        self.say(sentence)
        self.saved.clear()

    def remind(self, sentence: str) -> None:
        """Say this behind the number of shipments, where that is said, from now on; "": no more."""
        before, self._reminder = self._count_told(), sentence
        if self._counted and self.left.text() == before:
            self.say(self._count_told())

    def show_saved(self, status: Status, done: tuple[int, int] | None) -> None:
        """Say how far the shipment is, and whether it is on the disk."""
        if done is not None:
            told = say("window.tasks_done", self._language, done=str(done[0]), all=str(done[1]))
            self.say(self._standing or told)
        self.saved.setText(status.said(self._language))
        self.saved.set_tone("problem" if status.state == "failed" else "quiet")
        if status.trouble is not None:
            self.say(status.trouble.into(self._language))

    def show_backup_trouble(self, trouble: StoreTrouble | None, before: str = "") -> None:
        """Say, until it is over, that backups cannot be made, after what is to be said ``before``; None: it is over."""
        self._standing = f"{before} {trouble.into(self._language)}".strip() if trouble is not None else ""
        if self._standing:
            self.say(self._standing)

    def show_trouble(self, error: Exception) -> None:
        """Say what stands in the way: trouble of the world in its own words, our own bugs as such."""
        into = getattr(error, "into", None)
        if into is None:
            # One of our own mistakes: it goes the way of all of them, to the log and to a number.
            raise error
        told = into(self._language)
        if getattr(error, "stands", False):
            self._standing = told
        self.say(told)

    def show_bug(self, number: str) -> None:
        """Say that one of our own mistakes happened, with its number in the log."""
        self.say(say("window.bug_number", self._language, number=number))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, with a hairline over it; no frames round its parts."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("ground"))
        painter.fillRect(0, 0, self.width(), 1, colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _count_told(self) -> str:
        if not self._reminder:
            return self._counted
        return say("backups.counted", self._language, count=self._counted, reminder=self._reminder)

    def _beginning(self) -> QWidget:
        widget = QWidget()
        widget.setLayout(at_left(self.left))
        return widget

    def _dress(self) -> None:
        self.setFixedHeight(px(30))
        self.setContentsMargins(px(10), 0, px(10), 0)
