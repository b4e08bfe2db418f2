"""Qt's own words: each that its dialogs and fields ask for has its Indonesian, and no other stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QInputDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.words import catalogue

ASKED_BY = {"QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider", "QInputDialog", "QLineEdit",
            "QPlatformTheme", "QWidgetTextControl"}  # fmt: skip
NO_WORDS = {"Alt+Left", "Alt+Right", "Alt+Up", "Show "}
"""Keys, and the beginning of a name that only a native dialog of another system completes."""
BUTTONS = QDialogButtonBox.StandardButton


class Listener(QTranslator):
    """Translates nothing and remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def isEmpty(self) -> bool:
        """Qt installs no translator that says it is empty."""
        return False

    def translate(self, context: str, text: str, _note: str | None = None, _count: int = -1) -> str | None:
        """Remember."""
        if context in ASKED_BY:
            self.asked.add(text)
        return None


@pytest.fixture
def listener(qtbot: QtBot) -> Iterator[Listener]:
    """Hears what Qt asks for."""
    listener = Listener()
    QCoreApplication.installTranslator(listener)
    yield listener
    QCoreApplication.removeTranslator(listener)


def test_every_word_qt_asks_for_is_there_and_no_other(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.ekspor").touch()
    for mode in (QFileDialog.FileMode.Directory, QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.AnyFile):
        dialog = QFileDialog(None, "", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.AnyFile:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: {"Drive", "Folder"} <= listener.asked)
    buttons = BUTTONS.Ok | BUTTONS.Cancel | BUTTONS.Yes | BUTTONS.No | BUTTONS.Close | BUTTONS.Save | BUTTONS.Discard
    for widget in (QInputDialog(), QDialogButtonBox(buttons | BUTTONS.Open), QLineEdit("a"), QPlainTextEdit("a")):
        qtbot.addWidget(widget)
        widget.show()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.createStandardContextMenu().deleteLater()
    assert listener.asked - NO_WORDS == {text.en for text in catalogue("qt").values()}
