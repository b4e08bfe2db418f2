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


def test_what_cannot_be_corrected_is_compared_with_what_was_answered(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("own.peb")
    told = {path: question.box.line("reading") for path, question in person.page.questions.items()}
    said = {path.rpartition(".")[2]: line.reading.text() for path, line in told.items() if line is not None}
    assert said["name_checked"].splitlines() == [
        "Nama eksportir: CV CONTOH LANGKAH JAYA",
        "NPWP eksportir: 0012345674602000",
        "NIB eksportir: 1234567890123",
    ]
    assert "Kantor pabean pemuatan: 070100 - KPPBC Tanjung Perak" in said["office_checked"]
    assert said["facility_checked"] == "Jenis fasilitas: Tidak ada"
    person.editing.change_text("customs.office_of_loading", "070500")
    settle()
    line = person.question("own.peb.office_checked").box.line("reading")
    assert line is not None
    assert "070500 - KPPBC Juanda" in line.reading.text()
    assert person.shipment.own["peb"].get("office_checked") is None


def fixed_labels(person: Person) -> set[str]:
    """The names of the fields that say they cannot be corrected after filing."""
    found = set()
    for label in person.page.findChildren(FieldLabel):
        if any(part.text() == "tetap sesudah PEB terdaftar" for part in label.findChildren(Label)):
            found.add(label.name.text())
    return found
