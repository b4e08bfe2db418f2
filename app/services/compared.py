"""The answers that a question of a document has somebody compare with their source, told where it is asked."""

from __future__ import annotations

from collections.abc import Iterator

from app.catalog.catalog import Catalog
from app.checks.labels import label_of
from app.domain.fields import fields
from app.domain.paths import value_at
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.coded import Coded
from app.services.review import on_screen
from app.words import say


def compared(catalog: Catalog, path: str, shipment: Shipment, at: Circumstances) -> str:
    """A line for each answer that the question at ``path`` is about; empty where it compares nothing."""
    steps = path.split(".")
    form = catalog.forms.get(steps[1]) if steps[0] == "own" else None
    own = form.own.get(steps[2]) if form is not None else None
    return "\n".join(_lines(catalog, own[1].of if own else (), shipment, at))


def _lines(catalog: Catalog, paths: tuple[str, ...], shipment: Shipment, at: Circumstances) -> Iterator[str]:
    for path in paths:
        yield f"{label_of(catalog, path).into(at.language)}: {_said(path, shipment, at)}"


def _said(path: str, shipment: Shipment, at: Circumstances) -> str:
    kind, value = fields()[path].kind, value_at(shipment, path)
    if value is None or kind is None:
        answer = shipment.answers.get(path)
        return say(f"review.{answer}" if answer else "review.not_answered", at.language)
    said = on_screen(kind, value, at)
    return f"{value} - {said}" if isinstance(kind, Coded) and said != value else said
