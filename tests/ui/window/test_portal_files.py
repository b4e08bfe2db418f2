"""The declaration as files for CEISA, saved from *Dokumen*: what came out, what it lacks, and the way there."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app.services.chosen_papers import with_chosen
from app.ui.documents_page import DocumentsPage
from app.ui.portal_files import PortalFiles
from app.words import Message
from tests.ui.hands import click
from tests.ui.window.person import Person, settle


@pytest.fixture
def files(person: Person) -> PortalFiles:
    """Those of the shoes' declaration."""
    person.sample("footwear_rotterdam")
    return opened(person)


def opened(person: Person) -> PortalFiles:
    person.screen.show_documents()
    settle()
    view = person.screen.view()
    assert isinstance(view, DocumentsPage)
    return view.portal[0]


def saved(person: Person, files: PortalFiles, name: str, path: Path) -> None:
    """Press a button, and give the dialog a name."""
    click(files.buttons[name])
    person.wait(lambda: files.dialog)
    dialog = files.dialog
    assert isinstance(dialog, QFileDialog)
    name_field = dialog.findChild(QLineEdit)
    assert name_field is not None
    name_field.setText(str(path))
    dialog.accept()
    person.wait(lambda: files.said.text().startswith("Tersimpan"))
    person.come_back()


def test_the_declaration_is_saved_as_json_and_as_workbook(person: Person, files: PortalFiles, tmp_path: Path) -> None:
    saved(person, files, "ceisa-json", tmp_path / "peb.json")
    assert json.loads((tmp_path / "peb.json").read_bytes())["kodeDokumen"] == "30"
    saved(person, files, "ceisa-xlsx", tmp_path / "peb.xlsx")
    assert "belum terbukti" in files.said.text()
    assert len(openpyxl.load_workbook(tmp_path / "peb.xlsx").sheetnames) == 21


def test_a_name_that_is_taken_gets_a_number(person: Person, files: PortalFiles, tmp_path: Path) -> None:
    (tmp_path / "peb.json").write_text("theirs")
    saved(person, files, "ceisa-json", tmp_path / "peb.json")
    assert (tmp_path / "peb.json").read_text() == "theirs"
    assert (tmp_path / "peb-2.json").is_file()
    assert "peb-2.json" in files.said.text()


def test_what_a_file_lacks_is_said_with_the_way_to_it(person: Person, files: PortalFiles, tmp_path: Path) -> None:
    customs = replace(person.shipment.customs, office_of_export=None)
    person.editing.replace(replace(person.shipment, customs=customs), Message("editing.begun"))
    click(files.buttons["ceisa-json"])
    person.wait(files.lacking.isVisible)
    assert files.dialog is None
    assert "belum bisa" in files.said.text()
    assert files.lacking.first is not None
    click(files.lacking.first)
    settle()
    assert person.question("customs.office_of_export").editor is not None
    saved(person, opened(person), "ceisa-xlsx-review", tmp_path / "look.xlsx")
    assert (tmp_path / "look.xlsx").is_file()


def test_it_says_before_anything_is_saved_that_the_upload_is_not_proven(files: PortalFiles) -> None:
    assert files.unproven.isVisible()
    assert "belum terbukti" in files.unproven.text()


def test_without_the_declaration_there_are_no_files_of_it(person: Person) -> None:
    person.sample("wallet_post_us")
    without = with_chosen(person.shipment, "peb", chosen=False, row_id="x")
    person.editing.replace(without, Message("editing.begun"))
    assert not opened(person).isVisible()


def test_errors_that_the_check_finds_are_told_with_the_file(person: Person, files: PortalFiles, tmp_path: Path) -> None:
    saved(person, files, "ceisa-json", tmp_path / "fine.json")
    assert "kesalahan" not in files.said.text()
    delivery = replace(person.shipment.delivery, place="Rotterdam")
    person.editing.replace(replace(person.shipment, delivery=delivery), Message("editing.begun"))
    saved(person, files, "ceisa-json", tmp_path / "wrong.json")
    assert "1 kesalahan" in files.said.text()


def test_the_paper_beside_a_page_is_one_that_says_something_of_it(person: Person) -> None:
    person.sample("footwear_rotterdam")
    preview = person.screen.preview
    person.turn_to("buyer")
    assert preview.form == "commercial_invoice"
    person.turn_to("declaration")
    assert preview.form == "peb"
    person.turn_to("buyer")
    assert preview.form == "commercial_invoice"
    preview.show_form("packing_list")
    person.turn_to("declaration")
    person.turn_to("buyer")
    assert preview.form == "packing_list"
