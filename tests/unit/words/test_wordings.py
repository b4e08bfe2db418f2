"""The wordings themselves: both languages, the same gaps, and how the program talks to people."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from string import Formatter
from typing import Any

import pytest

from app.words import LANGUAGES, Language, Message, Text, catalogue, same, say, subjects

SUBJECTS = subjects()
FORBIDDEN: dict[Language, str] = {
    "id": r"\b(tidak valid|harap|maaf|silakan|silahkan|wajib diisi|error|gagal|anda wajib|mohon)\b",
    "en": r"\b(invalid|please|sorry|error|failed|failure|oops)\b",
}
each_subject = pytest.mark.parametrize("subject", SUBJECTS)


@each_subject
def test_every_wording_is_in_both_languages_and_nothing_else(subject: str) -> None:
    raw = _raw(subject)
    assert raw
    for name, entry in raw.items():
        assert re.fullmatch(r"[a-z0-9_]+(\.[A-Za-z0-9_]+)?", name)
        assert set(entry) == set(LANGUAGES), name
        assert all(text.strip() == text and text for text in entry.values()), name


@each_subject
def test_no_id_stands_twice(subject: str) -> None:
    pairs = json.loads(_text(subject), object_pairs_hook=list)
    names = [name for name, _ in pairs]
    assert len(set(names)) == len(names)


@each_subject
def test_both_languages_have_the_same_gaps(subject: str) -> None:
    differing = [name for name, text in catalogue(subject).items() if _gaps(text.id) != _gaps(text.en)]
    assert not differing


@each_subject
def test_gaps_are_plain_names(subject: str) -> None:
    for text in catalogue(subject).values():
        assert all(re.fullmatch(r"[a-z_]+", gap) for gap in _gaps(text.id) | _gaps(text.en))
        assert not any(spec or conversion for _, _, spec, conversion in Formatter().parse(text.id))


@each_subject
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_scolds_or_begs(subject: str, language: Language) -> None:
    words = re.compile(FORBIDDEN[language], re.IGNORECASE)
    found = [name for name, text in catalogue(subject).items() if words.search(text.into(language))]
    assert not found


@each_subject
def test_one_thing_has_one_indonesian_word(subject: str) -> None:
    found = [name for name, text in catalogue(subject).items() if re.search(r"\binvoice\b", text.id, re.IGNORECASE)]
    assert not found


@each_subject
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_can_be_said_with_its_gaps_filled(subject: str, language: Language) -> None:
    for name, text in catalogue(subject).items():
        filled = dict.fromkeys(_gaps(text.id), "{x} 100%")
        said = say(f"{subject}.{name}", language, **filled)
        assert said.count("{x} 100%") >= len(filled)


def test_a_message_says_its_gaps_in_its_own_language() -> None:
    message = Message("kinds.read_as", {"text": same("1.250"), "words": Text("seribu", "one thousand")})
    assert message.into("id") == "1.250 dibaca sebagai seribu"
    assert message.into("en") == "1.250 is read as one thousand"
    assert message.text == Text(message.into("id"), message.into("en"))


@pytest.mark.parametrize("message_id", ["kinds.nothing", "kinds", "kinds.read_as"])
def test_an_unknown_message_or_an_empty_gap_is_an_error(message_id: str) -> None:
    with pytest.raises(KeyError):
        say(message_id, "id")


def _raw(subject: str) -> dict[str, Any]:
    raw = json.loads(_text(subject))
    assert isinstance(raw, dict)
    return raw


def _text(subject: str) -> str:
    return (files("resources") / "i18n" / f"{subject}.json").read_text(encoding="utf-8")


def _gaps(wording: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(wording) if name is not None}
