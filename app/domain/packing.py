"""How the goods are packed: ranges of equal packages with their contents, shipping marks, containers."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from app.domain.struct import Row, Value
from app.kinds.choice import Choice, RowId, YesNo
from app.kinds.coded import ContainerType, PackageKind
from app.kinds.measures import Count, Length, Quantity, Weight
from app.kinds.text import Lines, PlainText
from app.kinds.transport_numbers import ContainerNumber

CONTAINER_STATUS = Choice(of="container_status", codes=("FCL", "LCL"))


class Content(Row, frozen=True, kw_only=True):
    """So many units of one goods line in each package of a range."""

    line: Annotated[str | None, RowId()] = None
    """The id of the goods line."""
    each: Annotated[Decimal | None, Quantity()] = None
    """Units in one package."""


class PackageRange(Row, frozen=True, kw_only=True):
    """Packages with running numbers that are alike: kind, contents, weights, size."""

    first: Annotated[Decimal | None, Count()] = None
    last: Annotated[Decimal | None, Count()] = None
    kind: Annotated[str | None, PackageKind()] = None
    contents: tuple[Content, ...] | None = None
    net_each: Annotated[Decimal | None, Weight()] = None
    """Kilograms of the goods in one package."""
    gross_each: Annotated[Decimal | None, Weight()] = None
    """Kilograms of one package with its contents."""
    length: Annotated[Decimal | None, Length()] = None
    width: Annotated[Decimal | None, Length()] = None
    height: Annotated[Decimal | None, Length()] = None
    """Outside, in centimetres."""


class Container(Row, frozen=True, kw_only=True):
    """A container that carries the goods."""

    number: Annotated[str | None, ContainerNumber()] = None
    type: Annotated[str | None, ContainerType()] = None
    seal_no: Annotated[str | None, PlainText()] = None
    tare: Annotated[Decimal | None, Weight()] = None
    """Kilograms of the empty container, as its door says; never guessed."""
    status: Annotated[str | None, CONTAINER_STATUS] = None


class Packing(Value, frozen=True, kw_only=True):
    """Packages, marks, and what the packing is made of."""

    ranges: tuple[PackageRange, ...] | None = None
    marks: Annotated[str | None, Lines(none_is_an_answer=True)] = None
    wood: Annotated[str | None, YesNo()] = None
    """Whether pallets, crates or dunnage of raw wood are used (ISPM 15)."""
    wood_treatment_mark: Annotated[str | None, PlainText()] = None
