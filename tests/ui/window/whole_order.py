"""Typing a whole order into the window, from the five questions to the last page, and what the store has then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.shipment import Shipment
from app.kinds.number import printed
from app.services.tasks import wanted_paths
from app.ui.documents_page import DocumentsPage
from app.ui.problem_view import DOCUMENTS
from tests.expected import EXPECTED
from tests.ui.hands import click
from tests.ui.window.orders import Order
from tests.ui.window.person import PATIENCE, Person, in_focus, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def type_order(person: Person, order: Order) -> None:
    """The five questions, then every page in its order, each left by its button *Lanjut*."""
    answer_questions(person, order.questions)
    for page, fields in order.pages.items():
        assert person.screen.page_id == page
        if page == "goods":
            type_goods(person, order)
        elif page == "packing":
            type_packages(person, order)
        for path, text in fields.items():
            person.answer(path, text)
        for list_path in (block.list_path for block in person.page.lists):
            type_rows(person, list_path, order.rows.get(list_path, []))
        click(person.screen.footer.forth)
        settle()


def answer_questions(person: Person, questions: tuple[str, str, str, str, str]) -> None:
    """*Pengiriman baru*, by its button on the start screen."""
    click(_button(person.window.start, "Pengiriman baru"))
    screen = person.window.first.questions
    assert screen is not None
    goods, country, *choices = questions
    person.type(goods)
    person.press(Qt.Key.Key_Tab)
    person.type(country)
    person.press(Qt.Key.Key_Return)
    for text in (word for choice in choices for word in _words_of(choice)):
        click(_button(screen, text))
    with person.qtbot.waitSignal(person.desk.opened, timeout=PATIENCE):
        click(screen.start)
    settle()


def type_goods(person: Person, order: Order) -> None:
    """The goods, line by line: the grid first, then what is asked about the line."""
    for number, (cells, details) in enumerate(order.goods):
        type_cells(person, number, cells)
        for name, text in details.items():
            person.answer(f"goods.{row_id(person, number)}.{name}", text)


def type_packages(person: Person, order: Order) -> None:
    """The packages, range by range, and what is in each."""
    for number, (cells, contents) in enumerate(order.packages):
        type_cells(person, number, cells)
        inside = f"packing.ranges.{row_id(person, number)}.contents"
        type_rows(person, inside, [{"line": line, "each": each} for line, each in contents])


def type_cells(person: Person, number: int, cells: list[str]) -> None:
    """A row of the grid from its first cell on, Tab by Tab, and on to its details."""
    table, model = person.grid.table, person.grid.model
    click(table.viewport(), table.visualRect(model.index(number, 0)).center())
    for text in cells:
        person.type(text)
        person.press(Qt.Key.Key_Tab)
    assert table.currentIndex().row() in (number, number + 1)
    if in_focus() is not table:
        person.press(Qt.Key.Key_Escape)
    table.setCurrentIndex(model.index(number, 0))
    person.press(Qt.Key.Key_Return, _CONTROL)


def type_rows(person: Person, list_path: str, rows: list[dict[str, str]]) -> None:
    """The rows of a list, each begun with the list's button."""
    for row in rows:
        path = person.add_row(list_path)
        for name, text in row.items():
            person.answer(f"{path}.{name}", text)


def row_id(person: Person, number: int) -> str:
    """The id of a row of the grid."""
    row = person.grid.model.row_at(number)
    assert row is not None
    return row.id


def saved_papers(person: Person, folder: Path) -> dict[str, str]:
    """Save the papers from *Dokumen*; the text of each file by the beginning of its name."""
    if person.screen.page_id != DOCUMENTS:
        person.screen.show_documents()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    page.save_into(folder)
    person.wait(lambda: page.said.text().startswith("Tersimpan"))
    return {path.name.split("-")[0].split("_")[0]: text_of(path) for path in sorted(folder.glob("*.pdf"))}


def text_of(pdf: Path) -> str:
    """What a PDF says, one line of words."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def money(name: str) -> list[str]:
    """The amounts that the invoice of a sample must show; a freight of nothing is not written."""
    totals = EXPECTED[name]
    amounts = (totals.invoice, totals.fob, totals.freight, totals.insurance)
    return [printed(amount, 2, "en") for amount in amounts if amount]


def weights(name: str) -> list[str]:
    """Packages, weights and volume that both papers of a sample must show."""
    totals = EXPECTED[name]
    shown = ((totals.packages, 0), (totals.net_weight, 1), (totals.gross_weight, 1), (totals.volume, 3))
    return [printed(value, decimals, "en") for value, decimals in shown]


def answers_of(shipment: Shipment, person: Person) -> dict[str, Any]:
    """What is asked in the window of a new shipment, as answers by path; rows by their number instead of their id."""
    wanted = wanted_paths(person.desk.ready.catalog, person.desk.ready.pages, Shipment())
    numbers = {line.id: f"line {n}" for n, line in enumerate(shipment.goods or ())}
    told = dict(_walk(msgspec.to_builtins(shipment, enc_hook=str), "", ""))
    return {path: numbers.get(value, value) for path, (declared, value) in told.items() if declared in wanted}


def _walk(value: Any, path: str, declared: str) -> Iterator[tuple[str, tuple[str, Any]]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _walk(inner, f"{path}.{key}".strip("."), f"{declared}.{key}".strip("."))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{path}.{number}", f"{declared}.*")
    elif value is not None:
        yield path, (declared, value)


def _words_of(choice: str) -> list[str]:
    """The buttons to press for a choice; a rare Incoterm stands behind *Lain*."""
    return ["Lain", choice.removeprefix("Lain ")] if choice.startswith("Lain ") else [choice]


def _button(screen: QWidget, word: str) -> QPushButton:
    return next(b for b in screen.findChildren(QPushButton) if b.isVisible() and b.text() == word)
