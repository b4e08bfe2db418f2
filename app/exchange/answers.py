"""The cells of one column read by the kind of its field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from app.domain.all_derived import DERIVED
from app.domain.fields import fields, fields_of
from app.domain.packing_rows import PackedRange
from app.exchange.doubt import Doubt, doubt
from app.exchange.heads import DISCOUNT, SURCHARGE, WORKED, Column
from app.exchange.numbers import (
    Parts,
    Spelling,
    Style,
    factor,
    is_open,
    parts_of,
    plain_number,
    spelling_of,
    unit_in,
    written,
)
from app.exchange.table import Cell, cell_name
from app.kinds.arithmetic import times
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind, Misread, tidied
from app.kinds.measures import Length, Number, Weight
from app.kinds.money import Amount
from app.reference.code_list import folded
from app.words import Message, same


class Answer(NamedTuple):
    """One cell as it was read."""

    cell: str
    text: str
    value: Any = None
    problem: Message | None = None
    """Why the text is no value; it is kept as typed then."""
    is_none: bool = False
    """Whether the cell says that there is none."""
    unit: str | None = None
    """The code of a unit that stands inside the number or over it."""
    is_merged: bool = False
    """Whether the value comes down from merged cells above."""
    percent: Decimal | None = None
    """What a discount or surcharge says in per cent; :mod:`app.exchange.percents` makes money of it."""


class Place(NamedTuple):
    """A cell of a column, with its row; ``is_merged`` where it is covered by one above."""

    row: int
    cell: Cell
    is_merged: bool = False


class ColumnReader:
    """Reads one column, and says what was in doubt."""

    def __init__(self, column: Column, title: str, at: Circumstances, others: Style | None) -> None:
        """``others`` is how the rest of the table writes its numbers, where that is known."""
        self._column, self._title, self._at, self._others = column, title, at, others
        self._kind = kind_of(column.path or "")
        self.doubts: list[Doubt] = []

    def read(self, places: Sequence[Place]) -> Iterator[tuple[int, Answer]]:
        """The answers by row; empty cells and dashes have none."""
        is_number = isinstance(self._kind, Number)
        spelling = spelling_of(p.cell.text for p in places if p.cell.number is None) if is_number else Spelling(None)
        for place in places:
            trouble = place.cell.trouble or _trouble_in(place.cell.text)
            if trouble:
                said = {"cell": same(self._name(place)), "text": same(place.cell.text)}
                self.doubts.append(Doubt(Message(f"exchange.cell_{trouble}", said), stops=True))
            elif folded(place.cell.text) not in _BLANK:
                read = self._number(place, spelling) if is_number else self._text(place, tidied(place.cell.text))
                yield place.row, read._replace(is_merged=place.is_merged)

    def _name(self, place: Place) -> str:
        return cell_name(self._column.at, place.row, self._title)

    def _text(self, place: Place, text: str, unit: str | None = None, typed: str = "") -> Answer:
        name, shown = self._name(place), typed or text
        if self._kind.none_is_an_answer and folded(text) in _NONE:
            return Answer(name, shown, is_none=True)
        read = self._kind.parse(text, self._at)
        if read is None:
            return Answer(name, shown)
        if isinstance(read, Misread):
            # What is quoted to a person is what stands in the cell, not what was made of it.
            again = self._kind.parse(shown, self._at)
            return Answer(name, shown, problem=(again if isinstance(again, Misread) else read).message)
        return Answer(name, shown, read.value, unit=unit)

    def _number(self, place: Place, spelling: Spelling) -> Answer:
        typed = tidied(place.cell.text)
        if place.cell.number is not None:
            found: str | None = written(place.cell.number)
            parts = Parts(typed, after=parts_of(typed).after) if place.cell.number >= 0 else Parts("")
        else:
            parts = parts_of(typed)
            found = self._in_style(place, parts.number, spelling) if parts.number else None
        if found is not None and parts.number and self._in_percent(parts):
            return self._text(place, typed)._replace(percent=Decimal(found.replace(",", ".")))
        around = self._around(parts) if found is not None and parts.number else None
        if found is None or around is None:
            return self._text(place, typed)
        text, unit, by = around
        if by != 1:
            found = written(times(Decimal(found.replace(",", ".")), by) or Decimal(0))
        return self._text(place, text.format(found), unit, typed)

    def _in_style(self, place: Place, number: str, spelling: Spelling) -> str | None:
        """The number in digits, as the column writes them; said where the column leaves it open."""
        style = spelling.style or self._others or "id"
        if not is_open(number):
            return plain_number(number, "en") if (own := plain_number(number, "id")) is None else own
        if spelling.style is None:
            self._say_open(place, number, style, is_mixed=spelling.is_mixed)
        return plain_number(number, style)

    def _say_open(self, place: Place, number: str, style: Style, *, is_mixed: bool) -> None:
        read = plain_number(number, style) or ""
        reason = "open_mixed" if is_mixed else "open_number"
        # One line is enough for a column that leaves all its numbers open.
        if is_mixed or not any(found.message.id == f"exchange.{reason}" for found in self.doubts):
            self.doubts.append(doubt(reason, cell=self._name(place), text=number, read=read))

    def _in_percent(self, parts: Parts) -> bool:
        """Whether the cell or its head says per cent, where a line's discount or surcharge stands."""
        if self._column.path not in (DISCOUNT, SURCHARGE):
            return False
        said = f"{parts.before}{parts.after}".casefold()
        return said in _PERCENT or (not said and not _PERCENT.isdisjoint(self._column.head.casefold().split()))

    def _around(self, parts: Parts) -> tuple[str, str | None, Decimal] | None:
        """How the number is handed on, its unit, what it is multiplied by; None where something else stands there."""
        measure = "length" if isinstance(self._kind, Length) else "weight" if isinstance(self._kind, Weight) else ""
        if measure:
            own = factor(parts.after or self._column.unit, measure)
            by = own if own is not None or parts.after else Decimal(1)
            return None if by is None or parts.before else ("{}", None, by)
        if isinstance(self._kind, Amount):
            return self._priced(parts)
        unit = self._unit(parts.after) if parts.after else self._head_unit()
        known = not parts.after or unit or self._at.lists.packages.meant_by(parts.after) or self._is_own(parts.after)
        return ("{}", unit, Decimal(1)) if known and not parts.before else None

    def _priced(self, parts: Parts) -> tuple[str, str | None, Decimal] | None:
        """Money keeps its currency, which the kind compares with the shipment's; "/pair" is the unit."""
        money, _, per = _PER.sub("/", parts.after or self._column.unit).partition("/")
        unit = self._unit(per) if per else None
        codes = self._at.lists.currencies
        currency = parts.before or (money.strip() if parts.after or codes.find(money.strip().upper()) else "")
        if (per and unit is None and parts.after) or set("(){}%") & set(currency):
            return None
        return (f"{currency} {{}}".strip(), unit, Decimal(1))

    def _head_unit(self) -> str | None:
        words = (self._column.unit, self._column.head)
        return next((unit for word in words if (unit := self._unit(word))), None)

    def _unit(self, text: str) -> str | None:
        return unit_in(text, self._at.lists.units)

    def _is_own(self, text: str) -> bool:
        return isinstance(self._kind, Number) and text.casefold() in self._kind.unit_words


@cache
def _kinds() -> Mapping[str, Kind[Any]]:
    packed = {field.path: field.kind for field in fields_of(PackedRange, WORKED)}
    stored = {path: field.kind for path, field in fields().items()}
    every = packed | {path: figure.kind for path, figure in DERIVED.items()} | stored
    return {path: kind for path, kind in every.items() if kind is not None}


def kind_of(path: str) -> Kind[Any]:
    """The kind of a column's field or figure. Raises KeyError for another path."""
    return _kinds()[path]


def _trouble_in(text: str) -> str | None:
    """What copied text says where Excel had no value, or no room to show it."""
    if _HASHES.fullmatch(text.strip()):
        return "hidden"
    return "error" if _ERRORS.fullmatch(text.strip()) else None


_BLANK = frozenset({"", "-", "--", "–", "—", "n/a", "na", "."})
_NONE = frozenset({"tidak ada", "none", "nihil", "no marks", "no mark", "tanpa merek", "tanpa tanda"})
_PERCENT = frozenset({"%", "(%)", "persen", "(persen)", "percent", "(percent)", "pct"})
_PER = re.compile(r"\s+per\s+|\bper\s+", re.IGNORECASE)
_HASHES = re.compile(r"#{2,}")
_ERRORS = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)")
