"""The whole order of shoes to Rotterdam, typed into the window by somebody who starts from nothing."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import sample_named
from tests.ui.window.orders import FOOTWEAR
from tests.ui.window.person import Person
from tests.ui.window.whole_order import answers_of, money, saved_papers, type_order, weights

PARTIES = (
    "CV CONTOH LANGKAH JAYA", "Jl. Contoh Surodinawan No. 12", "Kota Mojokerto 61328", "Jawa Timur, INDONESIA",
    "VOORBEELD SCHOENEN B.V.", "Voorbeeldkade 17", "3011 AA Rotterdam, NETHERLANDS", "EORI NL000099998",
    "Attn. Import department", "Buyer, consignee and notify party", "Direktur Contoh", "ekspor@langkah.example",
)  # fmt: skip
LINES = (
    "MEN LEATHER SHOES, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER, NOT COVERING THE ANKLE, ART. LJ-201",
    "WOMEN LEATHER SANDALS, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER, ART. LJ-310",
    "CANVAS SHOES, TEXTILE UPPER, RUBBER SOLE, ART. LJ-115",
)
MARKS = ("VS BV ROTTERDAM PO-77120 C/NO. 1-190 MADE IN INDONESIA",)
BOTH = (
    "LJ/INV/2026/041", "2 December 2026", "PO-77120", "LJ/SC/2026/018", "CONTOH EXPRESS, 148W", "10 December 2026",
    "Port of loading Tanjung Perak, Surabaya", "Port of discharge Rotterdam", "CSQU3054383 (22G1)", "ID0045821",
    "6403.99.90", "6404.19.90", "1,200", "960", "600", "2,760", "190 cartons", "1,890.0", "2,169.0", "17.429",
)  # fmt: skip
INVOICE = (
    "COMMERCIAL INVOICE", "NPWP 0012345674602000", "NIB 1234567890123", "Country of origin INDONESIA",
    "Country of destination NETHERLANDS", "FOB Tanjung Perak, Surabaya (Incoterms® 2020)", "CTO-2612-0091",
    "T/T 30% deposit, 70% against copy of bill of lading", "14 January 2027", "14.50", "17,400.00", "9.25", "8,880.00",
    "6.80", "4,080.00", "USD 30,360.00", "USD THIRTY THOUSAND THREE HUNDRED AND SIXTY ONLY",
    "Bank Contoh Cabang Mojokerto", "CONTIDJA", "1420009998877 (USD)",
)  # fmt: skip
PACKING_LIST = (
    "PACKING LIST", "LJ/PL/2026/041", "1 – 100 100", "101 – 160 60", "161 – 190 30",
    "12 1,200 10.8 1,080.0 12.3 1,230.0 60 × 40 × 38 9.120",
    "16 960 8.0 480.0 9.4 564.0 60 × 40 × 36 5.184",
    "20 600 11.0 330.0 12.5 375.0 62 × 42 × 40 3.125",
)  # fmt: skip


def test_what_was_typed_is_what_is_stored_and_what_the_papers_say(person: Person, tmp_path: Path) -> None:
    type_order(person, FOOTWEAR)
    papers = saved_papers(person, tmp_path / "out")
    assert set(papers) == {"INV", "PL"}
    invoice, packing_list = (*INVOICE, *money("footwear_rotterdam")), PACKING_LIST
    for paper, own in (("INV", invoice), ("PL", packing_list)):
        wanted = (*PARTIES, *LINES, *MARKS, *BOTH, *weights("footwear_rotterdam"), *own)
        assert [said for said in wanted if said not in papers[paper]] == []
    document = person.editing.id
    person.restart()
    person.open(document)
    sample = sample_named("footwear_rotterdam")
    assert answers_of(person.shipment, person) == answers_of(sample, person)
    assert person.shipment.typed == person.shipment.answers == {}
    assert person.shipment.title == "Sepatu dan sandal kulit"
