"""What was agreed: delivery, price parts, payment, letter of credit, bank."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from app.domain.struct import Row, Value
from app.kinds.choice import Choice, YesNo
from app.kinds.coded import Currency, Incoterm
from app.kinds.date import Date
from app.kinds.identifiers import Swift
from app.kinds.measures import Count, Days, Percent
from app.kinds.money import Amount
from app.kinds.text import Lines, PlainText

CHARGE_KIND = Choice(
    of="charge",
    codes=(
        *("freight", "insurance", "inland", "export_clearance", "loading", "on_carriage", "unloading"),
        *("import_duty", "packing", "discount", "other"),
    ),
)
CHARGE_PLACE = Choice(of="charge_place", codes=("in_price", "on_invoice", "outside"))
PAYMENT_METHOD = Choice(
    of="payment_method", codes=("advance", "open_account", "dp", "da", "lc_sight", "lc_usance", "mixed", "other")
)
TENOR_FROM = Choice(of="tenor_from", codes=("sight", "invoice_date", "shipment_date", "acceptance"))
COVER = Choice(of="cover", codes=("a", "b", "c", "air"))
ALLOWED = Choice(of="allowed", codes=("allowed", "not_allowed"))


class Charge(Row, frozen=True, kw_only=True):
    """A part of the price or a cost beside it. "None" under ``amount`` says that there is no such cost."""

    kind: Annotated[str | None, CHARGE_KIND] = None
    text: Annotated[str | None, PlainText()] = None
    """How the invoice calls it, where the kind's own word does not do."""
    amount: Annotated[Decimal | None, Amount(none_is_an_answer=True)] = None
    place: Annotated[str | None, CHARGE_PLACE] = None
    """Inside the unit prices, as a line of the invoice, or paid by the exporter and not on the invoice."""


class Delivery(Value, frozen=True, kw_only=True):
    """The Incoterms 2020 rule and its named place."""

    incoterm: Annotated[str | None, Incoterm()] = None
    place: Annotated[str | None, PlainText()] = None


class Payment(Value, frozen=True, kw_only=True):
    """How and when the buyer pays."""

    method: Annotated[str | None, PAYMENT_METHOD] = None
    terms: Annotated[str | None, PlainText()] = None
    """As the contract words it and the papers print it."""
    advance_percent: Annotated[Decimal | None, Percent(none_is_an_answer=True)] = None
    tenor_days: Annotated[Decimal | None, Days()] = None
    tenor_from: Annotated[str | None, TENOR_FROM] = None
    due_date: Annotated[datetime.date | None, Date()] = None


class CreditDocument(Row, frozen=True, kw_only=True):
    """A document that the credit asks for, in its words."""

    text: Annotated[str | None, Lines()] = None
    originals: Annotated[Decimal | None, Count()] = None
    copies: Annotated[Decimal | None, Count()] = None


class LetterOfCredit(Value, frozen=True, kw_only=True):
    """The credit's terms, as its MT700 states them."""

    number: Annotated[str | None, PlainText()] = None
    issued: Annotated[datetime.date | None, Date()] = None
    applicant: Annotated[str | None, PlainText()] = None
    beneficiary: Annotated[str | None, PlainText()] = None
    issuing_bank: Annotated[str | None, PlainText()] = None
    advising_bank: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    available_with: Annotated[str | None, PlainText()] = None
    amount: Annotated[Decimal | None, Amount(currency_path="letter_of_credit.currency")] = None
    currency: Annotated[str | None, Currency()] = None
    tolerance_plus: Annotated[Decimal | None, Percent(none_is_an_answer=True)] = None
    tolerance_minus: Annotated[Decimal | None, Percent(none_is_an_answer=True)] = None
    latest_shipment: Annotated[datetime.date | None, Date()] = None
    expiry: Annotated[datetime.date | None, Date()] = None
    expiry_place: Annotated[str | None, PlainText()] = None
    presentation_days: Annotated[Decimal | None, Days()] = None
    port_of_loading: Annotated[str | None, PlainText()] = None
    port_of_discharge: Annotated[str | None, PlainText()] = None
    partial_shipments: Annotated[str | None, ALLOWED] = None
    transhipment: Annotated[str | None, ALLOWED] = None
    incoterm: Annotated[str | None, PlainText()] = None
    """Delivery term and place in the credit's words, to compare with the shipment's."""
    drafts_at: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    drawee: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    goods: Annotated[str | None, Lines()] = None
    documents: tuple[CreditDocument, ...] | None = None
    conditions: Annotated[str | None, Lines(none_is_an_answer=True)] = None
    confirmed: Annotated[str | None, YesNo()] = None


class Insurance(Value, frozen=True, kw_only=True):
    """The cover of the goods on their way, as the policy or certificate states it."""

    amount: Annotated[Decimal | None, Amount(currency_path="insurance.currency")] = None
    currency: Annotated[str | None, Currency()] = None
    cover: Annotated[str | None, COVER] = None
    """Of the Institute Cargo Clauses, or clauses like them."""


class CreditReview(Value, frozen=True, kw_only=True):
    """What only a person who holds the papers can see before they go to the bank; yes is a tick."""

    titles: Annotated[str | None, YesNo()] = None
    language: Annotated[str | None, YesNo()] = None
    agree: Annotated[str | None, YesNo()] = None
    quantity: Annotated[str | None, YesNo()] = None
    carrier_signed: Annotated[str | None, YesNo()] = None
    on_board: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    clean: Annotated[str | None, YesNo()] = None
    full_set: Annotated[str | None, YesNo()] = None
    one_shipment: Annotated[str | None, YesNo()] = None
    receipt: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    insurance: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    origin: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    certificates: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    draft: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    corrections: Annotated[str | None, YesNo(none_is_an_answer=True)] = None
    legalised: Annotated[str | None, YesNo(none_is_an_answer=True)] = None


class Bank(Value, frozen=True, kw_only=True):
    """Where the buyer pays to."""

    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    swift: Annotated[str | None, Swift()] = None
    account: Annotated[str | None, PlainText()] = None
    account_name: Annotated[str | None, PlainText()] = None
    account_currency: Annotated[str | None, Currency()] = None
