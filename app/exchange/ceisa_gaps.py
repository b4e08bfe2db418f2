"""Values for customs' file, and a note of each that it must have and nobody has answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from app.domain.derived import Figures


class Missing(NamedTuple):
    """Stands in a list or among the single values where nobody has answered yet."""

    path: str


class Gaps:
    """Collects the paths of what is missing, each once and in order."""

    def __init__(self) -> None:
        self._paths: dict[str, None] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """What was missing until now."""
        return tuple(self._paths)

    def need(self, value: Any, path: str) -> Any:
        """``value``; where there is none, ``path`` is noted as where to answer it, and stands in its place."""
        if value is None:
            self._paths.setdefault(path)
            return Missing(path)
        return value


class Key(NamedTuple):
    """One key of customs' file: where its answer stands, how it is got, whether the schema or the form demands it."""

    name: str
    path: str | Callable[[Figures], str]
    of: Callable[[Figures], Any]
    needed: bool = True


def filled(keys: tuple[Key, ...], figures: Figures, gaps: Gaps) -> dict[str, Any]:
    """The keys that have a value, or need one and note that they have none."""
    found: dict[str, Any] = {}
    for key in keys:
        value = key.of(figures)
        if key.needed:
            path = key.path if isinstance(key.path, str) else key.path(figures)
            value = gaps.need(value, path)
        if value is not None:
            found[key.name] = value
    return found


def open_price(figures: Figures) -> str:
    """The answer for want of which there is no FOB value: nobody types that value itself."""
    if figures.shipment.delivery.incoterm is None:
        return "delivery.incoterm"
    for line in figures.goods:
        if line.unit_price is None or line.quantity is None:
            return f"goods.{line.id}.{'quantity' if line.quantity is None else 'unit_price'}"
    return "charges" if figures.goods else "goods"
