"""The rows of a list as a table: goods, packages. Reads the desk's shipment, changes it cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.catalog.pages import Page
from app.checks.labels import label_of
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.goods_totals import line_amount
from app.domain.paths import value_at
from app.domain.struct import Row
from app.kinds.choice import RowId
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind
from app.kinds.measures import Number
from app.kinds.money import Amount
from app.services.review import on_screen
from app.ui.desk import Desk
from app.words import Text, say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

CELL = int(Qt.ItemDataRole.UserRole)
"""Role of a :class:`Cell`, what the delegate paints."""


class GridColumn(NamedTuple):
    """A column: the attribute it shows, its kind, its head, its width at 100 % (0 takes what is left)."""

    name: str
    kind: Kind[Any]
    label: Text
    width: int
    typed: bool = True
    """Whether a person types it; else it is worked out."""


class Cell(NamedTuple):
    """What a cell shows."""

    text: str
    second: str = ""
    right: bool = False
    problem: bool = False
    new: bool = False
    """Whether it belongs to the empty row that takes new ones."""


class GridModel(QAbstractTableModel):
    """One row a row of the list, and an empty one below in which typing begins a new row."""

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__()
        self.desk, self.list_path = desk, page.grid
        self.columns = self._columns_of(page)
        self.problems: Mapping[str, str] = {}
        self._marked: frozenset[str] = frozenset()
        self._figures: Figures | None = None
        self._rows: Sequence[Row] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read the rows again; the whole table is renewed only where rows went or moved."""
        rows: Sequence[Row] = value_at(self.desk.shipment, self.list_path) or ()
        before, after = ([row.id for row in them] for them in (self._rows, rows))
        if after != before:
            self._take(rows, before, after)
        self._rows = rows
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _take(self, rows: Sequence[Row], before: Sequence[str], after: Sequence[str]) -> None:
        """Rows in a row that came or went; anything else is another table."""
        same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
        first = min(len(before), len(after)) if same is None else same
        grown = len(after) - len(before)
        if grown > 0 and before[first:] == after[first + grown :]:
            # At the end the empty row becomes the new one, under the hand that types; an empty one comes below.
            at = first + 1 if first == len(before) else first
            self.beginInsertRows(_NOWHERE, at, at + grown - 1)
            self._rows = rows
            self.endInsertRows()
        elif grown < 0 and before[first - grown :] == after[first:]:
            self.beginRemoveRows(_NOWHERE, first, first - grown - 1)
            self._rows = rows
            self.endRemoveRows()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def mark(self, problems: Mapping[str, str]) -> None:
        """Show these problems (by path) at their cells."""
        self.problems = problems
        inside = f"{self.list_path}."
        paths = (path.removeprefix(inside) for path in problems if path.startswith(inside))
        self._marked = frozenset(path.partition(".")[0] for path in paths)
        self.refresh()

    def row_at(self, number: int) -> Row | None:
        """The row in a line of the table; None for the empty one."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row_id: str) -> int:
        """The line of a row; -1 where it has gone."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    def path(self, number: int, column: int) -> str:
        """The path of a cell; that of the list for the empty row."""
        row = self.row_at(number)
        return f"{self.list_path}.{row.id}.{self.columns[column].name}" if row else self.list_path

    def has_problem(self, row: Row) -> bool:
        """Whether something in the row is to be corrected."""
        return row.id in self._marked

    def typed_text(self, index: Index) -> str:
        """What an editor begins with."""
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if row is None:
            return ""
        unread = self.desk.shipment.typed.get(self.path(index.row(), index.column()))
        value = getattr(row, column.name)
        if isinstance(column.kind, Number):
            # Without points between thousands: behind them no digit could be typed.
            return self._text(index.row(), index.column(), self.desk.circumstances())
        return unread or ("" if value is None else self._shown(column, value))

    def texts(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[str]]:
        """Cells as one would type them, to be copied."""
        at = self.desk.circumstances()
        return [[self._text(number, column, at) for column in columns] for number in rows]

    def names(self, first: int) -> list[str | None]:
        """The attributes of the columns from one on; None for one that nobody types."""
        return [column.name if column.typed else None for column in self.columns[first:]]

    def may_type(self, index: Index) -> bool:
        """Whether a person types the cell."""
        return index.isValid() and self.columns[index.column()].typed

    def put(self, index: Index, text: str) -> str:
        """Take the text of a cell; in the empty row that begins a row. The path it went to."""
        editing = self.desk.editing
        if editing is None or (not text.strip() and self.row_at(index.row()) is None):
            return ""
        row = self.row_at(index.row())
        row_id = row.id if row else editing.add_row(self.list_path)
        path = f"{self.list_path}.{row_id}.{self.columns[index.column()].name}"
        editing.change_text(path, text)
        return path

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].typed else usable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == CELL:
            return self._cell(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cell(index.row(), index.column()).text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label.into(self.desk.language)
        return None

    def _columns_of(self, page: Page) -> list[GridColumn]:
        catalog = self.desk.ready.catalog
        columns = []
        for asked in page.columns:
            kind = fields()[asked.path].kind
            if kind is not None and not isinstance(kind, RowId):
                name = asked.path.rpartition(".")[2]
                columns.append(GridColumn(name, kind, _short(label_of(catalog, asked.path), name), asked.width))
        if page.grid == "goods":
            amount = Text(say("window.grid_amount", "id"), say("window.grid_amount", "en"))
            columns.append(GridColumn("amount", Amount(), amount, 86, typed=False))
        return columns

    def _cell(self, number: int, column: int) -> Cell:
        row, spec = self.row_at(number), self.columns[column]
        right = isinstance(spec.kind, Number)
        if row is None:
            text = say("window.grid_new_row", self.desk.language) if column == 0 else ""
            return Cell(text, new=True, right=right and column > 0)
        path = self.path(number, column)
        unread = self.desk.shipment.typed.get(path) if spec.typed else None
        value = getattr(row, spec.name) if spec.typed else self._amount(row)
        text = unread or ("" if value is None else self._shown(spec, value))
        second = getattr(row, "own_description", None) or "" if spec.name == "description" else ""
        return Cell(text.replace("\n", " "), second, right, path in self.problems)

    def _text(self, number: int, column: int, at: Circumstances) -> str:
        row, spec = self.row_at(number), self.columns[column]
        unread = self.desk.shipment.typed.get(self.path(number, column)) if spec.typed else None
        value = None if row is None else getattr(row, spec.name) if spec.typed else self._amount(row)
        return unread or ("" if value is None else spec.kind.write(value, at))

    def _amount(self, row: Any) -> Any:
        if self._figures is None or self._figures.shipment is not self.desk.shipment:
            self._figures = Figures(self.desk.shipment, self.desk.circumstances())
        return line_amount(self._figures, row)

    def _shown(self, column: GridColumn, value: Any) -> str:
        if column.name == "hs_code":
            return str(value)
        return on_screen(column.kind, value, self.desk.circumstances())


def _short(label: Text, name: str) -> Text:
    """A head that fits its column: our own short words where the label is long."""
    subject = f"window.grid_{name}"
    try:
        return Text(say(subject, "id"), say(subject, "en"))
    except KeyError:
        return label
