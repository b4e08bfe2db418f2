"""Code lists, their age and what a newer one changes, in words, for the screen and for the command line alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from app.kinds.date import long_date
from app.reference.code_list import CodeList, Entry
from app.services.list_import import Preview
from app.words import Language, say

SHOWN = 10
"""The most codes of one kind of difference in a sentence."""
_SUM_PART = 16


def day_named(text: str, language: Language) -> str:
    """A day of YYYY-MM-DD with its month as a word; what is no day, an edition's name for one, as it stands."""
    try:
        return long_date(datetime.date.fromisoformat(text), language)
    except ValueError:
        return text


def passport(codes: CodeList, language: Language) -> Iterator[str]:
    """Where a list comes from, how old and how long it is, and the sum by which two are compared."""
    yield say("lists.source", language, source=codes.source.into(language))
    yield say("lists.edition", language, edition=codes.edition)
    yield say("lists.date", language, date=day_named(codes.date, language))
    yield say("lists.rows", language, n=str(len(codes.entries)))
    # In parts: a word of 64 letters would run out of a narrow window.
    parts = (codes.checksum[at : at + _SUM_PART] for at in range(0, len(codes.checksum), _SUM_PART))
    yield say("lists.checksum", language, sum=" ".join(parts))


def changes(new: Preview, language: Language) -> Iterator[str]:
    """How a previewed list differs from the one in force: how many codes come, go and are renamed, and which."""
    found = new.differences
    counts = {name: str(len(codes)) for name, codes in found._asdict().items()}
    title, rows = new.codes.title.into(language), str(len(new.codes.entries))
    yield say("lists.summary", language, title=title, n=rows, **counts)
    # Only what is said is put into words: this runs on the screen's thread, and a file may bring 300,000 codes.
    renamed = [f"{a.code} {a.name.into(language)} → {b.name.into(language)}" for a, b in found.renamed[:SHOWN]]
    shown = {"added": _named(found.added, language), "dropped": _named(found.dropped, language), "renamed": renamed}
    for (name, codes), in_all in zip(shown.items(), map(len, found), strict=True):
        if codes:
            more = [say("lists.and_more", language, n=str(in_all - SHOWN))] if in_all > SHOWN else []
            yield say(f"lists.{name}", language, codes="; ".join([*codes, *more]))


def _named(entries: Sequence[Entry], language: Language) -> list[str]:
    return [f"{entry.code} {entry.name.into(language)}" for entry in entries[:SHOWN]]
