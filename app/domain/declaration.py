"""The export declaration's single values, as the paper (BC 3.0) prints them and customs' file holds them."""

from __future__ import annotations

import datetime
from decimal import Decimal

from app.domain.declaration_goods import may_owe, money
from app.domain.declaration_rows import NOTHING, country_told, declared_containers, named
from app.domain.derived import Figures, derived
from app.domain.packing_totals import gross_weight, net_weight
from app.domain.price import fob_value, freight, insurance
from app.kinds.arithmetic import rounded, times
from app.kinds.coded import Incoterm
from app.kinds.customs_codes import CustomsMode
from app.kinds.customs_print import DeclaredDate, DeclaredNumber
from app.kinds.measures import Count, ExchangeRate
from app.kinds.money import Amount
from app.kinds.places import CustomsPort, Port
from app.kinds.text import PlainText
from app.reference.customs_pairs import customs_incoterm_of

MODES = {"sea": "1", "road": "3", "air": "4", "post": "5"}
"""Customs' mode by ours; what a courier drives or flies is asked."""
CENTRAL = ("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76")
EASTERN = ("81", "82", "91", "92", "93", "94", "95", "96")
"""Provinces with WITA and WIT; the others have WIB (Keppres 41/1987)."""


@derived("declaration.fob", Amount())
def declared_fob(figures: Figures) -> Decimal | None:
    """The FOB value with two decimals at most."""
    return _money(figures, fob_value(figures))


@derived("declaration.freight", Amount())
def declared_freight(figures: Figures) -> Decimal | None:
    """The freight inside the price."""
    return _money(figures, freight(figures))


@derived("declaration.insurance", Amount())
def declared_insurance(figures: Figures) -> Decimal | None:
    """The insurance premium inside the price."""
    return _money(figures, insurance(figures))


@derived("declaration.processing_value", Amount())
def declared_processing_value(figures: Figures) -> Decimal | None:
    """What is paid for working on the customer's material; zero where the answer is "none"."""
    none = figures.shipment.answers.get("customs.processing_value") == "none"
    return Decimal(0) if none else _money(figures, figures.shipment.customs.processing_value)


@derived("declaration.rate", ExchangeRate())
def declared_rate(figures: Figures) -> Decimal | None:
    """Rupiah for one unit of the currency: as typed; one for rupiah."""
    rate = Decimal(1) if figures.shipment.currency == "IDR" else figures.shipment.customs.exchange_rate
    return None if rate is None else rounded(rate, 4)


@derived("declaration.fob_rupiah", DeclaredNumber())
def fob_in_rupiah(figures: Figures) -> Decimal | None:
    """The FOB value in rupiah, by the typed rate."""
    value = times(declared_fob(figures), declared_rate(figures))
    return None if value is None else rounded(value, 2)


@derived("declaration.owed", Amount())
def nothing_owed(figures: Figures) -> Decimal | None:
    """Zero where no goods can owe export duty, PPh 22 or palm levy; open where some may, for nobody reckons that."""
    numbers = [line.hs_code for line in figures.goods]
    return Decimal(0) if numbers and not any(number is None or may_owe(number) for number in numbers) else None


@derived("declaration.net", DeclaredNumber())
def declared_net(figures: Figures) -> Decimal | None:
    """Kilograms net of everything."""
    return _weight(net_weight(figures))


@derived("declaration.gross", DeclaredNumber())
def declared_gross(figures: Figures) -> Decimal | None:
    """Kilograms gross of everything."""
    return _weight(gross_weight(figures))


@derived("declaration.containers_count", Count())
def containers_count(figures: Figures) -> Decimal | None:
    """How many containers of his own the exporter has; open while goods by full container have none."""
    count = Decimal(sum(1 for _ in declared_containers(figures)))
    transport = figures.shipment.transport
    is_open = transport.mode is None or (transport.mode == "sea" and transport.load != "LCL")
    return count if count or not is_open or figures.shipment.containers == () else None


@derived("declaration.mode", CustomsMode())
def declared_mode(figures: Figures) -> str | None:
    """Customs' code for the way of transport."""
    return MODES.get(figures.shipment.transport.mode or "") or figures.shipment.customs.transport_mode


@derived("declaration.carrier_name", PlainText())
def carrier_name(figures: Figures) -> str | None:
    """The vessel; else who flies, drives or carries."""
    transport = figures.shipment.transport
    return transport.vessel if transport.mode == "sea" else transport.carrier


