"""``siap-ekspor import``: what is refused, what is only shown, what is kept for the same buyer's next table."""

from __future__ import annotations

from pathlib import Path

from app.records.shipment_file import read_shipment
from tests.unit.cli.conftest import Command, FileMaker
from tests.unit.exchange.written import workbook

DUTCH = [["Omschrijving", "Aantal", "Price"], ["SCHOENEN", "120 prs", "14,50"], ["SANDALEN", "60 prs", "9,25"]]


def test_foreign_heads_are_told_once_for_a_buyer(command: Command, sample_file: FileMaker, tmp_path: Path) -> None:
    file, table = sample_file("footwear_rotterdam"), tmp_path / "order.xlsx"
    table.write_bytes(workbook({"Blad1": DUTCH}))
    before = file.read_bytes()
    code, _, err = command("import", table, "--into", file)
    assert (code, file.read_bytes()) == (2, before)
    assert "Blad1!A1" in err
    told = ("--map", "Omschrijving=goods.*.description", "--map", "Aantal=goods.*.quantity")
    assert command("import", table, "--into", file, "--preview", *told).code == 0
    assert file.read_bytes() == before
    assert command("import", table, "--into", file, *told).code == 0
    lines = read_shipment(file.read_bytes()).shipment.goods or ()
    assert [(line.description, str(line.quantity), line.unit) for line in lines] == [
        ("SCHOENEN", "120", "PR"),
        ("SANDALEN", "60", "PR"),
    ]
    assert command("import", table, "--into", file, "--add").code == 0
    assert len(read_shipment(file.read_bytes()).shipment.goods or ()) == 4


def test_what_cannot_be_read_is_kept_as_typed_and_told(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, table = sample_file("wallet_post_us"), tmp_path / "order.csv"
    table.write_text("Uraian barang;Jumlah;Kode HS\nDOMPET;banyak;4202\n", encoding="utf-8")
    code, _, err = command("import", table, "--into", file)
    assert code == 1
    assert "B2" in err and "C2" in err
    assert sorted(read_shipment(file.read_bytes()).shipment.typed.values()) == ["4202", "banyak"]


def test_a_field_that_is_none_and_a_file_with_macros_are_refused(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, table = sample_file("wallet_post_us"), tmp_path / "order.xlsm"
    table.write_bytes(workbook({"A": DUTCH}))
    assert command("import", table, "--into", file).code == 2
    assert command("import", table, "--into", file, "--map", "Aantal=goods.*.nothing").code == 2
    assert command("import", tmp_path / "none.xlsx", "--into", file).code == 2


def test_how_goods_are_packed_and_a_lines_discount_come_from_the_table_too(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, table = sample_file("footwear_rotterdam"), tmp_path / "order.csv"
    packed = "Isi satu kemasan;Berat kotor kemasan penuh;Panjang kemasan penuh"
    heads = f"Uraian barang;Jumlah;Satuan;Harga satuan;Potongan;{packed}"
    table.write_text(f"{heads}\nSEPATU;120;pasang;14,50;25;12;9,5;60\n", encoding="utf-8")
    assert command("import", table, "--into", file).code == 0
    (line,) = read_shipment(file.read_bytes()).shipment.goods or ()
    told = (line.discount, line.pack_each, line.pack_gross, line.pack_length)
    assert [str(value) for value in told] == ["25", "12", "9.5", "60"]


def test_packages_keep_the_goods_that_a_newer_table_names_again_and_others_are_told(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, table = sample_file("footwear_rotterdam"), tmp_path / "order.csv"
    first, second, _ = read_shipment(file.read_bytes()).shipment.goods or ()
    rows = [f'"{line.description}";{line.quantity};{line.unit}' for line in (second, first)]
    table.write_text("\n".join(("Uraian barang;Jumlah;Satuan", *rows)), encoding="utf-8")
    code, _, err = command("import", table, "--into", file)
    shipment = read_shipment(file.read_bytes()).shipment
    named = {line.id: line.description for line in shipment.goods or ()}
    held = [
        named.get(content.line or "")
        for packages in shipment.packing.ranges or ()
        for content in packages.contents or ()
    ]
    assert held == [first.description, second.description, None]
    assert (code, "1 rows of packages still hold goods that were replaced" in err) == (0, True)


def test_a_head_that_nobody_left_out_is_known_again_in_the_next_table(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, table = sample_file("footwear_rotterdam"), tmp_path / "order.csv"
    table.write_text("Uraian barang;Jumlah;Jumlah\nSEPATU;5;50\n", encoding="utf-8")
    assert command("import", table, "--into", file).code == 0
    table.write_text("Uraian barang;Jumlah\nSANDAL;7\n", encoding="utf-8")
    assert command("import", table, "--into", file).code == 0
    (line,) = read_shipment(file.read_bytes()).shipment.goods or ()
    assert str(line.quantity) == "7"
    assert command("import", table, "--into", file, "--map", "Jumlah=").code == 0
    command("import", table, "--into", file)
    (line,) = read_shipment(file.read_bytes()).shipment.goods or ()
    assert line.quantity is None, "left out by somebody, it stays left out"


def test_a_text_that_cannot_be_read_is_quoted_as_it_stands_in_its_cell(
    command: Command, sample_file: FileMaker, tmp_path: Path
) -> None:
    file, table = sample_file("footwear_rotterdam"), tmp_path / "order.csv"
    table.write_text("Uraian barang;Jumlah;Harga\nSEPATU;5;Rp 14.500,-\n", encoding="utf-8")
    code, _, err = command("import", table, "--into", file)
    assert (code, "Rp 14.500,-" in err) == (1, True)
