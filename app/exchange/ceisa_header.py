"""The single values of customs' file for the export declaration (CEISA 4.0, BC 3.0).

Keys and what is required: the schema v0.5.28 of April 2025 as published for developers, looked at 2026-11-24.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, Final

from app.domain import declaration as declared
from app.domain.declaration_rows import NOTHING
from app.domain.derived import Figures
from app.domain.paths import value_at
from app.exchange.ceisa_gaps import Key, open_price
from app.kinds.arithmetic import total

PLACEHOLDER: Final = "ISINOMORAJUDARICEISA000000"
"""Stands for the submission number until a person types it: 26 characters that say "fill in the number from CEISA"."""
OTHER_PAYMENT = "9"
"""Needs a second code, whose list nobody has published: it cannot be filed from here."""
PERIODIC = "2"


def _told(path: str) -> Callable[[Figures], Any]:
    return lambda figures: value_at(figures.shipment, path)


def _day(path: str) -> Callable[[Figures], str | None]:
    def day(figures: Figures) -> str | None:
        found: datetime.date | None = value_at(figures.shipment, path)
        return found.isoformat() if found else None

    return day


def _flag(path: str, yes: str, no: str) -> Callable[[Figures], str | None]:
    return lambda figures: {"yes": yes, "no": no}.get(value_at(figures.shipment, path) or "")


def _fixed(value: str) -> Callable[[Figures], str]:
    return lambda _: value


def _payment(figures: Figures) -> str | None:
    method = figures.shipment.customs.payment_method
    return None if method == OTHER_PAYMENT else method


def _procedure(figures: Figures) -> str | None:
    kind = figures.shipment.customs.export_type
    return kind and ("2" if kind == PERIODIC else "1")


def _storage(figures: Figures) -> str | None:
    place = declared.storage_place(figures)
    return None if place == NOTHING else place


def _containers(figures: Figures) -> int | None:
    count = declared.containers_count(figures)
    return None if count is None else int(count)


def _cif(figures: Figures) -> Any:
    """Only where the term puts freight into the price; without it there is no such value to tell."""
    term = figures.at.lists.incoterms.find(figures.shipment.delivery.incoterm or "")
    if term is None or "freight" not in term.facts["after_fob"].split("|"):
        return None
    parts = (declared.declared_fob(figures), declared.declared_freight(figures), declared.declared_insurance(figures))
    return total(parts)


def _same(name: str, path: str) -> Key:
    """A key whose value is stored as customs wants it."""
    return Key(name, path, _told(path))


HEADER: tuple[Key, ...] = (
    Key("asalData", "", _fixed("S")),
    Key("kodeDokumen", "", _fixed("30")),
    Key("nomorAju", "customs.submission_no", lambda f: f.shipment.customs.submission_no or PLACEHOLDER),
    _same("kodeKantor", "customs.office_of_loading"),
    _same("kodeKantorMuat", "customs.office_of_loading"),
    _same("kodeKantorEkspor", "customs.office_of_export"),
    _same("kodeKantorPeriksa", "customs.inspection_office"),
    _same("kodeJenisEkspor", "customs.export_type"),
    _same("kodeKategoriEkspor", "customs.export_category"),
    _same("kodeCaraDagang", "customs.trade_method"),
    Key("kodeCaraBayar", "customs.payment_method", _payment),
    Key("kodeJenisProsedur", "customs.export_type", _procedure),
    Key("kodeIncoterm", "delivery.incoterm", declared.declared_incoterm),
    _same("kodeValuta", "currency"),
    Key("ndpbm", "customs.exchange_rate", declared.declared_rate),
    Key("fob", open_price, declared.declared_fob),
    Key("freight", "charges", declared.declared_freight),
    Key("asuransi", "charges", declared.declared_insurance),
    Key("cif", "charges", _cif, needed=False),
    _same("kodeAsuransi", "customs.insurance_market"),
    Key("nilaiMaklon", "customs.processing_value", declared.declared_processing_value, needed=False),
    Key("totalDanaSawit", "goods", declared.nothing_owed, needed=False),
    Key("bruto", "packing.ranges", declared.declared_gross),
    Key("netto", "packing.ranges", declared.declared_net),
    Key("jumlahKontainer", "containers", _containers),
    _same("kodeJenisPengangkutan", "customs.carriage_type"),
    _same("kodePelMuat", "transport.port_of_loading_customs"),
    Key("kodePelEkspor", "transport.port_of_loading_customs", declared.port_of_export),
    _same("kodePelBongkar", "transport.port_of_discharge_code"),
    Key("kodePelTujuan", "transport.port_of_discharge_code", declared.final_port),
    _same("kodeNegaraTujuan", "transport.country_of_destination"),
    Key("kodeTps", "customs.storage_place", _storage, needed=False),
    _same("kodeLokasi", "customs.inspection_place"),
    Key("tanggalPeriksa", "customs.inspection_date", _day("customs.inspection_date")),
    Key("tanggalEkspor", "customs.export_date", _day("customs.export_date")),
    Key("flagMigas", "customs.oil_and_gas", _flag("customs.oil_and_gas", "1", "2")),
    Key("flagCurah", "customs.bulk", _flag("customs.bulk", "1", "2")),
    Key("flagBarkir", "customs.as_parcel", _flag("customs.as_parcel", "Y", "T")),
    _same("kotaTtd", "customs.signing_place"),
    Key("tanggalTtd", "customs.signing_date", _day("customs.signing_date")),
    _same("namaTtd", "exporter.signatory"),
    _same("jabatanTtd", "exporter.position"),
)
"""In the order of the portal's screens; ``tanggalAju`` is the day of sending, which the portal knows."""
