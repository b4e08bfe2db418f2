"""The papers a shipment needs, as ``siap-ekspor documents`` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.advice.advice import Advice, Advised
from app.advice.book import Rule, Scheme
from app.catalog.catalog import Catalog
from app.checks.labels import label_of
from app.kinds.date import long_date
from app.services.needed_papers import by_step, choices, decides, need_word, source, step_title, still_open, why
from app.words import Language, say


def needed_as_json(catalog: Catalog, advice: Advice, language: Language) -> dict[str, Any]:
    """The keys that the papers needed add to the answer."""
    return {
        "needed": [_paper(catalog, advised, language) for advised in advice.papers],
        "open": [_question(catalog, path, language) for path in advice.open],
        "rules_looked_at": advice.looked_at.isoformat(),
    }


def needed_as_lines(catalog: Catalog, advice: Advice, language: Language) -> Iterator[str]:
    """Step by step, a paper a line."""
    yield say("advice.as_of", language, day=long_date(advice.looked_at, language))
    for step, papers in by_step(advice):
        yield step_title(step, papers).into(language)
        yield from (f"  {_line(catalog, advised, language)}" for advised in papers)
    if more := still_open(catalog, advice):
        yield more.into(language)


def _line(catalog: Catalog, advised: Advised, language: Language) -> str:
    need, reasons = need_word(advised).into(language), why(advised).into(language)
    line = say("advice.line", language, paper=advised.paper.title.text.into(language), need=need, why=reasons)
    more = [text.into(language) for text in (decides(catalog, advised), choices(advised)) if text]
    if advised.need != "not_here":
        more.append(source(advised).into(language))
    first = [say("advice.first", language)] if advised.first else []
    return ". ".join([line, *first, *more])


def _paper(catalog: Catalog, advised: Advised, language: Language) -> dict[str, Any]:
    paper = advised.paper
    return {
        "id": advised.id,
        "title": paper.title.text.into(language),
        "need": advised.need,
        "rules": list(advised.rules),
        "why": [_reason(rule, language) for rule in advised.reasons],
        "issuer": paper.issuer.text.into(language),
        "step": advised.step.id,
        "step_title": advised.step.title.text.into(language),
        "by": advised.by.isoformat() if advised.by else None,
        "needs": paper.needs.text.into(language),
        "drafted_by": advised.drafted_by or None,
        "first": advised.first,
        "questions": [_question(catalog, path, language) for path in advised.questions],
        "ask": [text.into(language) for text in advised.asks],
        "choices": [_choice(scheme, language) for scheme in advised.choices],
    }


def _reason(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "text": rule.why.text.into(language),
        "source": rule.source,
        "certainty": rule.certainty,
        "from": rule.since.isoformat() if rule.since else None,
        "to": rule.until.isoformat() if rule.until else None,
    }


def _choice(scheme: Scheme, language: Language) -> dict[str, Any]:
    decided_by, title = scheme.decides.text.into(language), scheme.title.text.into(language)
    return {"id": scheme.key, "title": title, "decides": decided_by, "certainty": scheme.certainty}


def _question(catalog: Catalog, path: str, language: Language) -> dict[str, str]:
    return {"path": path, "label": label_of(catalog, path).into(language)}
