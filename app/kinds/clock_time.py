"""A time of day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.kinds.circumstances import Circumstances
from app.kinds.kind import Kind, Misread, Reading, quoted
from app.words import Message

_TYPED = re.compile(r"(?:pukul |jam |pk\. ?)?([0-9]{1,2})(?:[.:]([0-9]{2}))?(?: ?wi(?:b|ta|t))?", re.IGNORECASE)
_STORED = r"([01][0-9]|2[0-3]):[0-5][0-9]"


@dataclass(frozen=True)
class ClockTime(Kind[str]):
    """Hours and minutes, typed 9, 9.30 or 09:30 and kept as 09:30; which zone's follows from the place."""

    name = "clock_time"

    def read(self, text: str, at: Circumstances) -> Reading[str] | Misread:
        match = _TYPED.fullmatch(text)
        found = f"{int(match[1]):02d}:{match[2] or '00'}" if match else ""
        if not re.fullmatch(_STORED, found):
            return Misread(Message("kinds.not_a_time", {"text": quoted(text)}))
        return Reading(found)

    def write(self, value: str, at: Circumstances) -> str:
        return value

    def shower(self, at: Circumstances, values: list[str]) -> Callable[[str], str]:
        return lambda value: value.replace(":", ".") if at.language == "id" else value

    def schema(self) -> dict[str, Any]:
        return super().schema() | {"pattern": f"^{_STORED}$"}
