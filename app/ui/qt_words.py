"""Qt's own words in the language of the screen: buttons of dialogs, the choosing of files, the menu of a field.

Qt 6 brings no Indonesian. Its English texts are the keys, as its translators get them.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from app.words import Language, catalogue


class QtWords(QTranslator):
    """One for the application, which owns it: Qt asks it as long as there is a widget."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speaks: Language = "id"
        self._indonesian = {text.en: text.id for text in catalogue("qt").values()}

    def isEmpty(self) -> bool:
        """Qt installs no translator that says it is empty."""
        return False

    def translate(self, _context: str, text: str, _note: str | None = None, _count: int = -1) -> str | None:
        """The Indonesian of one of Qt's texts; None leaves it as it is."""
        return self._indonesian.get(text) if self.speaks == "id" else None


def speak(language: Language) -> None:
    """Have the dialogs that are opened from now on speak ``language``."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("no application that could speak")
    words = app.findChild(QtWords)
    if words is None:
        words = QtWords(app)
        app.installTranslator(words)
    words.speaks = language
