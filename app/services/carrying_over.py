"""A new shipment from an earlier one: what is taken over and what is emptied, in groups that are data."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from app.catalog.declared import Worded, read_toml, shaped
from app.domain.paths import emptied, places, value_at, with_value
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.services.shipment_list import add_shipment
from app.services.storage_thread import Summarise
from app.store.body import file_of

if TYPE_CHECKING:
    from app.store.store import Store

FILE = "carried.toml"
_SHORTEST = 3
"""Letters of a number that is known again inside a text."""


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is taken over or emptied together."""

    id: str
    title: Worded
    paths: tuple[str, ...]
    """Paths in declarations; each stands for everything below it."""
    carried: bool
    """Whether it is taken over where nobody says otherwise."""
    quoted_in: tuple[str, ...] = ()
    """Texts that lose the lines in which they quote one of its answers: marks with the number of an earlier order."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[Group, ...]


@cache
def groups() -> tuple[Group, ...]:
    """All groups, in the order in which they are offered. Raises DeclarationError for a file that is wrong."""
    return shaped(read_toml(files("resources") / FILE, FILE), _File, FILE).group


def answered(group: Group, shipment: Shipment) -> bool:
    """Whether the shipment says anything of it."""
    return any(emptied(shipment, path) != shipment for path in group.paths)


def carried_over(shipment: Shipment, kept: Collection[str]) -> Shipment:
    """The new shipment: all but the groups that are not ``kept`` (their ids), and without a title of its own."""
    for group in groups():
        if group.id not in kept:
            shipment = _unquoted(group, shipment)
            for path in group.paths:
                shipment = emptied(shipment, path)
    return msgspec.structs.replace(shipment, title=None)


def _unquoted(group: Group, shipment: Shipment) -> Shipment:
    """The shipment without the lines of other texts that quote the group."""
    said = [place.value for place in places(shipment) if place.declared.startswith(group.paths)]
    numbers = [value for value in said if isinstance(value, str) and len(value) >= _SHORTEST]
    for path in group.quoted_in:
        lines = (value_at(shipment, path) or "").split("\n")
        left = [line for line in lines if not any(number in line for number in numbers)]
        if left != lines:
            shipment = with_value(shipment, path, "\n".join(left).strip("\n") or None)
    return shipment


def continue_from(store: Store, document: str, kept: Collection[str], summarise: Summarise) -> str:
    """Keep a new shipment that begins with another's answers; its id. The other is not touched. Raises StoreTrouble."""
    file: ShipmentFile = file_of(store.body(document))
    begun = file._replace(shipment=carried_over(file.shipment, kept))
    return add_shipment(store, begun, store.exporter_of(document), summarise)
