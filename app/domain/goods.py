"""The goods that were sold, line by line as the contract has them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

from app.domain.struct import Row
from app.kinds.choice import AttachmentId, Choice
from app.kinds.coded import Country, PackageKind, Unit
from app.kinds.customs_codes import CustomsDocument
from app.kinds.date import Date
from app.kinds.digits import ForeignHsCode, HsCode
from app.kinds.measures import Length, Number, Percent, Quantity, Weight
from app.kinds.money import Amount, UnitPrice
from app.kinds.places import OriginArea
from app.kinds.text import Lines, PlainText

CONDITION = Choice(of="condition", codes=("new", "used"))


class Permit(Row, frozen=True, kw_only=True):
    """A permit or certificate that goes with one goods line (PEB box 46)."""

    title: Annotated[str | None, PlainText()] = None
    customs_code: Annotated[str | None, CustomsDocument()] = None
    """How customs numbers this kind of document: 811 is V-Legal."""
    number: Annotated[str | None, PlainText()] = None
    date: Annotated[datetime.date | None, Date()] = None
    valid_until: Annotated[datetime.date | None, Date(none_is_an_answer=True)] = None
    issuer: Annotated[str | None, PlainText()] = None
    attachment: Annotated[str | None, AttachmentId(none_is_an_answer=True)] = None


class GoodsLine(Row, frozen=True, kw_only=True):
    """One article of the order."""

    description: Annotated[str | None, Lines()] = None
    """In English, as the papers print it."""
    own_description: Annotated[str | None, Lines()] = None
    """In Indonesian, as the exporter calls it."""
    hs_code: Annotated[str | None, HsCode()] = None
    destination_hs_code: Annotated[str | None, ForeignHsCode()] = None
    article_no: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    brand: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    type: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    size: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    specification: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    """What else tells the goods apart, for customs ("spesifikasi lain")."""
    composition: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    species: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    condition: Annotated[str | None, CONDITION] = None
    batch_no: Annotated[str | None, PlainText(none_is_an_answer=True)] = None
    quantity: Annotated[Decimal | None, Quantity()] = None
    unit: Annotated[str | None, Unit()] = None
    unit_price: Annotated[Decimal | None, UnitPrice()] = None
    discount: Annotated[Decimal | None, Amount(none_is_an_answer=True)] = None
    """What is taken off the line's price times quantity."""
    surcharge: Annotated[Decimal | None, Amount(none_is_an_answer=True)] = None
    """What is added to it, as for a mould of its own or a print."""
    net_weight: Annotated[Decimal | None, Weight()] = None
    """Kilograms of the whole line; needed only where the packages do not tell it."""
    unit_net: Annotated[Decimal | None, Weight()] = None
    """Kilograms of one unit, without any package: what follows from it counts where nothing else tells the weight."""
    pack_each: Annotated[Decimal | None, Quantity()] = None
    """Units in one full package; with what follows, how the article is always packed."""
    pack_kind: Annotated[str | None, PackageKind()] = None
    pack_net: Annotated[Decimal | None, Weight()] = None
    pack_gross: Annotated[Decimal | None, Weight()] = None
    pack_length: Annotated[Decimal | None, Length()] = None
    pack_width: Annotated[Decimal | None, Length()] = None
    pack_height: Annotated[Decimal | None, Length()] = None
    origin_country: Annotated[str | None, Country()] = None
    origin_area: Annotated[str | None, OriginArea()] = None
    producer_name: Annotated[str | None, PlainText()] = None
    producer_address: Annotated[str | None, PlainText()] = None
    reference_price: Annotated[Decimal | None, Number(none_is_an_answer=True)] = None
    """Harga ekspor (HE) that the ministry of trade sets for goods with an export duty."""
    export_duty_rate: Annotated[Decimal | None, Percent(none_is_an_answer=True)] = None
    picture: Annotated[str | None, AttachmentId(none_is_an_answer=True)] = None
    """What it looks like, for those who choose from the book of products; no paper prints it."""
    permits: tuple[Permit, ...] | None = None
