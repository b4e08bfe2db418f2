"""The pages of an open shipment: those of its questions, and those that every shipment has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.ui.documents_page import DocumentsPage
from app.ui.needed_page import NeededPage
from app.ui.page_view import PageView
from app.ui.problem_view import DOCUMENTS, NEEDED, REVIEW
from app.ui.review_page import ReviewPage

if TYPE_CHECKING:
    from app.ui.shipment_screen import ShipmentScreen


def made_page(screen: ShipmentScreen, page_id: str) -> QWidget:
    """A new page, connected with the screen that shows it."""
    if page_id == NEEDED:
        needed = NeededPage(screen.desk)
        needed.answer_wanted.connect(screen.go_to)
        needed.built.connect(screen.put_in_order)
        return needed
    if page_id == REVIEW:
        review = ReviewPage(screen.desk, screen.remarks)
        review.change_wanted.connect(screen.go_to)
        return review
    if page_id == DOCUMENTS:
        documents = DocumentsPage(screen.desk)
        documents.shown.connect(screen.preview.show_form)
        documents.fill_wanted.connect(screen.go_to)
        return documents
    page = next(page for page in screen.tasks.pages if page.id == page_id)
    view = PageView(screen.desk, page, english=screen.english)
    view.focused.connect(screen.show_hint)
    view.built.connect(screen.put_in_order)
    return view
