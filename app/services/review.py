"""Every answer of a shipment in words, page by page, as the page *Periksa* reads it back. Knows no screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from app.catalog.catalog import Catalog
from app.catalog.pages import Block, Page, Pages
from app.checks.labels import label_of
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.goods_totals import line_amount
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.kinds.choice import AttachmentId, RowId
from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded, Country
from app.kinds.kind import Kind, Reading
from app.kinds.measures import Number
from app.kinds.money import Amount
from app.services.tasks import SHEET, asked_now, holds_in_row, pages_now, wanted_paths
from app.words import Message, Text, same

_READ_ROWS = 200
"""So many rows of a grid are read back; who has more goes on in the grid, which is made for it."""


class Answer(NamedTuple):
    """One line: what was asked, what was answered ("" where nothing was), and where to change it."""

    label: Text
    said: str
    path: str


class Answers(NamedTuple):
    """The answers of one page."""

    page: Page
    answers: tuple[Answer, ...]


def all_answers(catalog: Catalog, pages: Pages, shipment: Shipment, at: Circumstances) -> tuple[Answers, ...]:
    """Every question that is asked now, with its answer."""
    wanted = wanted_paths(catalog, pages, shipment)
    figures = Figures(shipment, at)
    asking = [page for page in pages_now(catalog, pages, shipment) if not page.id.startswith(SHEET)]
    return tuple(Answers(page, tuple(_of_page(catalog, page, wanted, figures))) for page in asking)


def on_screen(kind: Kind[Any], value: Any, at: Circumstances) -> str:
    """A value as the screen shows it: numbers always the Indonesian way, as they are typed; words in its language."""
    if isinstance(kind, Number):
        return kind.show(value, at.in_language("id"))
    if isinstance(kind, Country):
        return at.lists.countries.named(value).into(at.language)
    if isinstance(kind, Coded) and kind.show(value, at) == value:
        return value if isinstance(value, str) else str(value)
    return kind.show(value, at)


def _of_page(catalog: Catalog, page: Page, wanted: frozenset[str], figures: Figures) -> Iterator[Answer]:
    if page.grid:
        yield from _grid_rows(catalog, page, figures)
    for block in page.blocks:
        if block.rows and ".*." not in block.rows:
            yield from _list_rows(catalog, block, wanted, figures)
        elif not block.rows:
            for row in asked_now(block, figures.shipment, wanted):
                yield from (_answer(catalog, asked.path, figures) for asked in row if "*" not in asked.path)


def _answer(catalog: Catalog, path: str, figures: Figures) -> Answer:
    shipment = figures.shipment
    if path.startswith("own."):
        return Answer(label_of(catalog, path), _own(catalog, path, figures), path)
    kind, value = fields()[path].kind, value_at(shipment, path)
    return Answer(label_of(catalog, path), _said(kind, value, path, figures), path)


def _own(catalog: Catalog, path: str, figures: Figures) -> str:
    """An answer that only one document asks for; one that cannot be read stands as it was typed."""
    _, form, name = path.split(".", 2)
    text = figures.shipment.own.get(form, {}).get(name, "")
    kind = catalog.forms[form].own[name][0]
    read = kind.parse(text, figures.at) if text else None
    return on_screen(kind, read.value, figures.at) if isinstance(read, Reading) else text


def _said(kind: Kind[Any] | None, value: Any, path: str, figures: Figures) -> str:
    shipment, at = figures.shipment, figures.at
    if path in shipment.typed:
        return shipment.typed[path]
    if value is not None and kind is not None:
        if isinstance(kind, AttachmentId):
            return next((row.name or value for row in shipment.attachments or () if row.id == value), value)
        if isinstance(kind, RowId):
            return _named_line(figures, value)
        if isinstance(kind, Amount) and kind.currency_path != "currency":
            at = at.in_currency(value_at(shipment, kind.currency_path))
        return on_screen(kind, value, at)
    return Message(f"review.{answer}").into(at.language) if (answer := shipment.answers.get(path)) else ""


def _named_line(figures: Figures, row_id: str) -> str:
    line = figures.lines.get(row_id)
    return (line.own_description or line.description or row_id) if line else row_id


def _grid_rows(catalog: Catalog, page: Page, figures: Figures) -> Iterator[Answer]:
    label = catalog.words[page.grid].label
    rows = value_at(figures.shipment, page.grid) or ()
    for number, row in enumerate(rows[:_READ_ROWS], start=1):
        said = [_cell(column.path, row, page.grid, figures) for column in page.columns]
        if page.grid == "goods":
            amount = line_amount(figures, row)
            said.append("" if amount is None else on_screen(Amount(), amount, figures.at))
        yield Answer(_numbered(label, number), ", ".join(part for part in said if part), f"{page.grid}.{row.id}")
    if len(rows) > _READ_ROWS:
        more = Message("review.more_rows", {"n": same(str(len(rows) - _READ_ROWS))})
        yield Answer(label, more.into(figures.at.language), f"{page.grid}.{rows[_READ_ROWS].id}")


def _list_rows(catalog: Catalog, block: Block, wanted: frozenset[str], figures: Figures) -> Iterator[Answer]:
    label = catalog.words[block.rows].label
    rows = value_at(figures.shipment, block.rows)
    if rows is None or block.rows not in wanted:
        return
    if not rows:
        yield Answer(label, Message("review.none").into(figures.at.language), block.rows)
    for number, row in enumerate(rows, start=1):
        asked = [a for line in block.asked for a in line if a.path in wanted and holds_in_row(a.when, row)]
        said = [_cell(a.path, row, block.rows, figures) for a in asked]
        yield Answer(_numbered(label, number), ", ".join(part for part in said if part), f"{block.rows}.{row.id}")


def _cell(path: str, row: Any, home: str, figures: Figures) -> str:
    name = path.rpartition(".")[2]
    return _said(fields()[path].kind, getattr(row, name), f"{home}.{row.id}.{name}", figures)


def _numbered(label: Text, number: int) -> Text:
    return Message("checks.row", {"list": label, "n": same(str(number))}).text
