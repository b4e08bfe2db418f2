"""Free text: one line, or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind, Misread, Reading
from app.words import Message, same

LINE_LIMIT = 500
LINES_LIMIT = 20_000
"""Most letters in a text. Generous: customs' own limits are not known, these only stop a pasted book."""


@dataclass(frozen=True)
class PlainText(Kind[str]):
    """One line, as typed; a line end becomes a blank."""

    name = "text"
    limit: int = LINE_LIMIT

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        return _within(" ".join(text.split("\n")), self.limit)

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"maxLength": self.limit}


@dataclass(frozen=True)
class Lines(Kind[str]):
    """Several lines, kept as lines: shipping marks, an L/C's clauses."""

    name = "lines"
    limit: int = LINES_LIMIT

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        return _within(text, self.limit)

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"maxLength": self.limit}


def _within(text: str, limit: int) -> Reading[str] | Misread:
    if len(text) > limit:
        return Misread(Message("kinds.text_too_long", {"n": same(str(limit)), "m": same(str(len(text)))}))
    return Reading(text)
