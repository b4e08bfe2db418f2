"""What customs sends back or cannot correct later: days, offices, codes and documents of the declaration."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from app.domain.declaration_rows import declared_documents
from app.domain.derived import Figures
from app.domain.problems import Finding, rule
from app.kinds.date import long_date
from app.words import Text, same

EARLIEST_DAYS = 7
"""How many days before the expected export a declaration may be sent (PMK 155/2022, looked at 2026-11-24)."""
RATE_DAYS = 7
"""The minister's exchange rate holds for a week."""
AFTER_DEPARTURE = 3
"""Days within which the number of the bill of lading or air waybill is added."""
NOT_LISTED = frozenset(("BYN", "MRU", "SLE", "SSP", "STN", "UYW", "VED", "VES", "XAD", "XCG", "ZMW", "ZWG"))
"""Currencies of today that customs' list of 2025 does not have yet."""
PARCELS, BONDED, OTHER_PAYMENT = "33", "4", "9"
NUMBERS = (
    *("references.invoice_no", "references.packing_list_no", "references.contract_no", "letter_of_credit.number"),
    *(
        "transport.mode",
        "transport.bill_of_lading_no",
        "transport.air_waybill_no",
        "customs.documents.*.code",
        "customs.documents.*.number",
    ),
    *("goods.*.permits.*.customs_code", "goods.*.permits.*.number"),
)
"""What tells which documents are declared."""
DATES = (
    *("references.invoice_date", "references.packing_list_date", "references.contract_date"),
    *("letter_of_credit.issued", "transport.bill_of_lading_date", "transport.air_waybill_date"),
    *("customs.documents.*.date", "goods.*.permits.*.date"),
)
TRANSPORT_PAPERS = frozenset(("704", "705", "740", "741"))
"""Bills of lading and air waybills are made after filing."""


@rule(
    "peb_filing_window",
    severity="warning",
    message="rules.peb_filing_window",
    reads=("customs.signing_date", "customs.export_date"),
    source="PMK 155/2022: at the earliest 7 days before the expected export, before the goods enter the customs area",
    looked_at="2026-11-24",
)
def filing_window(figures: Figures) -> Iterator[Finding]:
    """The declaration is signed and sent within the week before the export."""
    customs = figures.shipment.customs
    if customs.signing_date and customs.export_date:
        first = _shifted(customs.export_date, -EARLIEST_DAYS)
        if not first <= customs.signing_date <= customs.export_date:
            days = {"first": _day(first), "last": _day(customs.export_date)}
            yield Finding("customs.signing_date", days, {"label": "customs.signing_date"})


@rule(
    "peb_rate_of_the_week",
    severity="warning",
    message="rules.peb_rate_old",
    reads=("customs.signing_date", "customs.exchange_rate_date"),
    source="the minister of finance's weekly exchange rate (box 52)",
    looked_at="2026-11-24",
)
def rate_of_the_week(figures: Figures) -> Iterator[Finding]:
    """The exchange rate is that of the week in which the declaration is sent."""
    customs = figures.shipment.customs
    if customs.signing_date and customs.exchange_rate_date:
        age = (customs.signing_date - customs.exchange_rate_date).days
        if not 0 <= age < RATE_DAYS:
            days = {"rate": _day(customs.exchange_rate_date), "signed": _day(customs.signing_date)}
            yield Finding("customs.exchange_rate_date", days)


@rule(
    "peb_office_of_the_port",
    severity="warning",
    message="rules.peb_office",
    reads=(
        "transport.port_of_loading_customs",
        "transport.customs_border_port",
        "customs.office_of_loading",
        "customs.office_of_export",
    ),
    source="customs' table of ports with their offices; the declaration goes to the office of loading (PMK 155/2022)",
    looked_at="2026-11-24",
)
def office_of_the_port(figures: Figures) -> Iterator[Finding]:
    """Offices are those in charge of the ports; a wrong office cannot be corrected after filing."""
    transport, customs, lists = figures.shipment.transport, figures.shipment.customs, figures.at.lists
    leaves = transport.customs_border_port or transport.port_of_loading_customs
    told = (
        ("office_of_loading", customs.office_of_loading, transport.port_of_loading_customs),
        ("office_of_export", customs.office_of_export, leaves),
    )
    for name, office, port in told:
        entry = lists.customs_ports.find(port or "")
        due = entry.facts["office"] if entry else ""
        if office and due and office != due:
            gaps = {"office": same(office), "port": same(str(port)), "due": same(due)}
            yield Finding(f"customs.{name}", gaps, {"label": f"customs.{name}"})


@rule(
    "peb_term_renamed",
    severity="warning",
    message="rules.peb_term_renamed",
    reads=("delivery.incoterm",),
    source="customs' list of terms of 2025 has no DPU; DAT is the same under Incoterms 2010",
    looked_at="2026-11-24",
)
def term_renamed(figures: Figures) -> Iterator[Finding]:
    """DPU is told to customs as DAT."""
    if figures.shipment.delivery.incoterm == "DPU":
        yield Finding("delivery.incoterm")


