"""The export declaration's lists: parties, documents, containers, packages. Paper and customs' file print the same.

Codes are customs' own (CEISA 4.0, BC 3.0 v0.5.28, looked at 2026-11-24).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from app.domain.derived import Figures, derived_rows
from app.domain.goods import Permit
from app.domain.packing import Container
from app.domain.packing_totals import range_count
from app.domain.party import Buyer, Consignee, NotifyParty
from app.domain.printed_parties import POSTCODE_FIRST, TO_ORDER, Addressed
from app.domain.struct import Value
from app.kinds.arithmetic import plus
from app.kinds.choice import RowId
from app.kinds.coded import Country, PackageKind
from app.kinds.customs_codes import (
    ContainerSize,
    CustomsContainerKind,
    CustomsContainerStatus,
    CustomsDocument,
    ExporterStatus,
    IdentityType,
    PartyRole,
)
from app.kinds.customs_print import DeclaredDate
from app.kinds.measures import Count
from app.kinds.text import Lines, PlainText
from app.kinds.transport_numbers import AirWaybillNumber
from app.reference.customs_pairs import container_kind_of, container_size_of

NPWP_16 = "6"
"""Customs' kind of identity: an NPWP of 16 digits, which also takes the 22 with the place of business."""
EXPORTER, OWNER, CONSIGNEE, BUYER, BROKER = "2", "7", "8", "6", "4"
"""Customs' roles of parties, in the order it wants them."""
INVOICE, PACKING_LIST, BILL_OF_LADING, AIR_WAYBILL, CREDIT, CONTRACT = "380", "217", "705", "740", "246", "315"
CONTAINER_STATUSES = {"FCL": "8", "LCL": "7"}
NOTHING = "-"
"""How customs writes that there is none where a text must stand."""


class DeclaredParty(Value, frozen=True, kw_only=True):
    """A party as customs wants it; its address in one line."""

    role: Annotated[str | None, PartyRole()] = None
    identity_type: Annotated[str | None, IdentityType()] = None
    identity: Annotated[str | None, PlainText()] = None
    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText()] = None
    country: Annotated[str | None, Country()] = None
    country_told: Annotated[str | None, PlainText()] = None
    """Its name in English and its code, as the print has them: NETHERLANDS (NL)."""
    nib: Annotated[str | None, PlainText()] = None
    status: Annotated[str | None, ExporterStatus()] = None


class DeclaredDocument(Value, frozen=True, kw_only=True):
    """A document that goes with the declaration."""

    code: Annotated[str | None, CustomsDocument()] = None
    number: Annotated[str | None, PlainText()] = None
    date: Annotated[datetime.date | None, DeclaredDate()] = None
    permit: Annotated[str | None, RowId()] = None
    """The goods line and the permit it is, where it is one: "g1.l1"; the first where it serves several lines."""
    lines: Annotated[str | None, PlainText()] = None
    """The goods lines that a permit serves: "g1 g3"."""


class DeclaredContainer(Value, frozen=True, kw_only=True):
    """A container in customs' codes."""

    number: Annotated[str | None, PlainText()] = None
    size: Annotated[str | None, ContainerSize()] = None
    kind: Annotated[str | None, CustomsContainerKind()] = None
    status: Annotated[str | None, CustomsContainerStatus()] = None
    load: Annotated[str | None, PlainText()] = None
    """The status as the print has it: FCL."""


class DeclaredPackages(Value, frozen=True, kw_only=True):
    """All packages of one kind."""

    kind: Annotated[str | None, PackageKind()] = None
    kind_name: Annotated[str | None, PlainText()] = None
    """In English, as customs' list has it."""
    count: Annotated[Decimal | None, Count()] = None
    marks: Annotated[str | None, Lines()] = None


