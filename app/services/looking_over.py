"""A shipment looked over: what a check finds, and on which page each answer is asked. Belongs on a worker's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.catalog.catalog import Catalog
from app.catalog.pages import Page, Pages
from app.checks.recheck import Checker
from app.domain.problems import Problem
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.tasks import homes, pages_now


class Placed(NamedTuple):
    """What a check found, on the pages there were then."""

    problems: Sequence[tuple[Problem, Page | None]]
    """All that is not accepted, with the page it is asked on."""
    asked: tuple[str, ...]
    """The ids of the pages."""
    lacking: frozenset[str]
    """The ids of those on which something is wrong or missing."""


def placed(catalog: Catalog, pages: Pages, shipment: Shipment, problems: Sequence[Problem]) -> Placed:
    """Problems on their pages: a long list has as many as cells, which is work for a thread beside the screen's."""
    home = homes(catalog, pages, shipment)
    found = [(problem, home(problem.path)) for problem in problems if not problem.accepted]
    asked = tuple(page.id for page in pages_now(catalog, pages, shipment))
    wrong = (page for problem, page in found if problem.severity in ("error", "missing"))
    return Placed(found, asked, frozenset(page.id for page in wrong if page is not None))


def looked_over(
    checker: Checker, catalog: Catalog, pages: Pages, shipment: Shipment, at: Circumstances
) -> tuple[Sequence[Problem], Placed]:
    """Everything a check finds, and the same on its pages."""
    problems = checker.check(shipment, at)
    return problems, placed(catalog, pages, shipment, problems)
