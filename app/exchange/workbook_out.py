"""Workbooks for others: goods and packing list, and an empty one to be filled in. No formula, no link, no macro.

A text stays a text whatever it begins with: "=1+1" in a description runs in nobody's Excel.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from app.catalog.catalog import Catalog
from app.domain.derived import Figures
from app.domain.fields import fields
from app.exchange.answers import kind_of
from app.exchange.heads import NUMBER, WORKED
from app.exchange.register import register_sheet
from app.exchange.sheets import PACKING, SINGLES, Sheet, Value, goods_columns, goods_sheet, head_of, packing_sheet
from app.exchange.table import MOST_LETTERS, TableRefused, column_name
from app.kinds.choice import Choice
from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded, Country, PackageKind, Unit
from app.kinds.measures import Number
from app.kinds.number import decimals_of
from app.kinds.text import Lines
from app.words import say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_DIGITS = 15
"""More digits than that Excel rounds, so such a number goes as text."""
_FILLED_ROWS = 500
"""Rows of the template that offer lists."""


def shipment_workbook(figures: Figures, catalog: Catalog) -> bytes:
    """The goods and the packing list of a shipment. Raises TableRefused for a text that no cell holds."""
    book = _new_book()
    for sheet in (goods_sheet(figures), packing_sheet(figures)):
        _write(book.create_sheet(sheet.title), sheet, catalog)
    return _bytes(book)


def register_workbook(shipments: Sequence[Figures], catalog: Catalog, at: Circumstances) -> bytes:
    """One row for each shipment, in the order given. Raises TableRefused for a text that no cell holds."""
    book = _new_book()
    sheet = register_sheet(shipments, say("exchange.sheet_register", at.language))
    _write(book.create_sheet(sheet.title), sheet, catalog)
    return _bytes(book)


def template_workbook(catalog: Catalog, at: Circumstances) -> bytes:
    """An empty workbook to fill in: heads with their hints, lists to choose from, a sheet of notes."""
    book = _new_book()
    goods = [path for path in goods_columns() if path != "goods.*.amount"]
    packing = [path for path in (*PACKING, *SINGLES) if not path.startswith(WORKED) and path != "goods.*.unit"]
    lists = book.create_sheet(say("exchange.sheet_lists", at.language))
    lists.sheet_state = "hidden"
    for n, (name, columns) in enumerate((("goods", goods), ("packing", packing))):
        sheet = Sheet(say(f"exchange.sheet_{name}", at.language), columns, [], [])
        made = book.create_sheet(sheet.title, n)
        _write(made, sheet, catalog)
        _offer(made, columns, lists, catalog, at)
    notes = book.create_sheet(say("exchange.sheet_notes", at.language))
    notes.column_dimensions["A"].width = 110
    for n, note in enumerate(("note_rows", "note_mixed", "note_meant", "note_empty"), start=1):
        _put(notes.cell(n, 1), say(f"exchange.{note}", at.language))
    return _bytes(book)


def _new_book() -> Any:
    import openpyxl  # 150 ms, paid only where somebody wants a workbook

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    return book


def _bytes(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(sheet: Worksheet, content: Sheet, catalog: Catalog) -> None:
    from openpyxl.styles import Alignment, Font

    for n, path in enumerate(content.columns, start=1):
        head = sheet.cell(1, n)
        _put(head, head_of(catalog, path))
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[column_name(n - 1)].width = 40 if _is_long(path) else 14
    sheet.freeze_panes = "A2"
    rows = [*content.rows, *([content.totals] if content.totals else [])]
    for number, row in enumerate(rows, start=2):
        for n, (path, value) in enumerate(zip(content.columns, row, strict=True), start=1):
            if value is not None:
                _put(sheet.cell(number, n), value, catalog.words[path].label.en)


def _is_long(path: str) -> bool:
    return path in fields() and isinstance(fields()[path].kind, Lines)


def _put(cell: Any, value: Value, field: str = "") -> None:
    """A number as a number, anything else as the text it is."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _DIGITS:
        cell.value = value
        cell.number_format = f"#,##0.{'0' * decimals_of(value)}" if decimals_of(value) else "#,##0"
        return
    if isinstance(value, datetime.date):
        cell.value, cell.number_format = value, "DD-MM-YYYY"
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", f"{value:f}" if isinstance(value, Decimal) else value or "")
    if len(text) > MOST_LETTERS:
        raise TableRefused("text_too_long", field=field, n=str(MOST_LETTERS))
    cell.value = text
    # openpyxl takes a text that begins with "=" for a formula, and "#N/A" for an error.
    cell.data_type, cell.number_format = "s", "@"


def _offer(sheet: Worksheet, columns: Sequence[str], lists: Worksheet, catalog: Catalog, at: Circumstances) -> None:
    """Beside each column its hint, and its list where it has one."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for n, path in enumerate(columns):
        words = catalog.words[path]
        names, offered = _names(path, at), None
        if names:
            offered = DataValidation(
                type="list", formula1=_listed(lists, names), allow_blank=True, showErrorMessage=False
            )
        elif words.hint and path != NUMBER:
            offered = DataValidation(type="custom", formula1="TRUE", allow_blank=True, showErrorMessage=False)
        if offered is not None:
            offered.promptTitle = words.label.into(at.language)[:32]
            offered.prompt = words.hint.into(at.language)[:255] if words.hint else None
            offered.showInputMessage = bool(offered.prompt)
            offered.add(f"{column_name(n)}2:{column_name(n)}{_FILLED_ROWS + 1}")
            sheet.add_data_validation(offered)
        _dress(sheet, n, is_text=not isinstance(kind_of(path), Number))


def _dress(sheet: Worksheet, column: int, *, is_text: bool) -> None:
    """Columns of codes and texts are text, or Excel drops their zeros and makes days of "1-10"."""
    if is_text:
        for row in range(2, _FILLED_ROWS + 2):
            sheet.cell(row, column + 1).number_format = "@"


def _names(path: str, at: Circumstances) -> list[str]:
    kind = kind_of(path)
    if isinstance(kind, Choice):
        return [kind.named(code).into(at.language) for code in kind.codes]
    if isinstance(kind, Unit | PackageKind | Country) and isinstance(kind, Coded):
        return [entry.name.into(at.language) for entry in kind.codes(at).entries.values()]
    return []


def _listed(lists: Worksheet, names: Sequence[str]) -> str:
    """A list on the hidden sheet, and where it stands."""
    column = lists.max_column + 1 if lists.cell(1, 1).value else 1
    for row, name in enumerate(names, start=1):
        _put(lists.cell(row, column), name)
    letters = column_name(column - 1)
    return f"'{lists.title}'!${letters}$1:${letters}${len(names)}"
