"""Push buttons: filled, plain, word only, choice, tab, icon. The style sheet colours them by the property ``kind``."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.look import icons
from app.ui.look.palette import colour
from app.ui.look.scale import font, px
from app.ui.look.theme import restyled


class ButtonKind(StrEnum):
    """What a button looks like."""

    PRIMARY = "primary"
    """The filled one; one a screen."""
    NORMAL = "normal"
    QUIET = "quiet"
    """An accent word, like a link."""
    PLAIN = "plain"
    """A word in text colour with the manners of a quiet button: the exporter's name, the paper's name."""
    FAINT = "faint"
    """The same in quiet: language, size and zoom over the paper."""
    CHOICE = "choice"
    TAB = "tab"
    ICON = "icon"
    """A picture only; its word is the tool tip and the accessible name."""


_INKS = {ButtonKind.PRIMARY: "on_accent", ButtonKind.QUIET: "accent", ButtonKind.ICON: "quiet"}
_CHECKABLE = (ButtonKind.CHOICE, ButtonKind.TAB)
_AFTER = "down"
"""The chevron of a button that opens a menu stands behind its word."""


class Button(QPushButton):
    """A button of any kind, 36 px high outside and 34 to the eye."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.NORMAL,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("" if kind is ButtonKind.ICON else text, parent)
        self.kind = kind
        self._icon = icon
        self.setProperty("kind", kind.value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(kind in _CHECKABLE)
        self.setAutoDefault(False)
        if kind is ButtonKind.ICON:
            self.setToolTip(text)
            self.setAccessibleName(text)
        if icon == _AFTER and kind is not ButtonKind.ICON:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._dress()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self._dress()

    def sizeHint(self) -> QSize:
        """Room for the semibold word of a chosen button, so that nothing moves and no letter is cut."""
        hint = super().sizeHint()
        if self.kind is ButtonKind.ICON:
            return QSize(px(34), hint.height())
        if self.kind in _CHECKABLE:
            strong = QFontMetrics(font(strong=True)).horizontalAdvance(self.text())
            hint.setWidth(max(hint.width(), strong + 28))
        return hint

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow colours and text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the one thing a style sheet cannot do: a ring inside, where the border already is in accent."""
        super().paintEvent(event)
        if self.hasFocus() and (self.kind is ButtonKind.PRIMARY or self._is_taken()):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent" if self._is_taken() else "on_accent"), 1.6))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.8, 3.8, -3.8, -3.8), 2, 2)

    def _is_taken(self) -> bool:
        return self.kind is ButtonKind.CHOICE and self.isChecked()

    def _dress(self) -> None:
        if self._icon:
            gap = px(4) if self.text() and self._icon not in (_AFTER, "left") else 0
            ink = colour(_INKS.get(self.kind, "text"))
            self.setIcon(icons.icon(self._icon, ink, colour("disabled"), px(20), gap))
            self.setIconSize(icons.icon_size(px(20), gap))
        self.updateGeometry()


def primary(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """The filled button: the next step. One a screen."""
    return Button(text, ButtonKind.PRIMARY, icon, parent)


def normal(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """A button with a border."""
    return Button(text, ButtonKind.NORMAL, icon, parent)


def quiet(text: str, icon: str = "", parent: QWidget | None = None) -> Button:
    """A button that looks like a link."""
    return Button(text, ButtonKind.QUIET, icon, parent)


def icon_button(text: str, icon: str, parent: QWidget | None = None) -> Button:
    """A picture; ``text`` is what a tool tip and a screen reader say."""
    return Button(text, ButtonKind.ICON, icon, parent)


def tab(text: str, parent: QWidget | None = None) -> Button:
    """One of the tabs over a page. Whoever stacks the pages checks and unchecks them."""
    return Button(text, ButtonKind.TAB, "", parent)


def literal(text: str) -> str:
    """``text`` for a button, where it holds people's own words: in a button, & marks the letter for the keyboard."""
    return text.replace("&", "&&")
