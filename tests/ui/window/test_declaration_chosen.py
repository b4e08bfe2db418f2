"""The export declaration asks nothing until it is chosen among the papers, and goes without a trace."""

from __future__ import annotations

from app.ui.documents_page import DocumentsPage
from app.ui.widgets.labels import FieldLabel, Label
from app.ui.widgets.states import State
from tests.ui.window.person import Person, settle


def test_the_declaration_waits_quietly_until_it_is_chosen_and_its_pages_go_with_it(person: Person) -> None:
    person.sample("wallet_post_us")
    person.turn_to("exporter")
    assert fixed_labels(person) == set()
    before = person.screen.tasks.titles()
    person.screen.show_documents()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    (row,) = [widget.row for widget in page.rows.widgets() if widget.row.id == "peb"]
    assert (row.chosen, row.state) == (False, State.TODO)
    assert "bea cukai" in row.remark
    page.rows.changed.emit("peb", "chosen", True)  # noqa: FBT003 - the signal's value
    new = [page_id for page_id, _ in person.screen.tasks.titles() if page_id not in dict(before)]
    assert new == ["declaration", "inspection", "own.peb"]
    person.turn_to("exporter")
    assert fixed_labels(person) >= {"Nama eksportir"}
    person.turn_to("declaration")
    person.editing.undo()
    person.wait(lambda: person.screen.tasks.titles() == before)
    settle()
    assert person.screen.page_id in dict(before)


def fixed_labels(person: Person) -> set[str]:
    """The names of the fields that say they cannot be corrected after filing."""
    found = set()
    for label in person.page.findChildren(FieldLabel):
        if any(part.text() == "tetap sesudah PEB terdaftar" for part in label.findChildren(Label)):
            found.add(label.name.text())
    return found
