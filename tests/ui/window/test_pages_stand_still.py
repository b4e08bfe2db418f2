"""What a page says appears where there is room for it; what stood there already stays in its place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.ui.window.person import Person, settle


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
    assert [button.isVisible() for button in (person.grid.up, person.grid.down, person.grid.remove)] == [False] * 3


def place(widget: QWidget, page: QWidget) -> QRect:
    """Where a widget stands on its page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
