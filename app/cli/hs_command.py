"""``siap-ekspor hs``: HS codes for what goods are called. Suggestions, never a ruling."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import Any

from app.cli.arguments import Unusable
from app.cli.session import Session
from app.reference.hs_search import HsFinder, HsHit
from app.reference.lists import Lists
from app.words import say

JSON_SCHEMA = 1
"""The number of the JSON output's shape; keys are only ever added."""
FEW = 10


def hs_command(typed: Namespace, session: Session) -> int:
    """Print the codes that fit, best first; 1 where none does."""
    limit = FEW if typed.limit is None else int(typed.limit) if _is_count(typed.limit) else 0
    if not limit:
        raise Unusable(say("cli.hs_bad_limit", session.language, text=typed.limit))
    lists = Lists(session.data / "lists")
    hits = HsFinder(lists).find(" ".join(typed.query), limit)
    if typed.json:
        editions = {codes.id: codes.edition for codes in lists.read_so_far()}
        whole = {"schema": JSON_SCHEMA, "results": [_as_json(hit, session) for hit in hits], "lists": editions}
        print(json.dumps(whole, ensure_ascii=False, indent=2))
    else:
        for hit in hits:
            print("\n".join(_lines(hit, session)))
        print(say("hs.ask" if hits else "hs.nothing", session.language))
    return 0 if hits else 1


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4


def _as_json(hit: HsHit, session: Session) -> dict[str, Any]:
    return {
        "code": hit.code,
        "text": hit.text.into(session.language),
        "heading": hit.heading.into(session.language),
        "certainty": hit.certainty,
        "why": hit.why.into(session.language),
        "alternatives": list(hit.alternatives),
        "decides": hit.decides.into(session.language),
    }


def _lines(hit: HsHit, session: Session) -> list[str]:
    language = session.language
    lines = [f"{_dotted(hit.code)}  {hit.text.into(language)}"]
    if hit.heading.into(language):
        lines.append(f"    {_dotted(hit.code[:4])}  {hit.heading.into(language)}")
    lines.append(f"    {say(f'hs.{hit.certainty}', language)}. {hit.why.into(language)}")
    if hit.decides.into(language):
        lines.append(f"    {say('hs.decides', language, what=hit.decides.into(language))}")
    if hit.alternatives:
        others = ", ".join(_dotted(code) for code in hit.alternatives)
        lines.append(f"    {say('hs.others', language, codes=others)}")
    return lines


def _dotted(code: str) -> str:
    """6403.99.90, as the tariff prints it."""
    return ".".join(part for part in (code[:4], code[4:6], code[6:]) if part)
