"""What the program would answer where customs asks and nobody has answered yet. Proposals, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Any

from app.domain.declaration_rows import one_line
from app.domain.derived import Figures
from app.domain.fields import fields
from app.domain.paths import declared_path, value_at
from app.kinds.coded import Coded
from app.reference.code_list import folded, spellings
from app.reference.customs_pairs import customs_port_of
from app.words import LANGUAGES, Text, same

PAYMENTS = {
    "advance": ("15", "3"),
    "lc_sight": ("16", "6"),
    "lc_usance": ("6", "7"),
    "dp": ("17", "9"),
    "da": ("17", "9"),
    "open_account": ("11", "5"),
}
"""Customs' payment method and manner of trade by ours (ruling 18, looked at 2026-11-24)."""
SIDOARJO = "071500"
"""The customs office that works in Mojokerto (press of 2024 and 2025; the legal text was not found)."""
AREAS_OF_SIDOARJO = ("3515", "3516", "3576")
WAREHOUSE = "2"
"""Customs' code for inspection in the exporter's warehouse."""
HEAD_OFFICE = "000000"
_SIGNS = re.compile(r"[^a-z0-9]")
_ANY_BANK = frozenset(("pt", "bank", "persero", "tbk"))
_BRANCH = frozenset(("cabang", "cab", "kantor", "kc", "kcp", "kcu", "unit", "branch"))
"""With one of these begins where in the country an account is kept."""


def proposals(figures: Figures) -> Iterator[tuple[str, Any]]:
    """(path, value) of every open field that has a proposal, once it is known how the goods travel."""
    if figures.shipment.transport.mode is None:
        return
    answers = figures.shipment.answers
    for path, propose in PROPOSED.items():
        if value_at(figures.shipment, path) is None and path not in answers:
            value = propose(figures)
            if value is not None:
                yield path, value
    for line in figures.goods:
        if line.origin_area is None and line.origin_country == "ID" and figures.shipment.exporter.origin_area:
            yield f"goods.{line.id}.origin_area", figures.shipment.exporter.origin_area


def proposed_in_words(figures: Figures, path: str, value: Any) -> Text:
    """A proposed value as a person reads it: a code of a list with its name before it."""
    kind = fields()[declared_path(figures.shipment, path)].kind
    if kind is None:
        return same(str(value))
    said = Text(*(kind.show(value, figures.at.in_language(language)) for language in LANGUAGES))
    code = f" ({value})" if isinstance(kind, Coded) and said.id != value else ""
    return Text(said.id + code, said.en + code)


def _payment(figures: Figures) -> str | None:
    return PAYMENTS.get(figures.shipment.payment.method or "", (None, None))[0]


def _trade(figures: Figures) -> str | None:
    return PAYMENTS.get(figures.shipment.payment.method or "", (None, None))[1]


def _port(figures: Figures) -> str | None:
    transport = figures.shipment.transport
    code = transport.port_of_loading_code
    return customs_port_of(figures.at.lists, code, transport.mode) if code else None


def _office_of_loading(figures: Figures) -> str | None:
    """The office in charge of the port of loading, by customs' own table."""
    port = figures.shipment.transport.port_of_loading_customs or _port(figures)
    entry = figures.at.lists.customs_ports.find(port or "")
    return entry.facts["office"] or None if entry else None


def _office_of_export(figures: Figures) -> str | None:
    """That of the port where the goods leave; else the office of loading."""
    entry = figures.at.lists.customs_ports.find(figures.shipment.transport.customs_border_port or "")
    if entry:
        return entry.facts["office"] or None
    return figures.shipment.customs.office_of_loading or _office_of_loading(figures)


def _inspection_office(figures: Figures) -> str | None:
    """Known for the exporter's own warehouse alone: what lies in the customs area is looked at by the port's office."""
    near = figures.shipment.exporter.origin_area in AREAS_OF_SIDOARJO
    return SIDOARJO if near and _in_own_warehouse(figures) else None


def _inspection_address(figures: Figures) -> str | None:
    return one_line(figures.shipment.exporter) if _in_own_warehouse(figures) else None


def _in_own_warehouse(figures: Figures) -> bool:
    """Also while the place is open, since that is proposed along."""
    return figures.shipment.customs.inspection_place in (None, WAREHOUSE)


def _bank(figures: Figures) -> str | None:
    """The bank that the buyer pays to, where customs' list has one of just this name, whatever branch was typed behind
    it: BCA Syariah and BPR Mandiri are other firms than BCA and Mandiri.
    """
    told = _bank_name(figures.shipment.bank.name or "")
    entries = figures.at.lists.export_banks.entries.values() if told else ()
    return next((entry.code for entry in entries for name in spellings(entry) if _bank_name(name) == told), None)


def _bank_name(text: str) -> list[str]:
    """Its words in order, without those that any bank has, and up to the branch."""
    words = takewhile(lambda word: word not in _BRANCH, _SIGNS.sub(" ", folded(text)).split())
    return [word for word in words if word not in _ANY_BANK]


def _as_parcel(figures: Figures) -> str | None:
    mode = figures.shipment.transport.mode
    return None if mode is None else "yes" if mode in ("post", "courier") else "no"


def _always(value: str) -> Callable[[Figures], str]:
    return lambda _: value


def _as(path: str) -> Callable[[Figures], Any]:
    return lambda figures: value_at(figures.shipment, path)


PROPOSED: dict[str, Callable[[Figures], Any]] = {
    "exporter.nitku": _always(HEAD_OFFICE),
    "owner.who": _always("exporter"),
    "transport.port_of_loading_customs": _port,
    "customs.export_type": _always("1"),
    "customs.export_category": lambda figures: "33" if _as_parcel(figures) == "yes" else "10",
    "customs.payment_method": _payment,
    "customs.trade_method": _trade,
    "customs.exporter_status": _always("9"),
    "customs.office_of_loading": _office_of_loading,
    "customs.office_of_export": _office_of_export,
    "customs.inspection_place": _always(WAREHOUSE),
    "customs.inspection_office": _inspection_office,
    "customs.inspection_address": _inspection_address,
    "customs.readiness_contact": _as("exporter.contact"),
    "customs.readiness_phone": _as("exporter.phone"),
    "customs.export_date": _as("transport.departure"),
    "customs.proceeds_bank": _bank,
    "customs.carriage_type": _always("1"),
    "customs.insurance_market": _always("DN"),
    "customs.oil_and_gas": _always("no"),
    "customs.bulk": _always("no"),
    "customs.as_parcel": _as_parcel,
    "customs.signing_place": _as("exporter.city"),
}
"""What is proposed, by path; a row's area of origin apart."""
READS = (
    *PROPOSED,
    *("transport.mode", "transport.port_of_loading_code", "transport.customs_border_port", "transport.departure"),
    *(
        "payment.method",
        "bank.name",
        "exporter.origin_area",
        "exporter.contact",
        "exporter.phone",
        "exporter.city",
        "exporter.address",
    ),
    *("exporter.postcode", "goods.*.origin_country", "goods.*.origin_area"),
)
"""The paths whose change can change a proposal."""
