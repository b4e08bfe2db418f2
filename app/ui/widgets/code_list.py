"""A field for a code: one types code or name and takes from the list. Shows "IDTPP - Tanjung Priok", keeps the code.

Nothing is guessed: "Korea" and Tab is neither of the two, but a text that is still to be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.widgets.code_popup import CodePopup
from app.ui.widgets.code_search import CodeEntry, CodeSource
from app.ui.widgets.line_edit import LineEdit

DEBOUNCE = 120
"""Milliseconds without a key after which what was typed is looked for; a keystroke itself only starts them anew."""
_MOST = 200
"""More rows than that nobody reads; the foot says how many there are."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeEdit(LineEdit):
    """A code field. Down, F4 or the chevron open the list, Esc restores what stood there.

    Enter takes the row that is seen to be pointed at. Tab, and Enter before the list is shown, take what one went to by
    key, or what the text can only mean: a code, a name, the one that begins so, the only one found.
    """

    chosen = Signal(object)
    """The person chose; the code, or None where the field was emptied."""
    unknown = Signal(str)
    """The person left a text that is no code of the list; the text, which stays in the field."""

    def __init__(self, source: CodeSource, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._source = source
        self._popup: CodePopup | None = None
        self._code: str | None = None
        self._stood = ""
        self._page: QAbstractScrollArea | None = None
        self._question: str | None = None
        """What is being looked for, until the answer is shown."""
        self._is_pointing = False
        """Whether the person went to a row by key."""
        self._number = 0
        """Of the newest question; answers to older ones are not looked at."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE)
        self._pause.timeout.connect(self._on_pause)
        self.set_icon("down")
        self.edited.connect(self._on_edited)
        self.icon_clicked.connect(self._on_icon_clicked)
        self.finished.connect(self._on_finished)

    def code(self) -> str | None:
        """The code chosen; None while the field is empty or holds a text that is no code."""
        return self._code

    def set_code(self, code: str | None) -> None:
        """Show ``code`` with its name, an unknown one as it is; says nothing."""
        self._code = code
        entry = self._source.named(code) if code else None
        self._stood = entry.shown if entry else code or ""
        self.fill(self._stood)

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def open_list(self, typed: str = "") -> None:
        """Show what matches ``typed``, all where nothing is typed, as soon as it is found."""
        self._ask_for(typed)
        self._look()

    def close_list(self) -> None:
        """Hide the list, and forget what was looked for."""
        self._forget_question()
        if self._popup is not None and not self._popup.isHidden():
            self._popup.hide()
            self._popup.setParent(self)  # so that it dies with its field
        self._unwatch()

    def event(self, event: QEvent) -> bool:
        """Tab takes what the list points at, and goes on to the next field; Esc is the list's while it is open."""
        if isinstance(event, QKeyEvent) and self._is_busy():
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._take_meant()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take, restore; everything else is typing."""
        key = Qt.Key(event.key())
        if self._is_busy() and key in _TAKES:
            self._take_seen()
        elif self._is_busy() and key == Qt.Key.Key_Escape:
            self.fill(self._stood)
            self.close_list()
        elif self._is_busy() and key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What one types replaces the code that stands there; its list is made ready meanwhile."""
        super().focusInEvent(event)
        self._source.make_ready()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            # Backwards, so that the beginning is seen: "FOB - Free On Board", not the end of a long name.
            self.setSelection(len(self.text()), -len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        self.close_list()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """A list without its field means nothing."""
        self.close_list()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window changed under the open list."""
        if event.type() == QEvent.Type.Resize:
            self.close_list()
        return super().eventFilter(watched, event)

    def _is_busy(self) -> bool:
        """Whether the list is open, or about to be."""
        return self.is_open() or self._question is not None

    def _ask_for(self, typed: str) -> None:
        self._number += 1
        self._question = typed
        self._is_pointing = False
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        typed = self._question or ""
        self._source.find_later(typed, _MOST, partial(self._on_found, self._number, typed))

    def _forget_question(self) -> None:
        self._pause.stop()
        self._number += 1
        self._question = None

    def _step(self, steps: int) -> None:
        """Go through what was typed last, also where the pause after it has not passed yet."""
        if self._question:
            self._on_found(self._number, self._question, self._source.find(self._question, _MOST))
        if self._popup is not None and self.is_open():
            self._popup.step(steps)
            self._is_pointing = True

    def _popup_ready(self) -> CodePopup:
        if self._popup is None:
            self._popup = CodePopup(self)
            self._popup.taken.connect(self._on_taken)
        return self._popup

    def _watch(self) -> None:
        """The list stands in the window, not in the page: it must not stay behind when the page scrolls."""
        self._unwatch()
        above = self.parentWidget()
        while above is not None and not isinstance(above, QAbstractScrollArea):
            above = above.parentWidget()
        self._page = above
        if above is not None:
            above.verticalScrollBar().valueChanged.connect(self.close_list)
        self.window().installEventFilter(self)

    def _unwatch(self) -> None:
        if self._page is not None:
            self._page.verticalScrollBar().valueChanged.disconnect(self.close_list)
            self._page = None
        self.window().removeEventFilter(self)

    def _take_seen(self) -> None:
        """Take what the list points at; where the list is still to come, only what can be meant, else show it."""
        if self._question is None:
            entry = self._popup.entry() if self._popup is not None else None
            if entry is not None:
                self._take(entry)
            self.close_list()
            return
        entry = self._meant(self._question)
        if entry is None:
            self._on_found(self._number, self._question, self._source.find(self._question, _MOST))
            return
        self._take(entry)
        self.close_list()

    def _take_meant(self) -> None:
        entry = self._popup.entry() if self._is_pointing and self._popup is not None else self._meant(self.text())
        if entry is not None:
            self._take(entry)
        self.close_list()

    def _meant(self, typed: str) -> CodeEntry | None:
        """The only entry a text can mean; None where it may be several, or is none."""
        typed = typed.strip()
        if not typed or typed == self._stood.strip():
            return None
        found = self._source.find(typed, _MOST)
        begins = [entry for entry in found if entry.title.casefold().startswith(typed.casefold())]
        known = self._source.meant_by(typed)
        return known or (found[0] if len(found) == 1 else begins[0] if len(begins) == 1 else None)

    def _take(self, entry: CodeEntry) -> None:
        changed = entry.code != self._code
        self._code, self._stood = entry.code, entry.shown
        self.fill(entry.shown)
        self._source.note_taken(entry.code)
        if changed:
            self.chosen.emit(entry.code)

    def _on_pause(self) -> None:
        self._look()

    def _on_found(self, number: int, typed: str, found: Sequence[CodeEntry]) -> None:
        if number != self._number:
            return
        self._forget_question()
        popup = self._popup_ready()
        popup.offer(found, typed, self._source.foot(len(found)), self._code or "")
        popup.show_under(self)
        self._watch()

    def _on_edited(self, typed: str) -> None:
        if typed.strip():
            self._ask_for(typed)
        else:
            self.close_list()

    def _on_icon_clicked(self) -> None:
        if self._is_busy():
            self.close_list()
        else:
            self.open_list()

    def _on_taken(self, entry: object) -> None:
        if isinstance(entry, CodeEntry):
            self._take(entry)
        self.close_list()

    def _on_finished(self) -> None:
        typed = self.text().strip()
        if typed == self._stood.strip():
            return
        entry = self._source.meant_by(typed) if typed else None
        if entry is not None:
            self._take(entry)
            return
        self._code, self._stood = None, typed
        if typed:
            self.unknown.emit(typed)
        else:
            self.chosen.emit(None)
