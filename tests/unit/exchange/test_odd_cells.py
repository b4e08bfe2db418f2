"""Tables of odd cells in any order: whatever comes, the whole of it can be kept, or a sentence says why nothing is."""

from __future__ import annotations

import random

import pytest

from app.domain.shipment import Shipment
from app.exchange.heads import known_columns
from app.exchange.pasted import table_from_csv
from app.exchange.table import TableRefused
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.services.program import Program
from app.services.table_import import heads_to_remember, proposal_for, taken_over
from tests.conftest import sample_named

HEADS = (
    *("Uraian barang", "Jumlah", "Harga satuan", "Diskon", "Diskon (%)", "Tambahan", "Nilai", "Satuan", "No karton"),
    *("Isi per karton", "N.W. (kgs)", "Ukuran karton", "Kode HS", "Amount", "Merek dan nomor", "x", "", "Negara asal"),
    *("Jumlah karton", "Potongan baris ini", "Berat bersih"),
)
CELLS = (
    *("", "A", "B", "12", "1.250", "1,250", "5%", "%", "100%", "1e5", "-5", "USD 5", "Rp 1.000,-", "0", "0,000001"),
    *("999999999999999", "9999999999999999", "1-10", "11", "12 pcs", "60x40x38", "Total", "#REF!", "-", "none", "½"),
    *("10 %", "250%", "€ 5", "٠١", "1.2.3", ",5", "5,", "ID", "karton", "=1", "12,5 persen"),
)
HOMES = (Shipment(), sample_named("silver_courier_sydney"))


@pytest.mark.parametrize("seed", range(4))
def test_a_table_of_odd_cells_can_be_kept_whole_or_is_refused(seed: int, program: Program, at: Circumstances) -> None:
    chance = random.Random(seed)
    for _ in range(400):
        width = chance.randrange(2, 8)
        rows = [[chance.choice(CELLS) for _ in range(width)] for _ in range(chance.randrange(1, 6))]
        text = "\n".join(";".join(row) for row in [chance.choices(HEADS, k=width), *rows])
        home = chance.choice(HOMES)
        try:
            understood, proposal = proposal_for(home, [table_from_csv(text.encode())], program.catalog, at, {})
            shipment = taken_over(home, proposal, chance.choice(("add", "replace")))
        except TableRefused:
            continue
        assert read_shipment(write_shipment(ShipmentFile(shipment))).shipment == shipment, text
        assert {*heads_to_remember(understood, program.catalog).values()} <= {None, *known_columns()}, text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("No karton;Uraian barang;Jumlah\n1-10;A;x\n11-12;A;5", "C3"),
        ("No karton;Jumlah karton;Uraian barang;Jumlah\n999999999999999;5;A;5\n;5;B;5", "A2"),
    ],
    ids=["one quantity of two unread", "numbers beyond what is kept"],
)
def test_what_cannot_be_added_up_names_its_cell(text: str, cell: str, program: Program, at: Circumstances) -> None:
    _, proposal = proposal_for(Shipment(), [table_from_csv(text.encode())], program.catalog, at, {})
    assert any(cell in found.message.into("en") for found in proposal.stops), [
        found.message.into("en") for found in proposal.doubts
    ]
