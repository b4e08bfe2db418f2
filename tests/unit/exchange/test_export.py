"""A shipment as a workbook and back, and the workbook to fill in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from app.domain.derived import Figures
from app.domain.goods import GoodsLine
from app.domain.packing import Packing
from app.domain.shipment import Shipment
from app.exchange.workbook import tables_from_workbook
from app.exchange.workbook_out import shipment_workbook, template_workbook
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import read_shipment
from app.services.program import Program
from app.services.table_import import proposal_for, taken_over
from app.words import LANGUAGES, Language
from tests.unit.cli.conftest import Command, FileMaker, command, sample_file  # noqa: F401 - two are fixtures
from tests.unit.exchange.test_samples import emptied
from tests.unit.exchange.written import goods_and_packing

INJECTIONS = (
    *(
        "=1+1",
        '=HYPERLINK("http://x","y")',
        "+1",
        "-1+2",
        "@SUM(A1)",
        "＝1+1",
        "#N/A",
        "=cmd|' /C calc'!A0",
        "http://x.test",
    ),
    *("\t=1", "'=1", "=IMPORTXML(1)", "mailto:a@b", "=A1", "{=1}"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipment_comes_back_from_its_workbook_as_it_was(
    sample: Shipment, language: Language, program: Program, at: Circumstances
) -> None:
    there = at.in_language(language)
    data = shipment_workbook(Figures(sample, there), program.catalog)
    _, proposal = proposal_for(emptied(sample), tables_from_workbook(data), program.catalog, there, {})
    assert not proposal.stops
    assert goods_and_packing(taken_over(emptied(sample), proposal, "add")) == goods_and_packing(sample)


def test_no_text_becomes_a_formula_or_a_link(program: Program, at: Circumstances) -> None:
    lines = tuple(
        GoodsLine(id=f"g{n}", description=text, article_no=text, brand=text) for n, text in enumerate(INJECTIONS)
    )
    shipment = Shipment(goods=lines, typed={"goods.g0.quantity": "=2+3"})
    data = shipment_workbook(Figures(shipment, at), program.catalog)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        xml = b"".join(parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets"))
        assert not any("externalLink" in name or "vba" in name for name in parts.namelist())
    assert b"<f" not in xml
    assert b"hyperlink" not in xml
    read = [cell.text for line in tables_from_workbook(data)[0].lines for cell in line.cells.values()]
    assert {text.strip() for text in INJECTIONS} <= {text.strip() for text in read}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_understood_once_it_is_filled_in(
    language: Language, program: Program, at: Circumstances
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template_workbook(program.catalog, at.in_language(language))))
    goods, packing = book.worksheets[:2]
    _fill(goods, {"Description of goods": "SHOES", "Quantity": 24, "Unit": "pair", "Unit price": 14.5})
    _fill(packing, {"First package number": 1, "Last package number": 2, "Line number": 1, "Quantity per package": 12})
    assert book.worksheets[2].sheet_state == "hidden"
    assert goods.data_validations.dataValidation
    out = io.BytesIO()
    book.save(out)
    _, proposal = proposal_for(Shipment(), tables_from_workbook(out.getvalue()), program.catalog, at, {})
    assert not proposal.stops
    (line,), (packages,) = proposal.part.goods or (), proposal.part.packing.ranges or ()
    assert (line.description, line.unit, str(line.unit_price)) == ("SHOES", "PR", "14.5")
    assert [str(content.each) for content in packages.contents or ()] == ["12"]
    assert (packages.contents or ())[0].line == line.id


def test_the_command_line_exports_and_takes_the_same_back(
    command: Command,  # noqa: F811 - the fixture
    sample_file: FileMaker,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    file, out = sample_file("silver_courier_sydney"), tmp_path / "order.xlsx"
    before = read_shipment(file.read_bytes()).shipment
    assert command("export", file, "--format", "xlsx", "--out", out).code == 0
    assert command("export", file, "--format", "xlsx-template", "--out", tmp_path / "empty.xlsx").code == 0
    assert command("export", file, "--format", "ods", "--out", out).code == 2
    assert command("import", out, "--into", file).code == 0
    after = read_shipment(file.read_bytes()).shipment
    assert goods_and_packing(after) == goods_and_packing(before)
    assert _without_rows(after) == _without_rows(before)


def _without_rows(shipment: Shipment) -> Shipment:
    """What an import leaves alone: all but goods, packing and the answers about them."""
    return replace(shipment, goods=None, packing=Packing(), answers={})


def _fill(sheet: object, values: dict[str, object]) -> None:
    heads = {str(cell.value).split("\n")[-1]: cell.column for cell in sheet[1]}  # type: ignore[index]
    for head, value in values.items():
        sheet.cell(2, heads[head]).value = value  # type: ignore[attr-defined]
