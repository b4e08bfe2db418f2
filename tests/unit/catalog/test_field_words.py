"""The words of every field."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.catalog.declared import DeclarationError
from app.catalog.field_words import FieldWords, read_field_words
from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.fields import fields, fields_of
from app.kinds.circumstances import Circumstances
from app.kinds.kind import Reading
from app.services.program import Program
from app.words import LANGUAGES

TYPED_FIELDS = [path for path, field in fields().items() if field.kind is not None]
# What ui.md bans from messages reads no better in a hint.
BANNED = ("tidak valid", "harap", "maaf", "silakan", "wajib diisi", "error", "gagal", "invalid", "please", "sorry")


def test_every_path_has_words_and_every_word_has_a_path(program: Program) -> None:
    tables = {path for path in program.catalog.words if not _is_column(path)}
    assert tables == fields().keys() | DERIVED.keys() | DERIVED_ROWS.keys()


def test_every_column_of_a_derived_table_has_words(program: Program) -> None:
    for table in DERIVED_ROWS.values():
        columns = {f"{table.path}.*.{field.path}" for field in fields_of(table.row)}
        assert columns <= program.catalog.words.keys()


@pytest.mark.parametrize("path", TYPED_FIELDS)
def test_every_field_has_label_hint_and_an_example_that_it_can_read(
    path: str, program: Program, at: Circumstances
) -> None:
    words: FieldWords = program.catalog.words[path]
    kind = fields()[path].kind
    assert kind is not None
    for language in LANGUAGES:
        assert words.label.into(language)
        assert words.hint and words.hint.into(language)
        assert words.example and words.example.into(language)
        read = kind.parse(words.example.into(language), at.in_language(language))
        assert isinstance(read, Reading), (path, words.example, read)
        assert kind.check(read.value, at) is None


def test_no_field_speaks_officialese(program: Program) -> None:
    for path, words in program.catalog.words.items():
        said = " ".join(text.into(language) for text in (words.label, words.hint) if text for language in LANGUAGES)
        assert not [word for word in BANNED if word in said.lower()], path


def test_an_invoice_has_one_indonesian_word(program: Program) -> None:
    for path, words in program.catalog.words.items():
        said = " ".join(text.id for text in (words.label, words.hint) if text)
        assert "invoice" not in said.lower(), path


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('["a"]\nlabel = { id = "A", en = "A" }\ncolour = "red"', r"_fields/x\.toml: a: .*colour"),
        ('["a"]\nlabel = { id = "A" }', r"_fields/x\.toml: a\.label: .*en"),
        ('["a"]\nlabel = { id = "A", en = " " }', r"_fields/x\.toml: a\.label: both languages"),
        ('["a"]\nlabel = { id = "A", en = "A" }\nlike = "b"', r"_fields/x\.toml: a: like = 'b'"),
        ('["a"]\nlabel = { id = "A", en = "A" }\nlike = "a"', r"_fields/x\.toml: a: like = 'a'"),
        ('["a"\nlabel = 1', r"_fields/x\.toml: .*line 1"),
    ],
)
def test_a_mistake_is_refused_with_file_and_key(text: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DeclarationError, match=complaint):
        read_field_words(tmp_path)


def test_a_path_described_twice_is_refused_with_both_files(tmp_path: Path) -> None:
    for name in ("x.toml", "y.toml"):
        (tmp_path / name).write_text('["a"]\nlabel = { id = "A", en = "A" }', encoding="utf-8")
    with pytest.raises(DeclarationError, match=r"_fields/y\.toml: a: stands in _fields/x\.toml too"):
        read_field_words(tmp_path)


def test_like_gives_what_a_table_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(
        '["a"]\nlabel = { id = "A", en = "A" }\nhint = { id = "h", en = "h" }\nuntded = "1"\n'
        '["b"]\nlabel = { id = "B", en = "B" }\nlike = "a"\nuntded = "2"',
        encoding="utf-8",
    )
    words = read_field_words(tmp_path)["b"]
    assert (words.label.en, words.hint and words.hint.en, words.untded, words.printed.en) == ("B", "h", "2", "B")


def _is_column(path: str) -> bool:
    return any(path.startswith(f"{table}.*.") for table in DERIVED_ROWS)
