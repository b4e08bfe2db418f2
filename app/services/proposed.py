"""What the program proposes for the questions of one page: told in words, and taken over once a person confirms it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from app.catalog.catalog import Catalog
from app.catalog.pages import Page, Pages
from app.checks.labels import label_of
from app.domain.derived import Figures
from app.domain.paths import declared_path
from app.domain.proposals import proposals, proposed_in_words
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.shipment_changes import with_answer_value
from app.services.tasks import wanted_paths
from app.words import Text


class Proposed(NamedTuple):
    """One answer to confirm; the same one for many rows is told once."""

    path: str
    """The declared path, which it is confirmed by."""
    label: Text
    said: Text
    rows: int
    """For how many rows of a list it is proposed; 0 for a single answer."""


def proposed(catalog: Catalog, pages: Pages, page: Page, shipment: Shipment, at: Circumstances) -> tuple[Proposed, ...]:
    """The open questions of ``page`` that some document asks and that have a likely answer, in the page's order."""
    figures, wanted = Figures(shipment, at), wanted_paths(catalog, pages, shipment)
    asked = [path for path in page.paths() if path in wanted]
    found: dict[str, Proposed] = {}
    for path, value in proposals(figures):
        declared = declared_path(shipment, path)
        if declared in found:
            found[declared] = found[declared]._replace(rows=found[declared].rows + 1)
        elif declared in asked:
            rows = int(declared != path)
            said = proposed_in_words(figures, path, value)
            found[declared] = Proposed(declared, label_of(catalog, declared), said, rows)
    return tuple(found[path] for path in dict.fromkeys(asked) if path in found)


def with_proposals(shipment: Shipment, at: Circumstances, confirmed: Collection[str]) -> Shipment:
    """The shipment with what is proposed at these declared paths; whatever was answered meanwhile stays."""
    for path, value in list(proposals(Figures(shipment, at))):
        if declared_path(shipment, path) in confirmed:
            shipment = with_answer_value(shipment, path, value)
    return shipment
