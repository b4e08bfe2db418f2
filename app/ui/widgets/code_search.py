"""Finding codes by what was typed: code, Indonesian and English name, anywhere in the word. Knows no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class CodeEntry(NamedTuple):
    """One code that can be chosen."""

    code: str
    title: str
    note: str = ""
    """What tells two of the same name apart: the country of a port. Stands at the right."""
    also: str = ""
    """Other names it is found by, which are not shown: the name in the other language, synonyms."""

    @property
    def shown(self) -> str:
        """What stands in the field once it is chosen."""
        name = ", ".join(part for part in (self.title, self.note) if part)
        return f"{self.code} - {name}" if name and name != self.code else self.code


class CodeSearch:
    """A list of codes made ready for searching: a thousand entries take a millisecond to prepare."""

    def __init__(self, entries: Sequence[CodeEntry]) -> None:
        self.entries = entries
        self._folded = [
            (entry, entry.code.casefold(), entry.title.casefold(), f"{entry.note}\n{entry.also}".casefold())
            for entry in entries
        ]
        self._by_code = {code: entry for entry, code, _, _ in self._folded}

    def find(self, code: str) -> CodeEntry | None:
        """The entry with exactly this code, in any case."""
        return self._by_code.get(code.casefold())

    def meant_by(self, typed: str) -> CodeEntry | None:
        """The only entry whose code, title or shown text is exactly ``typed``; None where none or several are."""
        wanted = typed.strip().casefold()
        by_code = self._by_code.get(wanted)
        if by_code is not None:
            return by_code
        exact = [e for e, _, title, also in self._folded if wanted == title or wanted in also.split("\n")]
        shown = [e for e, code, _, _ in self._folded if wanted.startswith(code) and wanted == e.shown.casefold()]
        found = exact or shown
        return found[0] if len(found) == 1 else None

    def matching(self, typed: str, most: int) -> tuple[Sequence[CodeEntry], int]:
        """The best ``most`` entries in which every word of ``typed`` stands, best first, and how many there are."""
        wanted = typed.strip().casefold()
        if not wanted:
            return self.entries[:most], len(self.entries)
        words = wanted.split()
        found = [
            (_rank(wanted, code, title), at)
            for at, (_, code, title, also) in enumerate(self._folded)
            if all(word in code or word in title or word in also for word in words)
        ]
        found.sort()
        return [self.entries[at] for _, at in found[:most]], len(found)


def _rank(wanted: str, code: str, title: str) -> int:
    if code == wanted:
        return 0
    if code.startswith(wanted):
        return 1
    if title.startswith(wanted):
        return 2
    if f" {wanted}" in title:
        return 3
    return 4 if wanted in title else 5
