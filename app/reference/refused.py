"""A file of codes that cannot be taken, with the line that is to blame."""

from __future__ import annotations

from app.words import Language, Message, Text, same


class Refused(Exception):
    """A list's file is not what it should be; the message says at which line and why."""

    def __init__(self, reason: str, line: int | None = None, **params: str | Text) -> None:
        given = {name: same(value) if isinstance(value, str) else value for name, value in params.items()}
        said = Message(f"lists.{reason}", given)
        self.message = said if line is None else Message("lists.at_line", {"n": same(str(line)), "why": said.text})
        self.line = line
        super().__init__(self.message.into("en"))

    def into(self, language: Language) -> str:
        """The sentence in ``language``."""
        return self.message.into(language)
