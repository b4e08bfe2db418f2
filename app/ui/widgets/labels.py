"""Text that is only read: titles, labels of fields, hints. Knows no field."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import icons
from app.ui.look.palette import colour
from app.ui.look.scale import BODY, QUIET, TITLE, font, px
from app.ui.look.theme import restyled
from app.ui.widgets import painting
from app.ui.widgets.painting import Ink
from app.words import Language, say

# The palette has a role for each colour text may have, so nothing has to be told when the colours change.
_ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "problem": QPalette.ColorRole.BrightText,
}

_LEAST_TERM = 72
"""Narrower than that, a shortened English term says nothing."""
_ALL = 1000
"""The English term takes what is left before the empty room behind it does."""


class Label(QLabel):
    """A text in one of the sizes of ``scale``; never read as HTML, because people's own words stand in it."""

    def __init__(
        self,
        text: str = "",
        size: float = BODY,
        tone: str = "text",
        *,
        strong: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size, self._strong = size, strong
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.set_tone(tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFont(font(size, strong=strong))

    def sizeHint(self) -> QSize:
        """A text that wraps would like one line; Qt itself would fold it into a block of nice proportions."""
        hint = super().sizeHint()
        if not self.wordWrap():
            return hint
        width = self.fontMetrics().boundingRect(QRect(), Qt.TextFlag.TextExpandTabs, self.text()).width() + 1
        return QSize(width, max(self.heightForWidth(width), self.fontMetrics().height()))

    def set_tone(self, tone: str) -> None:
        """Write it in ``text``, ``quiet``, ``accent`` or ``problem``."""
        self.setForegroundRole(_ROLES[tone])

    def set_strong(self, strong: bool) -> None:
        """Make it semibold, or not."""
        self._strong = strong
        self.setFont(font(self._size, strong=strong))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self.setFont(font(self._size, strong=self._strong))


def hint(text: str, parent: QWidget | None = None) -> Label:
    """A quiet line under a field; wraps."""
    return Label(text, QUIET, "quiet", wrap=True, parent=parent)


def section_title(text: str, parent: QWidget | None = None) -> Label:
    """The heading of a part of a page."""
    return Label(text, strong=True, parent=parent)


class IconLabel(QLabel):
    """An icon that is only seen. It has no name for a screen reader: a word says the same beside it."""

    def __init__(self, name: str, tone: str = "quiet", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        size = px(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(icons.pixmap(name, colour(tone), size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow colours and text size."""
        super().changeEvent(event)
        if restyled(event):
            self.show_icon(self._name, self._tone)


class Heading(QWidget):
    """A page's title, and one sentence saying where to copy its answers from."""

    def __init__(self, title: str, intro: str = "", size: float = TITLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, size, strong=True, wrap=True)
        self.intro = Label(intro, tone="quiet", wrap=True)
        # Never shown before it has a parent: it would flash up as a window of its own and take the keyboard along.
        if not intro:
            self.intro.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.title)
        rows.addWidget(self.intro)


class Term(Label):
    """The English term beside a label. It asks for no room of its own: where little is left it is shortened, and where
    next to none is left it is not written; a tool tip and a screen reader still say it.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, QUIET, "quiet", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fit()

    def setText(self, text: str) -> None:
        """Write something else."""
        super().setText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Its height."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the tool tip what is not whole."""
        self.setToolTip("" if self.is_whole() else self.text())

    def is_whole(self) -> bool:
        """Whether all of it is written."""
        return self.width() >= self.maximumWidth()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write what fits."""
        if self.is_whole() or self.width() >= px(_LEAST_TERM):
            painting.write(QPainter(self), QRectF(self.rect()), self.text(), Ink(QUIET, "quiet"))

    def _fit(self) -> None:
        # With this most, a stretch takes what it does not need.
        self.setMaximumWidth(math.ceil(painting.width(self.text(), Ink(QUIET))) if self.text() else 0)


def at_left(term: Term) -> QHBoxLayout:
    """A row in which a text that gives way stands at the left and takes what it needs."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(term, _ALL)
    row.addStretch(1)
    return row


class FieldLabel(QWidget):
    """The line over a field: its name, whether it may stay empty, the English term, and the mark of what cannot be
    corrected after filing. The English term never makes it wider.
    """

    def __init__(
        self,
        name: str,
        english: str = "",
        *,
        language: Language = "id",
        optional: bool = False,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = Label(name)
        self.english = Term(english)
        if not english:
            self.english.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name)
        if optional:
            row.addWidget(Label(say("window.optional", language), QUIET, "quiet"))
        row.addWidget(self.english, _ALL)
        if fixed:
            row.addWidget(IconLabel("lock", size=16))
            row.addWidget(Label(say("window.fixed_after_filing", language), QUIET, "quiet"))
        row.addStretch(1)

    def name_for(self, editor: QWidget) -> None:
        """Make this the label of ``editor``, for the eye, for the keyboard and for a screen reader."""
        self.name.setBuddy(editor)
        editor.setAccessibleName(self.name.text())

    def show_english(self, shown: bool) -> None:
        """Show or hide the English term."""
        self.english.setVisible(shown and bool(self.english.text()))
