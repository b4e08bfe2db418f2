"""*Apa yang berubah*: the open shipment beside what it said when papers were made, or some days ago."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shipment import Shipment
from app.kinds.date import long_date
from app.services.made_papers import Making, as_of, made_from, makings
from app.services.what_changed import Change, what_changed
from app.ui.desk import Desk
from app.ui.layouts import in_bands, on_screen
from app.ui.look.scale import px
from app.ui.widgets.buttons import normal
from app.ui.widgets.combo import Combo
from app.ui.widgets.hit_list import FoundCode, HitList
from app.ui.widgets.labels import Heading, Label
from app.words import say

_SIZE = (760, 600)
_DAYS = (("before_today", 0), ("week_ago", 7))
_MOST = 500
"""So many changes are listed; nobody reads more one by one."""


class ChangesDialog(QDialog):
    """What to compare with, and the list of changes."""

    field_wanted = Signal(str)
    """The person wants to go to what changed; the path."""
    settled = Signal()
    """The list shows what was chosen."""

    def __init__(self, desk: Desk, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._document = desk, document
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say("changes"))
        self.versions = Combo()
        self.versions.setAccessibleName(self._say("compared_with"))
        self.list = HitList(self._say("changes"))
        self.said = Label(tone="quiet", wrap=True)
        self.close_button = normal(say("books.close", desk.language))
        self._lay_out()
        self.said.hide()
        self.versions.chosen.connect(self._on_chosen)
        self.list.taken.connect(self._on_taken)
        self.close_button.clicked.connect(self.reject)
        self.resize(on_screen(self, _SIZE))
        self.desk.ask(partial(makings, document=document), self._on_makings)

    def sizeHint(self) -> QSize:
        """Room for a dozen changes."""
        return QSize(px(_SIZE[0]), px(_SIZE[1]))

    def _say(self, name: str) -> str:
        return say(f"made.{name}", self.desk.language)

    def _lay_out(self) -> None:
        top, foot = QVBoxLayout(), QHBoxLayout()
        top.setContentsMargins(px(20), px(16), px(20), px(12))
        top.setSpacing(px(8))
        top.addWidget(Heading(self._say("changes"), self._say("changes_intro")))
        top.addWidget(Label(self._say("compared_with")))
        top.addWidget(self.versions)
        top.addWidget(self.said)
        foot.setContentsMargins(px(20), px(10), px(20), px(10))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        in_bands(self, top, self.list, foot)

    def _on_makings(self, found: Sequence[Making]) -> None:
        made = [(making.id, self._called(making)) for making in found]
        self.versions.offer([*made, *((name, self._say(name)) for name, _ in _DAYS)])
        self.versions.setCurrentIndex(0)
        self.versions.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_chosen(self.versions.key())

    def _called(self, making: Making) -> str:
        desk, at = self.desk, making.at.astimezone()
        forms = desk.ready.catalog.forms
        titles = ", ".join(forms[form].title.into(desk.language) for form in making.forms if form in forms)
        return say(
            "made.making", desk.language, day=long_date(at.date(), desk.language), time=f"{at:%H.%M}", titles=titles
        )

    def _on_chosen(self, version: object) -> None:
        days = dict(_DAYS).get(str(version))
        if days is None:
            self.desk.ask(partial(made_from, making=str(version)), self._on_version)
            return
        day = self.desk.today() - datetime.timedelta(days)
        moment = datetime.datetime.combine(day, datetime.time()).astimezone()
        self.desk.ask(partial(as_of, document=self._document, moment=moment), self._on_version)

    def _on_version(self, before: Shipment | None) -> None:
        if before is None:
            self._show([], "too_old")
            return
        work = partial(what_changed, self.desk.ready.catalog, before, self.desk.shipment, self.desk.circumstances())
        self.desk.worker.ask("changes", work, self._on_changes, self.desk.trouble.emit)

    def _on_changes(self, changes: Sequence[Change]) -> None:
        self._show(changes, "" if changes else "nothing")

    def _show(self, changes: Sequence[Change], said: str) -> None:
        self.list.show_groups([("", [self._shown(change) for change in changes[:_MOST]])])
        self.said.setText(self._say(said) if said else "")
        self.said.setVisible(bool(said))
        self.settled.emit()

    def _shown(self, change: Change) -> FoundCode:
        language = self.desk.language
        wording = "both" if change.before and change.after else "only_after" if change.after else "only_before"
        text = say(f"made.{wording}", language, before=change.before, after=change.after)
        is_field = change.manner == "changed"
        about = text if is_field else change.before or change.after
        return FoundCode(change.path, change.where.into(language), about, say(f"made.{change.manner}", language))

    def _on_taken(self, found: object) -> None:
        if isinstance(found, FoundCode):
            self.field_wanted.emit(found.code)
            self.accept()
