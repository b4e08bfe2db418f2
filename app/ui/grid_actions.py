"""What one does with cells and rows of a grid, by key or from a menu. Each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from app.catalog.pages import Page
from app.domain.fields import declared_name
from app.services.cell_block import Block, read, written
from app.services.editing import new_id
from app.services.grid_edits import Cells, Target, read_block
from app.ui.desk import Desk
from app.ui.grid_keys import KEYS
from app.ui.grid_view import Chosen, GridView
from app.ui.widgets.labels import Label
from app.words import Message, same, say

_AT_ONCE = 2000
"""So many cells are read while one waits; more are read by the worker."""


class _Paste(NamedTuple):
    """A block on its way into the grid."""

    first: int
    columns: range
    rows: int
    too_wide: int


class GridActions(QObject):
    """The commands of one grid."""

    def __init__(self, desk: Desk, page: Page, view: GridView, said: Label) -> None:
        super().__init__(view)
        self.desk, self.view, self.model, self._said = desk, view, view.grid, said
        self.list_path = page.grid
        self.column = 0
        """The column one is in, for when the table is another."""
        self.takes_table: Callable[[], bool] = _no_table
        """Whether what is on the clipboard goes another way than into the cells."""
        self._pasting: _Paste | None = None
        self.all: dict[str, QAction] = {}
        for name, keys in KEYS.items():
            action = QAction(say(f"window.do_{name}", desk.language).replace("&", ""), view)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(getattr(self, name))
            view.addAction(action)
            self.all[name] = action
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.escaped.connect(self._on_escaped)

    def copy(self) -> None:
        """The chosen cells as text, as one would type them."""
        chosen = self.view.chosen()
        if chosen.rows:
            QGuiApplication.clipboard().setText(written(self.model.texts(chosen.rows, chosen.columns)))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self._empty("cut_cells")

    def clear(self) -> None:
        """Empty the chosen cells; the rows stay."""
        self._empty("clear_cells")

    def fill_down(self) -> None:
        """The first chosen row's cells into those below; of one row alone, the cells above it into it."""
        chosen = self.view.chosen()
        rows = chosen.rows
        if rows and len(rows) == 1 and rows[0] > 0:
            rows = range(rows[0] - 1, rows[0] + 1)
        if len(rows) < 2:
            return
        source, names = self.model.row_at(rows[0]), self._names(chosen)
        if source is None:
            return
        typed = self.desk.shipment.typed
        said = {name: typed.get(f"{self.list_path}.{source.id}.{name}") for name in names}
        ids = self._ids(rows[1:])
        values = {row_id: {name: getattr(source, name) for name in names} for row_id in ids}
        unread = {f"{self.list_path}.{i}.{name}": text for i in ids for name, text in said.items() if text is not None}
        self._put(Cells(self.list_path, values, unread), _counted("fill_down", len(ids) * len(names)))
        self.view.choose(chosen.rows, chosen.columns)

    def paste(self) -> None:
        """The clipboard's rows of cells from the first chosen cell on; beyond the last row they make new ones."""
        if self.desk.may_change and self.takes_table():
            return
        block, chosen = read(QGuiApplication.clipboard().text()), self.view.chosen()
        if not block or not self.desk.may_change:
            return
        if len(block) == len(block[0]) == 1 and len(chosen.rows) * len(chosen.columns) > 1:
            block = [block[0] * len(chosen.columns)] * len(chosen.rows)
        first = self.view.currentIndex().row() if not chosen.rows else chosen.rows[0]
        left = chosen.columns[0] if chosen.rows else 0
        names = self.model.names(left)
        wide = max(len(row) for row in block)
        columns = range(left, left + min(wide, len(names)))
        self._pasting = _Paste(first, columns, len(block), max(wide - len(names), 0))
        target = Target(
            self.list_path, declared_name(self.list_path), self._ids(range(first, first + len(block))), names
        )
        self._read(target, block)

    def insert(self) -> None:
        """An empty row above the one one is on."""
        row = self.model.row_at(self.view.currentIndex().row())
        if self.desk.editing is not None and self.desk.may_change and row is not None:
            number = self.model.number_of(row.id)
            self.desk.editing.add_row(self.list_path, row.id)
            self.view.go(number, 0)

    def duplicate(self) -> None:
        """Copies of the chosen rows under them."""
        chosen = self.view.chosen()
        if self.desk.editing is not None and self.desk.may_change and chosen.rows:
            self.desk.editing.duplicate_rows(self.list_path, self._ids(chosen.rows))
            below = chosen.rows[-1] + 1
            self.view.choose(range(below, below + len(chosen.rows)), chosen.columns)

    def remove(self) -> None:
        """The chosen rows go."""
        chosen = self.view.chosen()
        if self.desk.editing is not None and self.desk.may_change and chosen.rows:
            self.desk.editing.remove_rows(self.list_path, self._ids(chosen.rows))
            left = max(self.model.rowCount() - 2, 0)
            self.view.go(min(chosen.rows[0], left), chosen.columns[0])

    def move_up(self) -> None:
        """The chosen rows one place up."""
        self._move(-1)

    def move_down(self) -> None:
        """The chosen rows one place down."""
        self._move(1)

    def _move(self, step: int) -> None:
        chosen = self.view.chosen()
        rows = chosen.rows
        if self.desk.editing is None or not self.desk.may_change or not rows:
            return
        if rows[0] + step >= 0 and rows[-1] + step < self.model.rowCount() - 1:
            self.desk.editing.move_rows(self.list_path, self._ids(rows), rows[0] + step)
            self.view.choose(range(rows[0] + step, rows[-1] + step + 1), chosen.columns)

    def _empty(self, step: str) -> None:
        chosen = self.view.chosen()
        names, ids = self._names(chosen), self._ids(chosen.rows)
        values = {row_id: dict.fromkeys(names) for row_id in ids}
        self._put(Cells(self.list_path, values, {}), _counted(step, len(ids) * len(names)))

    def _read(self, target: Target, block: Block) -> None:
        work = partial(read_block, target, block, new_id, self.desk.circumstances())
        if len(block) * len(target.columns) <= _AT_ONCE:
            self._on_read(work())
            return
        self._say(say("window.pasting", self.desk.language, n=str(len(block))))
        self.desk.worker.ask("paste", work, self._on_read, self.desk.trouble.emit)

    def _on_read(self, cells: Cells) -> None:
        pasting, self._pasting = self._pasting, None
        if pasting is None:
            return
        try:
            self._put(cells, Message("editing.paste_rows", {"n": same(str(pasting.rows))}))
        except KeyError:
            # Somebody took rows away while a long block was read.
            self._say(say("window.paste_again", self.desk.language))
            return
        self._say(self._about(pasting, cells))
        self.view.choose(range(pasting.first, pasting.first + pasting.rows), pasting.columns)

    def _about(self, pasting: _Paste, cells: Cells) -> str:
        """What the person should know about a paste; mostly nothing."""
        language = self.desk.language
        wide = say("window.paste_too_wide", language, n=str(pasting.too_wide)) if pasting.too_wide else ""
        unread = say("window.paste_unread", language, n=str(len(cells.unread))) if cells.unread else ""
        return " ".join(part for part in (unread, wide) if part)

    def _put(self, cells: Cells, step: Message) -> None:
        if self.desk.editing is not None and self.desk.may_change and (cells.values or cells.added):
            self.desk.editing.put_cells(cells, step)

    def _names(self, chosen: Chosen) -> list[str]:
        typed = self.model.names(0)
        return [name for name in (typed[n] for n in chosen.columns) if name is not None]

    def _ids(self, rows: Sequence[int]) -> list[str]:
        there = (self.model.row_at(number) for number in rows)
        return [row.id for row in there if row is not None]

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _on_escaped(self) -> None:
        """A paste that is still being read is given up."""
        if self._pasting is not None:
            self._pasting = None
            self._say("")


def _counted(step: str, n: int) -> Message:
    return Message(f"editing.{step}", {"n": same(str(n))})


def _no_table() -> bool:
    return False
