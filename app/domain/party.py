"""The parties of a shipment: exporter, owner of the goods, buyer, consignee, notify parties, customs broker."""

from __future__ import annotations

from typing import Annotated

from app.domain.references import PAPER_LANGUAGE
from app.domain.struct import Row, Value
from app.kinds.choice import AttachmentId, Choice
from app.kinds.coded import Country
from app.kinds.digits import Nib, Nitku
from app.kinds.identifiers import Email, Eori, Phone
from app.kinds.npwp import Nik, Npwp
from app.kinds.places import OriginArea
from app.kinds.text import PlainText

WHO_IS_OWNER = Choice(of="owner_is", codes=("exporter", "other"))
WHO_IS_CONSIGNEE = Choice(of="consignee_is", codes=("buyer", "other", "order", "order_of"))
WHO_IS_NOTIFIED = Choice(of="notify_is", codes=("buyer", "consignee", "other"))


class Exporter(Value, frozen=True, kw_only=True):
    """Who sells and exports: the seller, the shipper, the L/C's beneficiary."""

    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText()] = None
    city: Annotated[str | None, PlainText()] = None
    postcode: Annotated[str | None, PlainText()] = None
    province: Annotated[str | None, PlainText()] = None
    country: Annotated[str | None, Country()] = None
    npwp: Annotated[str | None, Npwp()] = None
    nitku: Annotated[str | None, Nitku()] = None
    nik: Annotated[str | None, Nik(none_is_an_answer=True)] = None
    nib: Annotated[str | None, Nib()] = None
    niper: Annotated[str | None, PlainText()] = None
    """Nomor induk perusahaan: of a firm with the facility KITE."""
    phone: Annotated[str | None, Phone()] = None
    email: Annotated[str | None, Email()] = None
    website: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    contact: Annotated[str | None, PlainText()] = None
    signatory: Annotated[str | None, PlainText()] = None
    position: Annotated[str | None, PlainText()] = None
    origin_area: Annotated[str | None, OriginArea()] = None
    logo: Annotated[str | None, AttachmentId(none_is_an_answer=True)] = None
    signature: Annotated[str | None, AttachmentId(none_is_an_answer=True)] = None


class Owner(Value, frozen=True, kw_only=True):
    """Who owns the goods (PEB boxes 5 to 7), where it is not the exporter."""

    who: Annotated[str | None, WHO_IS_OWNER] = None
    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText()] = None
    npwp: Annotated[str | None, Npwp()] = None
    nitku: Annotated[str | None, Nitku()] = None


class Buyer(Value, frozen=True, kw_only=True):
    """Who bought: the L/C's applicant."""

    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText()] = None
    city: Annotated[str | None, PlainText()] = None
    postcode: Annotated[str | None, PlainText()] = None
    region: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    country: Annotated[str | None, Country()] = None
    tax_id: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    eori: Annotated[str | None, Eori(none_is_an_answer=True)] = None
    contact: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    phone: Annotated[str | None, Phone()] = None
    email: Annotated[str | None, Email()] = None
    language: Annotated[str | None, PAPER_LANGUAGE] = None
    """In which the papers meant for him are written."""


class Consignee(Value, frozen=True, kw_only=True):
    """To whom the carrier delivers: the buyer, somebody else, "to order" or "to order of" somebody."""

    who: Annotated[str | None, WHO_IS_CONSIGNEE] = None
    order_of: Annotated[str | None, PlainText()] = None
    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText()] = None
    city: Annotated[str | None, PlainText()] = None
    postcode: Annotated[str | None, PlainText()] = None
    region: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    country: Annotated[str | None, Country()] = None
    tax_id: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    eori: Annotated[str | None, Eori(none_is_an_answer=True)] = None
    contact: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    phone: Annotated[str | None, Phone()] = None
    email: Annotated[str | None, Email()] = None


class NotifyParty(Row, frozen=True, kw_only=True):
    """Whom the carrier tells that the goods have come."""

    who: Annotated[str | None, WHO_IS_NOTIFIED] = None
    name: Annotated[str | None, PlainText()] = None
    address: Annotated[str | None, PlainText()] = None
    city: Annotated[str | None, PlainText()] = None
    postcode: Annotated[str | None, PlainText()] = None
    region: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    country: Annotated[str | None, Country()] = None
    contact: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    phone: Annotated[str | None, Phone()] = None
    email: Annotated[str | None, Email()] = None


class Broker(Value, frozen=True, kw_only=True):
    """The customs broker (PPJK) who files for the exporter; "none" under ``name`` means the exporter files."""

    name: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    address: Annotated[str | None, PlainText()] = None
    npwp: Annotated[str | None, Npwp()] = None
    licence_no: Annotated[str | None, PlainText()] = None
    contact: Annotated[str | None, PlainText()] = None
    phone: Annotated[str | None, Phone()] = None
    email: Annotated[str | None, Email()] = None
