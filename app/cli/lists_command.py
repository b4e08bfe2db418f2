"""``siap-ekspor lists``: how old every code list is, and newer ones from files."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from app.cli.arguments import Unusable
from app.cli.session import Session
from app.reference.code_list import CodeList
from app.reference.list_titles import TITLES
from app.reference.lists import Lists
from app.reference.refused import Refused
from app.services.list_import import KINDS, Preview, preview, take, undo
from app.services.list_words import changes
from app.words import say

JSON_SCHEMA = 1
"""The number of the JSON output's shape; keys are only ever added."""
NICKNAMES = {"unlocode": "ports", "btki": "tariff"}
"""What people call two of the lists."""


def lists_command(typed: Namespace, session: Session) -> int:
    """Print every list's source, date, rows and checksum, take a list from files, or go back to the one before."""
    lists = Lists(session.data / "lists")
    if typed.action is None:
        _print_passport(lists, typed, session)
        return 0
    list_id = NICKNAMES.get(typed.kind, typed.kind)
    if list_id not in KINDS:
        said = {"known": ", ".join(sorted({*KINDS, *NICKNAMES}))}
        if typed.kind is None:
            raise Unusable(say("cli.lists_which", session.language, action=typed.action, **said))
        raise Unusable(say("cli.lists_kind", session.language, text=typed.kind, **said))
    if typed.action == "undo":
        _undo(lists, list_id, session)
    else:
        _import(lists, list_id, typed, session)
    return 0


def _print_passport(lists: Lists, typed: Namespace, session: Session) -> None:
    language, found = session.language, list(lists.all())
    damaged = {list_id: reason.into(language) for list_id, reason in lists.damaged.items()}
    if typed.json:
        whole = {"schema": JSON_SCHEMA, "lists": [_as_json(codes, session) for codes in found]}
        print(json.dumps(whole | {"damaged": damaged}, ensure_ascii=False, indent=2))
        return
    for codes in found:
        rows = say("lists.rows", language, n=str(len(codes.entries)))
        parts = {"rows": rows, "edition": codes.edition, "source": codes.source.into(language)}
        print(f"{codes.id}: {say('lists.line', language, title=codes.title.into(language), **parts)}")
        mark = f", {say('lists.imported', language)}" if codes.imported else ""
        print(f"    {codes.date}, SHA-256 {codes.checksum[:16]}{mark}")
    for list_id, reason in damaged.items():
        print(say("lists.damaged", language, list=list_id, reason=reason))


def _as_json(codes: CodeList, session: Session) -> dict[str, Any]:
    return {
        "id": codes.id,
        "title": codes.title.into(session.language),
        "source": codes.source.into(session.language),
        "edition": codes.edition,
        "date": codes.date,
        "rows": len(codes.entries),
        "checksum": codes.checksum,
        "imported": codes.imported,
    }


def _import(lists: Lists, list_id: str, typed: Namespace, session: Session) -> None:
    if not typed.files:
        raise Unusable(say("cli.lists_file", session.language, list=list_id))
    try:
        new = preview(lists, list_id, [Path(name) for name in typed.files], session.today)
    except Refused as refused:
        raise Unusable(refused.into(session.language)) from None
    if not typed.preview:
        take(lists, new.codes)
    if typed.json:
        print(json.dumps(_preview_as_json(new, typed, session), ensure_ascii=False, indent=2))
    else:
        _print_preview(new, typed, session)


def _print_preview(new: Preview, typed: Namespace, session: Session) -> None:
    for line in changes(new, session.language):
        print(line)
    print(say("lists.not_taken" if typed.preview else "lists.taken", session.language, list=new.codes.id))


def _preview_as_json(new: Preview, typed: Namespace, session: Session) -> dict[str, Any]:
    found = new.differences
    return {
        "schema": JSON_SCHEMA,
        "list": _as_json(new.codes, session),
        "taken": not typed.preview,
        "added": [entry.code for entry in found.added],
        "dropped": [entry.code for entry in found.dropped],
        "renamed": [entry.code for entry, _ in found.renamed],
    }


def _undo(lists: Lists, list_id: str, session: Session) -> None:
    again: CodeList | None = getattr(undo(lists, list_id), list_id)
    language, title = session.language, TITLES[list_id].into(session.language)
    if again is None:
        print(say("lists.gone", language, title=title))
        return
    rows = str(len(again.entries))
    print(say("lists.undone", language, title=title, n=rows, edition=again.edition))
