"""A list whose rows are asked one by one: notify parties, containers, charges, the contents of a package."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.pages import Asked, Block
from app.domain.paths import value_at
from app.domain.struct import Row
from app.services.tasks import holds_in_row, required_in_row, required_paths, wanted_paths
from app.ui.desk import Desk
from app.ui.layouts import empty, in_lines, side_by_side
from app.ui.look.scale import px
from app.ui.question import Question
from app.ui.widgets.buttons import icon_button, normal, quiet
from app.ui.widgets.labels import Label, section_title
from app.ui.widgets.pane import Hairline
from app.words import say

_REMOVE = 50
"""The button that takes a row away, with its gap."""


class ListBlock(QWidget):
    """Rows under a heading, with a button that adds one and, where that is an answer, one that says there are none."""

    built = Signal()
    """There are other rows now."""

    def __init__(
        self, desk: Desk, block: Block, list_path: str, *, english: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.block, self.list_path, self._english = desk, block, list_path, english
        self.questions: dict[str, Question] = {}
        self._box = QWidget()
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        add = block.add.text.into(desk.language) if block.add else say("window.add_row", desk.language)
        self.add_button = normal(add, "plus")
        self.add_button.clicked.connect(self._on_add)
        self.none_button = quiet(say("review.none", desk.language))
        self.none_button.clicked.connect(self._on_none)
        self._none_said = Label(say("review.none", desk.language), tone="quiet")
        self._shape: object = None
        self._rebuild_soon = QTimer(self)
        self._rebuild_soon.setSingleShot(True)
        self._rebuild_soon.timeout.connect(self._build)
        self._lay_out()
        self._build()
        desk.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        if self.block.title is not None:
            column.addWidget(section_title(self.block.title.text.into(self.desk.language)))
        column.addWidget(self._box)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.none_button)
        buttons.addWidget(self._none_said)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def rows(self) -> tuple[Row, ...] | None:
        """The rows now; None where nobody has answered; empty where the list's own row has gone."""
        try:
            found: tuple[Row, ...] | None = value_at(self.desk.shipment, self.list_path)
        except KeyError:
            return ()
        return found

    def _build(self) -> None:
        self._shape = self._shape_now()
        focus = QApplication.focusWidget()
        path = next((q.path for q in self.questions.values() if focus is not None and q.box.isAncestorOf(focus)), "")
        empty(self._rows)
        self.questions = {}
        rows = self.rows()
        for number, row in enumerate(rows or (), start=1):
            self._add_row(row, number)
        self._box.setVisible(bool(rows))
        self.none_button.setVisible(rows is None)
        self._none_said.setVisible(rows == ())
        if path in self.questions:
            self.questions[path].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.built.emit()

    def _add_row(self, row: Row, number: int) -> None:
        required = required_paths(self.desk.ready.catalog, self.desk.shipment) | self._required(row)
        lines = self._asked(row)
        remove = icon_button(say("window.remove_row", self.desk.language, n=str(number)), "bin")
        remove.setProperty("row", row.id)
        remove.clicked.connect(self._on_remove)
        for n, line in enumerate(lines):
            asked = [(a, f"{self.list_path}.{row.id}.{a.path.rpartition('.')[2]}") for a in line]
            questions = [
                Question(self.desk, a, path, required=a.path in required, english=self._english) for a, path in asked
            ]
            self.questions |= {question.path: question for question in questions}
            for m, together in enumerate(in_lines(questions, beside=0 if n else _REMOVE)):
                self._rows.addLayout(side_by_side(together, remove if n == m == 0 else None))
                self._rows.addSpacing(px(16))
        self._rows.addWidget(Hairline())
        self._rows.addSpacing(px(12))

    def _asked(self, row: Row) -> list[list[Asked]]:
        wanted = wanted_paths(self.desk.ready.catalog, self.desk.pages, self.desk.shipment)
        lines = ([a for a in line if a.path in wanted and holds_in_row(a.when, row)] for line in self.block.asked)
        return [line for line in lines if line]

    def _required(self, row: Row) -> frozenset[str]:
        """What has to be answered because this row's own answers say so."""
        return required_in_row(self.desk.ready.catalog, self.desk.shipment, self.block.rows, row)

    def _shape_now(self) -> object:
        rows = self.rows()
        if rows is None:
            return None
        always = required_paths(self.desk.ready.catalog, self.desk.shipment)
        return [(row.id, self._row_shape(row, always)) for row in rows]

    def _row_shape(self, row: Row, always: frozenset[str]) -> list[list[tuple[str, bool]]]:
        """What is asked about a row, and whether its label says that it is optional."""
        required = always | self._required(row)
        return [[(asked.path, asked.path in required) for asked in line] for line in self._asked(row)]

    def _on_changed(self) -> None:
        if self._shape_now() != self._shape:
            self._rebuild_soon.start(0)
            return
        for question in self.questions.values():
            question.fill()

    def _on_add(self) -> None:
        if self.desk.editing is not None:
            row_id = self.desk.editing.add_row(self.list_path)
            self._rebuild_soon.stop()
            self._build()
            first = next((q for path, q in self.questions.items() if f".{row_id}." in path), None)
            if first is not None:
                first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_none(self) -> None:
        if self.desk.editing is not None:
            self.desk.editing.answer(self.list_path, "none")

    def _on_remove(self) -> None:
        button = self.sender()
        if self.desk.editing is not None and button is not None:
            self.desk.editing.remove_rows(self.list_path, [str(button.property("row"))])
