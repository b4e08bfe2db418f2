"""A choice whose answers are worded where it is declared, as a document's own questions are."""

from __future__ import annotations

from dataclasses import dataclass

from app.kinds.choice import Choice
from app.words import Text, same


@dataclass(frozen=True)
class WordedChoice(Choice):
    """One of ``codes``, with their ``words`` in the same order."""

    words: tuple[Text, ...] = ()

    def named(self, code: str) -> Text:
        return dict(zip(self.codes, self.words, strict=True)).get(code, same(code))
