"""Which widget shows a page of a shipment, and what of it the screen hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.catalog.pages import Page
from app.services.tasks import SHEET
from app.ui.documents_page import DocumentsPage
from app.ui.needed_page import NeededPage
from app.ui.page_view import PageView
from app.ui.problem_view import DOCUMENTS, NEEDED, REVIEW
from app.ui.review_page import ReviewPage
from app.ui.sheet_page import SheetPage

if TYPE_CHECKING:
    from app.ui.shipment_screen import ShipmentScreen

Made = PageView | SheetPage | NeededPage | ReviewPage | DocumentsPage


def made_page(screen: ShipmentScreen, page_id: str) -> Made:
    """A page made anew, connected with the screen that shows it."""
    desk = screen.desk
    if page_id == NEEDED:
        needed = NeededPage(desk)
        needed.answer_wanted.connect(screen.go_to)
        needed.built.connect(screen.put_in_order)
        return needed
    if page_id == REVIEW:
        review = ReviewPage(desk, screen.remarks)
        review.change_wanted.connect(screen.go_to)
        return review
    if page_id == DOCUMENTS:
        documents = DocumentsPage(desk)
        documents.shown.connect(screen.preview.show_form)
        documents.fill_wanted.connect(screen.go_to)
        return documents
    page = next(page for page in screen.tasks.pages if page.id == page_id)
    return SheetPage(desk, page) if page_id.startswith(SHEET) else _asking(screen, page)


def _asking(screen: ShipmentScreen, page: Page) -> PageView:
    view = PageView(screen.desk, page, english=screen.english)
    view.focused.connect(screen.on_focused)
    view.book_wanted.connect(screen.book_wanted)
    view.built.connect(screen.put_in_order)
    return view
