"""One code list: frozen, indexed by code, with its source and edition. Knows no field."""

from __future__ import annotations

import contextlib
import csv
import datetime
import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

from app.words import Text


class Entry(NamedTuple):
    """One code of a list: its name, and what else the list says of it, by column."""

    code: str
    name: Text
    facts: Mapping[str, str] = {}


@dataclass(frozen=True)
class CodeList:
    """All codes of one kind."""

    id: str
    title: Text
    source: Text
    edition: str
    """The day or version the list is of, as YYYY-MM-DD where it is a day."""
    entries: Mapping[str, Entry] = field(repr=False)
    date: str = ""
    """The day we last looked at it, as YYYY-MM-DD; "" where nobody wrote it down."""
    imported: bool = False
    """Whether it came from a file of the person's instead of with the program."""

    @cached_property
    def checksum(self) -> str:
        """SHA-256 over all codes with their names and facts, in order: two equal checksums are the same list."""
        digest = hashlib.sha256()
        for entry in self.entries.values():
            facts = (f"{name}={fact}" for name, fact in sorted(entry.facts.items()) if fact)
            digest.update("\t".join((entry.code, *entry.name, *facts)).encode() + b"\n")
        return digest.hexdigest()

    @property
    def day(self) -> str:
        """Of what day it is, as days are typed (24-11-2026): its edition where that is a day, else when it was looked
        at; the edition's name where nobody wrote a day down.
        """
        for text in (self.edition, self.date):
            with contextlib.suppress(ValueError):
                return f"{datetime.date.fromisoformat(text):%d-%m-%Y}"
        return self.edition

    def find(self, code: str) -> Entry | None:
        """The entry with exactly this code."""
        return self.entries.get(code)

    def named(self, code: str) -> Text:
        """The name behind ``code``; an unknown code stands for itself."""
        entry = self.entries.get(code)
        return entry.name if entry else Text(code, code)

    def meant_by(self, text: str) -> str | None:
        """The code that ``text`` spells, as code, name or synonym, with or without capitals and accents; None where
        none does. A code goes before names.
        """
        return self._by_spelling.get(folded(text))

    @cached_property
    def _by_spelling(self) -> Mapping[str, str]:
        names = ((name, entry.code) for entry in reversed(tuple(self.entries.values())) for name in spellings(entry))
        return {folded(name): code for name, code in names} | {folded(code): code for code in self.entries}


def spellings(entry: Entry) -> tuple[str, ...]:
    """All names that people may type for the code."""
    names = (*entry.name, entry.facts.get("en_many", ""), *entry.facts.get("synonyms", "").split("|"))
    return tuple(name for name in names if name)


def folded(text: str) -> str:
    """``text`` as spellings are compared: without capitals, accents, curly apostrophes and double blanks.

    >>> folded("Côte  d’Ivoire")
    "cote d'ivoire"
    """
    if text.isascii():  # ten times faster, and nearly every text of a tariff is
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).casefold().split())


def read_list(list_id: str, title: Text) -> CodeList:
    """The list in ``resources/reference/<list_id>.csv``. Raises ValueError as :func:`list_from`."""
    return list_from((files("resources") / "reference" / f"{list_id}.csv").read_text(encoding="utf-8"), list_id, title)


def list_from(text: str, list_id: str, title: Text, *, imported: bool = False) -> CodeList:
    """The list in ``text``: lines ``# source: ...`` (in Indonesian ``# sumber: ...``) and ``# edition: ...``, then a
    table with the columns code, id, en and others. Raises ValueError where source, edition, a column or a name is
    missing, a code stands twice, or the lines ``# count: ...`` and ``# checksum: ...``, where there are any, say
    something else than the table.
    """
    lines = text.splitlines()
    head = {key: said for key, _, said in (line[1:].strip().partition(": ") for line in lines if line.startswith("#"))}
    table = csv.DictReader(line for line in lines if not line.startswith("#"))
    lacking = [name for name in ("source", "edition") if not head.get(name)]
    lacking += sorted({"code", "id", "en"} - set(table.fieldnames or ()))
    if lacking:
        raise ValueError(f"{list_id}.csv lacks {', '.join(lacking)}")
    entries = _indexed(list_id, table)
    source = Text(head.get("sumber", head["source"]), head["source"])
    made = CodeList(list_id, title, source, head["edition"], entries, head.get("date", ""), imported)
    counted = (str(len(entries)), made.checksum)
    if (head.get("count", counted[0]), head.get("checksum", counted[1])) != counted:
        raise ValueError(f"{list_id}.csv has been changed: its count is {counted[0]}, its checksum {counted[1]}")
    return made


def _indexed(list_id: str, rows: Iterable[dict[str, str]]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for row in rows:
        # DictReader puts None where a row is too short, and under None what is too much.
        if None in row or None in row.values():
            raise ValueError(f"{list_id}.csv has a row with too few or too many entries: {row}")
        if not all(row[name] for name in ("code", "id", "en")):
            raise ValueError(f"{list_id}.csv has a row without code, id or en: {row}")
        code, name = row.pop("code"), Text(row.pop("id"), row.pop("en"))
        if code in entries:
            raise ValueError(f"{list_id}.csv has the code {code} twice")
        entries[code] = Entry(code, name, row)
    return entries