@derived_rows("declaration.parties", DeclaredParty)
def declared_parties(figures: Figures) -> Iterator[DeclaredParty]:
    """Exporter, owner, consignee, buyer, broker, in customs' order; who has no name yet is left out."""
    parties = (_exporter(figures), _owner(figures), _consignee(figures), _buyer(figures), _broker(figures))
    return (party for party in parties if party.name)


@derived_rows("declaration.documents", DeclaredDocument)
def declared_documents(figures: Figures) -> Iterator[DeclaredDocument]:
    """Invoice and packing list first, then waybills, permits, what was added, credit and contract (ruling 17)."""
    return (document for document in _documents(figures) if document.number)


@derived_rows("declaration.containers", DeclaredContainer)
def declared_containers(figures: Figures) -> Iterator[DeclaredContainer]:
    """The exporter's own containers; a share of somebody else's is none of his (ruling 14)."""
    if figures.shipment.transport.load != "LCL":
        yield from map(_container, figures.shipment.containers or ())


@derived_rows("declaration.packages", DeclaredPackages)
def declared_packages(figures: Figures) -> Iterator[DeclaredPackages]:
    """Packages by kind, in the order of packing, each with all the marks."""
    counts: dict[str, Decimal | None] = {}
    for packages in figures.ranges:
        if packages.kind:
            counts[packages.kind] = plus(counts.get(packages.kind, Decimal(0)), range_count(figures, packages))
    none = figures.shipment.answers.get("packing.marks") == "none"
    marks = figures.shipment.packing.marks or (NOTHING if none else None)
    for kind, count in counts.items():
        yield DeclaredPackages(kind=kind, kind_name=package_name(figures, kind), count=count, marks=marks)


def package_name(figures: Figures, kind: str) -> str:
    """The kind's name in English, as customs' list has it."""
    return figures.at.lists.packages.named(kind).en


def country_told(figures: Figures, country: str | None) -> str | None:
    """The country's name in English, as customs' list has it, and its code."""
    return named(figures.at.lists.countries.named(country).en, country) if country else None


def named(name: str | None, code: str | None) -> str | None:
    """A name with its code, as the print shows it."""
    return f"{name.upper()} ({code})" if name and code else None


def one_line(party: Addressed, region: str | None = None) -> str | None:
    """Street, town with postcode, region; the country stands apart."""
    first = party.country in POSTCODE_FIRST
    town = " ".join(part for part in ((party.postcode, party.city) if first else (party.city, party.postcode)) if part)
    return ", ".join(part for part in (party.address, town, region) if part) or None


def _exporter(figures: Figures) -> DeclaredParty:
    exporter, customs = figures.shipment.exporter, figures.shipment.customs
    identity = _identity(exporter.npwp, exporter.nitku)
    return DeclaredParty(
        role=EXPORTER, identity_type=NPWP_16 if identity else None, identity=identity, name=exporter.name,
        address=one_line(exporter), nib=exporter.nib, status=customs.exporter_status,
    )  # fmt: skip


def _owner(figures: Figures) -> DeclaredParty:
    owner = figures.shipment.owner
    if owner.who == "exporter":
        same = _exporter(figures)
        return DeclaredParty(
            role=OWNER, identity_type=same.identity_type, identity=same.identity, name=same.name,
            address=same.address, nib=same.nib,
        )  # fmt: skip
    identity = _identity(owner.npwp, owner.nitku)
    told = owner.name if owner.who == "other" else None
    kind = NPWP_16 if identity else None
    return DeclaredParty(role=OWNER, identity_type=kind, identity=identity, name=told, address=owner.address)


def _consignee(figures: Figures) -> DeclaredParty:
    """A consignee "to order" has the words of the bill of lading for a name, and the address of whom the carrier tells:
    that is where the goods go (our reading; what customs wants there was not found).
    """
    shipment = figures.shipment
    consignee = shipment.consignee
    if consignee.who == "buyer":
        return _foreign(figures, CONSIGNEE, shipment.buyer.name, shipment.buyer)
    if consignee.who in ("order", "order_of"):
        of = f" OF {consignee.order_of}" if consignee.who == "order_of" and consignee.order_of else ""
        notified = next((party for party in shipment.notify or () if party.who == "other"), None)
        return _foreign(figures, CONSIGNEE, TO_ORDER + of, notified or shipment.buyer)
    told = consignee.name if consignee.who == "other" else None
    return _foreign(figures, CONSIGNEE, told, consignee)


