"""The shipment file beside the papers: from it the work can be begun again where the store and its backups are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.records.shipment_file import read_shipment
from app.services.settings import read_settings
from app.ui.documents_page import DocumentsPage
from tests.ui.window.person import Person


@pytest.mark.bar("S6")
def test_at_home_the_shipment_lies_beside_its_papers_and_can_be_opened_again(person: Person, tmp_path: Path) -> None:
    person.sample("footwear_rotterdam")
    shipment, folder = person.shipment, tmp_path / "out"
    page = documents(person)
    page.save_into(folder)
    person.wait(lambda: page.said.text().startswith("Tersimpan"))
    assert sorted(file.suffix for file in folder.iterdir()) == [".ekspor", ".pdf", ".pdf", ".pdf"]
    (beside,) = folder.glob("*.ekspor")
    assert str(folder) in page.said.text()
    assert read_shipment(beside.read_bytes()).shipment == shipment


@pytest.mark.bar("S6")
def test_on_a_desk_of_many_firms_no_shipment_is_laid_about_unasked(person: Person, tmp_path: Path) -> None:
    person.window.set_setting("role", "advisor")
    assert read_settings(person.folder).settings.role == "advisor"
    person.sample("footwear_rotterdam")
    page = documents(person)
    page.save_into(tmp_path / "out")
    person.wait(lambda: page.said.text().startswith("Tersimpan"))
    assert {file.suffix for file in (tmp_path / "out").iterdir()} == {".pdf"}


def test_in_a_small_window_one_sees_what_was_saved(person: Person, tmp_path: Path) -> None:
    person.window.resize(1024, 640)
    person.window.set_setting("text_size", 150)
    person.sample("footwear_rotterdam")
    page = documents(person)
    page.save_into(tmp_path / "out")
    person.wait(lambda: page.said.text().startswith("Tersimpan"))
    place = page.said.rect().translated(page.said.mapTo(person.window, page.said.rect().topLeft()))
    assert page.said.isVisible()
    assert person.window.rect().contains(place)


def documents(person: Person) -> DocumentsPage:
    """The page *Dokumen*."""
    person.screen.show_documents()
    page = person.screen.view()
    assert isinstance(page, DocumentsPage)
    return page
