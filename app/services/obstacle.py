"""Trouble that the world makes: a folder that cannot be written, a file that is none. Told with advice."""

from __future__ import annotations

from app.words import Language, Message, same


class Obstacle(Exception):
    """Something outside stands in the way; ``message`` says what, and what can be done."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message.into("en"))

    def into(self, language: Language) -> str:
        """The sentence in ``language``."""
        return self.message.into(language)


def obstacle(message_id: str, **params: str) -> Obstacle:
    """An obstacle with a wording of ``resources/i18n/services.json``."""
    return Obstacle(Message(f"services.{message_id}", {name: same(text) for name, text in params.items()}))
