"""What a rule about papers may ask of a shipment. A fact nobody has told is open and names the answer that tells it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from app.advice.book import Book
from app.domain.derived import Figures
from app.domain.packing_totals import gross_weight
from app.domain.paths import value_at
from app.domain.price import fob_value, invoice_total
from app.kinds.date import later

Bound = Decimal | datetime.date


class Fact(NamedTuple):
    """What is known: codes, or the least and the most that a number or a day can be."""

    asks: str
    """The path whose answer tells it."""
    codes: frozenset[str] | None = None
    low: Any = None
    high: Any = None
    """``Decimal`` for an amount, ``date`` for a day; None where there is no bound."""
    basic: bool = False
    """One of the first questions of a shipment: while it is open, rules that read it are silent."""


def code(asks: str, value: str | None, *, basic: bool = True) -> Fact:
    """A fact with one code, open without."""
    return Fact(asks, frozenset({value}) if value else None, basic=basic)


def _destination(figures: Figures, book: Book) -> Fact:
    shipment = figures.shipment
    return code("transport.country_of_destination", shipment.transport.country_of_destination or shipment.buyer.country)


def _hs(figures: Figures, book: Book) -> Fact:
    codes = frozenset(line.hs_code for line in figures.goods if line.hs_code)
    return Fact("goods.*.hs_code", codes or None, basic=True)


def _trader(figures: Figures, book: Book) -> Fact:
    """Whether somebody else made some of the goods."""
    asks, own = "goods.*.producer_name", figures.shipment.exporter.name
    makers = [line.producer_name for line in figures.goods]
    if any(maker and own and maker.casefold() != own.casefold() for maker in makers):
        return code(asks, "yes", basic=False)
    return code(asks, None if None in makers or not makers else "no", basic=False)


def _gross(figures: Figures, book: Book) -> Fact:
    weight = gross_weight(figures)
    return Fact("totals.gross_weight", low=weight, high=weight)


def _credit_text(*, basic: bool) -> Callable[[Figures, Book], Fact]:
    """What the credit asks for, row by row."""

    def text(figures: Figures, book: Book) -> Fact:
        rows = figures.shipment.letter_of_credit.documents
        texts = None if rows is None else frozenset(" ".join((row.text or "").casefold().split()) for row in rows)
        return Fact("letter_of_credit.documents", texts, basic=basic)

    return text


def _departure(figures: Figures, book: Book) -> Fact:
    transport = figures.shipment.transport
    day = transport.on_board or transport.departure
    return Fact("transport.departure", low=day or figures.at.today, high=day)


def _import_day(figures: Figures, book: Book) -> Fact:
    """When the goods are declared at destination: some days after their arrival, which departure lets us guess."""
    transport = figures.shipment.transport
    if transport.arrival:
        day = later(transport.arrival, book.days["clearance"])
        return Fact("transport.arrival", low=day, high=day)
    left = transport.on_board or transport.departure
    on_the_way = book.days.get(transport.mode or "")
    if left and on_the_way is not None:
        day = later(left, on_the_way)
        return Fact("transport.arrival", low=day, high=day)
    return Fact("transport.arrival" if left else "transport.departure", low=left or figures.at.today)


def _worth(amount: Callable[[Figures], Decimal | None], asks: str, currency: str) -> Callable[[Figures, Book], Fact]:
    def worth(figures: Figures, book: Book) -> Fact:
        value, own = amount(figures), figures.shipment.currency
        bounds = (Decimal(1), Decimal(1)) if own == currency else book.rates.get(currency, {}).get(own or "")
        if value is None or bounds is None:
            return Fact(asks)
        return Fact(asks, low=value * bounds[0], high=value * bounds[1])

    return worth


def _told(path: str, *, basic: bool) -> Callable[[Figures, Book], Fact]:
    """The code that was chosen at a path."""

    def told(figures: Figures, book: Book) -> Fact:
        return code(path, value_at(figures.shipment, path), basic=basic)

    return told


FACTS: dict[str, Callable[[Figures, Book], Fact]] = {
    "mode": _told("transport.mode", basic=True),
    "load": _told("transport.load", basic=False),
    "postal_item": _told("transport.postal_item", basic=False),
    "dest": _destination,
    "hs": _hs,
    "incoterm": _told("delivery.incoterm", basic=True),
    "payment": _told("payment.method", basic=True),
    "importer_size": _told("questions.importer_size", basic=False),
    "trader": _trader,
    "gross": _gross,
    "lc_documents": _credit_text(basic=False),
    # The same for papers that are rare in a credit: while nobody has said what it asks for, they are not mentioned.
    "lc_documents_told": _credit_text(basic=True),
    "departure": _departure,
    "import_day": _import_day,
    "value_sdr": _worth(invoice_total, "totals.invoice", "SDR"),
    "value_eur": _worth(invoice_total, "totals.invoice", "EUR"),
    "fob_usd": _worth(fob_value, "totals.fob", "USD"),
}
CERTIFICATES = "certificates"
"""One more fact, worked out from the schemes: whether a certificate lowers the duty at destination."""
