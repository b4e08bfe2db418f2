"""The lists of customs' file. Their order counts: the schema names them by position (v0.5.28)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain import declaration as declared
from app.domain.declaration_goods import DeclaredGoods, declared_goods
from app.domain.declaration_rows import (
    AIR_WAYBILL,
    BILL_OF_LADING,
    BROKER,
    BUYER,
    CONSIGNEE,
    CONTAINER_STATUSES,
    CONTRACT,
    CREDIT,
    EXPORTER,
    INVOICE,
    OWNER,
    PACKING_LIST,
    DeclaredDocument,
    DeclaredParty,
    declared_containers,
    declared_documents,
    declared_packages,
    declared_parties,
)
from app.domain.derived import Figures
from app.domain.paths import value_at
from app.exchange.ceisa_gaps import Gaps, Key, filled, open_price

Rows = list[dict[str, Any]]

WHO = {EXPORTER: "exporter", OWNER: "owner", CONSIGNEE: "consignee", BUYER: "buyer", BROKER: "broker"}
"""Where a party's answers stand."""
HS_DIGITS = 8
"""The tariff of Indonesia has eight digits; six are the world's part of it."""
DATES = {
    INVOICE: "references.invoice_date",
    PACKING_LIST: "references.packing_list_date",
    BILL_OF_LADING: "transport.bill_of_lading_date",
    AIR_WAYBILL: "transport.air_waybill_date",
    CREDIT: "letter_of_credit.issued",
    CONTRACT: "references.contract_date",
}
"""Where a document's date is answered; those of other documents stand in their own list."""


FIRST = {INVOICE: "references.invoice_no", PACKING_LIST: "references.packing_list_no"}
"""The documents that customs wants first, in this order, and where their numbers are answered."""


def parties(figures: Figures, gaps: Gaps) -> Rows:
    """Exporter, owner, consignee, buyer, and the broker where there is one."""
    found = {party.role: party for party in declared_parties(figures)}
    wanted = {role: found.pop(role, None) for role in (EXPORTER, OWNER, CONSIGNEE, BUYER)} | found
    return [
        _nobody(figures, role or "", n, gaps) if party is None else _party(party, n, _home(figures, role or ""), gaps)
        for n, (role, party) in enumerate(wanted.items(), 1)
    ]


def documents(figures: Figures, gaps: Gaps) -> Rows:
    """Invoice, packing list, then the others."""
    return [
        {
            "seriDokumen": n,
            "kodeDokumen": gaps.need(document.code, "customs.documents"),
            "nomorDokumen": gaps.need(document.number, FIRST.get(document.code or "", "customs.documents")),
            "tanggalDokumen": gaps.need(_day(document.date), _date_path(document)),
        }
        for n, document in enumerate(numbered(figures), 1)
    ]


def numbered(figures: Figures) -> list[DeclaredDocument]:
    """The documents in the order of their numbers; the first two have their place also while they have no number."""
    found = list(declared_documents(figures))
    codes = [document.code for document in found]
    open_ones = [code for code in FIRST if code not in codes]
    first = [DeclaredDocument(code=code, date=value_at(figures.shipment, DATES[code])) for code in open_ones]
    return sorted((*first, *found), key=lambda document: [*FIRST, document.code].index(document.code))


CARRIAGE = (
    Key("seriPengangkut", "", lambda _: 1),
    Key("kodeCaraAngkut", "transport.mode", declared.declared_mode),
    Key("kodeBendera", "transport.flag", lambda figures: figures.shipment.transport.flag),
)


def carriage(figures: Figures, gaps: Gaps) -> Rows:
    """The one means of transport."""
    mode = figures.shipment.transport.mode
    name = "transport.vessel" if mode == "sea" else "transport.carrier"
    numbers = {"sea": "transport.voyage", "air": "transport.flight", "road": "transport.vehicle"}
    keys = (
        *CARRIAGE,
        Key("namaPengangkut", name, declared.carrier_name),
        Key("nomorPengangkut", numbers.get(mode or "", "customs.carrier_number"), declared.carrier_number),
    )
    return [filled(keys, figures, gaps)]


