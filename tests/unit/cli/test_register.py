"""``siap-ekspor register``: all shipments of the store in one workbook."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from app.records.shipment_file import ShipmentFile
from app.services.program import Program
from app.services.shipment_list import add_shipment, summariser
from app.services.storage_thread import store_path
from app.store.store import open_store
from tests.conftest import TODAY, sample_named
from tests.unit.cli.conftest import Command


@pytest.fixture
def kept(tmp_path: Path, program: Program) -> Path:
    """A data folder with two samples, one of them named as a formula would be."""
    summarise = summariser(program, program.circumstances(TODAY, "id"))
    (tmp_path / "data").mkdir()
    store = open_store(store_path(tmp_path / "data"), lambda: datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC))
    for name in ("furniture_hamburg_lc", "footwear_rotterdam"):
        shipment = sample_named(name)
        if name == "footwear_rotterdam":
            shipment = replace(shipment, buyer=replace(shipment.buyer, name="=1+1"))
        add_shipment(store, ShipmentFile(shipment), None, summarise)
    store.close()
    return tmp_path / "data"


def rows_of(path: Path) -> list[dict[str, Any]]:
    head, *rows = openpyxl.load_workbook(path).worksheets[0].values
    return [dict(zip((str(text).splitlines()[0] for text in head), row, strict=True)) for row in rows]


def test_every_shipment_is_a_row_with_its_values_and_no_formula(command: Command, kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "register.xlsx"
    code, said, remark = command("register", "--out", str(out), "--data", str(kept))
    assert (code, said) == (0, f"{out}\n")
    assert remark.startswith("2 rows of this register are samples"), "nobody reports them as exports"
    shoes, chairs = rows_of(out)
    assert (shoes["Nama pembeli"], chairs["Negara tujuan"]) == ("=1+1", "GERMANY")
    assert openpyxl.load_workbook(out).worksheets[0]["D2"].data_type == "s"
    assert chairs["Tanggal faktur"].date() == datetime.date(2027, 1, 12)
    assert chairs["Nilai FOB"] == 26_340


def test_where_there_is_no_store_nothing_is_written(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "register.xlsx"
    code, said, why = command("register", "--out", str(out), "--data", str(tmp_path / "nothing"))
    assert (code, said) == (2, "")
    assert why
    assert not out.exists()


def test_a_register_is_never_written_over_another_file(command: Command, kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "register.xlsx"
    out.write_text("mine")
    assert command("register", "--out", str(out), "--data", str(kept))[0] == 2
    assert out.read_text() == "mine"


def test_a_damaged_shipment_is_left_out_and_named_and_the_others_are_there(
    command: Command, kept: Path, tmp_path: Path
) -> None:
    with sqlite3.connect(store_path(kept)) as file:
        file.execute("update documents set sha256 = 'x' where number = 'LJ/INV/2026/041'")
    file.close()
    out = tmp_path / "register.xlsx"
    code, said, why = command("register", "--out", str(out), "--data", str(kept))
    assert (code, said) == (1, f"{out}\n")
    assert "LJ/INV/2026/041" in why
    assert [row["Negara tujuan"] for row in rows_of(out)] == ["GERMANY"]


def test_a_name_that_excel_would_not_open_is_told(command: Command, kept: Path, tmp_path: Path) -> None:
    code, _, why = command("register", "--out", str(tmp_path / "register"), "--data", str(kept))
    assert code == 0
    assert "does not end in .xlsx" in why
