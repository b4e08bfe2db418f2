"""Code fields and code lists brought together: the same search as on the command line, what was taken before first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from app.reference.code_list import CodeList, Entry
from app.reference.lists import Lists
from app.reference.search import ORDER, Finder, Hit
from app.services.code_habits import CodeHabits
from app.ui.widgets.code_search import CodeEntry
from app.words import Language, say

_HOME = "ID"
"""The country that need not be said of a port."""


class Later(Protocol):
    """Does work on another thread and gives the result back on this one; the newest under each name."""

    def __call__(self, name: str, do: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """``do`` there, ``done`` here."""


class ListSource:
    """One code list for a code field. ``codes`` is asked each time: a newer list may have been imported meanwhile."""

    def __init__(
        self,
        lists: Callable[[], Lists],
        codes: Callable[[Lists], CodeList],
        language: Language,
        later: Later,
        habits: CodeHabits,
        kept: Callable[[], None],
    ) -> None:
        """``kept`` is called when ``habits`` are to be kept."""
        self._lists, self._codes, self._language = lists, codes, language
        self._later, self._habits, self._kept = later, habits, kept
        self._by_name: tuple[Finder, Sequence[CodeEntry]] | None = None

    def named(self, code: str) -> CodeEntry | None:
        """See :class:`CodeSource`."""
        entry = self._codes(self._lists()).find(code)
        return self._shown(entry) if entry else None

    def meant_by(self, typed: str) -> CodeEntry | None:
        """See :class:`CodeSource`."""
        wanted = typed.strip()
        known = self.named(wanted.upper()) or self.named(wanted.partition(" - ")[0].upper())
        if known is not None and wanted.casefold() in (known.code.casefold(), known.shown.casefold()):
            return known
        exact = [hit for hit in self._finder().find(wanted, 2) if hit.why in ("code", "name")]
        return self._shown(exact[0].entry) if len(exact) == 1 else None

    def find(self, typed: str, most: int) -> Sequence[CodeEntry]:
        """See :class:`CodeSource`."""
        finder, taken = self._finder(), self._habits.taken(self._codes(self._lists()).id)
        return self._found(finder, typed, most, taken)

    def find_later(self, typed: str, most: int, done: Callable[[Sequence[CodeEntry]], None]) -> None:
        """See :class:`CodeSource`."""
        self._later("codes", partial(self.find, typed, most), done)

    def make_ready(self) -> None:
        """See :class:`CodeSource`."""
        self._later("make_ready", self._read, _ignored)

    def foot(self, shown: int) -> str:
        """See :class:`CodeSource`."""
        codes = self._codes(self._lists())
        date = codes.day
        if not shown:
            return say("window.codes_none", self._language, date=date)
        total = counted(len(codes.entries), self._language)
        what = codes.title.into(self._language)
        return say("window.codes_foot", self._language, shown=str(shown), total=total, what=what, date=date)

    def note_taken(self, code: str) -> None:
        """See :class:`CodeSource`."""
        if self._habits.note(self._codes(self._lists()).id, code):
            self._kept()

    def _finder(self) -> Finder:
        lists = self._lists()
        return lists.finder(self._codes(lists).id)

    def _read(self) -> None:
        self._finder().make_ready()

    def _found(self, finder: Finder, typed: str, most: int, taken: Sequence[str]) -> Sequence[CodeEntry]:
        if typed.strip():
            hits = sorted(finder.find(typed, most), key=lambda hit: _place(hit, taken))
            return [self._shown(hit.entry) for hit in hits]
        entries = self._all_by_name(finder)
        recent = [entry for code in taken for entry in (finder.codes.find(code),) if entry]
        first = [self._shown(entry) for entry in recent]
        return [*first, *(entry for entry in entries if entry.code not in taken)][:most]

    def _all_by_name(self, finder: Finder) -> Sequence[CodeEntry]:
        if self._by_name is None or self._by_name[0] is not finder:
            entries = [self._shown(entry) for entry in finder.codes.entries.values()]
            self._by_name = (finder, sorted(entries, key=lambda entry: entry.title.casefold()))
        return self._by_name[1]

    def _shown(self, entry: Entry) -> CodeEntry:
        country = entry.facts.get("country", _HOME)
        abroad = self._lists().countries.named(country).into(self._language) if country != _HOME else ""
        name = entry.name.into(self._language)
        return CodeEntry(entry.code, name[:1].upper() + name[1:], abroad)


def counted(number: int, language: Language) -> str:
    """A number of rows, its thousands grouped."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language == "id" else grouped


def _place(hit: Hit, taken: Sequence[str]) -> tuple[int, int]:
    """Of what fits equally well, the last taken first; the rest keeps its order."""
    return ORDER.index(hit.why), taken.index(hit.entry.code) if hit.entry.code in taken else len(taken)


def _ignored(_: object) -> None:
    """Nobody waits for it."""
