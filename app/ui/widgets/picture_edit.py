"""The place of a picture: a button that chooses one, one that takes it away, the file's name, and how it looks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.look.scale import px
from app.ui.widgets.buttons import icon_button, normal
from app.ui.widgets.labels import Term, at_left
from app.words import Language, say

_SIDE = 96
"""Pixels at 100 % of the square that a picture is shown in."""


class PictureEdit(QWidget):
    """Knows no file: it says that one is wanted, and shows the name it is told."""

    wanted = Signal()
    """The person wants to choose a picture."""
    removed = Signal()
    """The person wants none any more."""

    def __init__(self, language: Language = "id", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = normal(say("window.picture_choose", language))
        self.remove = icon_button(say("window.picture_remove", language), "bin")
        self.file = Term()
        self.seen = QLabel()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(row)
        rows.addLayout(at_left(self.file))
        rows.addWidget(self.seen, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self.wanted)
        self.remove.clicked.connect(self.removed)
        self.show_file("")

    def show_file(self, name: str) -> None:
        """Show the name of the picture that is there, "" where none is."""
        self.file.setText(name)
        self.file.setVisible(bool(name))
        self.remove.setVisible(bool(name))
        if not name:
            self.show_picture(b"")

    def show_picture(self, png: bytes) -> None:
        """Show a small picture; b"" shows none."""
        picture = QPixmap()
        if png and picture.loadFromData(png, "PNG"):
            ratio = self.devicePixelRatioF()
            side = round(px(_SIDE) * ratio)
            fit, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(side, side, fit, smooth)
            picture.setDevicePixelRatio(ratio)
        self.seen.setPixmap(picture)
        self.seen.setVisible(not picture.isNull())

    def setAccessibleName(self, name: str) -> None:
        """Say at the buttons which picture they are about."""
        super().setAccessibleName(name)
        for button in (self.choose, self.remove):
            button.setAccessibleDescription(name)
