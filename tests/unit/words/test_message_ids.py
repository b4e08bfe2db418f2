"""Ids in the code and wordings in the files: each has the other."""

from __future__ import annotations

import pytest

from app.catalog.worded_choice import WordedChoice
from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.fields import fields, fields_of
from app.kinds.choice import Choice
from app.kinds.registry import KINDS
from app.services.samples import sample_titles
from app.words import catalogue
from tests.unit.words.message_ids import WORDED, made, makers, prefixes, sources, texts

TREES = sources()
TEXTS = texts(TREES)


def test_every_id_in_the_code_has_a_wording() -> None:
    completed = prefixes(TREES)
    named = {text for text in TEXTS if text.partition(".")[0] in WORDED and text.partition(".")[2].isidentifier()}
    lacking = {text for text in (named - completed) | set(made(TREES)) if not _exists(text)}
    assert not lacking


def test_the_functions_that_complete_ids_are_found() -> None:
    assert {"obstacle", "Unreadable"} <= {maker.name for maker in makers(TREES)}
    assert {"services.no_such_file", "records.not_json"} <= set(made(TREES))


@pytest.mark.parametrize("subject", sorted(WORDED))
def test_every_wording_is_named_by_the_code(subject: str) -> None:
    completed = {head.partition(".")[2] for head in prefixes(TREES) if head.startswith(f"{subject}.")}
    unused = [
        name
        for name in catalogue(subject)
        if f"{subject}.{name}" not in TEXTS and not any(_may_complete(prefix, name) for prefix in completed)
    ]
    assert not unused


def test_every_choice_has_its_wording_and_every_wording_its_choice() -> None:
    rows = (field for table in DERIVED_ROWS.values() for field in fields_of(table.row))
    kinds = [*(field.kind for field in (*fields().values(), *rows)), *(value.kind for value in DERIVED.values())]
    kinds += [kind() for kind in KINDS.values()]
    codes = {
        f"{kind.of}.{code}"
        for kind in kinds
        if isinstance(kind, Choice) and not isinstance(kind, WordedChoice)
        for code in kind.codes
    }
    assert codes == set(catalogue("choices"))


def test_every_sample_has_its_title_and_every_title_its_sample() -> None:
    assert set(sample_titles()) == set(catalogue("samples"))


def _exists(message_id: str) -> bool:
    subject, _, name = message_id.partition(".")
    return name in catalogue(subject)


def _may_complete(prefix: str, name: str) -> bool:
    """Whether ``name`` begins with a prefix in the code and its rest stands there too."""
    rest = name.removeprefix(prefix)
    return name.startswith(prefix) and (rest in TEXTS or bool(prefix))
