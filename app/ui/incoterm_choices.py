"""Which Incoterm: the usual five at once, the other six behind *Lain*, and what the chosen one means.

What is said of a term is in our own words, after Incoterms 2020 (ICC), looked at 2026-11-24: who pays for what, where
the risk passes, and which four are for ships only.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.choices import Choices
from app.words import Language, say

_USUAL = ("EXW", "FCA", "FOB", "CFR", "CIF")
_REST = ("FAS", "CPT", "CIP", "DAP", "DPU", "DDP")
_INSTEAD = {"FAS": "FCA", "FOB": "FCA", "CFR": "CPT", "CIF": "CIP"}
"""The terms for ships only, and the one for any way that comes nearest."""
_OTHER, _UNKNOWN = "other", "unknown"


class IncotermChoices(QWidget):
    """All eleven terms, none of them needed."""

    chosen = Signal()
    """The person chose; ``code`` and ``explained`` say what."""

    def __init__(self, question: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        other, unknown = say("new_shipment.incoterm_other", language), say("new_shipment.unknown", language)
        usual = [*((code, code) for code in _USUAL), (_OTHER, other), (_UNKNOWN, unknown)]
        self.usual = Choices(usual, question)
        self.rest = Choices([(code, code) for code in _REST], f"{question} {other}")
        self.rest.hide()
        self.setFocusProxy(self.usual)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.usual)
        rows.addWidget(self.rest)
        self.usual.chosen.connect(self._on_usual)
        self.rest.chosen.connect(self._on_rest)

    def clear(self) -> None:
        """Choose nothing."""
        self.usual.choose(None)
        self.rest.choose(None)
        self.rest.hide()

    def keys(self) -> tuple[object, object]:
        """What is chosen in both rows, to be chosen again."""
        return self.usual.key(), self.rest.key()

    def choose(self, keys: tuple[object, object]) -> None:
        """Choose what :meth:`keys` said."""
        self.usual.choose(keys[0])
        self.rest.choose(keys[1])
        self.rest.setVisible(keys[0] == _OTHER)

    def code(self) -> str | None:
        """The term chosen; None where none is, or it is not known yet."""
        key = self.rest.key() if self.usual.key() == _OTHER else self.usual.key()
        return key if isinstance(key, str) and key != _UNKNOWN else None

    def explained(self, mode: str | None) -> str:
        """What the choice means for goods that travel by ``mode``, in a sentence or two; "" without a choice."""
        code, key = self.code(), self.usual.key()
        if code is None:
            words = {_OTHER: "new_shipment.incoterm_rest", _UNKNOWN: "new_shipment.incoterm_unknown"}
            return say(words[str(key)], self._language) if key is not None else ""
        if code in _INSTEAD and mode not in (None, "sea"):
            return say("new_shipment.ships_only", self._language, code=code, instead=_INSTEAD[code])
        return say(f"new_shipment.incoterm.{code}", self._language)

    def _on_usual(self, key: object) -> None:
        self.rest.setVisible(key == _OTHER)
        if key != _OTHER:
            self.rest.choose(None)
        self.chosen.emit()

    def _on_rest(self, key: object) -> None:
        self.chosen.emit()
