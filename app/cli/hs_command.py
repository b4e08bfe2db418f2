"""``siap-ekspor hs``: HS codes for what goods are called. Suggestions, never a ruling."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from app.cli.arguments import Unusable
from app.cli.session import Session
from app.reference.hs_hints import Hint, HsHints
from app.reference.hs_search import HsFinder, HsHit
from app.reference.lists import Lists
from app.services.hs_words import dotted, hint_sentence, in_a_row
from app.words import Language, say

JSON_SCHEMA = 1
"""The number of the JSON output's shape; keys are only ever added."""
FEW = 10


def hs_command(typed: Namespace, session: Session) -> int:
    """Print the codes that fit, best first; 1 where none does."""
    limit = FEW if typed.limit is None else int(typed.limit) if _is_count(typed.limit) else 0
    if not limit:
        raise Unusable(say("cli.hs_bad_limit", session.language, text=typed.limit))
    lists = Lists(session.data / "lists")
    hits, hints = HsFinder(lists).find(" ".join(typed.query), limit), HsHints(lists)
    if typed.json:
        results = [_as_json(hit, hints.for_code(hit.code), session) for hit in hits]
        editions = {codes.id: codes.edition for codes in lists.read_so_far()}
        advice = say("hs.insw", session.language)
        whole = {"schema": JSON_SCHEMA, "results": results, "lists": editions, "advice": advice}
        print(json.dumps(whole, ensure_ascii=False, indent=2))
    else:
        told: set[Hint] = set()
        for hit in hits:
            print("\n".join([*_lines(hit, session), *_hint_lines(hints.for_code(hit.code), told, session)]))
        if hits:
            print(say("hs.insw", session.language))
        print(say("hs.ask" if hits else "hs.nothing", session.language))
    return 0 if hits else 1


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4


def _as_json(hit: HsHit, hints: Sequence[Hint], session: Session) -> dict[str, Any]:
    return {
        "code": hit.code,
        "text": hit.text.into(session.language),
        "heading": hit.heading.into(session.language),
        "certainty": hit.certainty,
        "why": hit.why.into(session.language),
        "alternatives": list(hit.alternatives),
        "decides": hit.decides.into(session.language),
        "six": hit.six.into(session.language),
        "leaf": hit.leaf.into(session.language),
        "hints": [hint._asdict() | _hint_words(hint, session.language) for hint in hints],
    }


def _hint_words(hint: Hint, language: Language) -> dict[str, str]:
    return {"text": hint.text.into(language), "basis": hint.basis.into(language)}


def _lines(hit: HsHit, session: Session) -> list[str]:
    language = session.language
    lines = [f"{dotted(hit.code)}  {in_a_row(hit, language)}"]
    if hit.heading.into(language):
        lines.append(f"    {dotted(hit.code[:4])}  {hit.heading.into(language)}")
    lines.append(f"    {say(f'hs.{hit.certainty}', language)}. {hit.why.into(language)}")
    if hit.decides.into(language):
        lines.append(f"    {say('hs.decides', language, what=hit.decides.into(language))}")
    if hit.alternatives:
        others = ", ".join(dotted(code) for code in hit.alternatives)
        lines.append(f"    {say('hs.others', language, codes=others)}")
    return lines


def _hint_lines(hints: Sequence[Hint], told: set[Hint], session: Session) -> list[str]:
    """The hints that no code before had, so that ten kinds of leather shoes do not say the same ten times."""
    found = [f"    {hint_sentence(hint).into(session.language)}" for hint in hints if hint not in told]
    told.update(hints)
    return found or [f"    {say('hs.hints_above' if hints else 'hs.no_hints', session.language)}"]
