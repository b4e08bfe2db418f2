"""*Pengiriman baru*: five questions before any form, none of which has to be answered. Knows no shipment."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.incoterm_choices import IncotermChoices
from app.ui.look.scale import Panes, panes, px
from app.ui.look.theme import restyled
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.choices import Choices
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.code_search import CodeSource
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.labels import FieldLabel, Heading
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.pane import Gap, Hairline, Pane
from app.ui.widgets.scroll_page import ScrollPage
from app.words import Language, say

_TRANSPORT = {
    "sea_FCL": ("sea", "FCL"),
    "sea_LCL": ("sea", "LCL"),
    "air": ("air", None),
    "courier": ("courier", None),
    "post": ("post", None),
    "road": ("road", None),
}
_PAYMENT = ("advance", "open_account", "lc_sight", "dp")
_UNKNOWN = "unknown"
_PAGE, _COLUMN, _COUNTRY = 700, 604, 320
_UNBOUNDED = (1 << 24) - 1  # QWIDGETSIZE_MAX


class NewShipmentAnswers(NamedTuple):
    """What was answered, in the codes of a shipment; None is not answered or not known yet."""

    goods: str
    """What is sent, in the person's own words; may be empty."""
    country: str | None
    """The country of destination, ISO 3166-1 alpha-2."""
    mode: str | None
    """sea, air, courier, post or road."""
    load: str | None
    """FCL or LCL by sea."""
    payment: str | None
    """advance, open_account, lc_sight or dp."""
    incoterm: str | None
    country_typed: str = ""
    """What stands in the field of the country and is none."""


class Draft(NamedTuple):
    """What the screen says, to be said again in another language."""

    goods: str
    country: str | None
    country_typed: str
    transport: object
    payment: object
    incoterm: tuple[object, object]


