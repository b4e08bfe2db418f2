"""``siap-ekspor check`` and ``documents``: what is wrong with a shipment, and how ready its papers are."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.checks.check import Readiness, check, readiness
from app.checks.labels import place_of
from app.checks.side_by_side import figures_of
from app.cli.needed_output import needed_as_json, needed_as_lines
from app.cli.session import Session
from app.domain.problems import RULES, Problem
from app.domain.shipment import Shipment
from app.services.files import open_shipment
from app.services.needed_papers import needed_papers
from app.services.program import Program
from app.words import say

JSON_SCHEMA = 1
"""The number of the JSON output's shape; keys are only ever added."""
SENTENCES = 40
"""The most sentences of one kind on a line; five thousand goods lines can have one each. JSON has them all."""


def check_command(typed: Namespace, session: Session) -> int:
    """Print every problem; 1 where there is an error or a chosen document lacks something."""
    program, shipment = session.program(), open_shipment(Path(typed.file)).shipment
    problems = check(program.catalog, shipment, session.circumstances(program), off=program.rules_off)
    if typed.json:
        found = [_as_json(p, program, shipment, session) for p in problems]
        _print_json("problems", found, _besides_problems(program, shipment, session))
    else:
        for problem in problems:
            print(_as_line(problem, program, shipment, session))
        if not problems:
            print(say("cli.no_problems", session.language))
        for rule, reason in sorted(program.rules_off.items()):
            told = "cli.rule_off" if rule in RULES else "cli.rule_unknown"
            print(say(told, session.language, rule=rule, reason=reason))
    return 1 if any(problem.severity in ("error", "missing") for problem in problems) else 0


def documents_command(typed: Namespace, session: Session) -> int:
    """Print every document with what it still lacks, then the papers that the shipment needs."""
    program, shipment = session.program(), open_shipment(Path(typed.file)).shipment
    at = session.circumstances(program)
    found = [
        readiness(program.catalog, form, shipment, at, off=program.rules_off) for form in program.catalog.forms.values()
    ]
    advice = needed_papers(program, shipment, at)
    if typed.json:
        more = needed_as_json(program.catalog, advice, session.language)
        _print_json("documents", (_document_as_json(r, program, shipment, session) for r in found), more)
    else:
        for ready in found:
            print(f"{ready.form.id}: {ready.form.title.into(session.language)}: {state_of(ready, session)}")
        print("", *needed_as_lines(program.catalog, advice, session.language), sep="\n")
    return 0


def state_of(ready: Readiness, session: Session) -> str:
    """How far a document is, in one line: ready, or what is wrong and what is missing."""
    found = (("cli.is_wrong", ready.problems), ("cli.lacks", ready.missing))
    said = [say(head, session.language, what=_listed(problems, session)) for head, problems in found if problems]
    return ". ".join(said) or say("cli.ready", session.language)


def _listed(problems: Sequence[Problem], session: Session) -> str:
    """What the problems say, each sentence once: every goods line may lack the same."""
    said = list(dict.fromkeys(" ".join(problem.message.into(session.language).split()) for problem in problems))
    rest = len(said) - SENTENCES
    more = [say("cli.and_more", session.language, n=str(rest))] if rest > 0 else []
    return "; ".join([*said[:SENTENCES], *more])


def _as_json(problem: Problem, program: Program, shipment: Shipment, session: Session) -> dict[str, Any]:
    return {
        "id": problem.rule,
        "severity": problem.severity,
        "path": problem.path,
        "where": place_of(program.catalog, shipment, problem.path).into(session.language),
        "message": problem.message.into(session.language),
        "figures": [
            {"label": side.label.into(session.language), "value": side.value.into(session.language)}
            for side in figures_of(problem)
        ],
        "documents": list(problem.documents),
        "accepted": problem.accepted,
        "source": RULES[problem.rule].source if problem.rule in RULES else "",
    }


def _besides_problems(program: Program, shipment: Shipment, session: Session) -> dict[str, Any]:
    """What the report of a check tells besides: the day, papers needed, rules switched off, lists looked into."""
    advice = needed_papers(program, shipment, session.circumstances(program))
    return {
        "date": session.today.isoformat(),
        **needed_as_json(program.catalog, advice, session.language),
        "rules_off": dict(program.rules_off),
        "lists": {codes.id: codes.edition for codes in program.lists.read_so_far()},
    }


def _document_as_json(ready: Readiness, program: Program, shipment: Shipment, session: Session) -> dict[str, Any]:
    return {
        "id": ready.form.id,
        "title": ready.form.title.into(session.language),
        "ready": ready.ready,
        "missing": [_as_json(problem, program, shipment, session) for problem in ready.missing],
        "problems": [_as_json(problem, program, shipment, session) for problem in ready.problems],
    }


def _as_line(problem: Problem, program: Program, shipment: Shipment, session: Session) -> str:
    severity = say("cli.accepted" if problem.accepted else f"cli.{problem.severity}", session.language)
    place = place_of(program.catalog, shipment, problem.path).into(session.language)
    reason = f" ({problem.accepted})" if problem.accepted else ""
    return f"{severity}: {' '.join(problem.message.into(session.language).split())} [{place}]{reason}"


def _print_json(key: str, rows: Iterable[dict[str, Any]], more: Mapping[str, Any] | None = None) -> None:
    print(json.dumps({"schema": JSON_SCHEMA, key: list(rows), **(more or {})}, ensure_ascii=False, indent=2))
