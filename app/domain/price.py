"""The price: charges, invoice total, the FOB value that customs asks for, the amount in words.

Which costs a price with a certain Incoterm holds stands in ``resources/reference/incoterms.csv`` (columns before_fob
and after_fob).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from msgspec.structs import replace

from app.domain.derived import Figures, derived, derived_rows
from app.domain.goods_totals import goods_total
from app.domain.struct import Value
from app.domain.terms import CHARGE_KIND, Charge
from app.kinds.arithmetic import EXACT, plus, total
from app.kinds.money import Amount, currency_decimals
from app.kinds.number import decimals_of, normal
from app.kinds.number_words import integer_in_words
from app.kinds.text import PlainText

WORDS_LIMIT = Decimal(10) ** 15
"""From here on an amount has no words."""
AFTER_FOB = ("freight", "insurance", "on_carriage", "unloading", "import_duty")
"""Costs that come after the goods are on board: never part of a FOB value."""


class PricePart(Value, frozen=True, kw_only=True):
    """A line under the goods: what it is, how the exporter calls it, how much. A discount is negative."""

    kind: Annotated[str | None, CHARGE_KIND] = None
    text: Annotated[str | None, PlainText()] = None
    amount: Annotated[Decimal | None, Amount()] = None


@derived_rows("price.charges", PricePart)
def charges_on_invoice(figures: Figures) -> Iterator[PricePart]:
    """The charges that the invoice adds to the goods, and the discounts it takes off."""
    for charge in figures.shipment.charges or ():
        if charge.place == "on_invoice" and charge.amount:
            part = _part(charge)
            yield replace(part, amount=-charge.amount) if charge.kind == "discount" else part


@derived_rows("price.included", PricePart)
def included_parts(figures: Figures) -> Iterator[PricePart]:
    """The costs after FOB that the invoice total holds, where some of them stand inside the unit prices.

    With the FOB value they come to the total; costs that the invoice adds line by line need no second telling alone.
    """
    after = [charge for charge in figures.shipment.charges or () if charge.kind in AFTER_FOB and charge.amount]
    if any(charge.place == "in_price" for charge in after):
        yield from (_part(charge) for charge in after if charge.place in ("in_price", "on_invoice"))


@derived("totals.invoice", Amount())
def invoice_total(figures: Figures) -> Decimal | None:
    """The goods' amounts with the charges on the invoice, less its discounts; None while a part is open."""
    on_invoice = [charge for charge in figures.shipment.charges or () if charge.place == "on_invoice"]
    if any(_amount(figures, charge) is None for charge in on_invoice):
        return None
    return total([goods_total(figures), *(part.amount for part in charges_on_invoice(figures))])


@derived("totals.freight", Amount())
def freight(figures: Figures) -> Decimal | None:
    """The freight that the invoice total holds."""
    return _held(figures, "freight")


@derived("totals.insurance", Amount())
def insurance(figures: Figures) -> Decimal | None:
    """The insurance premium that the invoice total holds."""
    return _held(figures, "insurance")


@derived("totals.fob", Amount())
def fob_value(figures: Figures) -> Decimal | None:
    """The value on board at the port of loading; None while a part that the Incoterm makes us need is open.

    Invoice total less what comes after FOB, plus what the exporter pays up to on board outside the price (EXW, FCA,
    FAS). Source: Incoterms 2020 as data, and the ruling that an unknown part never counts as nothing.
    """
    entry = figures.at.lists.incoterms.find(figures.shipment.delivery.incoterm or "")
    after = total(_held(figures, kind) for kind in AFTER_FOB)
    if entry is None or after is None:
        return None
    before = [_outside(figures, kind) for kind in entry.facts["before_fob"].split("|") if kind]
    return plus(total([invoice_total(figures), *before]), EXACT.minus(after))


@derived("totals.fob_open", CHARGE_KIND)
def first_open_fob_part(figures: Figures) -> str | None:
    """The first cost that is still missing for the FOB value."""
    term = figures.shipment.delivery.incoterm
    entry = figures.at.lists.incoterms.find(term) if term else None
    if entry is None:
        return None
    after = (kind for kind in AFTER_FOB if _held(figures, kind) is None)
    before = (k for k in entry.facts["before_fob"].split("|") if k and _outside(figures, k) is None)
    return next(after, None) or next(before, None)


@derived("totals.invoice_in_words", PlainText())
def amount_in_words(figures: Figures) -> str | None:
    """The invoice total in words: "USD THIRTY THOUSAND THREE HUNDRED AND SIXTY ONLY"."""
    amount, currency = invoice_total(figures), figures.shipment.currency
    if amount is None or currency is None or not 0 <= amount < WORDS_LIMIT:
        return None
    words = [currency, integer_in_words(int(amount), figures.at.language)]
    if fraction := normal(amount % 1):
        words.append(_fraction_in_words(figures, currency, fraction))
    if figures.at.language == "en":
        words.append("only")
    return " ".join(words).upper()


def _part(charge: Charge) -> PricePart:
    """The charge as a line; what it is may be open or unknown, its amount is asked for all the same."""
    kind = charge.kind if charge.kind in CHARGE_KIND.codes else "other"
    return PricePart(kind=kind, text=charge.text, amount=charge.amount)


def _fraction_in_words(figures: Figures, currency: str, fraction: Decimal) -> str:
    """What is left of a whole amount: hundredths by their name, finer parts (dinars have thousandths) as a fraction."""
    entry = figures.at.lists.currencies.find(currency)
    facts = entry.facts if entry else {}
    digits = max(2, decimals_of(fraction), currency_decimals(figures.at))
    count = int(fraction.scaleb(digits))
    if digits > 2 or "subunit_id" not in facts:
        return f"{'dan' if figures.at.language == 'id' else 'and'} {count:0{digits}d}/{10**digits}"
    if figures.at.language == "id":
        return f"dan {integer_in_words(count, 'id')} {facts['subunit_id']}"
    return f"and {facts['subunit_one' if count == 1 else 'subunit_many']} {integer_in_words(count, 'en')}"


def _amount(figures: Figures, charge: Charge) -> Decimal | None:
    """What the charge comes to: zero where the answer is "none", None where there is no answer."""
    if figures.shipment.answers.get(f"charges.{charge.id}.amount") == "none":
        return Decimal(0)
    return charge.amount


def _standing(figures: Figures, charge: Charge) -> Decimal | None:
    """As :func:`_amount`, and open where nobody said whether the cost stands in the price or beside it."""
    amount = _amount(figures, charge)
    return None if amount and charge.place is None else amount


def _held(figures: Figures, kind: str) -> Decimal | None:
    """The cost of ``kind`` inside the invoice total; open where the Incoterm puts it there and nobody said how much."""
    rows = [c for c in figures.shipment.charges or () if c.kind == kind and c.place != "outside"]
    if rows:
        return total(_standing(figures, charge) for charge in rows)
    entry = figures.at.lists.incoterms.find(figures.shipment.delivery.incoterm or "")
    return None if entry is None or kind in entry.facts["after_fob"].split("|") else Decimal(0)


def _outside(figures: Figures, kind: str) -> Decimal | None:
    """The cost of ``kind`` that the exporter bears beside the price; open where nobody said whether there is one."""
    rows = [c for c in figures.shipment.charges or () if c.kind == kind]
    inside = ("in_price", "on_invoice")
    return total(Decimal(0) if c.place in inside and c.amount else _standing(figures, c) for c in rows)
