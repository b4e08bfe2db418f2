"""One code list: frozen, indexed by code, with its source and edition. Knows no field."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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
    source: str
    edition: str
    """The day or version the list is of, as YYYY-MM-DD where it is a day."""
    entries: Mapping[str, Entry] = field(repr=False)

    def find(self, code: str) -> Entry | None:
        """The entry with exactly this code."""
        return self.entries.get(code)

    def named(self, code: str) -> Text:
        """The name behind ``code``; an unknown code stands for itself."""
        entry = self.entries.get(code)
        return entry.name if entry else Text(code, code)

    def meant_by(self, text: str) -> str | None:
        """The code that ``text`` spells, as code, name or synonym in any case; None where none does."""
        wanted = text.casefold()
        return next((code for code, entry in self.entries.items() if wanted in _spellings(entry)), None)


def read_list(list_id: str, title: Text) -> CodeList:
    """The list in ``resources/reference/<list_id>.csv``: lines ``# source:`` and ``# edition:``, then a table with
    the columns code, id, en and others. Raises ValueError where the file says no source, no edition or a code twice.
    """
    lines = (files("resources") / "reference" / f"{list_id}.csv").read_text(encoding="utf-8").splitlines()
    head = dict(line[1:].strip().split(": ", 1) for line in lines if line.startswith("#"))
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    if not {"source", "edition"} <= head.keys():
        raise ValueError(f"{list_id}.csv says no source or no edition")
    return CodeList(list_id, title, head["source"], head["edition"], _indexed(list_id, rows))


def _indexed(list_id: str, rows: Iterable[dict[str, str]]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for row in rows:
        code, name = row.pop("code"), Text(row.pop("id"), row.pop("en"))
        if code in entries:
            raise ValueError(f"{list_id}.csv has the code {code} twice")
        entries[code] = Entry(code, name, row)
    return entries


def _spellings(entry: Entry) -> set[str]:
    synonyms = entry.facts.get("synonyms", "").split("|")
    names = (entry.code, *entry.name, entry.facts.get("en_many", ""), *synonyms)
    return {name.casefold() for name in names if name}
