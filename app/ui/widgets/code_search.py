"""What a code field asks of its list. Knows no widget, and no list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol


class CodeEntry(NamedTuple):
    """One code that can be chosen."""

    code: str
    title: str
    note: str = ""
    """What tells two of the same name apart: the country of a port. Stands at the right."""

    @property
    def shown(self) -> str:
        """What stands in the field once it is chosen."""
        name = ", ".join(part for part in (self.title, self.note) if part)
        return f"{self.code} - {name}" if name and name != self.code else self.code


class CodeSource(Protocol):
    """The list behind a code field. Nothing is read from it before it is asked."""

    def named(self, code: str) -> CodeEntry | None:
        """The entry with exactly this code."""

    def meant_by(self, typed: str) -> CodeEntry | None:
        """The only entry whose code, name or shown text is exactly ``typed``; None where none or several are."""

    def find(self, typed: str, most: int) -> Sequence[CodeEntry]:
        """The best ``most`` entries for what was typed, at once; the list's beginning where that is nothing."""

    def find_later(self, typed: str, most: int, done: Callable[[Sequence[CodeEntry]], None]) -> None:
        """The same on another thread. A question that has not begun is dropped when a newer one comes."""

    def make_ready(self) -> None:
        """Read and index the list on another thread: the person is about to search in it."""

    def foot(self, shown: int) -> str:
        """What is said under so many entries: how many the list has, and how old it is."""

    def note_taken(self, code: str) -> None:
        """The person took this code; next time it comes before others that fit as well."""
