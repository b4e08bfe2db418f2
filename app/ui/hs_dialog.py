"""*Cari kode HS*: a calm window beside the HS field. It suggests; nothing is written until the person takes a code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.services.hs_lookup import HsLookup, Suggestion
from app.services.hs_words import dotted, in_a_row, told
from app.ui.desk import Desk
from app.ui.layouts import empty, in_bands, on_screen
from app.ui.look.scale import px
from app.ui.widgets.buttons import normal, primary, quiet
from app.ui.widgets.code_list import DEBOUNCE
from app.ui.widgets.hit_list import FoundCode, HitList
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.pane import Hairline
from app.ui.widgets.scroll_page import ScrollPage
from app.words import say

FAVOURITES, TAKEN = "hs_favourites", "hs"
"""Under these names the desk's habits keep HS codes."""
_MOST = 30
_SIZE = (980, 620)
_LIST = 440
_LEAST_DETAILS = 360
_Groups = Sequence[tuple[str, Sequence[Suggestion]]]


class HsDialog(QDialog):
    """Query, what was found, and about the code one points at why, what decides, and what to ask."""

    taken = Signal(str)
    """The person takes a code: six or eight digits."""

    def __init__(self, desk: Desk, query: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._lookup = desk, desk.hs()
        self._number = self._answered = 0
        self._found: dict[str, Suggestion] = {}
        self.setWindowTitle(self._say("find"))
        self.query = LineEdit(query)
        self.query.set_icon("search", leading=True)
        self.query.setAccessibleName(self._say("query"))
        self.list = HitList(self._say("results"))
        self.details = ScrollPage("ground", margins=(16, 12, 16, 12))
        self.mark, self.cancel = quiet(self._say("mark")), normal(say("window.cancel", desk.language))
        self.take = primary(self._say("take_none"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE)
        self._lay_out()
        self._connect()
        self.resize(on_screen(self, _SIZE))
        self.query.selectAll()
        self._show_pointed(None)
        self._look()

    def suggestion(self) -> Suggestion | None:
        """What one points at."""
        found = self.list.value()
        return self._found.get(found.code) if isinstance(found, FoundCode) else None

    def is_searching(self) -> bool:
        """Whether the list does not yet show what fits the query."""
        return self._pause.isActive() or self._answered != self._number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the query Down and Enter go to the list; taking is done there or by the button."""
        if self.query.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.begin()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the query."""
        super().showEvent(event)
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(px(20), px(16), px(20), px(12))
        top.setSpacing(px(10))
        top.addWidget(Heading(self._say("find"), self._say("intro")))
        top.addWidget(self.query)
        # The list gives way where letters are large and the screen is small.
        self.list.setMaximumWidth(px(_LIST))
        self.details.setMinimumWidth(px(_LEAST_DETAILS))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.list, 1)
        middle.addWidget(Hairline(upright=True))
        middle.addWidget(self.details)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(10), px(20), px(10))
        foot.addWidget(self.mark)
        foot.addStretch(1)
        foot.setSpacing(px(10))
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        in_bands(self, top, middle, foot)

    def _connect(self) -> None:
        self.query.edited.connect(self._on_edited)
        self._pause.timeout.connect(self._on_pause)
        self.list.pointed.connect(self._on_pointed)
        self.list.taken.connect(self._on_taken)
        self.take.clicked.connect(self._on_take)
        self.mark.clicked.connect(self._on_mark)
        self.cancel.clicked.connect(self.reject)

    def _look(self) -> None:
        self._number += 1
        habits = self.desk.habits
        before = (habits.taken(FAVOURITES), habits.taken(TAKEN))
        query = self.query.typed().strip()
        self.desk.search(
            "hs", partial(_looked_up, self._lookup, query, before), partial(self._on_found, self._number, query)
        )

    def _say(self, name: str) -> str:
        return say(f"hs.{name}", self.desk.language)

    def _show_pointed(self, suggestion: Suggestion | None) -> None:
        empty(self.details.column)
        self.take.setEnabled(suggestion is not None)
        self.mark.setEnabled(suggestion is not None)
        if suggestion is None:
            self.take.setText(self._say("take_none"))
            return
        code, language = suggestion.hit.code, self.desk.language
        self.take.setText(say("hs.take", language, code=dotted(code)))
        is_marked = code in self.desk.habits.taken(FAVOURITES)
        self.mark.setText(self._say("unmark" if is_marked else "mark"))
        for text, tone in told(suggestion, language):
            self.details.column.addWidget(Label(text, tone=tone, wrap=True))
            self.details.column.addSpacing(px(8))
        self.details.verticalScrollBar().setValue(0)

    def _shown(self, suggestion: Suggestion) -> FoundCode:
        hit, language = suggestion.hit, self.desk.language
        return FoundCode(hit.code, dotted(hit.code), in_a_row(hit, language), say(f"hs.{hit.certainty}", language))

    def _on_edited(self, _: str) -> None:
        self._pause.start()

    def _on_pause(self) -> None:
        self._look()

    def _on_found(self, number: int, query: str, groups: _Groups) -> None:
        if number != self._number:
            return
        self._answered = number
        self._found = {suggestion.hit.code: suggestion for _, found in groups for suggestion in found}
        titled = [(self._say(name) if name else "", [self._shown(one) for one in found]) for name, found in groups]
        self.list.show_groups(titled)
        if not self._found:
            self._show_pointed(None)
            self.details.column.addWidget(Label(self._say("nothing" if query else "begin"), tone="quiet", wrap=True))

    def _on_pointed(self, code: object) -> None:
        self._show_pointed(self._found.get(str(code)))

    def _on_taken(self, _: object) -> None:
        self._on_take()

    def _on_take(self) -> None:
        suggestion = self.suggestion()
        if suggestion is not None:
            if self.desk.habits.note(TAKEN, suggestion.hit.code):
                self.desk.keep_habits()
            self.taken.emit(suggestion.hit.code)
            self.accept()

    def _on_mark(self) -> None:
        suggestion = self.suggestion()
        if suggestion is not None:
            code = suggestion.hit.code
            self.desk.habits.mark(FAVOURITES, code, wanted=code not in self.desk.habits.taken(FAVOURITES))
            self.desk.keep_habits()
            self._show_pointed(suggestion)


def _looked_up(lookup: HsLookup, query: str, before: tuple[Sequence[str], Sequence[str]]) -> _Groups:
    """On the search thread: what fits the query; without one, what was marked and what was used."""
    if query:
        return [("", lookup.find(query, _MOST))]
    marked, taken = before
    used = lookup.known([code for code in taken if code not in marked])
    return [("favourites", lookup.known(marked)), ("taken", used)]
