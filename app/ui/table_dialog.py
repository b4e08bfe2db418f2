"""What a pasted or imported table would bring: its columns, how much it is, every doubt. Changes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.checks.labels import label_of
from app.exchange.heads import Column, known_columns
from app.exchange.proposal import Proposal, Understood, with_columns
from app.exchange.table import cell_name
from app.services.table_import import Manner, proposed
from app.ui.desk import Desk
from app.ui.layouts import empty
from app.ui.look.scale import QUIET, px
from app.ui.widgets.buttons import Button, ButtonKind
from app.ui.widgets.choices import Choices
from app.ui.widgets.combo import Combo
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.scroll_page import ScrollPage
from app.words import say

_MOST_DOUBTS = 40
"""Sentences that are shown; more would be read by nobody, and a stop is always among the first."""
_MOST_LETTERS = 60


class TableDialog(QDialog):
    """One table, or the sheets of one workbook."""

    taken = Signal(object, object, str)
    """The person takes it over: the tables as understood, the proposal, and ``add`` or ``replace``."""

    def __init__(self, desk: Desk, understood: Sequence[Understood], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk, self.understood = desk, list(understood)
        self.proposal: Proposal | None = None
        self.combos: dict[tuple[int, int], Combo] = {}
        self.setWindowTitle(self._say("table_title"))
        self.summary, self.manner = Label(strong=True, wrap=True), self._manners()
        self.take = Button(self._say("table_take"), ButtonKind.PRIMARY)
        self.cancel = Button(self._say("cancel"))
        self._doubts = QVBoxLayout()
        self._lay_out()
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.reject)
        self._propose()

    def sizeHint(self) -> QSize:
        """Room for a dozen columns and some sentences."""
        return QSize(px(720), px(560))

    def _say(self, name: str, **parts: str) -> str:
        return say(f"window.{name}", self.desk.language, **parts)

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.column.addWidget(Heading(self._say("table_title"), self._say("table_intro")))
        page.column.addSpacing(px(12))
        page.column.addWidget(self.summary)
        page.column.addLayout(self._doubts)
        page.column.addSpacing(px(12))
        if self.manner is not None:
            page.column.addWidget(self.manner)
            page.column.addSpacing(px(12))
        for at, one in enumerate(self.understood):
            for column in one.heads.columns:
                page.column.addLayout(self._row(at, one, column))
                page.column.addSpacing(px(6))
        page.column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(px(32), px(10), px(32), px(14))
        buttons.addStretch(1)
        buttons.setSpacing(px(10))
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page, 1)
        whole.addLayout(buttons)

    def _row(self, at: int, one: Understood, column: Column) -> QHBoxLayout:
        """A column: its head, its first values, and the field it is taken for."""
        name = cell_name(column.at, 1, one.table.title)[:-1]
        head = self._say("table_column", column=name, head=_short(column.head))
        values = [line.text(column.at) for line in one.table.lines if line.number > one.heads.row]
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(head, wrap=True))
        texts.addWidget(Label(_short(", ".join(value for value in values[:3] if value)), QUIET, "quiet", wrap=True))
        combo = Combo(self._fields())
        combo.choose(column.path or "")
        combo.setAccessibleName(head)
        combo.set_width(280)
        combo.chosen.connect(self._on_chosen)
        self.combos[at, column.at] = combo
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        row.addWidget(combo)
        return row

    def _fields(self) -> list[tuple[object, str]]:
        catalog, language = self.desk.ready.catalog, self.desk.language
        named = [(path, label_of(catalog, path).into(language)) for path in known_columns()]
        return [("", self._say("table_not_taken")), *named]

    def _manners(self) -> Choices | None:
        """Below the rows that are there, or instead of them: asked where there are any that say something."""
        shipment = self.desk.shipment
        told = [line for line in shipment.goods or () if line.description or line.quantity is not None]
        if not told and not shipment.packing.ranges:
            return None
        pairs = (("add", self._say("table_add")), ("replace", self._say("table_replace")))
        choices = Choices(pairs, self._say("table_manner"))
        choices.choose("add")
        return choices

    def _propose(self) -> None:
        self.take.setEnabled(False)
        desk = self.desk
        look = partial(proposed, desk.shipment, self.understood, desk.ready.catalog, desk.circumstances())
        desk.worker.ask("table", look, self._on_proposed, desk.trouble.emit)

    def _on_proposed(self, proposal: Proposal) -> None:
        self.proposal = proposal
        language = self.desk.language
        goods, ranges = len(proposal.part.goods or ()), len(proposal.part.packing.ranges or ())
        said = say("exchange.summary", language, goods=str(goods), ranges=str(ranges))
        self.summary.setText(self._say("table_stopped") if proposal.stops else said)
        empty(self._doubts)
        for found in proposal.doubts[:_MOST_DOUBTS]:
            tone = "problem" if found.stops else "quiet"
            self._doubts.addWidget(Label(found.message.into(language), QUIET, tone, wrap=True))
        self.take.setEnabled(not proposal.stops)

    def _on_chosen(self, _path: object) -> None:
        for at, one in enumerate(self.understood):
            chosen = {column: str(combo.key() or "") or None for (n, column), combo in self.combos.items() if n == at}
            changed = {c.at: chosen[c.at] for c in one.heads.columns if chosen[c.at] != c.path}
            self.understood[at] = one._replace(heads=with_columns(one.heads, changed))
        self._propose()

    def _on_take(self) -> None:
        if self.proposal is not None:
            manner: Manner = "replace" if self.manner is None or self.manner.key() == "replace" else "add"
            self.taken.emit(self.understood, self.proposal, manner)
            self.accept()


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _MOST_LETTERS else f"{one[:_MOST_LETTERS]}…"
