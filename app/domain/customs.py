"""What Indonesian customs asks beyond the commercial papers. Codes are customs' own (CEISA 4.0)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from app.domain.struct import Row, Value
from app.kinds.choice import Choice, YesNo
from app.kinds.clock_time import ClockTime
from app.kinds.customs_codes import (
    CarriageType,
    CustomsDocument,
    CustomsMode,
    CustomsPayment,
    ExportBank,
    ExportCategory,
    ExporterStatus,
    ExportType,
    InspectionPlace,
    SubmissionNumber,
    TradeMethod,
)
from app.kinds.date import Date
from app.kinds.identifiers import Phone
from app.kinds.measures import ExchangeRate
from app.kinds.money import Amount
from app.kinds.places import CustomsOffice
from app.kinds.text import PlainText

INSURANCE_MARKET = Choice(of="insurance_market", codes=("DN", "LN"), official=True)
"""Insured in Indonesia (dalam negeri) or abroad (luar negeri)."""
STORE_KIND = Choice(of="store_kind", codes=("1", "2", "3", "4"), official=True)
"""Customs' kinds of warehouse in the readiness notice: veem, factory, consolidation, other."""


class CustomsPaper(Row, frozen=True, kw_only=True):
    """A document that goes with the declaration besides those the shipment tells elsewhere (box 29)."""

    code: Annotated[str | None, CustomsDocument()] = None
    number: Annotated[str | None, PlainText()] = None
    date: Annotated[datetime.date | None, Date()] = None


class Customs(Value, frozen=True, kw_only=True):
    """Answers for the export declaration (PEB, BC 3.0)."""

    submission_no: Annotated[str | None, SubmissionNumber()] = None
    """Nomor aju, 26 characters, given by the portal; never made up here."""
    export_type: Annotated[str | None, ExportType()] = None
    export_category: Annotated[str | None, ExportCategory()] = None
    trade_method: Annotated[str | None, TradeMethod()] = None
    payment_method: Annotated[str | None, CustomsPayment()] = None
    facility: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    exporter_status: Annotated[str | None, ExporterStatus()] = None
    office_of_loading: Annotated[str | None, CustomsOffice()] = None
    office_of_export: Annotated[str | None, CustomsOffice()] = None
    inspection_place: Annotated[str | None, InspectionPlace()] = None
    inspection_address: Annotated[str | None, PlainText()] = None
    inspection_office: Annotated[str | None, CustomsOffice()] = None
    inspection_date: Annotated[datetime.date | None, Date()] = None
    storage_place: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    export_date: Annotated[datetime.date | None, Date()] = None
    exchange_rate: Annotated[Decimal | None, ExchangeRate()] = None
    exchange_rate_date: Annotated[datetime.date | None, Date()] = None
    exchange_rate_source: Annotated[str | None, PlainText()] = None
    proceeds_bank: Annotated[str | None, ExportBank()] = None
    transport_mode: Annotated[str | None, CustomsMode()] = None
    """Asked where the shipment's own way of transport does not say it: couriers fly, or drive."""
    carrier_number: Annotated[str | None, PlainText()] = None
    """The flight or plate, asked likewise."""
    carriage_type: Annotated[str | None, CarriageType()] = None
    insurance_market: Annotated[str | None, INSURANCE_MARKET] = None
    processing_value: Annotated[Decimal | None, Amount(none_is_an_answer=True)] = None
    """Nilai maklon: what a foreign customer pays for working on his own material."""
    oil_and_gas: Annotated[str | None, YesNo()] = None
    bulk: Annotated[str | None, YesNo()] = None
    as_parcel: Annotated[str | None, YesNo()] = None
    """Barang kiriman: through the post or an authorised courier."""
    documents: tuple[CustomsPaper, ...] | None = None
    store_kind: Annotated[str | None, STORE_KIND] = None
    inspection_site: Annotated[str | None, PlainText()] = None
    """Where at the address the goods lie ready."""
    inspection_time: Annotated[str | None, ClockTime()] = None
    readiness_date: Annotated[datetime.date | None, Date()] = None
    """The day of the readiness notice (PKB)."""
    readiness_contact: Annotated[str | None, PlainText()] = None
    readiness_phone: Annotated[str | None, Phone()] = None
    signing_place: Annotated[str | None, PlainText()] = None
    signing_date: Annotated[datetime.date | None, Date()] = None
    consolidated: Annotated[str | None, YesNo()] = None
    preference_wanted: Annotated[str | None, YesNo()] = None
