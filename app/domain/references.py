"""Numbers and dates of the papers of a shipment."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from app.domain.struct import Row, Value
from app.kinds.choice import Choice
from app.kinds.date import Date
from app.kinds.identifiers import FormId
from app.kinds.measures import Count
from app.kinds.text import PlainText

PAPER_LANGUAGE = Choice(of="paper_language", codes=("id", "en", "both"))
PAPER_SIZE = Choice(of="paper_size", codes=("A4", "F4", "LETTER"))


class References(Value, frozen=True, kw_only=True):
    """What the papers are called and when they were made."""

    invoice_no: Annotated[str | None, PlainText()] = None
    invoice_date: Annotated[datetime.date | None, Date()] = None
    invoice_originals: Annotated[Decimal | None, Count()] = None
    packing_list_no: Annotated[str | None, PlainText()] = None
    packing_list_date: Annotated[datetime.date | None, Date()] = None
    proforma_no: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    proforma_date: Annotated[datetime.date | None, Date()] = None
    order_no: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    order_date: Annotated[datetime.date | None, Date()] = None
    contract_no: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    contract_date: Annotated[datetime.date | None, Date()] = None
    insurance_no: Annotated[str | None, PlainText()] = None
    insurance_date: Annotated[datetime.date | None, Date()] = None
    certificate_of_origin_no: Annotated[str | None, PlainText()] = None
    certificate_of_origin_date: Annotated[datetime.date | None, Date()] = None
    export_declaration_no: Annotated[str | None, PlainText()] = None
    """The PEB's registration number, given by customs."""
    export_declaration_date: Annotated[datetime.date | None, Date()] = None
    export_approval_no: Annotated[str | None, PlainText()] = None
    """The number of the NPE, given by customs."""
    export_approval_date: Annotated[datetime.date | None, Date()] = None


class ChosenDocument(Row, frozen=True, kw_only=True):
    """A paper that the exporter wants of this shipment."""

    form: Annotated[str | None, FormId()] = None
    language: Annotated[str | None, PAPER_LANGUAGE] = None
    """None: the paper's own."""
    paper: Annotated[str | None, PAPER_SIZE] = None
    copies: Annotated[Decimal | None, Count()] = None


class Statement(Row, frozen=True, kw_only=True):
    """A sentence that the invoice carries: an origin statement, what a destination asks for."""

    text: Annotated[str | None, PlainText(limit=2000)] = None
