"""Ready text for an invoice of any length, different each time: what a template and the baselines are given."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from app.render.sheet import Sheet

ARTICLES = (
    "MEN LEATHER SHOES, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER, NOT COVERING THE ANKLE",
    "WOMEN LEATHER SANDALS, UPPER OF COW LEATHER, OUTER SOLE OF RUBBER",
    "CANVAS SHOES, TEXTILE UPPER, RUBBER SOLE",
    "LEATHER WALLET, COW LEATHER",
)
HEADS = (
    ("No.", ""), ("Description of goods", ""), ("HS code", ""), ("Quantity", "pairs"), ("Unit price", "USD per pair"),
    ("Amount", "USD"),
)  # fmt: skip
DECLARATION = (
    "We declare that this invoice shows the actual price of the goods described and that all is true and correct."
)
_MARKS = "VS BV\nROTTERDAM\nPO-77120\nC/NO. 1-190\nMADE IN INDONESIA"


class InvoiceText(NamedTuple):
    """One invoice as text: its single values by path, and its goods lines."""

    values: dict[str, str]
    goods: list[dict[str, str]]


def invoice_text(lines: int, seed: int) -> InvoiceText:
    """An invoice of `lines` lines; another seed gives other articles, quantities and amounts."""
    chance = random.Random(seed)
    goods: list[dict[str, str]] = []
    quantity_sum = amount_sum = 0
    for number in range(1, lines + 1):
        quantity, price = chance.randrange(1, 2000), chance.randrange(100, 9999)
        quantity_sum += quantity
        amount_sum += quantity * price
        article = f"{chance.choice(ARTICLES)}, ART. LJ-{chance.randrange(100, 99999)}"
        goods.append(_line(number, article, quantity, price, (quantity_sum, amount_sum)))
    values = _values(seed) | {
        "totals.quantity": f"{quantity_sum:,}",
        "totals.invoice": _money(amount_sum),
        "totals.goods": _money(amount_sum),
    }
    return InvoiceText(values, goods)


def invoice_sheet(text: InvoiceText) -> Sheet:
    """The same as a sheet for the program's own template."""
    form = _form()
    paths = [field["path"] for section in form["section"] for field in section["fields"]]
    roots: dict[str, Any] = {"d": {}, "code": {}, "has": {}, "t": {}, "w": {}}
    for path in paths:
        head = path.partition(".*.")[0]
        plain = head == path and path not in ("parties", "price.charges", "price.included")
        roots["d"].setdefault(head, text.values.get(path, "") if plain else [])
        roots["code"].setdefault(head, text.values.get(path, "") if plain else [])
        roots["has"].setdefault(head, bool(text.values.get(path)) if plain else [])
        roots["w"][path] = {"main": path.rpartition(".")[2], "term": ""}
    roots["d"] |= {"goods": text.goods, "parties": [_PARTY]}
    roots["code"] |= {"parties": [{"roles": "buyer_consignee_notify"}], "transport.mode": "sea", "currency": "USD"}
    roots["t"] = {key: {"main": words["en"], "term": ""} for key, words in form["texts"].items()}
    name = f"Commercial invoice {text.values['references.invoice_no']}"
    return Sheet(
        template="commercial_invoice", roots=roots, language="en", name=name, firm=text.values["exporter.name"],
        data_hash="7f99da293a18" + "0" * 52, printed="2 December 2026",
    )  # fmt: skip


def labelled(text: InvoiceText) -> list[tuple[str, str]]:
    """All labels and values that stand round the goods, for code that draws them one by one."""
    party = [("Buyer, consignee and notify party", _PARTY["name"]), ("Address", _PARTY["address"].replace("\n", ", "))]
    left_out = ("packing.marks", "totals.quantity", "totals.invoice", "totals.goods", "totals.unit", "totals.unit_one",
                "totals.package_word", "totals.common_origin", "currency")  # fmt: skip
    values = [(path.rpartition(".")[2].replace("_", " "), value) for path, value in text.values.items()]
    shown = zip(values, text.values, strict=True)
    return party + [(label, value.replace("\n", ", ")) for (label, value), path in shown if path not in left_out]


@cache
def _form() -> dict[str, Any]:
    # Read once: reading it before each measured run would leave the processor's caches to the reader.
    return tomllib.loads((files("forms") / "commercial_invoice" / "form.toml").read_text(encoding="utf-8"))


_PARTY = {
    "roles": "", "name": "VOORBEELD SCHOENEN B.V.", "address": "Voorbeeldkade 17\n3011 AA Rotterdam, NETHERLANDS",
    "eori": "NL000099998", "tax_id": "", "contact": "Import department", "phone": "", "email": "",
}  # fmt: skip


def _line(number: int, article: str, quantity: int, price: int, sums: tuple[int, int]) -> dict[str, str]:
    return {
        "number": str(number), "description": article, "species": "", "hs_code": "6403.99.90",
        "quantity": f"{quantity:,}", "unit": "pairs", "unit_one": "pair", "unit_price": _money(price),
        "amount": _money(quantity * price), "origin_country": "INDONESIA",
        "running_quantity": f"{sums[0]:,}", "running_amount": _money(sums[1]),
    }  # fmt: skip


def _money(hundredths: int) -> str:
    return f"{hundredths // 100:,}.{hundredths % 100:02d}"


def _values(seed: int) -> dict[str, str]:
    return {
        "exporter.name": "CV CONTOH LANGKAH JAYA",
        "exporter.printed_address": "Jl. Contoh Surodinawan No. 12, Kel. Surodinawan\nKota Mojokerto 61328\nINDONESIA",
        "exporter.npwp": "0012345674602000", "exporter.nib": "1234567890123", "exporter.city": "Kota Mojokerto",
        "exporter.phone": "+62 321 555 0101", "exporter.email": "ekspor@langkah.example",
        "exporter.signatory": "Direktur Contoh", "exporter.position": "Direktur",
        "references.invoice_no": f"LJ/INV/{seed}", "references.invoice_date": "2 December 2026",
        "references.order_no": f"PO-{seed}", "references.contract_no": f"LJ/SC/{seed}",
        "totals.origin": "INDONESIA", "totals.common_origin": "INDONESIA",
        "transport.country_of_destination": "NETHERLANDS", "delivery.incoterm": "FOB",
        "delivery.place": "Tanjung Perak, Surabaya", "payment.terms": "T/T 30% deposit, 70% against copy of B/L",
        "transport.vessel": "CONTOH EXPRESS", "transport.voyage": "148W", "transport.departure": "10 December 2026",
        "transport.port_of_loading": "Tanjung Perak, Surabaya", "transport.port_of_discharge": "Rotterdam",
        "transport.booking_no": "CTO-2612-0091", "packing.marks": _MARKS, "currency": "US dollar",
        "totals.unit": "pairs", "totals.unit_one": "pair", "totals.packages": "190", "totals.package_word": "cartons",
        "totals.net_weight": "1,890.0", "totals.gross_weight": "2,169.0", "totals.volume": "17.429",
        "totals.invoice_in_words": "USD THIRTY THOUSAND THREE HUNDRED AND SIXTY ONLY",
        "bank.name": "Bank Contoh", "bank.swift": "CONTIDJA", "bank.account": "1420009998877",
    }  # fmt: skip
