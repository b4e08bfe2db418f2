"""What the program proposes for a page: looked at one by one, and filled in as one step. Changes nothing unasked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.catalog.pages import Page
from app.services.proposed import Proposed, proposed, with_proposals
from app.ui.desk import Desk
from app.ui.layouts import over_buttons
from app.ui.look.scale import QUIET, px
from app.ui.widgets.buttons import normal, primary, quiet
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.tick import Tick
from app.words import Language, Message, say

_INDENT = 26
"""Where a tick's words begin, at 100 %."""


def proposed_now(desk: Desk, page: Page) -> tuple[Proposed, ...]:
    """What is proposed on a page; an exporter's profile and an entry of a book know no shipment to work it out of."""
    if desk.is_profile or desk.book:
        return ()
    return proposed(desk.ready.catalog, desk.pages, page, desk.shipment, desk.circumstances())


class ProposalEntry(QWidget):
    """The button above a page's fields; it stays where it is once nothing is left to propose."""

    def __init__(self, desk: Desk, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.page = desk, page
        self.dialog: ProposalDialog | None = None
        self.shown: tuple[Proposed, ...] = ()
        self.button = quiet("")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.renew)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.open)
        desk.changed.connect(self._on_changed)
        self.renew()

    def renew(self) -> None:
        """Count anew."""
        self.shown = proposed_now(self.desk, self.page)
        count, language = str(len(self.shown)), self.desk.language
        self.button.setText(say("window.proposals" if self.shown else "window.proposals_none", language, n=count))
        self.button.setEnabled(bool(self.shown))

    def open(self) -> None:
        """Show them."""
        self.renew()
        if self.shown:
            self.dialog = ProposalDialog(self.desk.language, self.shown, self.window())
            self.dialog.confirmed.connect(self._on_confirmed)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()

    def _on_changed(self) -> None:
        # In a turn of its own: a long order is looked through.
        self._soon.start(0)

    def _on_confirmed(self, paths: frozenset[str]) -> None:
        editing = self.desk.editing
        if editing is not None and self.desk.may_change:
            edit = partial(with_proposals, at=self.desk.circumstances(), confirmed=paths)
            editing.apply(edit, Message("editing.take_proposals"))

    def _on_finished(self) -> None:
        """The keyboard goes back to where it was."""
        self.dialog = None
        self.window().activateWindow()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)


class ProposalDialog(QDialog):
    """A tick for each, its value under it."""

    confirmed = Signal(object)
    """The person wants these filled in; their declared paths."""

    def __init__(self, language: Language, shown: Sequence[Proposed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language: Language = language
        self.setWindowTitle(self._say("proposals_title"))
        self.ticks: dict[str, Tick] = {}
        self.take, self.cancel = primary(""), normal(self._say("cancel"))
        self._page = ScrollPage()
        self._page.column.addWidget(Heading(self._say("proposals_title"), self._say("proposals_intro")))
        self._page.column.addSpacing(px(12))
        for row in shown:
            self._add(row)
        self._page.column.addStretch(1)
        self._on_ticked()
        over_buttons(self, self._page, self.cancel, self.take)
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.reject)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Room for a page's proposals."""
        return QSize(px(560), px(600))

    def _say(self, name: str, **parts: str) -> str:
        return say(f"window.{name}", self._language, **parts)

    def _add(self, row: Proposed) -> None:
        label, said = row.label.into(self._language), row.said.into(self._language)
        if row.rows:
            label = self._say("proposals_rows", label=label, n=str(row.rows))
        tick = self.ticks[row.path] = Tick(label)
        tick.setChecked(True)
        tick.setAccessibleName(f"{label}: {said}")
        tick.clicked.connect(self._on_ticked)
        under = QHBoxLayout()
        under.setContentsMargins(px(_INDENT), 0, 0, px(8))
        under.addWidget(Label(said, QUIET, "quiet", wrap=True))
        self._page.column.addWidget(tick)
        self._page.column.addLayout(under)

    def _on_ticked(self) -> None:
        count = sum(tick.isChecked() for tick in self.ticks.values())
        self.take.setText(self._say("proposals_take", n=str(count)))
        self.take.setEnabled(count > 0)

    def _on_take(self) -> None:
        self.confirmed.emit(frozenset(path for path, tick in self.ticks.items() if tick.isChecked()))
        self.accept()
