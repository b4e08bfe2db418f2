"""The shipment: everything an exporter tells once, for all papers."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from app.domain.acceptance import Acceptance
from app.domain.attachments import Attachment
from app.domain.cost_parts import CostPart
from app.domain.customs import Customs
from app.domain.goods import GoodsLine
from app.domain.packing import Container, Packing
from app.domain.party import Broker, Buyer, Consignee, Exporter, NotifyParty, Owner
from app.domain.questions import Questions
from app.domain.references import ChosenDocument, References, Statement
from app.domain.struct import Value
from app.domain.terms import Bank, Charge, CreditReview, Delivery, Insurance, LetterOfCredit, Payment
from app.domain.transport import Transport
from app.kinds.coded import Currency
from app.kinds.text import Lines, PlainText

OpenAnswer = Literal["none", "unknown"]
"""``none`` (there is none) or ``unknown`` (not known yet)."""


class Shipment(Value, frozen=True, kw_only=True):
    """One order on its way to one buyer."""

    title: Annotated[str | None, PlainText()] = None
    """What the exporter calls it in his own list."""
    exporter: Exporter = Exporter()
    owner: Owner = Owner()
    buyer: Buyer = Buyer()
    consignee: Consignee = Consignee()
    notify: tuple[NotifyParty, ...] | None = None
    broker: Broker = Broker()
    references: References = References()
    general_description: Annotated[str | None, Lines(none_is_an_answer=True)] = None
    """The goods in one sentence, as the contract or the L/C words them."""
    goods: tuple[GoodsLine, ...] | None = None
    packing: Packing = Packing()
    containers: tuple[Container, ...] | None = None
    transport: Transport = Transport()
    delivery: Delivery = Delivery()
    currency: Annotated[str | None, Currency()] = None
    charges: tuple[Charge, ...] | None = None
    costs: tuple[CostPart, ...] | None = None
    payment: Payment = Payment()
    letter_of_credit: LetterOfCredit = LetterOfCredit()
    credit_review: CreditReview = CreditReview()
    insurance: Insurance = Insurance()
    bank: Bank = Bank()
    customs: Customs = Customs()
    questions: Questions = Questions()
    statements: tuple[Statement, ...] | None = None
    documents: tuple[ChosenDocument, ...] | None = None
    accepted: tuple[Acceptance, ...] | None = None
    attachments: tuple[Attachment, ...] | None = None
    own: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    """What only one document asks, by the document's id and the field's name, as stored text."""
    answers: dict[str, OpenAnswer] = msgspec.field(default_factory=dict)
    """Path -> ``none`` or ``unknown``, for fields that were answered without a value."""
    typed: dict[str, str] = msgspec.field(default_factory=dict)
    """Path -> text that could not be read as a value; kept as typed, its reason is found again by reading it."""


# msgspec prepares a struct at its first use, and crashes where a second thread uses it meanwhile (seen with 0.22 and
# Python 3.11, 2026-11-24). Whoever has this module has it prepared.
msgspec.convert({}, Shipment)
