"""A pasted letter of credit taken over into the shipment: what it says, in words, and the shipment with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from app.catalog.catalog import Catalog
from app.checks.labels import label_of
from app.domain.fields import fields
from app.domain.shipment import Shipment
from app.domain.terms import CreditDocument
from app.exchange.mt700 import CreditText
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind
from app.services.review import on_screen
from app.words import Text


def terms_told(catalog: Catalog, read: CreditText, at: Circumstances) -> Iterator[tuple[Text, str]]:
    """What would be taken over: each term's label and value, then how many documents."""
    at = at.in_currency(read.terms.get("currency") or at.currency)
    for name, value in read.terms.items():
        path = f"letter_of_credit.{name}"
        yield label_of(catalog, path), on_screen(_kind(path), value, at)
    if read.documents:
        yield label_of(catalog, "letter_of_credit.documents"), str(len(read.documents))


def with_credit_text(shipment: Shipment, read: CreditText, new_id: Callable[[], str]) -> Shipment:
    """The shipment with these terms; what the text does not say stays as it was answered."""
    credit = replace(shipment.letter_of_credit, **read.terms)
    if read.documents:
        rows = tuple(CreditDocument(id=new_id(), **asked._asdict()) for asked in read.documents)
        credit = replace(credit, documents=rows)
    return replace(shipment, letter_of_credit=credit)


def _kind(path: str) -> Kind[object]:
    kind = fields()[path].kind
    if kind is None:
        raise KeyError(path)
    return kind
