"""The start screen: first start, list of shipments, bin, or what stands in the way. The first thing that is painted.

Knows only what it is handed. What is painted first is a plain ground; the pages are imported and built when they come.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.ui.widgets.pane import Pane
from app.words import Language, say

if TYPE_CHECKING:
    from app.ui.start.backups_page import BackupsPage
    from app.ui.start.bin_page import BinPage
    from app.ui.start.first_page import FirstPage
    from app.ui.start.list_page import ListPage
    from app.ui.start.trouble_page import TroublePage
    from app.ui.widgets.shipment_table import ShipmentRow

    Page = FirstPage | ListPage | BinPage | TroublePage | BackupsPage


class StartScreen(QWidget):
    """One page at a time. A page that is shown anew takes the focus; one that is only refreshed leaves it alone."""

    new_wanted = Signal()
    sample_wanted = Signal()
    """The person wants to see a sample, whichever."""
    samples_wanted = Signal(QPoint)
    """The person wants to choose among the samples; where on the screen a menu may stand."""
    open_file_wanted = Signal()
    recent_wanted = Signal(str)
    opened = Signal(object)
    row_menu_wanted = Signal(object, QPoint)
    bin_wanted = Signal()
    list_wanted = Signal()
    restored = Signal(object)
    bin_emptied = Signal()
    language_chosen = Signal(str)
    paper_chosen = Signal(str)
    role_chosen = Signal(str)
    trouble_action = Signal(str)

    def __init__(self, language: Language, paper: str, role: str, parent: QWidget | None = None) -> None:
        """``paper`` is A4, F4 or LETTER, ``role`` exporter or advisor: what is set already. Waits at first."""
        super().__init__(parent)
        self._language: Language = language
        self._paper, self._role = paper, role
        self._waiting = Pane("surface")
        self._waiting.setAccessibleName(say("start.waiting", language))
        self._page: Page | None = None
        self._first: FirstPage | None = None
        self._list: ListPage | None = None
        self._bin: BinPage | None = None
        self._trouble: TroublePage | None = None
        self.backups: BackupsPage | None = None
        """The page of backups, from when it was first wanted."""
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._waiting)

    def show_waiting(self) -> None:
        """Show nothing yet: what comes next is not known, and nothing is to jump."""
        self._turn_to(None)

    def show_first(self, *, at_language: bool = False) -> None:
        """Welcome somebody who has no shipment yet. ``at_language`` puts the focus there: it was just changed."""
        page = self._first_page()
        page.begins_with = page.settings.language if at_language else page.new
        self._turn_to(page)

    def show_list(self, rows: Sequence[ShipmentRow], bin_count: int, recent: Sequence[str]) -> None:
        """Show the shipments, how many are in the bin, and the paths of files opened lately, the latest first."""
        page = self._list_page()
        page.show_rows(rows, bin_count, recent)
        self._turn_to(page)

    def show_bin(self, rows: Sequence[ShipmentRow]) -> None:
        """Show what is in the bin; ``changed`` of a row is the day it was put there."""
        page = self._bin_page()
        page.show_rows(rows)
        self._turn_to(page)

    def show_trouble(self, happened: str, safe: str, advice: str, actions: Sequence[tuple[str, str]]) -> None:
        """Say why there is no list, what is safe and what to do; ``actions`` are keys and words of buttons."""
        from app.ui.start.trouble_page import TroublePage

        old, page = self._trouble, TroublePage(self._language, (happened, safe, advice), actions)
        page.acted.connect(self.trouble_action)
        self._trouble = page
        self._pages.addWidget(page)
        self._turn_to(page)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def show_backups(self) -> BackupsPage:
        """Show a page for the backups, which are not known yet; gives the page."""
        from app.ui.start.backups_page import BackupsPage

        old, page = self.backups, BackupsPage(self._language)
        page.back_wanted.connect(self.list_wanted)
        self.backups = page
        self._pages.addWidget(page)
        self._turn_to(page)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        return page

    def set_picture(self, picture: QImage) -> None:
        """Show this sample paper beside the welcome."""
        self._first_page().picture.show_picture(picture)

    def begin_search(self) -> None:
        """Put the focus into the search of the list, where the list is shown."""
        if self._page is not None and self._page is self._list:
            self._page.begin_search()

    def clear_search(self) -> None:
        """Show all shipments, because one was made that the search would hide."""
        if self._list is not None:
            self._list.clear_search()

    def showEvent(self, event: QShowEvent) -> None:
        """Back from a shipment the focus is where it was; at first it is on what the page begins with."""
        super().showEvent(event)
        stood = self.focusWidget()
        if stood is not None and stood.isVisible():
            stood.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._page is not None:
            self._page.begin()

    def _turn_to(self, page: Page | None) -> None:
        """Show ``page``; the focus goes there, unless it was shown already."""
        if page is self._page:
            return
        self._page = page
        self._pages.setCurrentWidget(self._waiting if page is None else page)
        if page is not None:
            page.begin()

    def _first_page(self) -> FirstPage:
        from app.ui.start.first_page import FirstPage

        if self._first is None:
            page = FirstPage(self._language, self._paper, self._role)
            page.new_wanted.connect(self.new_wanted)
            page.sample_wanted.connect(self.sample_wanted)
            page.settings.language_chosen.connect(self.language_chosen)
            page.settings.paper_chosen.connect(self.paper_chosen)
            page.settings.role_chosen.connect(self.role_chosen)
            self._pages.addWidget(page)
            self._first = page
        return self._first

    def _list_page(self) -> ListPage:
        from app.ui.start.list_page import ListPage

        if self._list is None:
            page = ListPage(self._language)
            page.new_wanted.connect(self.new_wanted)
            page.samples_wanted.connect(self.samples_wanted)
            page.bin_wanted.connect(self.bin_wanted)
            page.open_file_wanted.connect(self.open_file_wanted)
            page.recent.wanted.connect(self.recent_wanted)
            page.table.opened.connect(self.opened)
            page.table.menu_wanted.connect(self.row_menu_wanted)
            self._pages.addWidget(page)
            self._list = page
        return self._list

    def _bin_page(self) -> BinPage:
        from app.ui.start.bin_page import BinPage

        if self._bin is None:
            page = BinPage(self._language)
            page.back_wanted.connect(self.list_wanted)
            page.restored.connect(self.restored)
            page.emptied.connect(self.bin_emptied)
            self._pages.addWidget(page)
            self._bin = page
        return self._bin
