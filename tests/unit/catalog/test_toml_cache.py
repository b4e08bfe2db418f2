"""Tables of TOML files that are kept between starts: the same as the files, or read anew."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.catalog import built_in_forms, read_catalog
from app.catalog.declared import DeclarationError, read_toml
from app.catalog.pages import read_pages
from app.catalog.toml_cache import TomlCache
from app.services.program import CACHE, start

TOML = """
as_of = 2026-11-24
title = { id = "Surat", en = "Letter" }
written = "2026-11-24"
[[section]]
days = [2026-01-01, 2026-12-31]
"""
TABLES = {
    "as_of": datetime.date(2026, 11, 24),
    "title": {"id": "Surat", "en": "Letter"},
    "written": "2026-11-24",
    "section": [{"days": [datetime.date(2026, 1, 1), datetime.date(2026, 12, 31)]}],
}
LONG_AGO = 1_700_000_000


@pytest.fixture
def declared(tmp_path: Path) -> Path:
    """A TOML file that is as old as those of an installed program."""
    return _written(tmp_path / "form.toml", TOML)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the cache is."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "declarations.json"


def _written(file: Path, text: str, at: int = LONG_AGO) -> Path:
    file.write_text(text, encoding="utf-8")
    os.utime(file, (at, at))
    return file


def _read(place: Path, file: Path, version: str = "1") -> dict[str, Any]:
    """What one start of the program reads."""
    cache = TomlCache(place, version)
    tables = cache.read(file, "form.toml")
    cache.keep()
    return tables


def _forge(file: Path, text: str) -> None:
    """Another content of the same size and time: whoever still gives the old one has not read the file."""
    assert len(text) == len(TOML)
    _written(file, text)


def test_kept_tables_are_the_same_with_their_dates(place: Path, declared: Path) -> None:
    assert _read(place, declared) == TABLES
    assert _read(place, declared) == TABLES


def test_a_file_that_is_kept_is_not_parsed_again(place: Path, declared: Path) -> None:
    _read(place, declared)
    _forge(declared, TOML.replace("Letter", "Ledger"))
    assert _read(place, declared) == TABLES


def test_a_file_of_another_size_is_read_anew(place: Path, declared: Path) -> None:
    _read(place, declared)
    _written(declared, "a = 1")
    assert _read(place, declared) == {"a": 1}
    assert _read(place, declared) == {"a": 1}


def test_a_file_of_another_time_is_read_anew(place: Path, declared: Path) -> None:
    _read(place, declared)
    _written(declared, TOML.replace("Letter", "Ledger"), LONG_AGO + 1)
    assert _read(place, declared)["title"]["en"] == "Ledger"


def test_a_file_as_young_as_the_cache_is_not_trusted(place: Path, declared: Path) -> None:
    _read(place, declared)
    young = place.stat().st_mtime - 1
    os.utime(declared, (young, young))
    _read(place, declared)
    declared.write_text(TOML.replace("Letter", "Ledger"), encoding="utf-8")
    os.utime(declared, (young, young))
    assert _read(place, declared)["title"]["en"] == "Ledger"


def test_another_version_of_the_program_reads_everything_anew(place: Path, declared: Path) -> None:
    _read(place, declared)
    _forge(declared, TOML.replace("Letter", "Ledger"))
    assert _read(place, declared, version="2")["title"]["en"] == "Ledger"


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"version":"1","crc":0,"files":{}}'])
def test_a_broken_cache_is_read_anew_and_replaced(place: Path, declared: Path, broken: bytes) -> None:
    _read(place, declared)
    whole = place.read_bytes()
    place.write_bytes(broken)
    assert _read(place, declared) == TABLES
    assert place.read_bytes() == whole


def test_no_changed_byte_becomes_another_wording(place: Path, declared: Path) -> None:
    _read(place, declared)
    whole = place.read_bytes()
    for at in range(len(whole)):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert TomlCache(place, "1").read(declared, "form.toml") == TABLES


def test_a_cache_that_cannot_be_written_is_no_trouble(place: Path, declared: Path) -> None:
    place.mkdir()
    assert _read(place, declared) == TABLES
    assert list(place.parent.iterdir()) == [place]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, declared: Path) -> None:
    assert _read(tmp_path / "none" / "declarations.json", declared) == TABLES
    assert not (tmp_path / "none").exists()


def test_what_is_not_read_any_more_is_not_kept(place: Path, declared: Path, tmp_path: Path) -> None:
    cache = TomlCache(place, "1")
    cache.read(declared, "form.toml")
    cache.read(_written(tmp_path / "other.toml", "a = 1"), "other.toml")
    cache.keep()
    assert b"other.toml" in place.read_bytes()
    _read(place, declared)
    assert b"other.toml" not in place.read_bytes()


def test_an_unchanged_cache_is_not_written_again(place: Path, declared: Path) -> None:
    _read(place, declared)
    os.utime(place, (LONG_AGO + 100, LONG_AGO + 100))
    _read(place, declared)
    assert place.stat().st_mtime == LONG_AGO + 100


@pytest.mark.parametrize("text", ["at = 2026-11-24T08:00:00Z", "at = 08:00:00", "most = inf"])
def test_what_json_cannot_hold_is_read_from_the_file_each_time(place: Path, tmp_path: Path, text: str) -> None:
    file = _written(tmp_path / "odd.toml", text)
    assert _read(place, file) == read_toml(file, "odd.toml")
    assert _read(place, file) == read_toml(file, "odd.toml")


def test_a_file_that_is_no_toml_is_said_to_be_none(place: Path, tmp_path: Path) -> None:
    file = _written(tmp_path / "bad.toml", "a = ")
    with pytest.raises(DeclarationError, match=r"^form\.toml: "):
        _read(place, file)


TOML_VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9)
    | st.integers(-(2**62), 2**62)
    | st.booleans()
    | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=8,
)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(value=TOML_VALUES)
def test_whatever_stands_in_a_file_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, value: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    file = _written(folder / "any.toml", f"it = {_toml(value)}")
    assert _read(folder / "cache.json", file) == {"it": value}
    assert _read(folder / "cache.json", file) == {"it": value}


def test_the_program_is_the_same_from_the_cache(tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)
    assert (tmp_path / CACHE).is_file()
    assert first.catalog.words == second.catalog.words == read_catalog([built_in_forms()]).words
    assert first.pages == second.pages == read_pages(built_in_forms())
    assert {name: form.sections for name, form in first.catalog.forms.items()} == {
        name: form.sections for name, form in second.catalog.forms.items()
    }
    assert [form.as_of for form in first.catalog.forms.values()] == [
        form.as_of for form in second.catalog.forms.values()
    ]
