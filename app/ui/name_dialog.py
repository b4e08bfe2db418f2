"""Asks for a shipment's own name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from app.words import Language, say


class NameDialog(QInputDialog):
    """Goes when it is closed."""

    named = Signal(str, str)
    """The shipment's id, and the name it is to have."""

    def __init__(self, document: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("window.row_rename", language))
        self.setLabelText(say("window.name", language))
        self.setOkButtonText(say("window.rename", language))
        self.setCancelButtonText(say("window.cancel", language))
        self.textValueSelected.connect(self._on_name)

    def _on_name(self, name: str) -> None:
        self.named.emit(self._document, name)
