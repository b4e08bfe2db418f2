"""The page *Periksa* reads every answer back in words, also of what only one document asks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.kinds.circumstances import Circumstances
from app.services.program import Program
from app.services.review import all_answers
from app.words import Language
from tests.conftest import sample_named

FURNITURE = sample_named("furniture_hamburg_lc")
NAME = "own.peb.name_checked"


def said(program: Program, at: Circumstances, typed: str) -> str:
    own = {**FURNITURE.own, "peb": {**FURNITURE.own["peb"], "name_checked": typed}}
    told = all_answers(program.catalog, program.pages, replace(FURNITURE, own=own), at)
    return next(answer.said for page in told for answer in page.answers if answer.path == NAME)


@pytest.mark.parametrize(("language", "words"), [("id", "Sudah cocok"), ("en", "The same")])
def test_a_documents_own_choice_is_told_in_words(
    language: Language, words: str, program: Program, at: Circumstances
) -> None:
    assert said(program, at.in_language(language), "checked") == words


@pytest.mark.parametrize("typed", ["", "of tomorrow"])
def test_what_it_does_not_know_stands_as_it_is(typed: str, program: Program, at: Circumstances) -> None:
    assert said(program, at, typed) == typed
