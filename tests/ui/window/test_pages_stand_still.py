"""What a page says appears where there is room for it; what stood there already stays in its place."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.ui.documents_page import DocumentsPage
from app.ui.page_view import PageView
from app.ui.widgets.code_list import CodeEdit
from app.ui.widgets.labels import Heading
from app.ui.widgets.readiness_list import Readiness
from tests.ui.audit import shortened
from tests.ui.window.person import Person, settle

HALF = 288
"""Pixels that each of two fields in one line has in a window 1366 wide."""


def test_half_a_date_says_so_and_moves_no_field_of_its_row(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("references")
    fields = [person.question(f"references.invoice_{what}").editor for what in ("no", "date")]
    before = [place(field, person.page) for field in fields]
    person.answer("references.invoice_date", "12 Ju")
    line = person.question("references.invoice_date").box.line("reading")
    assert line is not None
    assert line.isVisible()
    assert [place(field, person.page) for field in fields] == before


def test_an_empty_grid_shows_no_buttons_for_a_row(person: Person) -> None:
    person.sample("footwear_rotterdam")
    assert person.desk.editing is not None
    person.desk.editing.remove_rows("packing.ranges", [row.id for row in person.shipment.packing.ranges or ()])
    person.turn_to("packing")
    settle()
    details = person.grid.details
    assert [button.isVisible() for button in (details.up, details.down, details.remove)] == [False] * 3


def test_the_second_fields_of_all_lines_begin_at_one_place(person: Person) -> None:
    person.sample("furniture_hamburg_lc")
    found: dict[int, list[str]] = {}
    for page, _ in person.screen.tasks.titles():
        person.screen.show_page(page)
        settle()
        if isinstance(person.screen.view(), PageView):
            boxes = sorted(
                (question.box for question in person.page.all_questions()),
                key=lambda box: (place(box, person.page).top(), place(box, person.page).left()),
            )
            for _, stands in groupby(boxes, key=lambda box: place(box, person.page).top()):
                line = list(stands)
                # What is longer than half a line takes what it needs; three share the line.
                if len(line) == 2 and all(box.minimumSizeHint().width() <= HALF for box in line):
                    found.setdefault(place(line[1], person.page).left(), []).append(line[1].objectName())
    assert len(found) == 1, found
    assert sum(len(names) for names in found.values()) > 30


def test_a_profile_begins_where_a_shipment_does_and_its_way_on_stands_under_the_fields(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("exporter")
    title = place(heading(person), person.window)
    assert person.window.exporter is not None
    with person.qtbot.waitSignal(person.desk.opened):
        person.window.exporter.open_profile()
    settle()
    field, forth = (
        place(widget, person.window) for widget in (person.question("exporter.name").editor, person.screen.footer.forth)
    )
    assert place(heading(person), person.window).topLeft() == title.topLeft()
    assert forth.right() == field.right()


def test_the_foot_of_a_list_is_whole_and_so_is_how_much_a_paper_lacks(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    country = person.question("buyer.country").editor
    assert isinstance(country, CodeEdit)
    country.open_list()
    assert [text for text in shortened(person.window) if "Daftar per" in text] == []
    country.close_list()
    person.turn_to("references")
    person.answer("references.invoice_date", "12 Ju")
    person.checked()
    person.screen.review()
    settle()
    told = [row.value.remark for row in person.screen.readiness.list.rows.rows if isinstance(row.value, Readiness)]
    assert "1 perlu diperbaiki" in told
    assert [text for text in shortened(person.screen.readiness) if "perlu diperbaiki" in text] == []


def test_what_was_saved_is_seen_whole_and_moves_no_button(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    person.window.resize(1024, 640)
    person.window.set_setting("text_size", 150)
    person.screen.show_documents()
    settle()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    before = place(page.save, person.window)
    page.save_into(tmp_path)
    person.wait(lambda: page.said.text().startswith("Tersimpan"))
    settle()
    assert place(page.save, person.window) == before
    assert page.said.visibleRegion().boundingRect() == page.said.rect()


def heading(person: Person) -> QWidget:
    """The title of the page."""
    (found,) = person.page.findChildren(Heading)
    return found


def place(widget: QWidget, page: QWidget) -> QRect:
    """Where a widget stands on its page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
