"""The workbook for customs' upload: each value in its column, codes as text, gaps in red on the copy to look over."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.utils import column_index_from_string

from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.exchange.ceisa_header import PLACEHOLDER
from app.exchange.ceisa_json import ceisa_json
from app.exchange.ceisa_layout import newest_layout
from app.exchange.ceisa_workbook import RED, ceisa_review, ceisa_workbook
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import sample_named
from tests.expected import EXPECTED
from tests.unit.domain.test_declaration import DECLARED
from tests.unit.exchange.bc30 import read_exactly
from tests.unit.forms.made_papers import repeated

FOOTWEAR = sample_named("footwear_rotterdam")
WIDTHS = {
    "HEADER": 107, "ENTITAS": 16, "DOKUMEN": 7, "PENGANGKUT": 9, "KEMASAN": 6, "KONTAINER": 7, "KOMPONENBIAYA": 20,
    "BARANG": 70, "BARANGTARIF": 19, "BARANGDOKUMEN": 4, "BARANGENTITAS": 3, "BARANGSPEKKHUSUS": 4, "BARANGVD": 7,
    "BAHANBAKU": 41, "BAHANBAKUTARIF": 25, "BAHANBAKUDOKUMEN": 6, "PUNGUTAN": 5, "JAMINAN": 10, "BANKDEVISA": 4,
    "VERSI": 1, "RESPON": 4,
}  # fmt: skip
"""How many columns each sheet of the template 1.3 has."""
NUMBERS = {
    "HEADER": {"BK", "BN", "BO", "BP", "BQ", "BU", "BW", "BX", "CB", "CC"},
    "ENTITAS": {"B"}, "DOKUMEN": {"B"}, "PENGANGKUT": {"B"}, "KEMASAN": {"B", "D"}, "KONTAINER": {"B"},
    "BARANG": {"B", "K", "M", "T", "V", "AB", "AC", "AJ", "AK", "AL"},
    "BARANGTARIF": {"B", "E", "L"}, "BARANGDOKUMEN": {"B", "C"}, "BARANGENTITAS": {"B", "C"}, "BANKDEVISA": {"B"},
}  # fmt: skip
"""Columns that hold numbers; every other value is a text."""


SINGLE = {"BQ": "fob", "BP": "freight", "BK": "asuransi", "BO": "asuransi", "CB": "bruto", "CC": "netto", "BW": "ndpbm"}
COUNTED = {"AC": "fob", "T": "netto", "K": "jumlahSatuan", "AJ": "hargaSatuan", "AL": "hargaPatokan"}
TOLD = {"C": "posTarif", "J": "kodeSatuanBarang", "E": "uraian", "AS": "kodeDaerahAsal"}
"""Columns of HEADER and BARANG with the keys of customs' file that say the same."""


def book_of(data: bytes | None) -> Any:
    assert data is not None
    return openpyxl.load_workbook(io.BytesIO(data))


def written(shipment: Shipment, at: Circumstances) -> Any:
    made = ceisa_workbook(shipment, at)
    assert made.missing == ()
    return book_of(made.data)


def filled(sheet: Any) -> list[Any]:
    """The cells under the heads that hold or mark something."""
    return [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None or cell.comment]


def exact(values: list[Any]) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def column(book: Any, sheet: str, letters: str) -> list[Any]:
    cells = [row[column_index_from_string(letters) - 1] for row in book[sheet].iter_rows(min_row=2)]
    return [cell.value for cell in cells]


def test_the_sheets_and_their_columns_are_those_of_the_template(at: Circumstances) -> None:
    book = written(FOOTWEAR, at)
    assert {sheet.title: sheet.max_column for sheet in book.worksheets} == WIDTHS
    assert book.sheetnames == list(WIDTHS)
    asked = ("A", "S", "AF", "AR", "BK", "BO", "CI", "CJ", "DC")
    heads = {letters: book["HEADER"][f"{letters}1"].value for letters in asked}
    assert heads == {
        "A": "NOMOR AJU", "S": "KODE GUDANG ASAL", "AF": "KODE GUDANG ASAL", "AR": "KODE PELABUHAN TUJUAN",
        "BK": "ASURANSI", "BO": "ASURANSI", "CI": "KODE VALUTA", "CJ": "KODE INCOTERM", "DC": "FLAG PROPORSIONAL NETTO",
    }  # fmt: skip
    assert (book["BARANG"]["BO1"].value, book["KONTAINER"]["C1"].value) == ("KODE JENIS EKSPOR", "NOMOR KONTINER")
    assert (column(book, "VERSI", "A"), book["VERSI"]["A1"].value) == (["1.3"], "VERSI")


@pytest.mark.parametrize("name", DECLARED)
def test_every_code_is_text_and_every_number_a_number(name: str, at: Circumstances) -> None:
    book = written(sample_named(name), at)
    for sheet in book.worksheets:
        for cell in filled(sheet):
            is_number = cell.column_letter in NUMBERS.get(sheet.title, ())
            assert cell.data_type == ("n" if is_number else "s"), cell
            assert (cell.number_format == "@") is not is_number, cell
    assert column(book, "HEADER", "C")[0].startswith("0")


