"""Tells what the program thinks of a shipment, for the check report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.advice.advice import advise
from app.advice.book import Book
from app.catalog.catalog import Catalog
from app.checks.check import NONE_OFF, check
from app.checks.labels import place_of
from app.checks.side_by_side import figures_of
from app.domain.problems import Problem
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.needed_papers import by_step, need_word, source, step_title, why_and_what_decides
from app.words import say

LISTS = ("incoterms", "units", "packages", "container_types", "ports")


class ShipmentTeller(NamedTuple):
    """See :class:`app.kinds.circumstances.Teller`."""

    catalog: Catalog
    advice: Book
    off: Mapping[str, str] = NONE_OFF

    def problems(self, shipment: Shipment, at: Circumstances) -> Sequence[Sequence[str]]:
        """Worst first, the accepted ones last."""
        return [self._problem(p, shipment, at) for p in check(self.catalog, shipment, at, off=self.off)]

    def papers(self, shipment: Shipment, at: Circumstances) -> Sequence[Sequence[str]]:
        """In the order of the work."""
        return [
            [text.into(at.language) for text in (one.paper.title.text, when, need_word(one), told, source(one))]
            for step, papers in by_step(advise(self.advice, self.catalog, shipment, at))
            for when in (step_title(step, papers),)
            for one in papers
            for told in (why_and_what_decides(self.catalog, one),)
        ]

    def rules_off(self, at: Circumstances) -> Sequence[Sequence[str]]:
        """By id."""
        return sorted(self.off.items())

    def lists(self, at: Circumstances) -> Sequence[Sequence[str]]:
        """Always the same few, whatever else was looked up today: the paper is the same each time."""
        told = [at.lists.named(name) for name in LISTS]
        return [[codes.title.into(at.language), codes.edition, codes.source.into(at.language)] for codes in told]

    def _problem(self, problem: Problem, shipment: Shipment, at: Circumstances) -> Sequence[str]:
        sides = (f"{side.label.into(at.language)}: {side.value.into(at.language)}" for side in figures_of(problem))
        said = " ".join(problem.message.into(at.language).split())
        return (
            say(f"cli.{problem.severity}", at.language),
            place_of(self.catalog, shipment, problem.path).into(at.language),
            said,
            " | ".join(sides),
            problem.accepted,
        )
