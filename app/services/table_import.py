"""A table taken over into a shipment: goods and packages, added or in place of those there. All of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from app.catalog.catalog import Catalog
from app.domain.goods import GoodsLine
from app.domain.packing import PackageRange
from app.domain.shipment import Shipment
from app.exchange.heads import Vocabulary, find_heads, plain
from app.exchange.pasted import table_from_csv
from app.exchange.proposal import Proposal, Understood, propose, understand
from app.exchange.table import MOST_BYTES, Table, TableRefused
from app.exchange.workbook import tables_from_workbook
from app.kinds.circumstances import Circumstances
from app.reference.code_list import folded
from app.services.editing import new_id
from app.services.obstacle import obstacle
from app.services.shipment_changes import (
    with_answer_value,
    with_open_answer,
    with_rows_added,
    with_rows_removed,
    with_unread_text,
)

Manner = Literal["add", "replace"]
"""Whether the rows stand after those that are there, or instead of them."""
_SINGLES = ("packing.marks", "packing.wood", "packing.wood_treatment_mark")
_LISTS = ("goods", "packing.ranges")
_NAMING = ("article_no", "description", "own_description")


def read_tables(path: Path) -> tuple[Table, ...]:
    """The tables of a workbook or a CSV file. Raises Obstacle where it cannot be opened, TableRefused."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise obstacle("no_such_file", path=str(path)) from None
    except OSError:
        raise obstacle("cannot_read", path=str(path)) from None
    if path.suffix.lower() in (".xlsm", ".xltm", ".xlsb"):
        raise TableRefused("macros")
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")) or path.suffix.lower() == ".xlsx":
        return tables_from_workbook(data)
    return (table_from_csv(data),)


def proposal_for(
    shipment: Shipment,
    tables: Sequence[Table],
    catalog: Catalog,
    at: Circumstances,
    remembered: Mapping[str, str | None],
) -> tuple[list[Understood], Proposal]:
    """What the tables would make of a shipment. Raises TableRefused where there is nothing to be understood."""
    understood = understand(tables, catalog, remembered)
    return understood, proposed(shipment, understood, catalog, at)


def proposed(shipment: Shipment, understood: Sequence[Understood], catalog: Catalog, at: Circumstances) -> Proposal:
    """The same for tables whose heads are known, also after a person chose other fields."""
    return propose(understood, shipment.goods or (), at.in_currency(shipment.currency), new_id, catalog)


def taken_over(shipment: Shipment, proposal: Proposal, manner: Manner) -> Shipment:
    """The shipment with what the proposal holds. Raises TableRefused where something stands in the way."""
    if proposal.stops:
        raise TableRefused("stopped", why=proposal.stops[0].message.text)
    part, before = proposal.part, shipment.goods or ()
    for path, rows in zip(_LISTS, (part.goods, part.packing.ranges), strict=True):
        if not rows:
            continue
        if manner == "replace":
            there = shipment.goods if path == "goods" else shipment.packing.ranges
            shipment = with_rows_removed(shipment, path, [row.id for row in there or ()])
        shipment = with_rows_added(shipment, path, rows)
    if manner == "replace" and part.goods:
        shipment = _still_packed(shipment, before)
    for path in _SINGLES:
        value = getattr(part.packing, path.rpartition(".")[2])
        if value is not None:
            shipment = with_answer_value(shipment, path, value)
        elif path in part.answers:
            shipment = with_open_answer(shipment, path, part.answers[path])
        elif path in part.typed:
            shipment = with_unread_text(shipment, path, part.typed[path])
    return replace(shipment, typed={**shipment.typed, **part.typed}, answers={**shipment.answers, **part.answers})


def packed_of_nothing(shipment: Shipment) -> int:
    """How many ranges of packages hold goods that are not there any more."""
    there = {line.id for line in shipment.goods or ()}
    ranges = shipment.packing.ranges or ()
    return sum(any(c.line is not None and c.line not in there for c in r.contents or ()) for r in ranges)


def _still_packed(shipment: Shipment, before: Sequence[GoodsLine]) -> Shipment:
    """Packages that held a line of ``before`` hold the one in its place: the only one of its article or description."""
    place = _places(before, shipment.goods or ())

    def held(packages: PackageRange) -> PackageRange:
        contents = [replace(c, line=place.get(c.line or "", c.line)) for c in packages.contents or ()]
        return replace(packages, contents=tuple(contents) or packages.contents)

    ranges = shipment.packing.ranges
    packing = replace(shipment.packing, ranges=tuple(map(held, ranges)) if ranges else ranges)
    return replace(shipment, packing=packing)


def _places(before: Sequence[GoodsLine], after: Sequence[GoodsLine]) -> dict[str, str]:
    """The new line in the place of an old one, by their ids."""
    place: dict[str, str] = {}
    for name in _NAMING:
        named: dict[str, list[str]] = {}
        for line in after:
            named.setdefault(folded(getattr(line, name) or ""), []).append(line.id)
        for line in before:
            found = named.get(folded(getattr(line, name) or ""), ())
            if getattr(line, name) and len(found) == 1:
                place.setdefault(line.id, found[0])
    return place


def heads_to_remember(understood: Sequence[Understood], catalog: Catalog) -> dict[str, str | None]:
    """What a person has agreed to by taking the tables over.

    A column is only remembered as left out where somebody left it out: a head that nobody knew may be known next time.
    Two heads that are alike say nothing of each other.
    """
    vocabulary = Vocabulary(catalog)
    heads: dict[str, str | None] = {}
    for one in understood:
        own = find_heads(one.table, vocabulary, {})
        known = {column.at for column in own.columns if column.path} if own else set()
        times = Counter(plain(column.head) for column in one.heads.columns)
        for column in one.heads.columns:
            if times[plain(column.head)] == 1 and column.head.strip() and (column.path or column.at in known):
                heads[plain(column.head)] = column.path
    return heads
