"""Two of the samples as a person types them: page by page, field by field, in the words and ways of the trade."""

from __future__ import annotations

from typing import NamedTuple


class Order(NamedTuple):
    """What is typed, in the order of the screens. A list's rows follow its fields."""

    questions: tuple[str, str, str, str, str]
    """Goods, country, transport, payment, Incoterm: what is typed, and the words of the buttons."""
    pages: dict[str, dict[str, str]]
    """By page and path."""
    rows: dict[str, list[dict[str, str]]]
    """By the path of a list that stands on a page: each row's fields by name."""
    goods: list[tuple[list[str], dict[str, str]]]
    """For each line the cells of the grid, then what is asked under it."""
    packages: list[tuple[list[str], list[tuple[str, str]]]]
    """For each range the cells of the grid, then its contents: the line as it is offered, how many in each."""


FOOTWEAR = Order(
    questions=("Sepatu dan sandal kulit", "belanda", "Laut, peti kemas penuh", "Belum tahu", "FOB"),
    pages={
        "exporter": {
            "exporter.name": "CV CONTOH LANGKAH JAYA",
            "exporter.address": "Jl. Contoh Surodinawan No. 12, Kel. Surodinawan, Kec. Prajurit Kulon",
            "exporter.city": "Kota Mojokerto",
            "exporter.postcode": "61328",
            "exporter.province": "Jawa Timur",
            "exporter.country": "indonesia",
            "exporter.npwp": "0012 3456 7460 2000",
            "exporter.nib": "1234567890123",
            "exporter.phone": "+62 321 555 0101",
            "exporter.email": "ekspor@langkah.example",
            "exporter.signatory": "Direktur Contoh",
            "exporter.position": "Direktur",
        },
        "buyer": {
            "buyer.name": "VOORBEELD SCHOENEN B.V.",
            "buyer.address": "Voorbeeldkade 17",
            "buyer.city": "Rotterdam",
            "buyer.postcode": "3011 AA",
            "buyer.contact": "Import department",
            "buyer.eori": "NL000099998",
            "consignee.who": "Sama dengan pembeli",
        },
        "references": {
            "references.invoice_no": "LJ/INV/2026/041",
            "references.invoice_date": "2 Desember 2026",
            "references.packing_list_no": "LJ/PL/2026/041",
            "references.packing_list_date": "2/12/2026",
            "references.order_no": "PO-77120",
            "references.contract_no": "LJ/SC/2026/018",
            "references.contract_date": "15 September 2026",
        },
        "goods": {"currency": "dolar amerika"},
        "packing": {"packing.marks": "VS BV\nROTTERDAM\nPO-77120\nC/NO. 1-190\nMADE IN INDONESIA"},
        "transport": {
            "transport.vessel": "CONTOH EXPRESS",
            "transport.voyage": "148W",
            "transport.port_of_loading": "Tanjung Perak, Surabaya",
            "transport.port_of_discharge": "Rotterdam",
            "transport.departure": "10-12-26",
            "transport.arrival": "14 Jan 2027",
            "transport.booking_no": "CTO-2612-0091",
        },
        "containers": {},
        "delivery": {"delivery.place": "Tanjung Perak, Surabaya"},
        "payment": {
            "payment.method": "Campuran, misalnya uang muka dan pelunasan",
            "payment.terms": "T/T 30% deposit, 70% against copy of bill of lading",
            "bank.name": "Bank Contoh Cabang Mojokerto",
            "bank.swift": "CONTIDJA",
            "bank.account_name": "CV CONTOH LANGKAH JAYA",
            "bank.account": "1420009998877",
            "bank.account_currency": "usd",
        },
    },
    rows={
        "notify": [{"who": "Sama dengan pembeli"}],
        "containers": [{"number": "CSQU 305438 3", "type": "22g1", "seal_no": "ID0045821"}],
    },
    goods=[
        (
            ["MEN LEATHER SHOES, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER, NOT COVERING THE ANKLE, ART. LJ-201",
             "6403.99.90", "1.200", "pasang", "14,5"],
            {"own_description": "Sepatu pria kulit sapi, sol karet, art. LJ-201", "origin_country": "indonesia"},
        ),
        (
            ["WOMEN LEATHER SANDALS, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER, ART. LJ-310",
             "64039990", "960", "PR", "9,25"],
            {"own_description": "Sandal wanita kulit sapi, sol karet, art. LJ-310", "origin_country": "id"},
        ),
        (
            ["CANVAS SHOES, TEXTILE UPPER, RUBBER SOLE, ART. LJ-115", "64041990", "600", "pasang", "6,80"],
            {"own_description": "Sepatu kain kanvas, sol karet, art. LJ-115", "origin_country": "indonesia"},
        ),
    ],
    packages=[
        (["1", "100", "karton", "10,8", "12,3", "60", "40", "38"], [("1. Sepatu pria kulit sapi", "12")]),
        (["101", "160", "karton", "8", "9,4", "60", "40", "36"], [("2. Sandal wanita kulit sapi", "16")]),
        (["161", "190", "CT", "11,0", "12,5", "62", "42", "40"], [("3. Sepatu kain kanvas", "20")]),
    ],
)  # fmt: skip

