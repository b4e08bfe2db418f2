"""Tables as people write them: a shipment's goods and packing as one table, in either language and style."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import openpyxl
from msgspec.structs import replace

from app.domain.goods import GoodsLine
from app.domain.packing import PackageRange
from app.domain.shipment import Shipment

Cell = str | Decimal | None
GOODS = (
    *("description", "own_description", "hs_code", "species", "quantity", "unit", "unit_price"),
    *("origin_country", "origin_area"),
)
RANGES = ("kind", "net_each", "gross_each", "length", "width", "height")
HEADS = {
    "id": (
        *("Uraian barang", "Uraian dalam bahasa Indonesia", "Kode HS", "Nama latin", "Jumlah", "Satuan"),
        *("Harga satuan", "Negara asal", "Daerah asal", "No. karton", "Isi per karton", "Jenis kemasan"),
        *("Berat bersih per karton (kg)", "Berat kotor per karton (kg)", "Panjang", "Lebar", "Tinggi"),
        *("Merek dan nomor", "Kemasan kayu"),
    ),
    "en": (
        *("Description of goods", "Description in Indonesian", "HS Code", "Botanical name", "Q'ty", "Unit"),
        *("Unit price", "Country of origin", "Region of origin", "Carton No.", "Qty/ctn", "Kind of packages"),
        *("N.W./ctn (kgs)", "G.W./ctn (kgs)", "Length (cm)", "Width (cm)", "Height (cm)"),
        *("Shipping marks", "Wood packaging"),
    ),
}


def rows_of(shipment: Shipment) -> list[list[Cell]]:
    """One row for each article in each range of packages; a mixed box's further articles say nothing of the box."""
    lines = {line.id: line for line in shipment.goods or ()}
    marks = "tidak ada" if shipment.answers.get("packing.marks") == "none" else shipment.packing.marks
    rows: list[list[Cell]] = []
    for packages in shipment.packing.ranges or ():
        for n, content in enumerate(packages.contents or ()):
            goods = [getattr(lines[content.line or ""], name) for name in GOODS]
            box = [f"{packages.first}-{packages.last}" if not n else None, content.each]
            box += [getattr(packages, name) if not n else None for name in RANGES]
            single = [marks, shipment.packing.wood] if not rows else [None, None]
            rows.append([*goods, *box, *single])
    return rows


def pasted(heads: Sequence[str], rows: Sequence[Sequence[Cell]], style: str) -> str:
    """The table as Excel copies it: tabs, quotes around cells with line ends, numbers in one style."""
    return "\r\n".join("\t".join(_copied(cell, style) for cell in row) for row in [heads, *rows])


def workbook(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook with these sheets; texts stay texts."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def goods_and_packing(shipment: Shipment) -> tuple[Any, ...]:
    """What two shipments have in common that have the same goods and packing: all but the rows' ids."""
    numbers = {line.id: str(n) for n, line in enumerate(shipment.goods or ())}
    goods = [_renamed(line, numbers[line.id]) for line in shipment.goods or ()]
    ranges = [_range(packages, numbers, n) for n, packages in enumerate(shipment.packing.ranges or ())]
    told = {path: answer for path, answer in shipment.answers.items() if path.startswith(("goods.", "packing."))}
    answers = {_by_number(path, numbers): answer for path, answer in told.items()}
    return goods, replace(shipment.packing, ranges=tuple(ranges)), answers, dict(shipment.typed)


def as_ordered(shipment: Shipment) -> Shipment:
    """What a buyer's table says of the goods: not what customs alone asks about them."""
    lines = tuple(
        replace(line, brand=None, type=None, size=None, specification=None, net_weight=None)
        for line in shipment.goods or ()
    )
    answers = {path: answer for path, answer in shipment.answers.items() if not path.startswith("goods.")}
    return replace(shipment, goods=lines, answers=answers)


def _by_number(path: str, numbers: dict[str, str]) -> str:
    """``goods.x7.brand`` as ``goods.0.brand``: rows of two shipments have other ids."""
    head, *rest = path.split(".")
    return ".".join([head, numbers.get(rest[0], rest[0]), *rest[1:]]) if head == "goods" and rest else path


def _range(packages: PackageRange, numbers: dict[str, str], n: int) -> PackageRange:
    contents = [
        replace(content, id=str(k), line=numbers[content.line or ""])
        for k, content in enumerate(packages.contents or ())
    ]
    return replace(packages, id=str(n), contents=tuple(contents))


def _renamed(line: GoodsLine, name: str) -> GoodsLine:
    return replace(line, id=name)


def _copied(cell: Cell, style: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        english = f"{cell:,f}"
        return english if style == "en" else english.translate(str.maketrans(",.", ".,"))
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {"\n", '"', "\t"} else cell
