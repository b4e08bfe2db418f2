"""What every kind of value can do. Knows no particular kind."""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from app.kinds.circumstances import Circumstances
from app.words import Message, Text, same

V = TypeVar("V")


class Misread(NamedTuple):
    """A text that is no value of the kind, with the reason."""

    message: Message


class Doubt(NamedTuple):
    """Something to look at again about a value that stands: an unknown code, a wrong check digit."""

    message: Message


class Reading(NamedTuple, Generic[V]):
    """A value that was read from typed text; ``note`` says how, where two readings were possible."""

    value: V
    note: Message | None = None


@dataclass(frozen=True)
class Kind(ABC, Generic[V]):
    """One kind of value: text in, value out, text again. Frozen, so that it can stand in a declaration."""

    none_is_an_answer: bool = False
    """Whether "there is none" answers the field."""
    unknown_is_an_answer: bool = True
    """Whether "not known yet" may be noted for the field."""

    name: ClassVar[str] = ""
    stored: ClassVar[type] = str
    """The Python type of a stored value."""

    @abstractmethod
    def read(self, text: str, at: Circumstances) -> Reading[V] | Misread:
        """Read tidy, non-empty text (see :meth:`parse`)."""

    @abstractmethod
    def write(self, value: V, at: Circumstances) -> str:
        """The value as a person would type it: :meth:`parse` reads it back as the same value."""

    def parse(self, text: str, at: Circumstances) -> Reading[V] | Misread | None:
        """The value that ``text`` says, why it is none, or None where nothing was typed. Never raises."""
        tidy = tidied(text)
        return self.read(tidy, at) if tidy else None

    def show(self, value: V, at: Circumstances) -> str:
        """The value as a paper or a screen prints it in ``at.language``."""
        return self.shower(at, [value])(value)

    def shower(self, at: Circumstances, values: list[V]) -> Callable[[V], str]:
        """A quick :meth:`show` for a column; it may look at all ``values`` to print them with equal decimals."""
        return lambda value: self.write(value, at)

    def check(self, value: V, at: Circumstances) -> Misread | Doubt | None:
        """What is wrong or doubtful about a stored value, which may come from a file made by hand."""
        read = self.parse(self.write(value, at), at)
        return read if isinstance(read, Misread) else None

    def schema(self) -> dict[str, Any]:
        """Keywords that the kind adds to the JSON Schema of its fields."""
        return {"x-kind": self.name}


def tidied(text: str) -> str:
    """``text`` in NFC, without control and format characters, lone surrogates, no-break blanks and blanks around it.

    Line ends are kept as ``\\n``; what cannot be stored or printed never gets into a value.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_tidied_line(line) for line in lines).strip()


def quoted(text: str) -> Text:
    """What a person typed, to stand in a message: only its beginning where somebody pasted a book."""
    return same(text if len(text) <= _QUOTED_LETTERS else f"{text[:_QUOTED_LETTERS]}…")


def _tidied_line(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line.strip()
    spaced = "".join(" " if c.isspace() else c for c in line)
    printable = "".join(c for c in spaced if unicodedata.category(c) not in _UNPRINTABLE)
    # Last, because a letter and its accent may have stood on both sides of what was dropped.
    return unicodedata.normalize("NFC", printable).strip()


_QUOTED_LETTERS = 80
# Control and format characters, surrogates, private use and unassigned code points: no font draws them, XML cannot
# carry some, and telephones put invisible direction marks around a copied number.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