BATIK = Order(
    questions=("Kemeja dan kain batik", "jepang", "Udara", "Uang muka", "Lain CIP"),
    pages={
        "exporter": {
            "exporter.name": "CV CONTOH BATIK MAJA",
            "exporter.address": "Jl. Contoh Empunala No. 45, Kel. Balongsari, Kec. Magersari",
            "exporter.city": "Kota Mojokerto",
            "exporter.postcode": "61314",
            "exporter.province": "Jawa Timur",
            "exporter.country": "ID",
            "exporter.npwp": "00.276.543.26-602.000",
            "exporter.nib": "1234567890201",
            "exporter.phone": "+62 321 555 0202",
            "exporter.email": "salam@batikmaja.example",
            "exporter.signatory": "Direktur Contoh",
            "exporter.position": "Direktur",
        },
        "buyer": {
            "buyer.name": "REIWA SAMPLE TRADING K.K.",
            "buyer.address": "1-2-3 Mihon-cho, Chuo-ku",
            "buyer.city": "Tokyo",
            "buyer.postcode": "103-0000",
            "buyer.contact": "見本 (Mihon)",
            "consignee.who": "Sama dengan pembeli",
        },
        "references": {
            "references.invoice_no": "INV-BM-112",
            "references.invoice_date": "1-12-2026",
            "references.packing_list_no": "PL-BM-112",
            "references.packing_list_date": "Selasa, 1 Des 2026",
            "references.proforma_no": "PI-BM-098",
        },
        "goods": {"currency": "USD"},
        "packing": {"packing.marks": "RST\nTOKYO\nC/NO. 1-14"},
        "transport": {
            "transport.flight": "CT 885",
            "transport.carrier": "CONTOH AIR",
            "transport.port_of_loading": "Juanda, Surabaya",
            "transport.port_of_discharge": "Narita",
            "transport.departure": "2026-12-05",
            "transport.air_waybill_no": "126-1234 5675",
        },
        "delivery": {"delivery.place": "Narita Airport"},
        "payment": {
            "payment.terms": "T/T in advance",
            "bank.name": "Bank Contoh Cabang Mojokerto",
            "bank.swift": "contidja",
            "bank.account_name": "CV CONTOH BATIK MAJA",
            "bank.account": "1420001112223",
            "bank.account_currency": "usd",
        },
    },
    rows={
        "notify": [{"who": "Sama dengan pembeli"}],
        "charges": [
            {"kind": "Ongkos angkut", "amount": "780", "place": "Sudah termasuk harga satuan"},
            {"kind": "Asuransi", "amount": "45,00", "place": "Sudah termasuk harga satuan"},
        ],
    },
    goods=[
        (
            ["MEN'S SHIRTS OF COTTON, TRADITIONAL BATIK, HAND STAMPED", "62052010", "300", "buah", "17,4"],
            {"own_description": "Kemeja batik cap pria, katun", "origin_country": "indonesia"},
        ),
        (
            ["BATIK CLOTH OF COTTON, HAND DRAWN, 2.5 M X 1.15 M PER SHEET", "5208.5210", "120", "lembar", "32"],
            {"own_description": "Kain batik tulis katun, 2,5 m x 1,15 m per lembar", "origin_country": "indonesia"},
        ),
    ],
    packages=[
        (["1", "10", "karton", "7,5", "8,6", "50", "40", "35"], [("1. Kemeja batik cap pria", "30")]),
        (["11", "14", "karton", "9", "10,1", "50", "40", "30"], [("2. Kain batik tulis katun", "30")]),
    ],
)  # fmt: skip
