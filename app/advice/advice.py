"""From a shipment to the papers it needs: each with its reasons, who issues it, when, and what would decide it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from app.advice.book import Book, Paper, Rule, Scheme, Step
from app.advice.weighing import Verdict, Weighing
from app.catalog.catalog import Catalog
from app.domain.derived import Figures
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.kinds.date import later
from app.words import Text

Need = Literal["needed", "perhaps", "not_here"]
FIRST_QUESTIONS = ("dest", "mode", "hs", "incoterm", "payment")
"""Facts without which most rules are silent, in the order of asking."""


class Advised(NamedTuple):
    """One paper of a shipment."""

    id: str
    paper: Paper
    need: Need
    reasons: tuple[Rule, ...]
    """The rules that speak of it, those that decide first."""
    questions: tuple[str, ...]
    """Of *perhaps*: the paths whose answers decide."""
    asks: tuple[Text, ...]
    """Of *perhaps*: what only somebody else can decide."""
    choices: tuple[Scheme, ...]
    """Of a proof of origin: what the destination takes, in the order worth trying."""
    drafted_by: str
    """The id of the document that drafts it here; "" where none does."""
    step: Step
    by: datetime.date | None
    """The day by which it should be there, counted from departure; None while that is not known."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of its rules, each once."""
        return tuple(dict.fromkeys(rule.id for rule in self.reasons))

    @property
    def first(self) -> bool:
        """Whether to ask about it before anything else is done."""
        return self.need != "not_here" and any(rule.first for rule in self.reasons)


class Advice(NamedTuple):
    """All papers in the order of the steps, and which of the first questions are open."""

    papers: tuple[Advised, ...]
    open: tuple[str, ...]
    looked_at: datetime.date


def advise(book: Book, catalog: Catalog, shipment: Shipment, at: Circumstances) -> Advice:
    """The papers of a shipment. Never raises; what is not told leads to no paper, or to a question."""
    weighing = Weighing(book, Figures(shipment, at))
    found = [(rule, verdict) for rule in book.rules if (verdict := weighing.holds(rule)).truth != "no"]
    order = [step.id for step in book.steps]
    papers = [advised for paper_id in book.papers if (advised := _advised(weighing, catalog, paper_id, found))]
    papers.sort(key=lambda one: order.index(one.step.id))
    still_open = tuple(fact.asks for fact in map(weighing.fact, FIRST_QUESTIONS) if fact.codes is None)
    return Advice(tuple(papers), still_open, book.looked_at)


Found = Sequence[tuple[Rule, Verdict]]


def _advised(weighing: Weighing, catalog: Catalog, paper_id: str, found: Found) -> Advised | None:
    needing = [(rule, verdict) for rule, verdict in found if paper_id in rule.needed]
    doubting = [(rule, verdict) for rule, verdict in found if paper_id in rule.perhaps]
    barring = [(rule, verdict) for rule, verdict in found if paper_id in rule.not_here]
    if not (needing or doubting or any(verdict.truth == "yes" for _, verdict in barring)):
        return None
    need = _need(needing, barring)
    deciding = _deciding(need, needing, doubting, barring)
    remarks = [rule for rule, verdict in found if paper_id in rule.notes and verdict.truth == "yes"]
    paper = weighing.book.papers[paper_id]
    step = next(step for step in weighing.book.steps if step.id == paper.step)
    open_paths = _questions(deciding) if need == "perhaps" else ()
    return Advised(
        id=paper_id,
        paper=paper,
        need=need,
        reasons=(*(rule for rule, _ in deciding), *remarks),
        questions=open_paths,
        asks=tuple(rule.ask.text for rule, _ in deciding if rule.ask) if need == "perhaps" else (),
        choices=_choices(weighing, paper_id) if need != "not_here" else (),
        drafted_by=next((form for form in paper.forms or (paper_id,) if form in catalog.forms), ""),
        step=step,
        by=_by(weighing, step),
    )


def _need(needing: Found, barring: Found) -> Need:
    """A sure "not here" beats a sure need; what is open on either side makes it perhaps."""
    if any(verdict.truth == "yes" for _, verdict in barring):
        return "not_here"
    is_sure = any(verdict.truth == "yes" for _, verdict in needing) and not barring
    return "needed" if is_sure else "perhaps"


def _deciding(need: Need, needing: Found, doubting: Found, barring: Found) -> Found:
    """The rules that lead to the need: of a need that is sure only the sure ones."""
    if need == "not_here":
        return [pair for pair in barring if pair[1].truth == "yes"]
    if need == "needed":
        return [pair for pair in needing if pair[1].truth == "yes"]
    return [*needing, *doubting, *barring]


def _questions(deciding: Found) -> tuple[str, ...]:
    asked = [path for _, verdict in deciding for path in verdict.asks]
    asked += [rule.question for rule, _ in deciding if rule.question]
    return tuple(dict.fromkeys(asked))


def _choices(weighing: Weighing, paper_id: str) -> tuple[Scheme, ...]:
    return tuple(_schemes(weighing, paper_id))


def _schemes(weighing: Weighing, paper_id: str) -> Iterator[Scheme]:
    counted = False
    for scheme in weighing.book.schemes:
        if scheme.paper != paper_id:
            continue
        if scheme.fallback:
            if not counted:
                yield scheme
        elif weighing.goes_to(scheme) and weighing.takes(scheme):
            counted |= scheme.counts
            yield scheme


def _by(weighing: Weighing, step: Step) -> datetime.date | None:
    departure = weighing.fact("departure")
    return later(departure.high, -step.days) if departure.high else None
