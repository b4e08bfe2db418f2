"""One question of a page: label, editor, what was read, what is wrong. Knows the desk, not the page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from app.catalog.pages import Asked
from app.checks.labels import label_of
from app.domain.fields import fields
from app.domain.paths import value_at
from app.kinds.date import MONTHS, Date
from app.kinds.kind import Kind, Misread, Reading
from app.services.compared import compared
from app.ui.desk import Desk
from app.ui.editors import Editor, editor_for, full_said, goods_choices, show_in
from app.ui.picture_choice import PictureChoice
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.choices import Choices
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.combo import Combo
from app.ui.widgets.field_box import FieldBox
from app.ui.widgets.labels import FieldLabel
from app.ui.widgets.line_edit import LineEdit
from app.ui.widgets.picture_edit import PictureEdit
from app.ui.widgets.text_edit import TextEdit
from app.words import Language, say


class Question(QObject):
    """A field on a page and its place in the shipment."""

    focused = Signal(str)
    """The field has the focus now; its path."""

    def __init__(
        self, desk: Desk, asked: Asked, path: str, *, required: bool, english: bool, fixed: bool = False
    ) -> None:
        super().__init__()
        self.desk, self.asked, self.path = desk, asked, path
        self.kind = kind_of_path(desk, asked.path)
        self.editor: Editor = editor_for(self.kind, desk, lines=asked.lines, width=asked.width)
        label = label_of(desk.ready.catalog, asked.path)
        term = label.en if english and desk.language == "id" and label.en != label.id else ""
        said = label.into(desk.language)
        name = FieldLabel(said, term, language=desk.language, optional=not required, fixed=fixed)
        self.beside = self._beside()
        self._left_out = ""
        """What to say while not all that was pasted is there."""
        self._most = 0
        self._compared = ""
        """The answers this one is about, where it is a second look at others."""
        self.picture = PictureChoice(desk, path, self.editor) if isinstance(self.editor, PictureEdit) else None
        self.box = FieldBox(name, self.editor, beside=self.beside, language=desk.language)
        self.box.setObjectName(path)
        self._connect()
        self.fill()

    def fill(self) -> None:
        """Show what the shipment says, unless the person is writing here."""
        if self.desk.half_typed is not None and self.desk.half_typed[0] == self.path:
            return
        value, typed, answer = self._stored()
        self._compared = compared(self.desk.ready.catalog, self.path, self.desk.shipment, self.desk.circumstances())
        if isinstance(self.editor, Combo) and self.kind.name == "row_id":
            self.editor.offer(goods_choices(self.desk.shipment))
        if self.picture is not None:
            self.picture.show()
        show_in(self.editor, self.kind, value, typed, self.desk.circumstances())
        if isinstance(self.editor, LineEdit | TextEdit):
            self.editor.setPlaceholderText(say(f"review.{answer}", self.desk.language) if answer else "")
        for button in self.beside:
            button.setVisible(value is None and typed is None and answer is None)
        self._show_reading(value, typed)

    def move_to(self, path: str) -> None:
        """Ask the same about another row; much quicker than a new question."""
        self.path = path
        self.box.setObjectName(path)
        self.box.set_reading("")
        self.fill()

    def put(self, text: str, cursor: int) -> None:
        """Put half-typed text back into the field, as it was when the program ended."""
        if isinstance(self.editor, LineEdit | TextEdit):
            self.editor.fill(text)
            if isinstance(self.editor, LineEdit):
                self.editor.setCursorPosition(cursor)
            else:
                here = self.editor.textCursor()
                here.setPosition(min(cursor, len(text)), QTextCursor.MoveMode.MoveAnchor)
                self.editor.setTextCursor(here)
            self.desk.note(self.path, text, cursor)

    def commit(self) -> None:
        """Take what the field says as the answer, also before it is left."""
        if self.desk.half_typed is not None and self.desk.half_typed[0] == self.path:
            self._on_finished()

    def _connect(self) -> None:
        editor = self.editor
        if isinstance(editor, CodeEdit):
            editor.chosen.connect(self._on_chosen)
            editor.unknown.connect(self._on_text)
            editor.edited.connect(self._on_edited)
            editor.finished.connect(self._on_code_left)
        elif isinstance(editor, Choices | Combo):
            editor.chosen.connect(self._on_chosen)
        elif isinstance(editor, LineEdit | TextEdit):
            editor.edited.connect(self._on_edited)
            editor.finished.connect(self._on_finished)
        if isinstance(editor, LineEdit | TextEdit):
            editor.full.connect(self._on_full)
        for button in self.beside:
            button.clicked.connect(self._on_open_answer)

    def _beside(self) -> list[Button]:
        words = []
        if self.kind.none_is_an_answer:
            words.append("none")
        if self.asked.unknown:
            words.append("unknown")
        buttons = []
        for word in words:
            button = quiet(say(f"review.{word}", self.desk.language))
            button.setProperty("answer", word)
            if not self.asked.width:
                # The field would grow under the hand that types into it.
                policy = button.sizePolicy()
                policy.setRetainSizeWhenHidden(True)
                button.setSizePolicy(policy)
            buttons.append(button)
        return buttons

    def _stored(self) -> tuple[Any, str | None, str | None]:
        """Value, unread text, and the answer without a value."""
        shipment = self.desk.shipment
        if self.path.startswith("own."):
            _, form, name = self.path.split(".", 2)
            text = shipment.own.get(form, {}).get(name)
            read = self.kind.parse(text, self.desk.circumstances()) if text else None
            value = read.value if isinstance(read, Reading) else None
        else:
            value = value_at(shipment, self.path)
        return value, shipment.typed.get(self.path), shipment.answers.get(self.path)

    def _show_reading(self, value: Any, typed: str | None) -> None:
        """Say in a neutral line how the text was read, or why it was not."""
        at = self.desk.circumstances()
        if self._left_out:
            self.box.set_reading(self._left_out)
        elif typed is not None:
            read = self.kind.parse(typed, at)
            self.box.set_reading(read.message.into(at.language) if isinstance(read, Misread) else "")
        elif self._compared:
            self.box.set_reading(self._compared)
        elif isinstance(self.kind, Date) and value is not None:
            self.box.set_reading(_spoken_day(value, at.language))
        elif not isinstance(self.sender(), LineEdit) or isinstance(self.sender(), CodeEdit):
            self.box.set_reading("")

    def _on_edited(self, text: str) -> None:
        editor = self.editor
        cursor = len(text)
        if isinstance(editor, LineEdit):
            cursor = editor.cursorPosition()
        elif isinstance(editor, TextEdit):
            cursor = editor.textCursor().position()
        # Qt counts as UTF-16 does.
        if self._left_out and len(text.encode("utf-16-le", "surrogatepass")) // 2 < self._most:
            self._left_out = ""
            self.box.set_reading("")
        self.desk.note(self.path, text, cursor)

    def _on_full(self, most: int) -> None:
        """Said until it is shorter again: nothing is left out without a word."""
        self._most = most
        self._left_out = full_said(most, self.desk.language)
        self.box.set_reading(self._left_out)

    def _on_finished(self) -> None:
        editor = self.editor
        if self.desk.half_typed is None or self.desk.half_typed[0] != self.path:
            return
        if isinstance(editor, LineEdit | TextEdit):
            self._on_text(editor.typed())

    def _on_text(self, text: str) -> None:
        editing = self.desk.editing
        if editing is None:
            return
        self.desk.half_typed = None
        read = editing.change_text(self.path, text)
        self.fill()
        if isinstance(read, Reading) and read.note is not None:
            self.box.set_reading(read.note.into(self.desk.language))

    def _on_chosen(self, value: object) -> None:
        if self.desk.editing is not None:
            self.desk.half_typed = None
            self.desk.editing.change_value(self.path, value)

    def _on_code_left(self) -> None:
        if self.desk.half_typed is not None and self.desk.half_typed[0] == self.path:
            self.desk.leave()

    def _on_open_answer(self) -> None:
        button = self.sender()
        if self.desk.editing is not None and button is not None:
            self.desk.editing.answer(self.path, button.property("answer"))


def kind_of_path(desk: Desk, declared: str) -> Kind[Any]:
    """The kind of a declared path, also of a question that one document asks. Raises KeyError where there is none."""
    if declared.startswith("own."):
        _, form, name = declared.split(".", 2)
        return desk.ready.catalog.forms[form].own[name][0]
    kind = fields()[declared].kind
    if kind is None:
        raise KeyError(declared)
    return kind


def _spoken_day(value: Any, language: Language) -> str:
    """A date with its weekday: "Kamis, 10 Desember 2026"."""
    weekday = say(f"window.weekday_{value.isoweekday()}", language)
    return f"{weekday}, {value.day} {MONTHS[value.month - 1].into(language)} {value.year}"
