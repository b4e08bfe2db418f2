"""One answer out of a few, all of them seen: a row of buttons, one Tab stop, arrows move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.flow import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Choices(QWidget):
    """Buttons of which at most one is chosen. None is, until somebody chooses."""

    chosen = Signal(object)
    """The person chose; the key."""

    def __init__(self, choices: Sequence[tuple[object, str]], name: str = "", parent: QWidget | None = None) -> None:
        """``name`` is the question, for a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = [key for key, _ in choices]
        self._buttons = [_ChoiceButton(text, self) for _, text in choices]
        row = FlowLayout(self)
        for button in self._buttons:
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)
            button.stepped.connect(self._on_stepped)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choose(None)

    def choose(self, key: object) -> None:
        """Show ``key`` as chosen, or nothing where it is None; says nothing."""
        at = self._keys.index(key) if key in self._keys else -1
        for i, button in enumerate(self._buttons):
            button.setChecked(i == at)
            stop = i == max(at, 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        if self._buttons:
            self.setFocusProxy(self._buttons[max(at, 0)])

    def key(self) -> object:
        """What is chosen; None where nothing is."""
        return next((k for k, b in zip(self._keys, self._buttons, strict=True) if b.isChecked()), None)

    def buttons(self) -> Sequence[Button]:
        """The buttons, in order."""
        return self._buttons

    def _on_clicked(self) -> None:
        self._take(self._buttons.index(self.sender()))  # type: ignore[arg-type]  # only our buttons are connected

    def _on_stepped(self, step: int) -> None:
        at = self._buttons.index(self.sender())  # type: ignore[arg-type]  # only our buttons are connected
        self._take((at + step) % len(self._buttons))

    def _take(self, at: int) -> None:
        self.choose(self._keys[at])
        self._buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self._keys[at])


class _ChoiceButton(Button):
    stepped = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, ButtonKind.CHOICE, parent=parent)

    def nextCheckState(self) -> None:
        """A second click does not take the answer back."""
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour, Enter chooses like Space."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
