"""Choices: one of a few answers that the declaration names; and references to rows and to documents."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Doubt, Kind, Misread, Reading, quoted
from app.words import Message, Text, catalogue, same


@dataclass(frozen=True)
class Choice(Kind[str]):
    """One of ``codes``. The wording of each stands in ``resources/i18n/choices.json`` as ``<of>.<code>``."""

    name = "choice"
    of: str = ""
    codes: tuple[str, ...] = ()
    official: bool = False
    """Whether the codes are an authority's own, which its portal wants instead of their words."""

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        wanted = text.casefold()
        found = next((c for c in self.codes if wanted in {c.casefold(), *(n.casefold() for n in self.named(c))}), None)
        if found is not None:
            return Reading(found)
        known = Text(*(", ".join(self.named(c).into(language) for c in self.codes) for language in ("id", "en")))
        return Misread(Message("kinds.not_a_choice", {"text": quoted(text), "known": known}))

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: self.named(value).into(at.language)

    def check(self, value: str, at: Circumstances) -> Misread | Doubt | None:
        return None if value in self.codes else Doubt(Message("kinds.unknown_choice", {"text": quoted(value)}))

    def named(self, code: str) -> Text:
        """The wording of ``code``; an unknown one stands for itself."""
        return catalogue("choices").get(f"{self.of}.{code}", same(code))

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"examples": list(self.codes)}


@dataclass(frozen=True)
class YesNo(Choice):
    """Yes or no, as ``yes`` and ``no``: a question with an answer, where an unticked box would invent one."""

    name = "yes_no"
    of: str = "yes_no"
    codes: tuple[str, ...] = ("yes", "no")


@dataclass(frozen=True)
class RowId(Kind[str]):
    """The id of a row of this shipment: letters, digits, hyphens and underscores, made once and never reused."""

    name = "row_id"

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        if _ROW_ID.fullmatch(text):
            return Reading(text)
        return Misread(Message("kinds.not_an_id", {"text": quoted(text)}))

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": f"^{_ROW_ID.pattern}$"}


class AttachmentId(RowId):
    """The id of one of this shipment's attachments."""

    name = "attachment"


_ROW_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