@derived("declaration.carrier_number", PlainText())
def carrier_number(figures: Figures) -> str | None:
    """Voyage, flight or licence plate."""
    transport = figures.shipment.transport
    told = {"sea": transport.voyage, "road": transport.vehicle, "air": transport.flight}
    return told.get(transport.mode or "", figures.shipment.customs.carrier_number)


@derived("declaration.flag", PlainText())
def carrier_flag(figures: Figures) -> str | None:
    """The country whose flag it carries, in English, with its code."""
    return country_told(figures, figures.shipment.transport.flag)


@derived("declaration.port_of_export", CustomsPort())
def port_of_export(figures: Figures) -> str | None:
    """Where the goods leave Indonesia: the port of loading unless another is told."""
    transport = figures.shipment.transport
    return transport.customs_border_port or transport.port_of_loading_customs


@derived("declaration.discharge", PlainText())
def discharge(figures: Figures) -> str | None:
    """Name and code of where the goods leave the ship or aircraft, as the print has them: ROTTERDAM (NLRTM)."""
    transport = figures.shipment.transport
    return _port_told(transport.port_of_discharge, transport.port_of_discharge_code)


@derived("declaration.final_port", Port())
def final_port(figures: Figures) -> str | None:
    """The code of where they travel on to; else where they leave the ship or aircraft."""
    transport = figures.shipment.transport
    return transport.final_port_code or transport.port_of_discharge_code


@derived("declaration.final_port_told", PlainText())
def final_port_told(figures: Figures) -> str | None:
    """The same with its name."""
    transport, code = figures.shipment.transport, figures.shipment.transport.final_port_code
    if code in (None, transport.port_of_discharge_code):
        return discharge(figures)
    return _port_told(figures.at.lists.ports.named(str(code)).en, code)


@derived("declaration.destination", PlainText())
def destination(figures: Figures) -> str | None:
    """The country the goods go to, in English, with its code."""
    return country_told(figures, figures.shipment.transport.country_of_destination)


@derived("declaration.storage_place", PlainText())
def storage_place(figures: Figures) -> str | None:
    """The code of the storage place; a dash where there is none."""
    none = figures.shipment.answers.get("customs.storage_place") == "none"
    return NOTHING if none else figures.shipment.customs.storage_place


@derived("declaration.incoterm", Incoterm())
def declared_incoterm(figures: Figures) -> str | None:
    """Customs' code: DPU, which its list lacks, becomes DAT (ruling 9)."""
    return customs_incoterm_of(figures.at.lists, figures.shipment.delivery.incoterm or "")


@derived("declaration.export_date", DeclaredDate())
def export_date(figures: Figures) -> datetime.date | None:
    """The expected day of export."""
    return figures.shipment.customs.export_date


@derived("declaration.signing_date", DeclaredDate())
def signing_date(figures: Figures) -> datetime.date | None:
    """The day under the statement."""
    return figures.shipment.customs.signing_date


@derived("declaration.inspection_date", DeclaredDate())
def inspection_date(figures: Figures) -> datetime.date | None:
    """The day from which officers may come."""
    return figures.shipment.customs.inspection_date


@derived("declaration.readiness_date", DeclaredDate())
def readiness_date(figures: Figures) -> datetime.date | None:
    """The day of the notice of readiness."""
    return figures.shipment.customs.readiness_date


@derived("declaration.ready_at", PlainText())
def ready_at(figures: Figures) -> str | None:
    """Day and time from which officers may come, with the zone of the area of origin: 2026-12-07T09:00:00+07:00."""
    customs = figures.shipment.customs
    province = (figures.shipment.exporter.origin_area or "")[:2]
    if not (customs.inspection_date and customs.inspection_time and province):
        return None
    zone = "+08:00" if province in CENTRAL else "+09:00" if province in EASTERN else "+07:00"
    return f"{customs.inspection_date.isoformat()}T{customs.inspection_time}:00{zone}"


def _port_told(name: str | None, code: str | None) -> str | None:
    """What is not told yet is left out, and a name that is the code again."""
    if not name or name == code:
        return code
    return named(name, code) or name.upper()


def _money(figures: Figures, value: Decimal | None) -> Decimal | None:
    return None if value is None else money(value, figures)


def _weight(value: Decimal | None) -> Decimal | None:
    return None if value is None else rounded(value, 4)
