"""The way from a row of goods to *Cari kode HS* and back: what is taken goes into the row as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.services.hs_words import dotted
from app.ui.hs_dialog import HsDialog
from app.ui.widgets.buttons import Button, quiet
from app.words import Message, same, say

if TYPE_CHECKING:
    from app.ui.grid_block import GridBlock
    from app.ui.shipment_screen import ShipmentScreen

_COLUMN = "hs_code"


class HsFinding(QObject):
    """Belongs to a grid that has a column of HS codes."""

    def __init__(self, grid: GridBlock) -> None:
        super().__init__(grid)
        self.grid = grid
        self.dialog: HsDialog | None = None
        self.button = _button(grid)
        self.button.clicked.connect(self.open)
        grid.table.finder_wanted.connect(self.open)

    def open(self) -> None:
        """Ask for the code of the row one is on, beginning with what its goods are called."""
        query = self._query()
        self.grid.table.drop_edited()
        self.dialog = HsDialog(self.grid.desk, query, self.grid.window())
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.taken.connect(self._on_taken)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _query(self) -> str:
        """What is being typed into the HS cell, else the goods' own name, else nothing."""
        table, model = self.grid.table, self.grid.model
        editor, at = table.editor(), table.currentIndex()
        if editor is not None and model.columns[at.column()].name == _COLUMN:
            return editor.typed().strip()
        row = model.row_at(at.row())
        names = (getattr(row, name, None) for name in ("own_description", "description"))
        return next((" ".join(name.split()) for name in names if name), "")

    def _on_taken(self, code: str) -> None:
        editing, grid = self.grid.desk.editing, self.grid
        if editing is None:
            return
        step = Message("editing.take_hs", {"code": same(dotted(code))})
        row = grid.model.row_at(grid.table.currentIndex().row())
        if row is None:
            editing.add_rows(grid.page.grid, [{_COLUMN: code}], step=step)
        else:
            editing.change_text(f"{grid.page.grid}.{row.id}.{_COLUMN}", code, step)

    def _on_finished(self, _: int) -> None:
        self.dialog = None
        self.grid.table.setFocus(Qt.FocusReason.OtherFocusReason)


def finding_for(grid: GridBlock) -> HsFinding | None:
    """The finder of a grid with HS codes; None for another grid."""
    return HsFinding(grid) if any(column.name == _COLUMN for column in grid.model.columns) else None


def _button(grid: GridBlock) -> Button:
    return quiet(say("hs.find", grid.desk.language), "search")


def find_hs(screen: ShipmentScreen) -> None:
    """Find the HS code of the goods one is on; from another page, go to the goods first."""
    from app.ui.page_view import PageView

    page = next((page for page in screen.tasks.pages if page.grid == "goods"), None)
    if page is not None and page.id != screen.page_id:
        screen.show_page(page.id)
    view = screen.view()
    if isinstance(view, PageView) and view.grid is not None and view.grid.finding is not None:
        view.grid.finding.open()