def packages(figures: Figures, gaps: Gaps) -> Rows:
    """All packages of one kind in one row; marks in one line."""
    rows = list(declared_packages(figures))
    gaps.need(rows or None, "packing.ranges")
    return [
        {
            "seriKemasan": n,
            "jumlahKemasan": gaps.need(None if row.count is None else int(row.count), "packing.ranges"),
            "kodeJenisKemasan": gaps.need(row.kind, "packing.ranges"),
            "merkKemasan": gaps.need(row.marks and ", ".join(row.marks.splitlines()), "packing.marks"),
        }
        for n, row in enumerate(rows, 1)
    ]


def containers(figures: Figures, gaps: Gaps) -> Rows:
    """The exporter's own containers."""
    return [
        {
            "seriKontainer": n,
            "nomorKontainer": gaps.need(row.number, "containers.*.number"),
            "kodeUkuranKontainer": gaps.need(row.size, "containers.*.type"),
            "kodeTipeKontainer": gaps.need(row.kind, "containers.*.type"),
            "kodeJenisKontainer": gaps.need(row.status, "containers.*.status"),
        }
        for n, row in enumerate(declared_containers(figures), 1)
    ]


def banks(figures: Figures, gaps: Gaps) -> Rows:
    """The bank that receives the money."""
    code = figures.shipment.customs.proceeds_bank
    name = figures.at.lists.export_banks.named(code).id if code else None
    return [{"seriBank": 1, "kodeBank": gaps.need(code, "customs.proceeds_bank"), "namaBank": name}]


def readiness(figures: Figures, gaps: Gaps) -> Rows:
    """The notice that the goods are ready (PKB)."""
    row = filled(READINESS, figures, gaps)
    stuffing = CONTAINER_STATUSES.get(figures.shipment.transport.load or "")
    sizes = Counter(container.size for container in declared_containers(figures))
    counts = {f"jumlahContainer{size}": sizes[size] for size in ("20", "40")}
    return [row | ({"kodeCaraStuffing": stuffing} if stuffing else {}) | counts]


def _open_time(figures: Figures) -> str:
    """The moment is told with the zone of the exporter's area, so it hangs on three answers."""
    paths = ("customs.inspection_date", "customs.inspection_time", "exporter.origin_area")
    return next((path for path in paths if value_at(figures.shipment, path) is None), paths[1])


READINESS = (
    Key("kodeJenisGudang", "customs.store_kind", lambda f: f.shipment.customs.store_kind),
    Key("namaPic", "customs.readiness_contact", lambda f: f.shipment.customs.readiness_contact),
    Key("nomorTelpPic", "customs.readiness_phone", lambda f: f.shipment.customs.readiness_phone),
    Key("alamat", "customs.inspection_address", lambda f: f.shipment.customs.inspection_address),
    Key("lokasiSiapPeriksa", "customs.inspection_site", lambda f: f.shipment.customs.inspection_site),
    Key("tanggalPkb", "customs.readiness_date", lambda f: _day(f.shipment.customs.readiness_date)),
    Key("waktuSiapPeriksa", _open_time, declared.ready_at),
)


def goods(figures: Figures, gaps: Gaps, papers: Sequence[DeclaredDocument], owner: int) -> Rows:
    """Every goods line; ``owner`` is the number of the party that owns the goods."""
    rows = declared_goods(figures)
    gaps.need(rows or None, "goods")
    return [_goods(figures, row, gaps, papers, owner) for row in rows]


# Key -> attribute of the row, and the answer it hangs on; those of the second table may be left out.
_NEEDED: Mapping[str, tuple[str, str]] = {
    "posTarif": ("hs_code", "hs_code"),
    "merk": ("brand", "brand"),
    "tipe": ("type", "type"),
    "spesifikasiLain": ("specification", "specification"),
    "jumlahSatuan": ("quantity", "quantity"),
    "kodeSatuanBarang": ("unit", "unit"),
    "netto": ("net", "net_weight"),
    "fob": ("fob", "unit_price"),
    "hargaSatuan": ("unit_price", "unit_price"),
    "hargaPatokan": ("reference_price", "reference_price"),
    "kodeNegaraAsal": ("origin_country", "origin_country"),
    "kodeDaerahAsal": ("origin_area", "origin_area"),
}
_OPTIONAL = {"ukuran": "size", "kodeBarang": "article_no", "hargaEkspor": "reference_price", "volume": "volume"}


