"""Where a page asks about what a book keeps: a button to take an entry, and one to keep what is said there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout

from app.services.books import book_for
from app.ui.look.scale import px
from app.ui.widgets.buttons import quiet
from app.words import say

if TYPE_CHECKING:
    from app.catalog.pages import Block
    from app.ui.page_view import PageView


def book_buttons(view: PageView, block: Block) -> QHBoxLayout | None:
    """A row of buttons; None where no book keeps what the block begins with, and in an entry itself."""
    target = (block.asked[0][0].path if block.asked else "").rpartition(".")[0]
    found = book_for(target) if "*" not in target else None
    if found is None or view.desk.is_profile or view.page.grid:
        return None
    name, presses = say(f"books.{found[0].screen}", view.desk.language), _Presses(view, target)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    take = quiet(name, "search")
    keep = quiet(say("books.keep_in", view.desk.language, book=name), "save")
    take.clicked.connect(presses.take)
    keep.clicked.connect(presses.keep)
    for button in (take, keep):
        row.addWidget(button)
    row.addStretch(1)
    return row


def add_to_grid(view: PageView) -> None:
    """A button over the questions about a row, where a book keeps such rows."""
    found = book_for(f"{view.page.grid}.new")
    if view.grid is None or found is None:
        return
    take = quiet(say(f"books.{found[0].screen}", view.desk.language), "folder")
    take.clicked.connect(_Presses(view, "").take)
    view.grid.details.add_to_head(take)


class _Presses(QObject):
    """Says on the page what was pressed; goes with it."""

    def __init__(self, view: PageView, target: str) -> None:
        super().__init__(view)
        self._view, self._target = view, target

    def take(self) -> None:
        self._view.book_wanted.emit("take", self._target)

    def keep(self) -> None:
        self._view.book_wanted.emit("keep", self._target)
