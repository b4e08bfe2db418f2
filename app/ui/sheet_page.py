"""The sheet to type from: one screen of the portal at a time, each value with *Salin* and a tick that stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.catalog.pages import Page
from app.checks.required import missing_paths
from app.domain.derived import Figures
from app.services.tasks import SHEET
from app.services.typing_sheet import Screen, done, done_path, screens, with_done
from app.ui.desk import Desk
from app.ui.look.scale import px
from app.ui.widgets.buttons import normal
from app.ui.widgets.combo import Combo
from app.ui.widgets.copy_rows import CopyRow, CopyRows
from app.ui.widgets.labels import Heading, Label
from app.ui.widgets.scroll_page import ScrollPage
from app.words import say

_SCREENS = 360
"""How wide the list of screens is, at 100 %."""


class SheetPage(ScrollPage):
    """Which screen, its values, how many are typed."""

    def __init__(self, desk: Desk, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.desk = desk
        self.form = desk.ready.catalog.forms[page.id.removeprefix(SHEET)]
        self.screens: tuple[Screen, ...] = ()
        """The portal's screens with what is typed into each."""
        self.which = Combo()
        self.forth = normal(say("sheet.next", desk.language))
        self.rows = CopyRows(desk.language)
        self.said = Label("", tone="quiet", wrap=True)
        self._arrange(page)
        self.which.chosen.connect(self._on_screen)
        self.forth.clicked.connect(self._on_forth)
        self.rows.copy_wanted.connect(self._on_copy)
        self.rows.ticked.connect(self._on_ticked)
        desk.changed.connect(self.renew)
        self.renew()
        self.which.choose(self._first_open())
        self._show()

    def renew(self) -> None:
        """Read the shipment again."""
        desk = self.desk
        self.screens = screens(desk.ready.catalog, self.form, desk.shipment, desk.circumstances())
        self.which.offer([(n, screen.title.into(desk.language)) for n, screen in enumerate(self.screens)])
        if self.which.key() is None:
            self.which.choose(0)
        self._show()

    def focus_first(self) -> None:
        """Begin at the screens."""
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, page: Page) -> None:
        language = self.desk.language
        where = self.form.typed_into.into(language) if self.form.typed_into else ""
        self.column.addWidget(Heading(page.title.text.into(language), say("sheet.intro", language, where=where)))
        self.column.addSpacing(px(16))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.which.set_width(_SCREENS)
        self.which.setAccessibleName(say("sheet.screen", language))
        for widget in (self.which, self.forth):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(px(8))
        self.column.addWidget(self.said)
        self.column.addSpacing(px(8))
        self.column.addWidget(self.rows)

    def _show(self) -> None:
        language, typed = self.desk.language, done(self.form, self.desk.shipment)
        marks = {fact.mark for screen in self.screens for fact in screen.facts}
        counted = say("sheet.progress", language, n=str(len(marks & typed)), of=str(len(marks)))
        lacking = len(self._lacking())
        told = [counted, *([say("sheet.lacking", language, n=str(lacking))] if lacking else [])]
        self.said.setText("  ·  ".join(told) if marks else say("sheet.nothing", language))
        self.forth.setEnabled(self._number() + 1 < len(self.screens))
        facts = self.screens[self._number()].facts if self.screens else ()
        self.rows.show_rows([CopyRow(f.mark, f.label.into(language), f.shown, f.mark in typed) for f in facts])
        self.rows.setEnabled(self.desk.may_change)

    def _lacking(self) -> set[str]:
        desk = self.desk
        return set(missing_paths(self.form, Figures(desk.shipment, desk.circumstances())))

    def _number(self) -> int:
        key = self.which.key()
        return key if isinstance(key, int) and key < len(self.screens) else 0

    def _first_open(self) -> int:
        typed = done(self.form, self.desk.shipment)
        is_open = (any(fact.mark not in typed for fact in screen.facts) for screen in self.screens)
        return next((n for n, is_so in enumerate(is_open) if is_so), 0)

    def _on_screen(self, key: object) -> None:
        self._show()

    def _on_forth(self) -> None:
        self.which.choose(self._number() + 1)
        self._show()

    def _on_copy(self, mark: object) -> None:
        fact = next(fact for screen in self.screens for fact in screen.facts if fact.mark == mark)
        QGuiApplication.clipboard().setText(fact.copied)
        self.rows.say_copied(mark)

    def _on_ticked(self, mark: object, typed: bool) -> None:
        if self.desk.editing is not None:
            before = done(self.form, self.desk.shipment)
            kept = with_done(self.screens, before, [str(mark)], typed=typed)
            self.desk.editing.change_text(done_path(self.form), kept)
