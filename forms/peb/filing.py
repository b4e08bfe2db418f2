"""What customs sends back or cannot correct later: days, offices, codes and documents of the declaration."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from app.domain.declaration_goods import declared_goods
from app.domain.declaration_rows import declared_documents
from app.domain.derived import Figures
from app.domain.packing_totals import range_count
from app.domain.problems import Finding, rule
from app.kinds.arithmetic import total
from app.kinds.date import later, long_date
from app.kinds.number import printed
from app.words import Text, same

EARLIEST_DAYS = 7
"""How many days before the expected export a declaration may be sent (PMK 155/2022, looked at 2026-11-24)."""
RATE_DAYS = 7
"""The minister's exchange rate holds for a week."""
AFTER_DEPARTURE = 3
"""Days within which the number of the bill of lading or air waybill is added."""
NOT_LISTED = frozenset(("BYN", "MRU", "SLE", "SSP", "STN", "UYW", "VED", "VES", "XAD", "XCG", "ZMW", "ZWG"))
"""Currencies of today that customs' list of 2025 does not have yet."""
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
        first = later(customs.export_date, -EARLIEST_DAYS)
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
            named = lists.customs_offices.named
            gaps = {"office": _told(named(office), office), "port": same(str(port)), "due": _told(named(due), due)}
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
        last = later(transport.departure, AFTER_DEPARTURE)
        path = "transport.bill_of_lading_no" if transport.mode == "sea" else "transport.air_waybill_no"
        if figures.at.today > transport.departure:
            yield Finding(path, {"last": _day(last)}, {"label": path})


@rule(
    "peb_packages_by_line",
    severity="warning",
    message="rules.peb_packages_by_line",
    reads=("goods", "packing.ranges.*.first", "packing.ranges.*.last", "packing.ranges.*.contents"),
    source="practice of senders: packages of all goods lines together are those of box 41; mixed packing can differ",
    looked_at="2026-11-24",
)
def packages_by_line(figures: Figures) -> Iterator[Finding]:
    """A package that holds several articles is counted with each of them. Silent until every package is described."""
    told = figures.ranges and all(packages.contents for packages in figures.ranges)
    by_lines = total(row.packages for row in declared_goods(figures)) if told else None
    all_packages = total(range_count(figures, packages) for packages in figures.ranges)
    if by_lines is not None and all_packages is not None and by_lines != all_packages:
        yield Finding("packing.ranges", {"lines": _count(by_lines), "packages": _count(all_packages)})


def _told(name: Text, code: str) -> Text:
    return Text(f"{name.id} ({code})", f"{name.en} ({code})")


def _count(number: Decimal) -> Text:
    return Text(printed(number, 0, "id"), printed(number, 0, "en"))


def _day(day: datetime.date) -> Text:
    return Text(long_date(day, "id"), long_date(day, "en"))
