"""How far something is, in words, shape and colour. Knows no widget."""

from __future__ import annotations

from enum import StrEnum

from app.words import Language, say


class State(StrEnum):
    """How far a task, a paper or a shipment is. The value is the name of its icon."""

    TODO = "todo"
    PART = "part"
    DONE = "done"
    PROBLEM = "problem"

    @property
    def tone(self) -> str:
        """The token its word is written in: what is left is what one sees, what is done is quiet."""
        return {"problem": "problem", "done": "quiet"}.get(self.value, "text")

    @property
    def ink(self) -> str:
        """The token its shape is drawn in."""
        return "problem" if self is State.PROBLEM else "quiet"

    def word(self, language: Language) -> str:
        """Its name."""
        return say(f"window.state_{self.value}", language)


class Kind(StrEnum):
    """What a remark asks for: to correct something, or to look at it. The value is its icon and its token."""

    PROBLEM = "problem"
    WARNING = "warning"

    def word(self, language: Language) -> str:
        """What a screen reader says before the sentence, where others see a triangle."""
        return say(f"window.kind_{self.value}", language)
