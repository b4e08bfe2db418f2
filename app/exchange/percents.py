"""What a table takes off a line or adds to it, in money or in per cent; and whether its amounts come to that.

A shipment keeps money. A percentage is worked out from the row; a bare number is money unless the row's amount shows
that it is a percentage, and where nothing shows it, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from app.catalog.catalog import Catalog
from app.checks.weight_rules import number
from app.exchange.answers import Answer
from app.exchange.doubt import Doubt, doubt
from app.exchange.heads import AMOUNT, DISCOUNT, GOODS, SURCHARGE, Column, plain
from app.exchange.numbers import parts_of
from app.exchange.rows import Read, Rows
from app.kinds.arithmetic import EXACT, rounded, times
from app.kinds.circumstances import Circumstances
from app.kinds.money import currency_decimals
from app.kinds.number import normal
from app.words import Message, Text

Meaning = Literal["money", "percent", "open"]
_SIGN = {DISCOUNT: Decimal(-1), SURCHARGE: Decimal(1)}
_WHOLE = Decimal(100)
"""Of a hundred; what is more is money."""


def in_money(rows: Rows, at: Circumstances, catalog: Catalog) -> Rows:
    """The rows with money wherever a percentage stood; what was worked out, guessed or left open is told."""
    doubts = list(rows.doubts)
    for column in rows.columns:
        if column.path in _SIGN:
            read, more = _column_in_money(rows.rows, column, at, catalog)
            rows, doubts = rows._replace(rows=read), [*doubts, *more]
    return rows._replace(doubts=[*doubts, *_not_coming_to(rows.rows, at)])


def _column_in_money(
    rows: Sequence[Read], column: Column, at: Circumstances, catalog: Catalog
) -> tuple[list[Read], list[Doubt]]:
    """The rows with this column's answers in money, and one sentence for each way they came to it."""
    path = column.path or ""
    bare = [row for row in rows if path in row.answers and _is_bare(row.answers[path])]
    meaning = "money" if _names_money(column, catalog, at) else _meaning(bare, path, at)
    guessed = {row.number for row in bare} if meaning == "percent" else set()
    doubts: dict[str, Doubt] = {}
    worked = []
    for row in rows:
        said = _as_percent(row, path) if row.number in guessed else row
        settled = _settled(said, path, at)
        worked.append(settled)
        if settled is not said and settled.answers[path].value:
            reason = "percent_guessed" if row.number in guessed else "percent_worked"
            doubts.setdefault(reason, doubt(reason, **_said(settled, path, at)))
    if meaning == "open":
        first = bare[0].answers[path]
        doubts["open"] = doubt("money_or_percent", cell=first.cell, text=first.text)
    return worked, list(doubts.values())


def _settled(row: Read, path: str, at: Circumstances) -> Read:
    """The row with money where it says per cent; kept as it was typed where nothing says of what."""
    answer, price = row.answers.get(path), _price(row.answers, at)
    if answer is None or answer.percent is None:
        return row
    if price is None:
        return _with(row, path, answer._replace(value=None, problem=Message("exchange.percent_alone")))
    return _with(row, path, answer._replace(value=_part(price, answer.percent, at), problem=None))


def _as_percent(row: Read, path: str) -> Read:
    return _with(row, path, row.answers[path]._replace(percent=row.answers[path].value))


def _with(row: Read, path: str, answer: Answer) -> Read:
    return row._replace(answers={**row.answers, path: answer})


def _said(row: Read, path: str, at: Circumstances) -> dict[str, str | Text]:
    """What there is to say of a percentage that was worked out."""
    answer, price = row.answers[path], _price(row.answers, at) or Decimal(0)
    shown, money = number(normal(answer.percent or Decimal(0))), number(rounded(answer.value, currency_decimals(at)))
    return {"cell": answer.cell, "text": Text(f"{shown.id}%", f"{shown.en}%"), "price": number(price), "sum": money}


def _is_bare(answer: Answer) -> bool:
    """A number with nothing around it that says what it counts."""
    parts = parts_of(answer.text)
    return isinstance(answer.value, Decimal) and answer.percent is None and not (parts.before or parts.after)


def _names_money(column: Column, catalog: Catalog, at: Circumstances) -> bool:
    """Whether the head is our own, whose hint says so, or names a currency."""
    label = catalog.words[column.path or ""].label
    if plain(column.head.split("\n")[0]) in (plain(label.id), plain(label.en)):
        return True
    words = re.findall(r"[^\W\d_]+", column.head.upper())
    return any(word == "RP" or at.lists.currencies.find(word) is not None for word in words)


def _meaning(bare: Sequence[Read], path: str, at: Circumstances) -> Meaning:
    """What bare numbers of a column are, by the amounts beside them."""
    told = [row for row in bare if row.answers[path].value]
    if not told:
        return "money"
    fits: dict[Meaning, int] = {"money": 0, "percent": 0}
    shown = 0
    for row in told:
        price, amount, value = _price(row.answers, at), _value(row.answers, AMOUNT), row.answers[path].value
        if price is None or amount is None or amount == price:
            continue
        shown += 1
        fits["money"] += amount == EXACT.add(price, EXACT.multiply(_SIGN[path], value))
        fits["percent"] += amount == EXACT.add(price, EXACT.multiply(_SIGN[path], _part(price, value, at)))
    if shown and fits["money"] == shown:
        return "money"
    if shown and fits["percent"] == shown:
        return "percent"
    return "open" if all(row.answers[path].value <= _WHOLE for row in told) else "money"


def _part(price: Decimal, percent: Decimal, at: Circumstances) -> Decimal:
    """So many per cent of a price, rounded as amounts are."""
    return normal(rounded(EXACT.multiply(price, percent).scaleb(-2), currency_decimals(at)))


def _price(answers: Mapping[str, Answer], at: Circumstances) -> Decimal | None:
    """Quantity times unit price, rounded as the invoice rounds it."""
    price = times(_value(answers, f"{GOODS}quantity"), _value(answers, f"{GOODS}unit_price"))
    return None if price is None else rounded(price, currency_decimals(at))


def _not_coming_to(rows: Sequence[Read], at: Circumstances) -> list[Doubt]:
    """The first row whose amount is neither its price nor what discount and surcharge leave of it, and how many."""
    found = []
    for row in rows:
        price, amount = _price(row.answers, at), _value(row.answers, AMOUNT)
        around = [row.answers[path] for path in _SIGN if path in row.answers]
        if price is None or amount is None or any(answer.problem for answer in around):
            continue
        net = price
        for path, sign in _SIGN.items():
            net = EXACT.add(net, EXACT.multiply(sign, _value(row.answers, path) or Decimal(0)))
        if amount not in (price, net):
            found.append((row.answers[AMOUNT], net))
    if not found:
        return []
    answer, net = found[0]
    return [doubt("amount_differs", cell=answer.cell, text=answer.text, sum=number(net), n=str(len(found)))]


def _value(answers: Mapping[str, Answer], path: str) -> Decimal | None:
    answer = answers.get(path)
    return answer.value if answer is not None and isinstance(answer.value, Decimal) and not answer.is_merged else None
