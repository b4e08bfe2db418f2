"""Under the page, never scrolled away: the hint of the field in focus, the page's tick, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.paths import declared_path
from app.ui.desk import Desk
from app.ui.look.scale import px
from app.ui.look.theme import restyled
from app.ui.problem_view import DOCUMENTS, NEEDED, REVIEW
from app.ui.widgets.buttons import primary
from app.ui.widgets.labels import Term, at_left
from app.ui.widgets.pane import Hairline, Pane
from app.ui.widgets.scroll_page import MOST
from app.ui.widgets.tick import Tick
from app.words import say


class PageFooter(Pane):
    """One filled button a screen: the way on in words."""

    next_wanted = Signal(str)
    checked = Signal(str, bool)
    """The person looked a page over, or took that back; its id."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.desk = desk
        self._page, self._next = "", ""
        self.hint = Term()
        self.tick = Tick(say("window.page_checked", desk.language))
        self.forth = primary("")
        self.tick.clicked.connect(self._on_ticked)
        self.forth.clicked.connect(self._on_forth)
        self._lay_out()

    def show_for(self, page_id: str, following: tuple[str, str] | None, *, checked: bool) -> None:
        """Show the tick and the way on of a page. ``checked``: the person has looked it over."""
        self._page, self._next = page_id, following[0] if following else ""
        self.setVisible(page_id != DOCUMENTS)
        self.tick.setVisible(page_id not in (NEEDED, REVIEW, DOCUMENTS))
        self.tick.setChecked(checked)
        self.hint.setText("")
        if following is not None:
            self.forth.setText(say("window.next", self.desk.language, title=following[1]))
            self.forth.updateGeometry()
        self.forth.setVisible(following is not None)

    def show_hint(self, path: str) -> None:
        """Say what to write into the field in focus, with an example."""
        words = self.desk.ready.catalog.words.get(self._declared(path))
        hint = words.hint.into(self.desk.language) if words and words.hint else ""
        if words and words.example:
            example = say("window.example", self.desk.language, text=words.example.into(self.desk.language))
            hint = f"{hint}  {example}".strip()
        self.hint.setText(hint)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _declared(self, path: str) -> str:
        try:
            return declared_path(self.desk.shipment, path)
        except KeyError:
            return path

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hint_row = at_left(self.hint)
        # Above both: what scrolls ends at a line, and not in the middle of a field for no reason to be seen.
        column.addWidget(Hairline())
        column.addLayout(self._hint_row)
        # No wider than the page's column, so that the way on stands under the fields.
        self._foot = QWidget()
        self._row = QHBoxLayout(self._foot)
        self._row.addWidget(self.tick)
        self._row.addStretch(1)
        self._row.addWidget(self.forth)
        column.addWidget(self._foot)
        self._dress()

    def _dress(self) -> None:
        self._hint_row.setContentsMargins(px(32), px(4), px(32), px(4))
        self._row.setContentsMargins(px(32), px(7), px(32), px(7))
        self._foot.setMaximumWidth(px(MOST + 64))
        self.hint.setFixedHeight(px(20))

    def _on_ticked(self, ticked: bool) -> None:
        self.checked.emit(self._page, ticked)

    def _on_forth(self) -> None:
        if self.tick.isChecked():
            self.checked.emit(self._page, self.tick.isChecked())
        if self._next:
            self.next_wanted.emit(self._next)