def _goods(
    figures: Figures, row: DeclaredGoods, gaps: Gaps, papers: Sequence[DeclaredDocument], owner: int
) -> dict[str, Any]:
    at = f"goods.{row.line}."
    made: dict[str, Any] = {
        "seriBarang": int(row.number or 0),
        "kodeDokumen": "30",
        "kodeJenisEkspor": gaps.need(figures.shipment.customs.export_type, "customs.export_type"),
        "uraian": gaps.need(row.declared_description, at + "description"),
        "jumlahKemasan": gaps.need(row.packages, "packing.ranges"),
        "kodeJenisKemasan": gaps.need(row.package_kind, "packing.ranges"),
        "ndpbm": declared.declared_rate(figures),
    }
    made |= {
        key: gaps.need(getattr(row, name), _answer_to(figures, row, path)) for key, (name, path) in _NEEDED.items()
    }
    if len(row.hs_code or "") != HS_DIGITS:
        made["posTarif"] = gaps.need(None, at + "hs_code")
    made |= {key: value for key, name in _OPTIONAL.items() if (value := getattr(row, name)) is not None}
    permits = [{"seriDokumen": n} for n, paper in enumerate(papers, 1) if row.line in (paper.lines or "").split()]
    return made | {"barangTarif": _tariff(row), "barangDokumen": permits, "barangPemilik": [{"seriEntitas": owner}]}


def _answer_to(figures: Figures, row: DeclaredGoods, name: str) -> str:
    """Where to answer for what a row lacks: its price is worked out of the charges too, its weight of the packages."""
    line = figures.lines.get(row.line or "")
    if name == "unit_price" and line is not None and line.unit_price is not None:
        return open_price(figures)
    if name == "net_weight" and not figures.ranges:
        return "packing.ranges"
    return f"goods.{row.line}.{name}"


def _tariff(row: DeclaredGoods) -> Rows:
    """The export duty as a percentage, where there is one; the sum is customs' to reckon."""
    if not row.export_duty_rate:
        return []
    return [
        {
            "seriBarang": int(row.number or 0),
            "kodeJenisPungutan": "BK",
            "kodeJenisTarif": "1",
            "tarif": row.export_duty_rate,
            "jumlahSatuan": row.quantity,
            "kodeSatuanBarang": row.unit,
        }
    ]


def _party(party: DeclaredParty, number: int, home: str, gaps: Gaps) -> dict[str, Any]:
    made: dict[str, Any] = {"seriEntitas": number, "kodeEntitas": party.role, "namaEntitas": party.name}
    made["alamatEntitas"] = gaps.need(party.address, f"{home}.address")
    if party.role in (CONSIGNEE, BUYER):
        made["kodeNegara"] = gaps.need(party.country, f"{home}.country")
    else:
        made["nomorIdentitas"] = gaps.need(party.identity, f"{home}.npwp")
        made["kodeJenisIdentitas"] = party.identity_type
    more = {"nibEntitas": party.nib, "kodeStatus": party.status}
    return made | {key: value for key, value in more.items() if value is not None}


def _nobody(figures: Figures, role: str, number: int, gaps: Gaps) -> dict[str, Any]:
    """A party that customs wants and nobody has named yet keeps its place."""
    path = _home(figures, role) + (".who" if role in (OWNER, CONSIGNEE) else ".name")
    return {"seriEntitas": number, "kodeEntitas": role, "namaEntitas": gaps.need(None, path)}


def _home(figures: Figures, role: str) -> str:
    """Where the party's own answers stand: those of another one where it is the same."""
    shipment = figures.shipment
    if role == OWNER and shipment.owner.who == "exporter":
        return "exporter"
    if role == CONSIGNEE and shipment.consignee.who not in (None, "other"):
        return "buyer"
    return WHO[role]


def _date_path(document: DeclaredDocument) -> str:
    if document.permit:
        line, _, permit = document.permit.partition(".")
        return f"goods.{line}.permits.{permit}.date"
    return DATES.get(document.code or "", "customs.documents")


def _day(value: Any) -> str | None:
    return value.isoformat() if value else None
