"""A cell is edited where it is painted, and looks as it did."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.ui.look.scale import font, px
from app.ui.look.theme import Theme
from app.ui.widgets.cell_edit import CellEdit
from tests.ui.hands import type_into
from tests.ui.showing import Show

PAD = 6
_CARET = 5  # how far the caret's rectangle reaches to its left
LONG = "WOMEN LEATHER SANDALS, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER"


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_the_text_stands_where_the_cell_has_it(show: Show, theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    edit, cell = _edited(show, "pasang", right=False)
    assert _beginning(edit) == cell.left() + px(PAD)


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_a_number_ends_where_the_cell_ends_it(show: Show, theme: Theme, factor: float) -> None:
    theme.set_factor(factor)
    edit, cell = _edited(show, "960", right=True)
    width = QFontMetricsF(font()).horizontalAdvance("960")
    assert abs(_beginning(edit) + width - (cell.right() + 1 - px(PAD))) <= 1


def test_it_covers_the_cell_without_a_box_of_its_own(show: Show) -> None:
    edit, cell = _edited(show, "pasang", right=False)
    assert edit.geometry() == cell.adjusted(0, 0, 0, -1)
    margins = edit.contentsMargins()
    assert (margins.left(), margins.top()) == (0, 0)


def test_a_long_text_is_seen_from_its_beginning_and_replaced_by_the_first_letter(show: Show) -> None:
    edit, cell = _edited(show, LONG, right=False)
    assert edit.selectedText() == LONG
    assert _beginning(edit) == cell.left() + px(PAD)
    type_into(edit, "a")
    assert edit.typed() == "a"


def test_a_text_with_a_line_under_it_stands_in_the_upper_half(show: Show) -> None:
    above, cell = _edited(show, LONG, right=False, second="Sandal wanita")
    assert above.cursorRect().center().y() < cell.height() // 2 - 4
    middle, _ = _edited(show, LONG, right=False)
    assert abs(middle.cursorRect().center().y() - cell.height() // 2) <= 2


def _edited(show: Show, text: str, *, right: bool, second: str = "") -> tuple[CellEdit, QRect]:
    """The editor at work, and the cell it stands in."""
    table, model = QTableView(), QStandardItemModel(1, 1)
    model.setParent(table)
    model.setItem(0, 0, QStandardItem(text))
    table.setModel(model)
    table.setShowGrid(False)
    table.setRowHeight(0, px(44))
    table.setItemDelegate(_Editing(table, right=right, second=second))
    show(table)
    index = model.index(0, 0)
    table.setCurrentIndex(index)
    table.edit(index)
    edit = table.viewport().findChild(CellEdit)
    assert edit is not None
    assert edit.hasFocus()
    edit.grab()
    return edit, table.visualRect(index)


def _beginning(edit: CellEdit) -> int:
    """Where the first letter begins, in the coordinates of the table."""
    edit.grab()  # a field finds its place when it is painted; its caret stands before the first letter
    return edit.x() + edit.cursorRect().left() + _CARET


class _Editing(QStyledItemDelegate):
    def __init__(self, table: QTableView, *, right: bool, second: str) -> None:
        super().__init__(table)
        self._right, self._second = right, second

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        return CellEdit(PAD, second=self._second, right=self._right, parent=parent)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, CellEdit):
            editor.fill(str(index.data(Qt.ItemDataRole.DisplayRole)))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))
