"""One look at a whole shipment: every problem there is, worst first; and how ready each document is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from app.catalog.catalog import Catalog
from app.catalog.form import Form
from app.checks.accepting import marked
from app.checks.labels import label_of
from app.checks.required import missing_of
from app.checks.rule_books import rules_for
from app.checks.values import (
    TEXT_NOT_READ,
    doubtful_own_answers,
    doubtful_values,
    kind_at,
    refused_answers,
    unread_texts,
)
from app.domain.derived import Figures
from app.domain.problems import SEVERITIES, Finding, Problem, Rule
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.words import Message, same


class Readiness(NamedTuple):
    """How far one document is."""

    form: Form
    missing: tuple[Problem, ...]
    """Answers it needs and does not have."""
    problems: tuple[Problem, ...]
    """Errors in the answers it prints, and of the rules it names."""

    @property
    def ready(self) -> bool:
        """Whether nothing stands in its way."""
        return not (self.missing or self.problems)


NONE_OFF: Mapping[str, str] = MappingProxyType({})


class Look:
    """The three looks that cost most, each at everything."""

    def at_values(self, catalog: Catalog, shipment: Shipment, at: Circumstances) -> Iterable[Problem]:
        """What is wrong with single values."""
        return doubtful_values(catalog, shipment, at)

    def by_rules(self, catalog: Catalog, rules: Sequence[Rule], figures: Figures) -> Iterable[Problem]:
        """What the rules find."""
        return rule_problems(catalog, rules, figures)

    def for_answers(self, catalog: Catalog, form: Form, figures: Figures) -> Iterable[Problem]:
        """What a document lacks."""
        return missing_of(catalog, form, figures)


def check(
    catalog: Catalog,
    shipment: Shipment,
    at: Circumstances,
    *,
    off: Mapping[str, str] = NONE_OFF,
    look: Look | None = None,
) -> tuple[Problem, ...]:
    """All problems of the shipment and of the documents chosen for it, worst first, accepted ones last.

    ``off``: rules that are switched off, with the reasons. ``look``: who looks; else everything is looked at afresh.
    """
    look = look or Look()
    figures = Figures(shipment, at)
    chosen = chosen_forms(shipment)
    unread = tuple(unread_texts(catalog, shipment, at))
    rules = [rule for rule in rules_for(catalog, chosen) if rule.id not in off]
    found = [
        *unread,
        *look.at_values(catalog, shipment, at),
        *doubtful_own_answers(catalog, shipment, at),
        *refused_answers(catalog, shipment),
        *look.by_rules(catalog, rules, figures),
        *_unknown_documents(catalog, shipment),
        *_besides(unread, _missing(catalog, chosen, figures, look)),
    ]
    return tuple(sorted(marked(shipment, found), key=_by_weight))


def readiness(
    catalog: Catalog, form: Form, shipment: Shipment, at: Circumstances, *, off: Mapping[str, str] = NONE_OFF
) -> Readiness:
    """What the document lacks, and which errors stand in its way. ``off``: rules that are switched off."""
    figures = Figures(shipment, at)
    named = [rule for rule in rules_for(catalog, [form.id]) if rule.id in form.rules and rule.id not in off]
    rules = [rule for rule in named if rule.severity == "error"]
    wrong = [*_wrong_answers(catalog, form, shipment, at), *rule_problems(catalog, rules, figures)]
    return Readiness(form, tuple(_besides(wrong, missing_of(catalog, form, figures))), tuple(wrong))


def _by_weight(problem: Problem) -> tuple[bool, int]:
    return bool(problem.accepted), SEVERITIES.index(problem.severity)


def _besides(wrong: Iterable[Problem], missing: Iterable[Problem]) -> Iterator[Problem]:
    """What is missing without what was typed and could not be read, which is told already."""
    unread = {problem.path for problem in wrong if problem.rule == TEXT_NOT_READ}
    return (problem for problem in missing if problem.path not in unread)


def _wrong_answers(catalog: Catalog, form: Form, shipment: Shipment, at: Circumstances) -> Iterator[Problem]:
    """Errors in answers that the document names."""
    told = {use.path for use in form.uses()}
    looks = (unread_texts, doubtful_values, doubtful_own_answers)
    for problem in (found for look in looks for found in look(catalog, shipment, at)):
        _, declared = kind_at(catalog, shipment, problem.path)
        is_own = declared.startswith(f"own.{form.id}.")
        if problem.severity == "error" and (declared in told or is_own):
            yield problem


def chosen_forms(shipment: Shipment) -> tuple[str, ...]:
    """The ids of the documents chosen, each once, in the order of choosing."""
    return tuple(dict.fromkeys(chosen.form for chosen in shipment.documents or () if chosen.form))


def rule_problems(catalog: Catalog, rules: Sequence[Rule], figures: Figures) -> Iterator[Problem]:
    """What the rules find."""
    for rule in rules:
        for finding in rule.check(figures):
            yield Problem(rule.id, rule.severity, finding.path, _message(catalog, rule, finding))


def _message(catalog: Catalog, rule: Rule, finding: Finding) -> Message:
    labels = {gap: label_of(catalog, path) for gap, path in finding.labels.items()}
    return Message(rule.message, {**finding.params, **labels})


def _missing(catalog: Catalog, chosen: Sequence[str], figures: Figures, look: Look) -> Iterator[Problem]:
    """Missing answers of all chosen documents, each path once with the documents that need it."""
    by_path: dict[str, Problem] = {}
    for form_id in chosen:
        if form := catalog.forms.get(form_id):
            for problem in look.for_answers(catalog, form, figures):
                known = by_path.get(problem.path, problem._replace(documents=()))
                by_path[problem.path] = known._replace(documents=(*known.documents, form_id))
    yield from by_path.values()


def _unknown_documents(catalog: Catalog, shipment: Shipment) -> Iterator[Problem]:
    for row in shipment.documents or ():
        if row.form is not None and row.form not in catalog.forms:
            message = Message("checks.unknown_document", {"form": same(row.form)})
            yield Problem("document_unknown", "warning", f"documents.{row.id}.form", message)


def open_errors(problems: Iterable[Problem]) -> int:
    """How many of them are errors that nobody accepted."""
    return sum(problem.severity == "error" and not problem.accepted for problem in problems)
