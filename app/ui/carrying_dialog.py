"""*Pengiriman baru dari ini*: what is taken over from an earlier shipment and what is emptied, both changeable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.shipment import Shipment
from app.services.carrying_over import answered, continue_from, groups
from app.store.body import file_of
from app.ui.layouts import over_buttons
from app.ui.look.scale import px
from app.ui.widgets.buttons import normal, primary
from app.ui.widgets.labels import Heading, section_title
from app.ui.widgets.scroll_page import ScrollPage
from app.ui.widgets.tick import Tick
from app.words import Language, say

if TYPE_CHECKING:
    from app.store.store import Store
    from app.ui.desk import Desk


class CarryingDialog(QDialog):
    """One tick a group: first what is taken over unasked, then what is emptied. Only groups that say anything."""

    agreed = Signal(object)
    """The person wants the new shipment; the ids of the groups it takes over."""

    def __init__(self, language: Language, shipment: Shipment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language: Language = language
        self.setWindowTitle(self._say("carry_title"))
        self.ticks: dict[str, Tick] = {}
        for group in groups():
            if answered(group, shipment):
                tick = self.ticks[group.id] = Tick(group.title.text.into(language))
                tick.setChecked(group.carried)
        self.make, self.cancel = primary(self._say("carry_make")), normal(self._say("cancel"))
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self.reject)
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Room for all groups."""
        return QSize(px(560), px(600))

    def _say(self, name: str) -> str:
        return say(f"window.{name}", self._language)

    def _lay_out(self) -> None:
        page = ScrollPage()
        page.column.addWidget(Heading(self._say("carry_title"), self._say("carry_intro")))
        for carried, name in ((True, "carry_taken"), (False, "carry_emptied")):
            ticks = [self.ticks[g.id] for g in groups() if g.id in self.ticks and g.carried is carried]
            if ticks:
                page.column.addSpacing(px(16))
                page.column.addWidget(section_title(self._say(name)))
                page.column.addSpacing(px(4))
            for tick in ticks:
                page.column.addWidget(tick)
        page.column.addStretch(1)
        over_buttons(self, page, self.cancel, self.make)

    def _on_make(self) -> None:
        # A group of which the earlier shipment says nothing is neither here nor there.
        self.agreed.emit(frozenset(name for name, tick in self.ticks.items() if tick.isChecked()))
        self.accept()


class CarryingOver(QObject):
    """Asks what to take over from a shipment of the list, and has the new one made."""

    made = Signal(str)
    """The new shipment is kept; its id."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._document = desk, ""
        self._above: QWidget | None = None

    def ask(self, document: str, above: QWidget) -> None:
        """Look into the shipment, then ask over the widget ``above``."""
        self._document, self._above = document, above
        self._desk.ask(partial(_read, document=document), self._on_read)

    def _on_read(self, shipment: Shipment) -> None:
        dialog = CarryingDialog(self._desk.language, shipment, self._above)
        dialog.agreed.connect(self._on_agreed)
        dialog.open()

    def _on_agreed(self, kept: frozenset[str]) -> None:
        job = partial(continue_from, document=self._document, kept=kept, summarise=self._desk.summarise())
        self._desk.ask(job, self.made.emit)


def _read(store: Store, document: str) -> Shipment:
    return file_of(store.body(document)).shipment