@pytest.mark.parametrize("name", DECLARED)
def test_the_workbook_says_what_the_file_says_to_the_last_decimal(name: str, at: Circumstances) -> None:
    shipment, expected = sample_named(name), EXPECTED[name]
    book, file = written(shipment, at), read_exactly(ceisa_json(shipment, at).data or b"")
    for letters, key in SINGLE.items():
        assert exact(column(book, "HEADER", letters)) == [file[key]], letters
    assert exact(column(book, "HEADER", "BQ")) == [expected.fob]
    for letters, key in COUNTED.items():
        assert exact(column(book, "BARANG", letters)) == [row[key] for row in file["barang"]], letters
    for letters, key in TOLD.items():
        assert column(book, "BARANG", letters) == [row[key] for row in file["barang"]], letters
    assert column(book, "ENTITAS", "C") == ["2", "7", "8", "6"]
    assert column(book, "DOKUMEN", "C")[:2] == ["380", "217"]
    assert len(column(book, "BARANGENTITAS", "C")) == len(file["barang"])
    assert {*column(book, "BARANG", "A"), *column(book, "ENTITAS", "A")} == {file["nomorAju"]}


def test_the_exporters_niper_stands_in_its_column_and_in_the_file_nowhere(at: Circumstances) -> None:
    told = with_value(with_value(FOOTWEAR, "customs.export_category", "21"), "exporter.niper", "NIPER-0123")
    assert column(written(told, at), "ENTITAS", "N") == ["NIPER-0123", None, None, None]
    assert b"NIPER" not in (ceisa_json(told, at).data or b"")


def test_without_an_answer_there_is_no_clean_copy_and_the_other_shows_it_in_red(
    at: Circumstances, program: Program
) -> None:
    shipment = with_value(with_value(FOOTWEAR, "customs.exchange_rate", None), "goods.g1.origin_area", None)
    for path in ("references.packing_list_no", "owner.who"):
        shipment = with_value(shipment, path, None)
    assert ceisa_workbook(shipment, at).missing == ceisa_json(shipment, at).missing != ()
    review = ceisa_review(shipment, at, program.catalog)
    book = book_of(review.data)
    marked = [(sheet.title, c) for sheet in book.worksheets for c in filled(sheet) if c.fill.fgColor.rgb == RED]
    red = {(title, cell.coordinate): cell.comment.text for title, cell in marked}
    assert set(red) == {("HEADER", "BW2"), ("BARANG", "AS2"), ("DOKUMEN", "D3"), ("ENTITAS", "F3")}
    assert all("lacking" in note for note in red.values())
    assert "exchange.review_only" in [remark.id for remark in review.remarks]


def test_of_an_empty_shipment_the_copy_to_look_over_tells_everything(at: Circumstances, program: Program) -> None:
    shipment = Shipment()
    book = book_of(ceisa_review(shipment, at, program.catalog).data)
    notes = [c.comment.text for s in book.worksheets for row in s.iter_rows() for c in row if c.comment]
    told = " ".join(notes).casefold()
    for path in ("exporter.name", "references.invoice_no", "goods", "customs.exchange_rate"):
        assert program.catalog.words[path].label.en.casefold() in told, path


def test_a_clean_copy_with_a_made_up_number_says_so_and_that_the_upload_is_not_proven(at: Circumstances) -> None:
    made = ceisa_workbook(with_value(FOOTWEAR, "customs.submission_no", None), at)
    said = [remark.id for remark in made.remarks]
    assert said == ["exchange.unproven", "exchange.no_readiness", "exchange.placeholder"]
    assert set(column(book_of(made.data), "HEADER", "A")) == {PLACEHOLDER}


def test_no_text_becomes_a_formula(at: Circumstances) -> None:
    shipment = with_value(FOOTWEAR, "goods.g1.brand", "=1+1")
    data = ceisa_workbook(shipment, at).data or b""
    assert column(book_of(data), "BARANG", "F")[0] == "=1+1"
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in packed.read(name) for name in sheets)


def test_two_thousand_lines_are_all_there(at: Circumstances) -> None:
    shipment = repeated(FOOTWEAR, 2_000)
    made = ceisa_workbook(replace(shipment, answers=answered(shipment)), at)
    book = openpyxl.load_workbook(io.BytesIO(made.data or b""), read_only=True)
    assert sum(1 for row in book["BARANG"].iter_rows(min_row=2, max_col=3, values_only=True) if row[2]) == 2_000


def answered(shipment: Shipment) -> dict[str, Any]:
    names = ("brand", "type", "size", "specification", "article_no")
    more = {f"goods.{line.id}.{name}": "none" for line in shipment.goods or () for name in names}
    return {**shipment.answers, **{path: answer for path, answer in more.items() if path not in shipment.answers}}


def test_a_newer_layout_is_one_more_file(tmp_path: Path) -> None:
    for version in ("1.3", "1.10"):
        head = f'version = "{version}"\nas_of = 2026-11-24\nsource = "x"\n'
        text = head + '[[sheet]]\nname = "A"\nrows = "-"\ncolumns = [["B"]]\n'
        (tmp_path / f"{version}.toml").write_text(text, encoding="utf-8")
    assert newest_layout(tmp_path).version == "1.10"
