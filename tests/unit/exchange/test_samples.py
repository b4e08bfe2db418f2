"""Each sample's goods and packing entered from one table, pasted and imported: the same as told by hand."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.domain.packing import Packing
from app.domain.shipment import Shipment
from app.exchange.pasted import table_from_clipboard
from app.exchange.table import Table
from app.exchange.workbook import tables_from_workbook
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.services.program import Program
from app.services.table_import import proposal_for, taken_over
from tests.conftest import SAMPLES, sample_named
from tests.unit.cli.conftest import (
    Command,
    command,  # noqa: F401 - a fixture
)
from tests.unit.exchange.written import HEADS, as_ordered, goods_and_packing, pasted, rows_of, workbook


def emptied(shipment: Shipment) -> Shipment:
    """The same order before goods and packing were told."""
    told = ("goods.", "packing.")
    answers = {path: answer for path, answer in shipment.answers.items() if not path.startswith(told)}
    return replace(shipment, goods=None, packing=Packing(), answers=answers)


def entered(shipment: Shipment, table: Table, program: Program, at: Circumstances) -> Shipment:
    """The emptied shipment with what the table says."""
    empty = emptied(shipment)
    _, proposal = proposal_for(empty, [table], program.catalog, at, {})
    assert not proposal.stops
    return taken_over(empty, proposal, "add")


@pytest.mark.parametrize("style", ["id", "en"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_pasted_table_gives_the_goods_and_packing_of_each_sample(
    sample: Shipment, language: str, style: str, program: Program, at: Circumstances
) -> None:
    text = pasted(HEADS[language], rows_of(sample), style)
    got = entered(sample, table_from_clipboard(text), program, at)
    assert goods_and_packing(got) == goods_and_packing(as_ordered(sample))


def test_a_table_from_a_web_page_gives_the_same(sample: Shipment, program: Program, at: Circumstances) -> None:
    rows = [HEADS["en"], *rows_of(sample)]
    cells = ["".join(f"<td>{html.escape(str(c or '')).replace(chr(10), '<br>')}</td>" for c in row) for row in rows]
    page = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    got = entered(sample, table_from_clipboard("", page), program, at)
    assert goods_and_packing(got) == goods_and_packing(as_ordered(sample))


def test_a_workbook_gives_the_same(sample: Shipment, program: Program, at: Circumstances) -> None:
    (table,) = tables_from_workbook(workbook({"Order": [["INVOICE 12"], [], HEADS["id"], *rows_of(sample)]}))
    assert goods_and_packing(entered(sample, table, program, at)) == goods_and_packing(as_ordered(sample))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_command_line_enters_each_sample_and_keeps_what_was_there(
    name: str,
    command: Command,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    sample = sample_named(name)
    file, table = tmp_path / "order.ekspor", tmp_path / "table.xlsx"
    file.write_bytes(write_shipment(ShipmentFile(emptied(sample))))
    table.write_bytes(workbook({"Order": [HEADS["en"], *rows_of(sample)]}))
    code, out, _ = command("import", table, "--into", file)
    assert (code, out.splitlines()[-1]) == (0, str(file))
    assert goods_and_packing(read_shipment(file.read_bytes()).shipment) == goods_and_packing(as_ordered(sample))
    before = file.read_bytes()
    assert command("import", table, "--into", file).code == 0
    assert (tmp_path / "order-sebelum.ekspor").read_bytes() == before
    assert goods_and_packing(read_shipment(file.read_bytes()).shipment) == goods_and_packing(as_ordered(sample))
