"""Texts that people see, in Indonesian and English. Knows no field, no form and no screen.

A text has an id ("paper.page_of"); its wording stands in ``resources/i18n/<first part>.json``. JSON, because the
standard library reads it in a millisecond and the first window may not wait for more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")


class Text(NamedTuple):
    """One text in both languages."""

    id: str
    en: str

    def into(self, language: Language) -> str:
        """The wording in ``language``."""
        return self.id if language == "id" else self.en


def same(text: str) -> Text:
    """A text that reads alike in both languages: a number, a code, what a person typed."""
    return Text(text, text)


class Message(NamedTuple):
    """A sentence to be said: the id of its wording and what stands in its gaps."""

    id: str
    params: Mapping[str, Text] = {}

    def into(self, language: Language) -> str:
        """The whole sentence in ``language``. Raises KeyError for an unknown id or a gap nobody filled."""
        wording = catalogue(self.id.partition(".")[0])[self.id.partition(".")[2]].into(language)
        return wording.format_map({name: text.into(language) for name, text in self.params.items()})

    @property
    def text(self) -> Text:
        """The sentence in both languages, to stand in the gap of another."""
        return Text(self.into("id"), self.into("en"))


def say(message_id: str, language: Language, **params: str) -> str:
    """The sentence ``message_id`` in ``language``, its gaps filled with ready text."""
    return Message(message_id, {name: same(text) for name, text in params.items()}).into(language)


@cache
def catalogue(subject: str) -> Mapping[str, Text]:
    """All wordings of one subject, that is of one file ``resources/i18n/<subject>.json``."""
    import json  # here, because the first window says nothing and is not to wait for it
    from importlib.resources import files

    raw = json.loads((files("resources") / "i18n" / f"{subject}.json").read_text(encoding="utf-8"))
    return {name: Text(entry["id"], entry["en"]) for name, entry in raw.items()}


def subjects() -> tuple[str, ...]:
    """The names of all wording files, for the tests that read every sentence."""
    from importlib.resources import files

    return tuple(sorted(f.name[:-5] for f in (files("resources") / "i18n").iterdir() if f.name.endswith(".json")))
