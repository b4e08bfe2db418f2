"""What Indonesian customs asks beyond the commercial papers. Codes are customs' own (CEISA 4.0)."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from app.domain.struct import Value
from app.kinds.choice import YesNo
from app.kinds.customs_codes import (
    CustomsPayment,
    ExportBank,
    ExportCategory,
    ExporterStatus,
    ExportType,
    InspectionPlace,
    TradeMethod,
)
from app.kinds.date import Date
from app.kinds.measures import ExchangeRate
from app.kinds.places import CustomsOffice
from app.kinds.text import PlainText


class Customs(Value, frozen=True, kw_only=True):
    """Answers for the export declaration (PEB, BC 3.0)."""

    submission_no: Annotated[str | None, PlainText()] = None
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
    storage_place: Annotated[str | None, PlainText()] = None
    export_date: Annotated[datetime.date | None, Date()] = None
    exchange_rate: Annotated[Decimal | None, ExchangeRate()] = None
    exchange_rate_date: Annotated[datetime.date | None, Date()] = None
    exchange_rate_source: Annotated[str | None, PlainText()] = None
    proceeds_bank: Annotated[str | None, ExportBank()] = None
    consolidated: Annotated[str | None, YesNo()] = None
    preference_wanted: Annotated[str | None, YesNo()] = None
