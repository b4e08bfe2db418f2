"""A paper that was saved is remembered; when its data change, *Dokumen* says so and shows what changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.services.made_papers import makings
from app.ui.changes_dialog import ChangesDialog
from app.ui.documents_page import DocumentsPage
from app.ui.widgets.hit_list import FoundCode
from tests.ui.audit import faults
from tests.ui.hands import press
from tests.ui.window.person import Person


def test_a_paper_whose_data_changed_is_said_and_the_field_is_one_key_away(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    page = documents(person)
    page.save_into(tmp_path / "out")
    person.wait(lambda: page.said.text().startswith("Tersimpan"))
    assert page.made.warnings == []
    person.turn_to("transport")
    person.answer("transport.vessel", "MV Contoh")
    person.saved()
    page = documents(person)
    person.wait(lambda: page.made.warnings)
    assert all(
        warning.startswith("PDF ") and "untuk VOORBEELD SCHOENEN B.V. tidak lagi sama" in warning
        for warning in page.made.warnings
    )
    assert faults(person.screen) == []
    dialog = changes(person)
    assert [(found.shown, found.remark) for found in listed(dialog)] == [("Nama kapal", "diubah")]
    assert listed(dialog)[0].text.endswith("menjadi MV Contoh")
    assert faults(dialog) == []
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Return)
    person.wait(lambda: person.screen.page_id == "transport")


def test_papers_are_remembered_also_when_one_has_left_their_page(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    document = person.editing.id
    documents(person).save_into(tmp_path / "out")
    person.turn_to("buyer")
    found: list[object] = []

    def look() -> bool:
        person.desk.ask(lambda store: makings(store, document), found.append)
        return bool(found and found[-1])

    person.wait(look)


def test_one_may_compare_with_another_day(person: Person) -> None:
    person.sample("footwear_rotterdam")
    documents(person)
    dialog = changes(person)
    assert dialog.versions.key() == "before_today"
    assert listed(dialog) == []
    assert dialog.said.text() == "Tidak ada yang berubah."


def test_the_menu_leads_there_from_any_page(person: Person) -> None:
    person.sample("footwear_rotterdam")
    person.turn_to("buyer")
    person.window.menus.actions["changes"].trigger()
    view = person.screen.view()
    assert isinstance(view, DocumentsPage)
    assert view.made.dialog is not None


def documents(person: Person) -> DocumentsPage:
    """The page *Dokumen*, once it knows what was made."""
    person.screen.show_documents()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    with person.qtbot.waitSignal(page.made.settled):
        pass
    return page


def changes(person: Person) -> ChangesDialog:
    """*Apa yang berubah*, once it says so."""
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    page.made.show_changes()
    dialog = page.made.dialog
    assert dialog is not None
    with person.qtbot.waitSignal(dialog.settled):
        pass
    return dialog


def listed(dialog: ChangesDialog) -> list[FoundCode]:
    """The changes that are shown."""
    return [row.value for row in dialog.list.rows.rows if isinstance(row.value, FoundCode)]
