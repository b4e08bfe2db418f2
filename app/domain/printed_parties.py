"""The parties as papers print them: address blocks, and one block for parties that are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Protocol

from app.domain.derived import Figures, derived, derived_rows
from app.domain.struct import Value
from app.kinds.choice import Choice
from app.kinds.coded import Country
from app.kinds.identifiers import Email, Eori, Phone
from app.kinds.text import Lines, PlainText

POSTCODE_FIRST = frozenset(
    "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LT LU LV MY NL NO PL PT RO SE SI SK TR".split()  # noqa: SIM905
)
"""Countries that write the postcode before the town (general knowledge of addresses, 2026-11-24)."""

ROLES = Choice(
    of="party_role",
    codes=(
        *("buyer", "consignee", "notify", "buyer_consignee", "buyer_notify", "consignee_notify"),
        "buyer_consignee_notify",
    ),
)
TO_ORDER = "TO ORDER"
"""The words of a bill of lading that names no consignee; the same in every language (trade usage)."""


class PrintedParty(Value, frozen=True, kw_only=True):
    """One block of a paper: whom it names, in which roles."""

    roles: Annotated[str | None, ROLES] = None
    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, Lines()] = None
    eori: Annotated[str | None, Eori()] = None
    tax_id: Annotated[str | None, PlainText()] = None
    contact: Annotated[str | None, PlainText()] = None
    phone: Annotated[str | None, Phone()] = None
    email: Annotated[str | None, Email()] = None


class Addressed(Protocol):
    """What an address is made of."""

    @property
    def address(self) -> str | None: ...
    @property
    def city(self) -> str | None: ...
    @property
    def postcode(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...


@derived("exporter.printed_address", Lines())
def exporter_address(figures: Figures) -> str | None:
    """Street, town with postcode, province and country."""
    exporter = figures.shipment.exporter
    return _address(figures, exporter, exporter.province)


@derived_rows("parties", PrintedParty)
def printed_parties(figures: Figures) -> Iterator[PrintedParty]:
    """Buyer, consignee and notify parties, each firm once with all its roles."""
    roles = _roles(figures)
    buyer, consignee = figures.shipment.buyer, figures.shipment.consignee
    if buyer.name or buyer.address:
        yield _party(figures, roles["buyer"], buyer, buyer.region)
    if consignee.who == "order":
        yield PrintedParty(roles=roles["consignee"], name=TO_ORDER)
    elif consignee.who == "order_of":
        yield PrintedParty(roles=roles["consignee"], name=f"{TO_ORDER} OF {consignee.order_of or ''}".strip())
    elif consignee.who == "other" and (consignee.name or consignee.address):
        yield _party(figures, roles["consignee"], consignee, consignee.region)
    for notified in figures.shipment.notify or ():
        if notified.who == "other" and (notified.name or notified.address):
            yield _party(figures, "notify", notified, notified.region)


def _roles(figures: Figures) -> dict[str, str]:
    """The roles that the buyer's and the consignee's blocks name."""
    consignee = figures.shipment.consignee
    notified = {party.who for party in figures.shipment.notify or ()}
    is_buyer = consignee.who == "buyer"
    buyer = ["buyer", *(["consignee"] if is_buyer else [])]
    if "buyer" in notified or (is_buyer and "consignee" in notified):
        buyer.append("notify")
    return {"buyer": "_".join(buyer), "consignee": "consignee_notify" if "consignee" in notified else "consignee"}


def _party(figures: Figures, roles: str, party: Addressed, region: str | None) -> PrintedParty:
    extras = {name: getattr(party, name, None) for name in ("name", "eori", "tax_id", "contact", "phone", "email")}
    return PrintedParty(roles=roles, address=_address(figures, party, region), **extras)


def _address(figures: Figures, party: Addressed, region: str | None) -> str | None:
    """The address as lines: with a region the town joins the street and the region stands before the country."""
    first = party.country in POSTCODE_FIRST
    town = " ".join(part for part in ((party.postcode, party.city) if first else (party.city, party.postcode)) if part)
    country = Country().show(party.country, figures.at) if party.country else None
    if region:
        lines = [_joined(party.address, town), _joined(region, country)]
    else:
        lines = [party.address or "", _joined(town, country)]
    return "\n".join(line for line in lines if line) or None


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
