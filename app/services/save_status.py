"""What the status line says about saving."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from app.store.trouble import StoreTrouble
from app.words import Language, Message, Text


class Status(NamedTuple):
    """What of a document is on the disk."""

    state: Literal["saved", "saving", "failed", "read_only"]
    at: datetime.datetime | None = None
    """When it was last saved."""
    trouble: StoreTrouble | None = None
    """Why it cannot be saved."""

    def said(self, language: Language) -> str:
        """The line: "Tersimpan 10.42", "Menyimpan…", or what happened; ``trouble`` has the two further sentences."""
        if self.trouble is not None:
            return self.trouble.happened.into(language)
        if self.at is None:
            return Message("editing.saving").into(language)
        return Message("editing.saved", {"time": Text(f"{self.at:%H.%M}", f"{self.at:%H:%M}")}).into(language)
