"""CSV files as spreadsheets write them: what divides their cells shows in the lines, not in the texts."""

from __future__ import annotations

import pytest

from app.exchange.pasted import table_from_csv
from app.exchange.table import TableRefused

LONG = "SHOES, UPPER OF LEATHER, SOLE OF RUBBER, BLACK, SIZES 39, 40, 41"


@pytest.mark.parametrize(
    "text",
    [
        f'Uraian;Jumlah;Harga\n"{LONG}";12;14,50\n"{LONG}";7;9,25\n',
        f"Uraian;Jumlah;Harga\n{LONG};12;14,50\n{LONG};7;9,25\n",
        f"Uraian\tJumlah\tHarga\n{LONG}\t12\t14,50\n{LONG}\t7\t9,25\n",
        f'Uraian,Jumlah,Harga\n"{LONG};a;b;c;d",12,"14,50"\n"{LONG}",7,"9,25"\n',
        f'PT CONTOH\n\nUraian;Jumlah;Harga\n"{LONG}";12;14,50\nTAS;7;9,25\nTotal;19;\n',
    ],
)
def test_commas_in_descriptions_and_prices_do_not_hide_what_divides_the_cells(text: str) -> None:
    table = table_from_csv(text.encode())
    assert table.width == 3
    assert ["Uraian", "Jumlah", "Harga"] in [[line.text(n) for n in range(3)] for line in table.lines]
    assert ["12", "14,50"] in [[line.text(n) for n in (1, 2)] for line in table.lines]


def test_a_column_alone_is_a_table_of_one_column() -> None:
    assert table_from_csv(b"Uraian\nSEPATU\nTAS\n").width == 1


@pytest.mark.parametrize("data", [b"%PDF-1.4\n1 0 obj", b"\n{\\rtf1 hello}"])
def test_a_paper_is_no_table_of_goods(data: bytes) -> None:
    with pytest.raises(TableRefused, match="no CSV"):
        table_from_csv(data)


def test_a_web_page_under_another_name_is_read_as_the_table_it_is() -> None:
    page = "<html><body><table><tr><th>Uraian<th>Jumlah<tr><td>SEPATU<td>12</table>"
    assert [line.text(0) for line in table_from_csv(page.encode()).lines] == ["Uraian", "SEPATU"]
