"""A field for a code: one types code or name and takes from the list. Shows "IDTPP - Tanjung Priok", keeps the code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.widgets.code_popup import CodePopup
from app.ui.widgets.code_search import CodeEntry, CodeSearch
from app.ui.widgets.line_edit import LineEdit
from app.words import Language, say

_MOST = 200
"""More rows than that nobody reads; the foot says how many there are."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListWords(NamedTuple):
    """What the foot of the list says of it."""

    what: str
    """What the codes are of, in the plural: "pelabuhan"."""
    date: str
    """The day the list is of, as people read it: "31 Juli 2026"."""


class CodeEdit(LineEdit):
    """A code field. Down, F4 or the chevron open the list, Enter or Tab takes, Esc restores what stood there."""

    chosen = Signal(object)
    """The person chose; the code, or None where the field was emptied."""
    unknown = Signal(str)
    """The person left a text that is no code of the list; the text, which stays in the field."""

    def __init__(
        self,
        entries: Callable[[], Sequence[CodeEntry]],
        words: ListWords,
        language: Language = "id",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``entries`` is asked once, when the list is needed for the first time."""
        super().__init__(placeholder=placeholder, parent=parent)
        self._ask, self._words, self._language = entries, words, language
        self._search: CodeSearch | None = None
        self._popup: CodePopup | None = None
        self._code: str | None = None
        self._stood = ""
        self._page: QAbstractScrollArea | None = None
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
        entry = self._ready().find(code) if code else None
        self._stood = entry.shown if entry else code or ""
        self.fill(self._stood)

    def forget_entries(self) -> None:
        """Ask for the entries again at the next need: a list was imported, or the language changed."""
        self._search = None

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup is not None and self._popup.isVisible()

    def open_list(self, typed: str = "") -> None:
        """Show what matches ``typed``, all where nothing is typed."""
        found, count = self._ready().matching(typed, _MOST)
        popup = self._popup_ready()
        popup.offer(found, typed, self._foot(len(found), count), self._code or "")
        popup.show_under(self)
        self._watch()

    def close_list(self) -> None:
        """Hide the list."""
        if self._popup is not None and not self._popup.isHidden():
            self._popup.hide()
            self._popup.setParent(self)  # so that it dies with its field
        self._unwatch()

    def event(self, event: QEvent) -> bool:
        """Tab takes what the list points at, and goes on to the next field; Esc is the list's while it is open."""
        if isinstance(event, QKeyEvent) and self.is_open():
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._take_current()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take, restore; everything else is typing."""
        key = Qt.Key(event.key())
        if self.is_open() and key in _TAKES:
            self._take_current()
        elif self.is_open() and key == Qt.Key.Key_Escape:
            self.fill(self._stood)
            self.close_list()
        elif self.is_open() and self._popup is not None and key in _STEPS:
            self._popup.step(_STEPS[key])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What one types replaces the code that stands there."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

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

    def _ready(self) -> CodeSearch:
        if self._search is None:
            self._search = CodeSearch(self._ask())
        return self._search

    def _popup_ready(self) -> CodePopup:
        if self._popup is None:
            self._popup = CodePopup(self)
            self._popup.taken.connect(self._on_taken)
        return self._popup

    def _foot(self, shown: int, count: int) -> str:
        if not count:
            return say("window.codes_none", self._language, date=self._words.date)
        total = f"{len(self._ready().entries):,}"
        if self._language == "id":
            total = total.replace(",", ".")
        texts = {"shown": str(shown), "total": total, "what": self._words.what, "date": self._words.date}
        return say("window.codes_foot", self._language, **texts)

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

    def _take_current(self) -> None:
        entry = self._popup.entry() if self._popup is not None else None
        if entry is not None:
            self._take(entry)
        self.close_list()

    def _take(self, entry: CodeEntry) -> None:
        changed = entry.code != self._code
        self._code, self._stood = entry.code, entry.shown
        self.fill(entry.shown)
        if changed:
            self.chosen.emit(entry.code)

    def _on_edited(self, typed: str) -> None:
        if typed.strip():
            self.open_list(typed)
        else:
            self.close_list()

    def _on_icon_clicked(self) -> None:
        if self.is_open():
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
        entry = self._ready().meant_by(typed) if typed else None
        if entry is not None:
            self._take(entry)
            return
        self._code, self._stood = None, typed
        if typed:
            self.unknown.emit(typed)
        else:
            self.chosen.emit(None)
