"""Workbooks that are out to harm, or only odd: refused or read within five seconds, never a formula run."""

from __future__ import annotations

import datetime
import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import openpyxl
import pytest

from app.domain.shipment import Shipment
from app.exchange.table import TableRefused
from app.exchange.workbook import tables_from_workbook
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.table_import import proposal_for
from tests.unit.exchange.written import workbook

SMALL = workbook({"A": [["Description", "Qty"], ["SHOES", 2]]})
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TEXTS = {"A1": "Description", "B1": "Qty", "A2": "SHOES"}
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


def with_part(name: str, content: str | bytes) -> bytes:
    """The small workbook with one part of another content."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def sheet_of(cell: str, before: str = "", kind: str = "") -> str:
    """A sheet of one cell."""
    return f"{before}{HEAD}<row r='1'><c r='A1'{kind}>{cell}</c></row></sheetData></worksheet>"


def million_rows() -> bytes:
    """A table of two rows that claims and formats a million."""
    row = "".join(f'<row r="{n}" spans="1:3" ht="15"></row>' for n in range(3, 1_048_577))
    texts = [f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>' for cell, text in TEXTS.items()]
    cells = f'<row r="1">{texts[0]}{texts[1]}</row><row r="2">{texts[2]}<c r="B2"><v>2</v></c></row>'
    return with_part(SHEET, f"{HEAD}{cells}{row}</sheetData></worksheet>")


REFUSED: dict[str, Callable[[], bytes]] = {
    "laughs_in_sheet": lambda: with_part(SHEET, sheet_of("<v>&b;</v>", LAUGHS)),
    "laughs_in_strings": lambda: with_part("xl/sharedStrings.xml", f"{LAUGHS}<sst><si><t>&b;</t></si></sst>"),
    "bomb": lambda: with_part(SHEET, b"<" * (120 * 1024 * 1024)),
    "bomb_in_strings": lambda: with_part("xl/sharedStrings.xml", b" " * (60 * 1024 * 1024)),
    "many_tags": lambda: with_part(SHEET, HEAD + "<x/>" * 2_000_000 + "</sheetData></worksheet>"),
    "macros": lambda: with_part("xl/vbaProject.bin", b"x"),
    "macro_type": lambda: with_part("[Content_Types].xml", "<Types>sheet.macroEnabled.main+xml</Types>"),
    "old": lambda: b"\xd0\xcf\x11\xe0" + b"x" * 600,
    "half": lambda: SMALL[: len(SMALL) // 2],
    "nothing": lambda: b"PK",
    "no_workbook": lambda: with_part("xl/workbook.xml", "<x"),
    "broken_sheet": lambda: with_part(SHEET, f"{HEAD}<row r='1'><c r='A1'><v>1"),
    "odd_cell": lambda: with_part(SHEET, sheet_of("<v>99999</v>", kind=" t='s'")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_workbook_is_refused(name: str) -> None:
    data = REFUSED[name]()
    begun = time.process_time()
    with pytest.raises(TableRefused) as refusal:
        tables_from_workbook(data)
    assert time.process_time() - begun < 5
    assert refusal.value.into("id")


def test_a_million_empty_rows_are_none() -> None:
    data = million_rows()
    begun = time.process_time()
    (table,) = tables_from_workbook(data)
    assert time.process_time() - begun < 5
    assert [line.number for line in table.lines] == [1, 2]


def test_a_large_table_keeps_within_memory() -> None:
    data = workbook({"A": [["Description", "Qty"], *([f"SHOES {n}", n] for n in range(5000))]})
    tracemalloc.start()
    try:
        (table,) = tables_from_workbook(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(table.lines) == 5001
    assert peak < 100 * 1024 * 1024


def test_cells_without_a_value_stop_the_table_and_are_named(program: Program, at: Circumstances) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Order"
    for row in (["Description", "Qty", "Size", "Unit price"], ["SHOES", "=1+1", datetime.date(2026, 10, 1), 1]):
        sheet.append(row)
    sheet["D3"], sheet["A3"] = "#REF!", "BOOTS"
    sheet["D3"].data_type = "e"
    out = io.BytesIO()
    book.save(out)
    _, proposal = proposal_for(Shipment(), tables_from_workbook(out.getvalue()), program.catalog, at, {})
    said = " ".join(stop.message.into("en") for stop in proposal.stops)
    assert all(cell in said for cell in ("Order!B2", "Order!C2", "Order!D3"))


def test_merged_cells_are_one_carton_and_one_article(program: Program, at: Circumstances) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Carton", "", "Description", "Qty", "Weight (kg)", ""],
        ["From", "To", "", "", "Net", "Gross"],
        [1, 2, "RINGS", 150, 9.2, 12],
        [None, None, "CHAINS", 400, None, None],
        [3, 3, "BOXES", 5, 1, 2],
    ):
        sheet.append(row)
    for area in ("A1:B1", "E1:F1", "C1:C2", "D1:D2", "A3:A4", "B3:B4", "E3:E4", "F3:F4"):
        sheet.merge_cells(area)
    out = io.BytesIO()
    book.save(out)
    _, proposal = proposal_for(Shipment(), tables_from_workbook(out.getvalue()), program.catalog, at, {})
    assert not proposal.stops
    mixed, plain = proposal.part.packing.ranges or ()
    assert [str(content.each) for content in mixed.contents or ()] == ["75", "200"]
    assert (str(mixed.net_each), str(mixed.gross_each), str(plain.net_each)) == ("4.6", "6", "1")


def test_codes_keep_the_zeros_that_excel_shows(program: Program, at: Circumstances) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Description", "HS code"])
    sheet.append(["COFFEE", 9011110])
    sheet["B2"].number_format = "00000000"
    out = io.BytesIO()
    book.save(out)
    _, proposal = proposal_for(Shipment(), tables_from_workbook(out.getvalue()), program.catalog, at, {})
    (line,) = proposal.part.goods or ()
    assert line.hs_code == "09011110"