class NewShipmentScreen(QWidget):
    """The questions at the left; at the right what whoever made it put there."""

    started = Signal(object)
    """The person wants to begin; the ``NewShipmentAnswers``."""
    cancelled = Signal()
    answered = Signal(object)
    """An answer changed; all ``NewShipmentAnswers`` as they are now."""

    def __init__(
        self, language: Language, countries: CodeSource, beside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """``beside`` stands at the right where there is room."""
        super().__init__(parent)
        self._right = beside or Pane("ground")
        self._language: Language = language
        self._labels: list[FieldLabel] = []
        self.goods = LineEdit()
        self.country = CodeEdit(countries, self._say("country_typing"))
        self.country.set_width(_COUNTRY)
        self.transport = self._transport()
        self.payment = self._payment()
        self.incoterm = IncotermChoices(self._say("incoterm"), language)
        self.start = primary(self._say("start"))
        self.cancel = quiet(self._say("cancel"))
        self.page = ScrollPage(most=_COLUMN, margins=(64, 24, 32, 24))
        self._fill_page()
        self._lay_out()
        self._connect()
        self._dress()

    def begin(self) -> None:
        """Empty it for a new shipment and put the focus on the first question."""
        self.goods.fill("")
        self.country.set_code(None)
        self.transport.choose(None)
        self.payment.choose(None)
        self.incoterm.clear()
        self.country_box.set_reading("")
        self._explain()
        self._tell()
        self.page.verticalScrollBar().setValue(0)
        self.goods.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> Draft:
        """Everything that was chosen and typed."""
        country = self.country
        return Draft(
            self.goods.typed(), country.code(), country.typed(), self.transport.key(), self.payment.key(),
            self.incoterm.keys(),
        )  # fmt: skip

    def resume(self, draft: Draft) -> None:
        """Say again what another of these screens said."""
        self.goods.fill(draft.goods)
        self.country.set_code(draft.country)
        if draft.country is None:
            self.country.fill(draft.country_typed)
        self.transport.choose(draft.transport)
        self.payment.choose(draft.payment)
        self.incoterm.choose(draft.incoterm)
        self._explain()

    def answers(self) -> NewShipmentAnswers:
        """What is answered now."""
        mode, load = _TRANSPORT.get(str(self.transport.key()), (None, None))
        payment = self.payment.key()
        known = payment if isinstance(payment, str) and payment != _UNKNOWN else None
        country = self.country.code()
        typed = "" if country else self.country.typed().strip()
        goods, incoterm = self.goods.typed().strip(), self.incoterm.code()
        return NewShipmentAnswers(goods, country, mode, load, known, incoterm, typed)

    def show_english(self, *, shown: bool) -> None:
        """Show or hide the English terms beside the questions."""
        for label in self._labels:
            label.show_english(shown)

    def showEvent(self, event: QShowEvent) -> None:
        """The focus is where it was, at first on the first question."""
        super().showEvent(event)
        stood = self.focusWidget()
        (stood if stood is not None and stood.isVisible() else self.goods).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the questions take it all."""
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if restyled(event):
            self._dress()

    def _say(self, name: str) -> str:
        return say(f"new_shipment.{name}", self._language)

    def _transport(self) -> Choices:
        words = [(key, say(f"new_shipment.transport.{key}", self._language)) for key in _TRANSPORT]
        return Choices(words, self._say("transport"))

    def _payment(self) -> Choices:
        words = [(key, say(f"new_shipment.payment.{key}", self._language)) for key in _PAYMENT]
        return Choices([*words, (_UNKNOWN, self._say("unknown"))], self._say("payment"))

    def _ask(self, name: str, term: str, editor: QWidget, hint: str = "") -> FieldBox:
        english = self._say(term) if self._language == "id" or term == "incoterm_term" else ""
        label = FieldLabel(self._say(name), english, language=self._language)
        self._labels.append(label)
        return FieldBox(label, editor, hint_text=hint, language=self._language)

    def _fill_page(self) -> None:
        self.country_box = self._ask("country", "country_term", self.country)
        self.incoterm_box = self._ask("incoterm", "incoterm_term", self.incoterm)
        boxes = (
            self._ask("goods", "goods_term", self.goods, self._say("goods_hint")),
            self.country_box,
            self._ask("transport", "transport_term", self.transport),
            self._ask("payment", "payment_term", self.payment),
            self.incoterm_box,
        )
        self.page.column.addWidget(Heading(self._say("title"), self._say("intro")))
        for box in boxes:
            self.page.column.addWidget(Gap(24))
            self.page.column.addWidget(box)

    def _lay_out(self) -> None:
        self._left, self._foot = Pane("surface"), QWidget()
        self._line = Hairline(upright=True)
        buttons = QHBoxLayout(self._foot)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.start)
        rows = QVBoxLayout(self._left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.page, Hairline(), self._foot):
            rows.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._line)
        row.addWidget(self._right, 1)
        QWidget.setTabOrder(self.start, self.cancel)

    def _connect(self) -> None:
        self.goods.returnPressed.connect(self._on_entered)
        self.country.returnPressed.connect(self._on_entered)
        self.country.edited.connect(self._on_country_edited)
        self.country.unknown.connect(self._on_country_unknown)
        self.goods.edited.connect(self._on_answered)
        self.country.chosen.connect(self._on_answered)
        self.payment.chosen.connect(self._on_answered)
        self.transport.chosen.connect(self._on_chosen)
        self.incoterm.chosen.connect(self._on_incoterm)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self._on_cancel)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            at_once = QShortcut(QKeySequence(keys), self)
            at_once.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            at_once.activated.connect(self._on_start)

    def _dress(self) -> None:
        alone = panes(self.width()) is Panes.ONE
        for part in (self._line, self._right):
            part.setHidden(alone)
        self._left.setMinimumWidth(0 if alone else px(_PAGE))
        self._left.setMaximumWidth(_UNBOUNDED if alone else px(_PAGE))
        self._foot.setMaximumWidth(px(_PAGE))
        self._foot.setFixedHeight(px(52))
        layout = self._foot.layout()
        if layout is not None:
            layout.setContentsMargins(px(64) - 8, 0, px(32), 0)  # the padding of a word hangs into the margin

    def _explain(self) -> None:
        text = self.incoterm.explained(self.answers().mode)
        self.incoterm_box.set_reading(text)
        for choices in (self.incoterm.usual, self.incoterm.rest):
            choices.setAccessibleDescription(text)

    def _tell(self) -> None:
        self.answered.emit(self.answers())

    def _on_answered(self, key: object) -> None:
        self._tell()

    def _on_entered(self) -> None:
        self.focusNextChild()

    def _on_country_edited(self, text: str) -> None:
        self.country_box.set_reading("")

    def _on_country_unknown(self, text: str) -> None:
        self.country_box.set_reading(say("new_shipment.country_unknown", self._language, text=text))

    def _on_chosen(self, key: object) -> None:
        self._explain()
        self._tell()

    def _on_incoterm(self) -> None:
        self._explain()
        self._tell()
        QTimer.singleShot(0, self._show_explanation)  # the page has no room for it before the layouts have run

    def _show_explanation(self) -> None:
        self.page.ensureWidgetVisible(self.incoterm_box, 0, px(24))

    def _on_start(self) -> None:
        self.started.emit(self.answers())

    def _on_cancel(self) -> None:
        self.cancelled.emit()
