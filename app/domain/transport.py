"""How and when the goods travel, from where to where."""

from __future__ import annotations

import datetime
from typing import Annotated

from app.domain.struct import Value
from app.kinds.choice import Choice, YesNo
from app.kinds.coded import Country
from app.kinds.date import Date
from app.kinds.places import CustomsPort, Port
from app.kinds.text import PlainText
from app.kinds.transport_numbers import AirWaybillNumber

MODE = Choice(of="mode", codes=("sea", "air", "courier", "post", "road"))
LOAD = Choice(of="load", codes=("FCL", "LCL"))
POSTAL_ITEM = Choice(of="postal_item", codes=("small_packet", "parcel"))
FREIGHT_TERMS = Choice(of="freight_terms", codes=("prepaid", "collect"))


class Transport(Value, frozen=True, kw_only=True):
    """Carriage, places and days. Names of places are printed as typed; codes stand beside them."""

    mode: Annotated[str | None, MODE] = None
    load: Annotated[str | None, LOAD] = None
    """By sea: a full container or a share of one."""
    postal_item: Annotated[str | None, POSTAL_ITEM] = None
    carrier: Annotated[str | None, PlainText()] = None
    forwarder: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    vessel: Annotated[str | None, PlainText()] = None
    voyage: Annotated[str | None, PlainText()] = None
    flight: Annotated[str | None, PlainText()] = None
    vehicle: Annotated[str | None, PlainText()] = None
    flag: Annotated[str | None, Country()] = None
    booking_no: Annotated[str | None, PlainText()] = None
    bill_of_lading_no: Annotated[str | None, PlainText()] = None
    bill_of_lading_date: Annotated[datetime.date | None, Date()] = None
    air_waybill_no: Annotated[str | None, AirWaybillNumber()] = None
    air_waybill_date: Annotated[datetime.date | None, Date()] = None
    house_waybill_no: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    tracking_no: Annotated[str | None, PlainText()] = None
    freight_terms: Annotated[str | None, FREIGHT_TERMS] = None
    departure: Annotated[datetime.date | None, Date()] = None
    """Estimated, until the carrier's paper says it."""
    arrival: Annotated[datetime.date | None, Date()] = None
    on_board: Annotated[datetime.date | None, Date()] = None
    place_of_receipt: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    port_of_loading: Annotated[str | None, PlainText()] = None
    port_of_loading_code: Annotated[str | None, Port()] = None
    port_of_loading_customs: Annotated[str | None, CustomsPort()] = None
    transhipment_port: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    transhipment_port_code: Annotated[str | None, Port(none_is_an_answer=True)] = None
    port_of_discharge: Annotated[str | None, PlainText()] = None
    port_of_discharge_code: Annotated[str | None, Port()] = None
    final_port_code: Annotated[str | None, Port()] = None
    """Where the goods travel on to by ship or aircraft, if not the port of discharge (PEB box 25)."""
    place_of_delivery: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    country_of_destination: Annotated[str | None, Country()] = None
    customs_border_port: Annotated[str | None, CustomsPort()] = None
    """Where the goods leave Indonesia, if it is not the port of loading (PEB box 22)."""
    transhipment: Annotated[str | None, YesNo()] = None