def _buyer(figures: Figures) -> DeclaredParty:
    return _foreign(figures, BUYER, figures.shipment.buyer.name, figures.shipment.buyer)


def _foreign(figures: Figures, role: str, name: str | None, party: Buyer | Consignee | NotifyParty) -> DeclaredParty:
    return DeclaredParty(
        role=role, name=name, address=one_line(party, party.region), country=party.country,
        country_told=country_told(figures, party.country),
    )  # fmt: skip


def _broker(figures: Figures) -> DeclaredParty:
    broker = figures.shipment.broker
    kind = NPWP_16 if broker.npwp else None
    return DeclaredParty(
        role=BROKER, identity_type=kind, identity=broker.npwp, name=broker.name, address=broker.address
    )


def _identity(npwp: str | None, nitku: str | None) -> str | None:
    """NPWP and place of business together, 22 digits (ruling 7); without the place the NPWP alone."""
    return npwp + (nitku or "") if npwp else None


def _documents(figures: Figures) -> Iterator[DeclaredDocument]:
    references, credit = figures.shipment.references, figures.shipment.letter_of_credit
    yield DeclaredDocument(code=INVOICE, number=references.invoice_no, date=references.invoice_date)
    yield DeclaredDocument(code=PACKING_LIST, number=references.packing_list_no, date=references.packing_list_date)
    yield from _waybills(figures)
    yield from _permits(figures)
    for paper in figures.shipment.customs.documents or ():
        yield DeclaredDocument(code=paper.code, number=paper.number, date=paper.date)
    yield DeclaredDocument(code=CREDIT, number=credit.number, date=credit.issued)
    yield DeclaredDocument(code=CONTRACT, number=references.contract_no, date=references.contract_date)


def _waybills(figures: Figures) -> Iterator[DeclaredDocument]:
    """The paper of the way of transport; one that is left from another way goes with nothing."""
    transport = figures.shipment.transport
    if transport.mode in (None, "sea"):
        yield DeclaredDocument(
            code=BILL_OF_LADING, number=transport.bill_of_lading_no, date=transport.bill_of_lading_date
        )
    if transport.mode == "air":
        number = transport.air_waybill_no
        shown = AirWaybillNumber().show(number, figures.at) if number else None
        yield DeclaredDocument(code=AIR_WAYBILL, number=shown, date=transport.air_waybill_date)


def _permits(figures: Figures) -> Iterator[DeclaredDocument]:
    """A permit that serves several goods lines is one document; a second day makes another, which a rule tells."""
    groups: dict[tuple[str | None, str], list[tuple[str, Permit]]] = {}
    for line in figures.goods:
        for permit in line.permits or ():
            groups.setdefault((permit.customs_code, (permit.number or "").casefold()), []).append((line.id, permit))
    for group in groups.values():
        days = dict.fromkeys(permit.date for _, permit in group if permit.date)
        first = next(iter(days), None)
        for day in days or (None,):
            alike = [(line, permit) for line, permit in group if (permit.date or first) == day]
            (line_id, permit), lines = alike[0], " ".join(dict.fromkeys(line for line, _ in alike))
            told = f"{line_id}.{permit.id}"
            yield DeclaredDocument(code=permit.customs_code, number=permit.number, date=day, permit=told, lines=lines)


def _container(container: Container) -> DeclaredContainer:
    told = container.type or ""
    return DeclaredContainer(
        number=container.number,
        size=container_size_of(told),
        kind=container_kind_of(told),
        status=CONTAINER_STATUSES.get(container.status or ""),
        load=container.status,
    )
