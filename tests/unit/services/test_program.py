"""The program's start: its own declarations, and those of a person's data folder."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from app.catalog.declared import DeclarationError
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.render.fonts import Fonts
from app.services.data_folder import VARIABLE, data_folder
from app.services.paper_names import paper_stem
from app.services.papers import PaperMaker, papers_asked
from app.services.program import Program, start
from tests.conftest import TODAY

OWN_LETTER = """
title = { id = "Surat jalan toko", en = "Shop's delivery note" }
group = "letter"
asked_by = { id = "Toko", en = "The shop" }
as_of = 2026-11-24
source = "own"
number = "own.note_no"
date = "own.note_date"
file = "SJ/../x"
example = "batik_tokyo"
texts = {}

[own.note_no]
kind = "text"
label = { id = "Nomor surat", en = "Note number" }

[own.note_date]
kind = "date"
label = { id = "Tanggal surat", en = "Note date" }

[[section]]
title = { id = "Surat", en = "Note" }
fields = [{ path = "own.note_no", need = "required" }, { path = "own.note_date" }, { path = "buyer.name" }]
"""
OWN_TEMPLATE = '<document><p>NOTE {{ d["own.note_no"] }} OF {{ d["own.note_date"] }}</p></document>'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A data folder with one document type of a person's own."""
    (tmp_path / "forms" / "delivery_note").mkdir(parents=True)
    (tmp_path / "forms" / "delivery_note" / "form.toml").write_text(OWN_LETTER, encoding="utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "delivery_note.xml.j2").write_text(OWN_TEMPLATE, encoding="utf-8")
    return tmp_path


def test_a_form_in_the_data_folder_stands_beside_the_built_in_ones(own: Path, program: Program) -> None:
    assert set(start(own).catalog.forms) == {*program.catalog.forms, "delivery_note"}


def test_a_paper_of_ones_own_is_named_by_its_own_number_and_date(own: Path, at: Circumstances) -> None:
    form = start(own).catalog.forms["delivery_note"]
    shipment = Shipment(own={"delivery_note": {"note_no": "7/XII", "note_date": "02-12-2026"}})
    assert paper_stem(form, shipment, at) == "SJ-x-7-XII_2026-12-02_DRAFT"
    assert paper_stem(form, Shipment(), at) == "SJ-x_DRAFT"
    assert paper_stem(form, Shipment(own={"delivery_note": {"note_date": "?"}}), at) == "SJ-x_DRAFT"


def test_a_paper_of_ones_own_is_drawn(own: Path) -> None:
    program = start(own)
    shipment = Shipment(own={"delivery_note": {"note_no": "7/XII"}})
    papers = papers_asked(program, shipment, ["delivery_note"], None, None)
    made = PaperMaker(program, Fonts(fallback=False)).make(shipment, papers, TODAY)
    assert made.pdf.startswith(b"%PDF-")
    assert made.troubles == ((),)


def test_a_template_in_the_data_folder_goes_before_the_built_in_one(own: Path) -> None:
    own_file = own / "templates" / "commercial_invoice.xml.j2"
    own_file.write_text("<document/>", encoding="utf-8")
    found = next(root / own_file.name for root in start(own).templates if (root / own_file.name).is_file())
    assert found.read_text(encoding="utf-8") == "<document/>"


def test_the_words_of_a_field_can_be_changed_in_the_data_folder(own: Path) -> None:
    (own / "forms" / "_fields").mkdir()
    words = '["buyer.name"]\nlabel = { id = "Nama pelanggan", en = "Customer" }\n'
    (own / "forms" / "_fields" / "own.toml").write_text(words, encoding="utf-8")
    assert start(own).catalog.words["buyer.name"].label.en == "Customer"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("delivery_note/form.toml", "title = "),
        ("delivery_note/form.toml", OWN_LETTER.replace("buyer.name", "buyer.nama")),
        ("delivery_note/form.toml", OWN_LETTER.replace('"own"\n', '"own"\nrules = ["price.no_such"]\n', 1)),
        ("commercial_invoice/form.toml", OWN_LETTER),
        ("Surat Jalan/form.toml", OWN_LETTER),
    ],
)
def test_a_mistake_in_a_form_names_its_file(own: Path, file: str, text: str) -> None:
    path = own / "forms" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError, match=file.partition("/")[0]):
        start(own)


def test_rules_beside_a_form_of_ones_own_are_never_run(own: Path) -> None:
    (own / "forms" / "delivery_note" / "rules.py").write_text("raise SystemExit(3)", encoding="utf-8")
    assert "delivery_note" in start(own).catalog.forms


def test_a_data_folder_that_is_not_there_is_not_made(no_data: Path, program: Program) -> None:
    assert start(no_data).catalog.forms == program.catalog.forms
    assert list(start(no_data).templates) == [files("templates")]
    assert not no_data.exists()


def test_the_data_folder_is_the_one_asked_for_then_that_of_the_environment() -> None:
    assert data_folder("here", {VARIABLE: "there"}) == Path("here")
    assert data_folder(None, {VARIABLE: "there"}) == Path("there")
    assert data_folder(None, {}).name == "siap-ekspor"
