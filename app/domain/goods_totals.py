"""What follows from the goods lines: amounts, running sums, quantities, origin."""

from __future__ import annotations

from decimal import Decimal

from app.domain.derived import Figures, derived
from app.domain.goods import GoodsLine
from app.kinds.arithmetic import EXACT, plus, rounded, times, total
from app.kinds.coded import Country, Unit
from app.kinds.measures import Count, Quantity
from app.kinds.money import Amount, currency_decimals
from app.kinds.text import PlainText


@derived("goods.*.number", Count())
def line_number(figures: Figures, line: GoodsLine) -> Decimal:
    """The line's number on the papers, from 1."""
    return _numbers(figures)[line.id]


@derived("goods.*.amount", Amount())
def line_amount(figures: Figures, line: GoodsLine) -> Decimal | None:
    """Quantity times unit price, rounded to the currency's decimals, less its discount, plus its surcharge."""
    price = times(line.quantity, line.unit_price)
    if price is None:
        return None
    price = rounded(price, figures.once("decimals", lambda: currency_decimals(figures.at)))
    if line.discount is None and line.surcharge is None:
        return price
    return EXACT.subtract(EXACT.add(price, line.surcharge or Decimal(0)), line.discount or Decimal(0))


def line_net(line: GoodsLine) -> Decimal | None:
    """Kilograms net of a line by its own answers: what it weighs, or what its units weigh together."""
    return line.net_weight if line.net_weight is not None else times(line.quantity, line.unit_net)


@derived("goods.*.running_amount", Amount())
def running_amount(figures: Figures, line: GoodsLine) -> Decimal | None:
    """The sum of the amounts down to this line, for "carried forward"; None from the first open amount on."""
    return _running(figures)[line.id][0]


@derived("goods.*.running_quantity", Quantity())
def running_quantity(figures: Figures, line: GoodsLine) -> Decimal | None:
    """The sum of the quantities down to this line; None where the lines have several units."""
    return _running(figures)[line.id][1]


@derived("goods.*.unit_one", PlainText())
def unit_in_singular(figures: Figures, line: GoodsLine) -> str | None:
    """One of the line's unit in words: "pair", for "USD per pair"."""
    return _one_of(figures, line.unit)


@derived("totals.goods", Amount())
def goods_total(figures: Figures) -> Decimal | None:
    """The sum of the lines' amounts; None while a line has none."""
    return figures.once("goods_total", lambda: total(line_amount(figures, line) for line in figures.goods))


@derived("totals.unit", Unit())
def common_unit(figures: Figures) -> str | None:
    """The unit that all goods lines share."""
    units = {line.unit for line in figures.goods}
    return units.pop() if len(units) == 1 else None


@derived("totals.unit_one", PlainText())
def common_unit_in_singular(figures: Figures) -> str | None:
    """One of the shared unit in words: "pair"."""
    return _one_of(figures, common_unit(figures))


@derived("totals.quantity", Quantity())
def total_quantity(figures: Figures) -> Decimal | None:
    """The sum of the quantities, where all lines share a unit."""
    return total(line.quantity for line in figures.goods) if common_unit(figures) else None


@derived("totals.origin", PlainText())
def origin_countries(figures: Figures) -> str | None:
    """The goods' countries of origin by name, each once, in the lines' order."""
    codes = dict.fromkeys(line.origin_country for line in figures.goods if line.origin_country)
    return ", ".join(Country().show(code, figures.at) for code in codes) or None


@derived("totals.common_origin", Country())
def common_origin(figures: Figures) -> str | None:
    """The country of origin that all goods lines share."""
    codes = {line.origin_country for line in figures.goods}
    return codes.pop() if len(codes) == 1 else None


def _one_of(figures: Figures, unit: str | None) -> str | None:
    return figures.at.lists.units.named(unit).into(figures.at.language) if unit else None


def _numbers(figures: Figures) -> dict[str, Decimal]:
    return figures.once("line_numbers", lambda: {line.id: Decimal(n) for n, line in enumerate(figures.goods, start=1)})


def _running(figures: Figures) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    return figures.once("running_goods", lambda: _run(figures))


def _run(figures: Figures) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    amount: Decimal | None = Decimal(0)
    quantity: Decimal | None = Decimal(0) if common_unit(figures) else None
    sums = {}
    for line in figures.goods:
        amount = plus(amount, line_amount(figures, line))
        quantity = plus(quantity, line.quantity)
        sums[line.id] = (amount, quantity)
    return sums
