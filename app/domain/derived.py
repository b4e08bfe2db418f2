"""Values that follow from a shipment: they have paths and kinds like fields, but nobody types them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from app.domain.goods import GoodsLine
from app.domain.packing import PackageRange
from app.domain.shipment import Shipment
from app.domain.struct import Value
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")


class Figures:
    """A shipment about to be counted: what several derived values need is worked out once."""

    def __init__(self, shipment: Shipment, at: Circumstances) -> None:
        self.shipment = shipment
        self.at = at.in_currency(shipment.currency)
        self._known: dict[str, Any] = {}

    def once(self, name: str, work_out: Callable[[], T]) -> T:
        """The result of ``work_out``, worked out the first time ``name`` is asked for."""
        if name not in self._known:
            self._known[name] = work_out()
        return cast(T, self._known[name])

    @cached_property
    def goods(self) -> tuple[GoodsLine, ...]:
        """The goods lines; none where they are not answered."""
        return self.shipment.goods or ()

    @cached_property
    def ranges(self) -> tuple[PackageRange, ...]:
        """The package ranges; none where they are not answered."""
        return self.shipment.packing.ranges or ()

    @cached_property
    def lines(self) -> dict[str, GoodsLine]:
        """Goods lines by id."""
        return {line.id: line for line in self.goods}


class Derived(NamedTuple):
    """A derived value: one of the shipment, or with a star in its path one of each row."""

    path: str
    kind: Kind[Any]
    work_out: Callable[..., Any]


class DerivedRows(NamedTuple):
    """A derived table: its rows are values whose attributes have kinds."""

    path: str
    row: type[Value]
    work_out: Callable[[Figures], Iterable[Value]]


DERIVED: dict[str, Derived] = {}
DERIVED_ROWS: dict[str, DerivedRows] = {}


def derived(path: str, kind: Kind[Any]) -> Callable[[F], F]:
    """Register ``function(figures)``, or ``function(figures, row)`` for a path with a star, under ``path``.

    Raises ValueError where the path is taken.
    """

    def register(function: F) -> F:
        _refuse_twice(path)
        DERIVED[path] = Derived(path, kind, function)
        return function

    return register


def derived_rows(path: str, row: type[Value]) -> Callable[[F], F]:
    """Register ``function(figures)`` as the maker of a table. Raises ValueError where the path is taken."""

    def register(function: F) -> F:
        _refuse_twice(path)
        DERIVED_ROWS[path] = DerivedRows(path, row, function)
        return function

    return register


def _refuse_twice(path: str) -> None:
    if path in DERIVED or path in DERIVED_ROWS:
        raise ValueError(f"{path} is derived twice")
