"""The editor for each kind of value, and what it shows. The only place that looks at what a kind is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain.shipment import Shipment
from app.kinds.choice import AttachmentId, Choice, RowId
from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded
from app.kinds.kind import Kind
from app.kinds.number import printed
from app.kinds.text import Lines
from app.reference.code_list import CodeList
from app.reference.lists import Lists
from app.services.review import on_screen
from app.ui.desk import Desk
from app.ui.widgets.choices import Choices
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.combo import Combo
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.picture_edit import PictureEdit
from app.ui.widgets.text_edit import TextEdit
from app.words import Language, say

MOST_BUTTONS = 4
MOST_LETTERS = 70
"""A choice with more answers, or longer ones, is a list to open instead of a row of buttons."""

Editor = LineEdit | TextEdit | Combo | Choices | CodeEdit | PictureEdit


def editor_for(kind: Kind[Any], desk: Desk, *, lines: int, width: int) -> Editor:
    """A new editor: buttons or a list for choices, a code field for codes, else one line or several."""
    made: Editor
    if isinstance(kind, AttachmentId):
        made = PictureEdit(desk.language)
    elif isinstance(kind, RowId):
        made = Combo()
    elif isinstance(kind, Choice):
        choices = [(code, _capital(kind.named(code).into(desk.language))) for code in kind.codes]
        few = len(choices) <= MOST_BUTTONS and sum(len(text) for _, text in choices) <= MOST_LETTERS
        made = Choices(choices) if few and not width else Combo(choices)
    elif isinstance(kind, Coded):
        made = CodeEdit(desk.codes(partial(_codes_of, kind, desk.circumstances())))
    elif lines > 1 or isinstance(kind, Lines):
        made = TextEdit(lines=lines, most=max(lines, 8))
    else:
        made = LineEdit()
    if width and not isinstance(made, TextEdit | Choices | PictureEdit):
        made.set_width(width)
    return made


def show_in(editor: QWidget, kind: Kind[Any], value: Any, typed: str | None, at: Circumstances) -> None:
    """Show an answer: the value, or what was typed and could not be read."""
    if isinstance(editor, CodeEdit):
        editor.set_code(typed if typed is not None else value)
    elif isinstance(editor, Choices | Combo):
        editor.choose(value)
    elif isinstance(editor, LineEdit | TextEdit):
        editor.fill(typed if typed is not None else typed_form(kind, value, at))


def typed_form(kind: Kind[Any], value: Any, at: Circumstances) -> str:
    """A value as a person would type it into a field; numbers with their thousands grouped."""
    if value is None:
        return ""
    return on_screen(kind, value, at) if kind.name in _GROUPED else kind.write(value, at)


_GROUPED = frozenset({"number", "quantity", "count", "days", "weight", "volume", "length", "percent"}) | {
    *("exchange_rate", "amount", "unit_price"),
}


def goods_choices(shipment: Shipment) -> Sequence[tuple[object, str]]:
    """The goods lines to choose from, as the exporter calls them."""
    lines = enumerate(shipment.goods or (), start=1)
    return [(line.id, f"{n}. {line.own_description or line.description or ''}".strip()) for n, line in lines]


def full_said(most: int, language: Language) -> str:
    """What is said where more was pasted or typed than a field takes."""
    return say("window.field_full", language, most=printed(Decimal(most), 0, language))


def _codes_of(kind: Coded, at: Circumstances, lists: Lists) -> CodeList:
    return kind.codes(replace(at, lists=lists))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
