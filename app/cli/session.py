"""What every command is handed: the day, the language, the folder of a person's own forms."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

from app.kinds.circumstances import Circumstances
from app.services.program import Program, start
from app.words import Language


class Session(NamedTuple):
    """One run of the command line."""

    today: datetime.date
    language: Language
    data: Path

    def program(self) -> Program:
        """The declarations in force. Raises DeclarationError."""
        return start(self.data)

    def circumstances(self, program: Program) -> Circumstances:
        """What kinds and rules are handed."""
        return program.circumstances(self.today, self.language)
