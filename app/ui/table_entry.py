"""Tables into a page with a grid: Ctrl+V of one with heads, and *Impor dari Excel*. The worker reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.domain.shipment import Shipment
from app.exchange.pasted import table_from_clipboard
from app.exchange.proposal import Proposal, Understood, begins_with_heads, understand, without_heads
from app.exchange.table import Table, TableRefused
from app.services.table_columns import remember_columns, remembered_columns
from app.services.table_import import Manner, heads_to_remember, read_tables, taken_over
from app.ui.desk import Desk
from app.ui.grid_block import GridBlock
from app.ui.table_dialog import TableDialog
from app.ui.widgets.buttons import Button, ButtonKind
from app.words import Message, same, say

_Tables = Callable[[], tuple[Table, ...]]
_LOOKED_AT = 10


class TableEntry(QWidget):
    """Stands under a grid."""

    def __init__(self, desk: Desk, grid: GridBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.grid = desk, grid
        self.dialog: TableDialog | None = None
        self.button = Button(say("window.table_import", desk.language), ButtonKind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.ask_for_file)
        grid.actions_.takes_table = self.paste

    def paste(self) -> bool:
        """Show the clipboard's table, where it is one with heads; whether it is. Mere cells are left to the grid."""
        data = QGuiApplication.clipboard().mimeData()
        text = data.text() if data.hasText() else ""
        html = data.html() if data.hasHtml() else ""
        if "\t" in text and not begins_with_heads(
            table_from_clipboard(_first_lines(text), ""), self.desk.ready.catalog
        ):
            return False
        if "\t" not in text and "<table" not in html.lower():
            return False
        self._read(partial(_pasted, text, html), "paste_rows")
        return True

    def ask_for_file(self) -> None:
        """Choose a workbook or a CSV file."""
        dialog = QFileDialog(self, say("window.table_open", self.desk.language))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(f"{say('window.table_files', self.desk.language)} (*.xlsx *.csv *.tsv *.txt)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def import_file(self, path: str) -> None:
        """Show what a file holds."""
        self._read(partial(read_tables, Path(path)), "import_rows")

    def _read(self, tables: _Tables, step: str) -> None:
        desk, buyer = self.desk, self.desk.shipment.buyer.name
        at = self.grid.table.currentIndex().column()
        columns = [f"{self.grid.page.grid}.*.{column.name}" for column in self.grid.model.columns if column.typed]
        work = partial(_understood, tables, desk, buyer, columns[max(at, 0) :])
        desk.worker.ask("table", work, partial(self._on_read, step), desk.trouble.emit)

    def _on_read(self, step: str, understood: Sequence[Understood]) -> None:
        self.dialog = TableDialog(self.desk, understood, self.window())
        self.dialog.taken.connect(partial(self._on_taken, step))
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self) -> None:
        """The keyboard goes back to where it was."""
        self.dialog = None
        self.window().activateWindow()
        self.grid.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self, step: str, understood: Sequence[Understood], proposal: Proposal, manner: Manner) -> None:
        editing, desk = self.desk.editing, self.desk
        if editing is None:
            return
        part = proposal.part
        n = len(part.goods or part.packing.ranges or ())
        named = Message(f"editing.{step}", {"n": same(str(n))})

        def edit(shipment: Shipment) -> Shipment:
            return taken_over(shipment, proposal, manner)

        editing.apply(edit, named)
        keep = partial(_keep_heads, desk, desk.shipment.buyer.name, understood)
        desk.worker.ask("columns", keep, _nothing, desk.trouble.emit)


def _understood(tables: _Tables, desk: Desk, buyer: str | None, columns: Sequence[str]) -> list[Understood]:
    """The tables by their heads; one without heads by the columns of the grid, from the cell one is on."""
    found, catalog = tables(), desk.ready.catalog
    try:
        return understand(found, catalog, remembered_columns(desk.data, buyer))
    except TableRefused:
        if len(found) != 1 or not found[0].lines:
            raise
        return [without_heads(found[0], columns)]


def _keep_heads(desk: Desk, buyer: str | None, understood: Sequence[Understood]) -> None:
    remember_columns(desk.data, buyer, heads_to_remember(understood, desk.ready.catalog))


def _pasted(text: str, html: str) -> tuple[Table, ...]:
    return (table_from_clipboard(text, html),)


def _first_lines(text: str) -> str:
    """Heads stand in these, and they are soon looked at."""
    return "".join(text.splitlines(keepends=True)[:_LOOKED_AT])


def _nothing(_: None) -> None:
    """What was kept is used the next time."""