@rule(
    "peb_currency_listed",
    severity="warning",
    message="rules.peb_currency",
    reads=("currency",),
    source="customs' list of currencies, captured August 2025",
    looked_at="2026-11-24",
)
def currency_listed(figures: Figures) -> Iterator[Finding]:
    """Customs knows the currency."""
    if figures.shipment.currency in NOT_LISTED:
        yield Finding("currency", {"currency": same(str(figures.shipment.currency))})


@rule(
    "peb_documents_once",
    severity="error",
    message="rules.peb_document_twice",
    reads=(*NUMBERS, "goods.*.permits.*.date"),
    source="a document stands once among those of boxes 27 to 29",
    looked_at="2026-11-24",
)
def documents_once(figures: Figures) -> Iterator[Finding]:
    """No number stands twice within one kind of document; a permit that serves several goods lines has one day."""
    seen: set[tuple[str, str]] = set()
    for document in declared_documents(figures):
        key = (document.code or "", (document.number or "").casefold())
        if all(key) and key in seen:
            path = f"goods.{document.permit.replace('.', '.permits.')}.date" if document.permit else "customs.documents"
            yield Finding(path, {"code": same(key[0]), "number": same(document.number or "")})
        seen.add(key)


@rule(
    "peb_documents_before_filing",
    severity="warning",
    message="rules.peb_document_late",
    reads=("customs.signing_date", *NUMBERS, *DATES),
    source="practice: invoice, packing list and permits are there when the declaration is sent",
    looked_at="2026-11-24",
)
def documents_before_filing(figures: Figures) -> Iterator[Finding]:
    """Documents are not younger than the declaration, but for those that the carrier makes."""
    signed = figures.shipment.customs.signing_date
    for document in declared_documents(figures):
        if signed and document.date and document.date > signed and document.code not in TRANSPORT_PAPERS:
            days = {"day": _day(document.date), "signed": _day(signed)}
            yield Finding("customs.signing_date", {"number": same(document.number or ""), **days})


@rule(
    "peb_bill_of_lading_due",
    severity="warning",
    message="rules.peb_bill_of_lading_due",
    reads=(
        "transport.departure",
        "transport.mode",
        "transport.bill_of_lading_no",
        "transport.air_waybill_no",
        "transport.house_waybill_no",
    ),
    source="PMK 155/2022: the number is added within 3 calendar days after departure",
    looked_at="2026-11-24",
)
def bill_of_lading_due(figures: Figures) -> Iterator[Finding]:
    """Once ship or aircraft has left, its bill of lading or air waybill has to be told to customs."""
    transport = figures.shipment.transport
    numbers = {"sea": transport.bill_of_lading_no, "air": transport.air_waybill_no or transport.house_waybill_no}
    if transport.departure and transport.mode in numbers and not numbers[transport.mode]:
        last = _shifted(transport.departure, AFTER_DEPARTURE)
        path = "transport.bill_of_lading_no" if transport.mode == "sea" else "transport.air_waybill_no"
        if figures.at.today > transport.departure:
            yield Finding(path, {"last": _day(last)}, {"label": path})


@rule(
    "peb_parcel_category",
    severity="warning",
    message="rules.peb_parcel_category",
    reads=("customs.as_parcel", "customs.export_category"),
    source="PMK 96/2023 jo 4/2025; customs' export category 33, barang kiriman",
    looked_at="2026-11-24",
)
def parcel_category(figures: Figures) -> Iterator[Finding]:
    """Parcels have a category of their own, and nothing else has it."""
    customs = figures.shipment.customs
    if (
        customs.as_parcel
        and customs.export_category
        and (customs.export_category == PARCELS) != (customs.as_parcel == "yes")
    ):
        yield Finding("customs.export_category", {"code": same(PARCELS)}, {"label": "customs.as_parcel"})


@rule(
    "peb_bonded_place",
    severity="warning",
    message="rules.peb_bonded_place",
    reads=("customs.inspection_place", "customs.export_category"),
    source="customs' list of inspection places: 6 is a bonded place (TPB); export categories 41 to 46",
    looked_at="2026-11-24",
)
def bonded_place(figures: Figures) -> Iterator[Finding]:
    """Only goods from a bonded place are inspected there."""
    customs = figures.shipment.customs
    if customs.inspection_place == "6" and not (customs.export_category or BONDED).startswith(BONDED):
        yield Finding("customs.inspection_place")


@rule(
    "peb_payment_named",
    severity="warning",
    message="rules.peb_payment",
    reads=("customs.payment_method",),
    source="BC 3.0 schema v0.5.28: payment 9 needs a second code whose list is not public",
    looked_at="2026-11-24",
)
def payment_named(figures: Figures) -> Iterator[Finding]:
    """Payment "other" needs one more code, which only the portal shows."""
    if figures.shipment.customs.payment_method == OTHER_PAYMENT:
        yield Finding("customs.payment_method")


def _shifted(day: datetime.date, days: int) -> datetime.date:
    """``days`` later; the first or the last of all days where the calendar ends before."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def _day(day: datetime.date) -> Text:
    return Text(long_date(day, "id"), long_date(day, "en"))
