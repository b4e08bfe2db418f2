"""The one error that reading a document raises."""

from __future__ import annotations

import unicodedata

from app.words import Language, Message, same


class Unreadable(Exception):
    """These bytes are no document that this program can use; ``message`` says why in one sentence."""

    def __init__(self, message_id: str, **params: str | Message) -> None:
        texts = {name: same(p) if isinstance(p, str) else p.text for name, p in params.items()}
        self.message = Message(f"records.{message_id}", texts)
        super().__init__(self.into("en"))

    def into(self, language: Language) -> str:
        """The sentence in ``language``."""
        return self.message.into(language)


def excerpt(text: str) -> str:
    """The beginning of a text from the document, safe to show in a sentence of one line."""
    shown = "".join(c if c.isprintable() and unicodedata.category(c) != "Cs" else "?" for c in text[:60])
    return shown + ("…" if len(text) > 60 else "")
