"""What the check report prints: tables of texts that the program works out when it looks a shipment over."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from app.domain.derived import Figures, derived, derived_rows
from app.domain.struct import Value
from app.kinds.date import Date
from app.kinds.measures import Count
from app.kinds.text import PlainText


class ReportProblem(Value, frozen=True, kw_only=True):
    """Something to look at."""

    weight: Annotated[str | None, PlainText()] = None
    """How grave it is, in a word."""
    place: Annotated[str | None, PlainText()] = None
    sentence: Annotated[str | None, PlainText()] = None
    compared: Annotated[str | None, PlainText()] = None
    """Both figures of a comparison side by side, each under its name."""
    accepted: Annotated[str | None, PlainText()] = None
    """The reason for which a person leaves it as it is."""


class ReportPaper(Value, frozen=True, kw_only=True):
    """A paper that the shipment needs, perhaps needs, or does not use."""

    title: Annotated[str | None, PlainText()] = None
    when: Annotated[str | None, PlainText()] = None
    """The step of the work it belongs to, with its day where departure is known."""
    need: Annotated[str | None, PlainText()] = None
    why: Annotated[str | None, PlainText()] = None
    """Why, and for *perhaps* the question that decides or whom to ask."""
    issuer: Annotated[str | None, PlainText()] = None


class ReportRule(Value, frozen=True, kw_only=True):
    """A rule that a person switched off."""

    rule: Annotated[str | None, PlainText()] = None
    reason: Annotated[str | None, PlainText()] = None


class ReportList(Value, frozen=True, kw_only=True):
    """A code list that was looked into."""

    title: Annotated[str | None, PlainText()] = None
    edition: Annotated[str | None, PlainText()] = None
    source: Annotated[str | None, PlainText()] = None


@derived("report.date", Date())
def report_date(figures: Figures) -> datetime.date:
    """The day of the look."""
    return figures.at.today


@derived("report.count", Count())
def problem_count(figures: Figures) -> Decimal | None:
    """How many problems are to be looked at; None where nobody looked."""
    return Decimal(len(list(open_problems(figures)))) if figures.at.teller else None


@derived_rows("report.problems", ReportProblem)
def open_problems(figures: Figures) -> Iterator[ReportProblem]:
    """What is wrong, missing or doubtful, worst first."""
    return (problem for problem in _all_problems(figures) if not problem.accepted)


@derived_rows("report.accepted", ReportProblem)
def accepted_problems(figures: Figures) -> Iterator[ReportProblem]:
    """What a person looked at and left, with the reasons."""
    return (problem for problem in _all_problems(figures) if problem.accepted)


@derived_rows("report.papers", ReportPaper)
def papers(figures: Figures) -> Iterator[ReportPaper]:
    """The papers needed, in the order of the work."""
    told = figures.at.teller.papers(figures.shipment, figures.at) if figures.at.teller else ()
    return (ReportPaper(title=p[0], when=p[1], need=p[2], why=p[3], issuer=p[4]) for p in told)


@derived_rows("report.rules_off", ReportRule)
def rules_off(figures: Figures) -> Iterator[ReportRule]:
    """The rules that were not looked at."""
    told = figures.at.teller.rules_off(figures.at) if figures.at.teller else ()
    return (ReportRule(rule=rule, reason=reason) for rule, reason in told)


@derived_rows("report.lists", ReportList)
def lists(figures: Figures) -> Iterator[ReportList]:
    """The code lists that the look was made with."""
    told = figures.at.teller.lists(figures.at) if figures.at.teller else ()
    return (ReportList(title=title, edition=edition, source=source) for title, edition, source in told)


def _all_problems(figures: Figures) -> tuple[ReportProblem, ...]:
    return figures.once("report.problems", lambda: tuple(_look(figures)))


def _look(figures: Figures) -> Iterator[ReportProblem]:
    told = figures.at.teller.problems(figures.shipment, figures.at) if figures.at.teller else ()
    for weight, place, sentence, compared, accepted in told:
        yield ReportProblem(
            weight=weight, place=place, sentence=sentence, compared=compared or None, accepted=accepted or None
        )
