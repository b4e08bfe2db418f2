"""A line's discount and surcharge out of a table: money, per cent, or told to be in doubt; amounts that differ."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from app.domain.shipment import Shipment
from app.exchange.pasted import table_from_csv
from app.exchange.proposal import Proposal
from app.exchange.table import Table
from app.exchange.workbook import tables_from_workbook
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.table_import import proposal_for

D = Decimal
HEADS = "Uraian barang;Jumlah;Harga satuan"


def told(text: str) -> tuple[Table, ...]:
    return (table_from_csv(text.encode()),)


def proposed(tables: tuple[Table, ...], program: Program, at: Circumstances) -> Proposal:
    return proposal_for(Shipment(currency="USD"), tables, program.catalog, at, {})[1]


def reasons(proposal: Proposal) -> list[str]:
    return [found.message.id.removeprefix("exchange.") for found in proposal.doubts]


@pytest.mark.parametrize(
    ("head", "first", "second", "discounts", "reason"),
    [
        ("Diskon", "10%", "12,5 %", [D(100), D("1.25")], ["percent_worked"]),
        ("Diskon (%)", "10", "12,5", [D(100), D("1.25")], ["percent_worked"]),
        ("Disc %", "10", "", [D(100), None], ["percent_worked"]),
        ("Diskon", "%10", "12.5 persen", [D(100), D("1.25")], ["percent_worked"]),
        ("Diskon", "10", "5", [D(10), D(5)], ["money_or_percent"]),
        ("Diskon", "150", "5", [D(150), D(5)], []),
        ("Diskon", "USD 10", "5,00 USD", [D(10), D(5)], []),
        ("Diskon (USD)", "10", "5", [D(10), D(5)], []),
        ("Potongan baris ini", "10", "5", [D(10), D(5)], []),
        ("Diskon", "0", "-", [D(0), None], []),
    ],
)
def test_a_discount_is_money_and_a_percentage_of_it_is_worked_out_and_told(
    head: str,
    first: str,
    second: str,
    discounts: list[Decimal | None],
    reason: list[str],
    program: Program,
    at: Circumstances,
) -> None:
    table = told(f"{HEADS};{head}\nSEPATU;10;100;{first}\nSANDAL;1;9,99;{second}\n")
    proposal = proposed(table, program, at)
    assert [line.discount for line in proposal.part.goods or ()] == discounts
    assert reasons(proposal) == reason


@pytest.mark.parametrize(
    ("amounts", "discount", "reason"),
    [
        (("990", "94"), D(10), []),
        (("900", "94"), D(100), ["percent_guessed"]),
        (("1000", "100"), D(10), ["money_or_percent"]),
        (("977", "94"), D(10), ["money_or_percent", "amount_differs"]),
    ],
)
def test_the_rows_amount_decides_whether_a_bare_discount_is_money(
    amounts: tuple[str, str], discount: Decimal, reason: list[str], program: Program, at: Circumstances
) -> None:
    table = told(f"{HEADS};Diskon;Nilai\nSEPATU;10;100;10;{amounts[0]}\nSANDAL;5;20;6;{amounts[1]}\n")
    proposal = proposed(table, program, at)
    assert (proposal.part.goods or ())[0].discount == discount
    assert reasons(proposal) == reason


def test_a_percentage_of_an_unknown_price_is_kept_as_it_was_typed(program: Program, at: Circumstances) -> None:
    proposal = proposed(told(f"{HEADS};Diskon\nSEPATU;10;;10%\n"), program, at)
    assert list(proposal.part.typed.values()) == ["10%"]
    assert reasons(proposal) == ["kept_as_typed"]


def test_five_per_cent_of_excel_is_not_taken_for_five_cents(program: Program, at: Circumstances) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Uraian barang", "Jumlah", "Harga satuan", "Diskon"])
    for row, (share, form) in enumerate(((0.05, "0%"), (0.12345, "0.000%")), start=2):
        sheet.append(["SEPATU", 10, 100, share])
        sheet.cell(row, 4).number_format = form
    out = io.BytesIO()
    book.save(out)
    proposal = proposed(tables_from_workbook(out.getvalue()), program, at)
    assert [line.discount for line in proposal.part.goods or ()] == [D(50), D("123.45")]
    assert "5% dari 1.000,00 menjadi 50,00" in proposal.doubts[0].message.into("id")


def test_an_amount_that_is_not_quantity_times_price_is_told_with_its_cell(program: Program, at: Circumstances) -> None:
    table = told(f"{HEADS};Nilai\nSEPATU;10;14,5055;145,06\nSANDAL;3;0,125;0,38\nTAS;2;7;15\nTOPI;2;7;16\n")
    (found,) = proposed(table, program, at).doubts
    assert (
        found.message.into("id") == "D4 menyebut 15, padahal hitungan barisnya 14,00 (baris seperti ini: 2). Cocokkan"
    )
