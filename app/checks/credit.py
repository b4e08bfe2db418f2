"""What several rules about a letter of credit need: is there one, when are its papers due, how does it word things."""

from __future__ import annotations

import datetime
import re

from app.domain.derived import Figures
from app.domain.terms import LetterOfCredit
from app.kinds.date import later, long_date
from app.words import Text

PRESENTED_WITHIN = 21
"""Calendar days after shipment where the credit names none (UCP 600 article 14c)."""
SHIPPED = ("transport.on_board", "transport.bill_of_lading_date", "transport.departure")
"""Where the day of shipment stands; what the carrier's paper says goes first."""
DUE = (*SHIPPED, "letter_of_credit.presentation_days", "letter_of_credit.expiry")
"""What the last day of presentation hangs on."""
IS_CREDIT = "payment.method"
_ABOUT = re.compile(r"\b(?:ABOUT|APPROX(?:IMATELY)?)\b")


def credit(figures: Figures) -> LetterOfCredit | None:
    """The credit, where the buyer pays by one or nobody said how he pays."""
    method = figures.shipment.payment.method
    by_credit = method is None or method == "mixed" or method.startswith("lc_")
    return figures.shipment.letter_of_credit if by_credit else None


def shipped(figures: Figures) -> datetime.date | None:
    """The day of shipment as a bank counts it."""
    go = figures.shipment.transport
    return go.on_board or go.bill_of_lading_date or go.departure


def last_presentation(figures: Figures) -> datetime.date | None:
    """The last day on which the papers may reach the bank: so many days after shipment, never after expiry."""
    terms, left = figures.shipment.letter_of_credit, shipped(figures)
    days = int(terms.presentation_days) if terms.presentation_days is not None else PRESENTED_WITHIN
    counted = later(left, days) if left and 0 <= days < 1000 else None
    ends = [day for day in (counted, terms.expiry) if day is not None]
    return min(ends) if ends else None


def says_about(terms: LetterOfCredit) -> bool:
    """Whether the credit says "about" or "approximately" somewhere; of what, a person has to read."""
    return bool(_ABOUT.search(f"{terms.goods or ''} {terms.conditions or ''}".upper()))


def asked_papers(terms: LetterOfCredit) -> str:
    """The words by which the credit asks for papers, in capitals."""
    return "\n".join(row.text or "" for row in terms.documents or ()).upper()


def day(value: datetime.date) -> Text:
    """A day as a message says it."""
    return Text(long_date(value, "id"), long_date(value, "en"))
