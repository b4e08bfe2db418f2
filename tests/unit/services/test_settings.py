"""The small settings file: read whatever stands in it, written whole, nothing of others lost."""

from __future__ import annotations

import configparser
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services import settings
from app.services.obstacle import Obstacle
from app.services.settings import Settings, SettingsRead, read_settings, settings_path, write_settings

ALL = Settings("en", "F4", "advisor", "dark", english_terms=False, text_size=150, window="AdnQywAD%(x)s=;#x")


def told(tmp_path: Path, text: str | bytes) -> SettingsRead:
    """What is read from a file with ``text``."""
    settings_path(tmp_path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(tmp_path)


def test_without_a_file_the_settings_are_those_of_a_first_start(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "not there") == (Settings(), None)


@pytest.mark.parametrize("chosen", [Settings(), ALL])
def test_what_was_set_is_read_again(tmp_path: Path, chosen: Settings) -> None:
    write_settings(tmp_path / "new", chosen)
    write_settings(tmp_path / "new", chosen)
    assert read_settings(tmp_path / "new") == (chosen, None)
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["settings.ini"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("language = klingon", Settings()),
        ("language =", Settings()),
        ("paper = A3", Settings()),
        ("text_size = 12", Settings(text_size=80)),
        ("text_size = 999", Settings(text_size=200)),
        ("text_size = 9999999999", Settings()),
        ("text_size = ²", Settings()),
        ("text_size = -5", Settings()),
        ("english_terms = maybe", Settings()),
        ("look = %(nowhere)s", Settings()),
        ("role = advisor\nrole = exporter", Settings()),
    ],
)
def test_a_value_that_is_none_falls_back_alone(tmp_path: Path, line: str, expected: Settings) -> None:
    assert told(tmp_path, f"[window]\n{line}\n") == (expected, None)
    read = told(tmp_path, f"[window]\npaper = LETTER\n{line.replace('paper = A3', 'look = pink')}\n")
    assert read.settings == expected._replace(paper="LETTER")


BROKEN = (b"no section", b"\xff\xfe\x00[", b"[window\nlanguage = en", b"[window]\n = x", b"\0" * 100)


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_said_and_kept_when_settings_change(tmp_path: Path, content: bytes) -> None:
    read = told(tmp_path, content)
    assert read.settings == Settings()
    assert read.problem is not None
    for language in ("id", "en"):
        assert str(settings_path(tmp_path)) in read.problem.into(language)
    assert settings_path(tmp_path).read_bytes() == content
    write_settings(tmp_path, ALL)
    assert read_settings(tmp_path) == (ALL, None)
    assert (tmp_path / "settings.ini.broken").read_bytes() == content


@given(content=st.binary(max_size=80) | st.text("[]window=\n %();:#languge\x00é", max_size=60).map(str.encode))
def test_no_file_whatever_stops_the_start(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    read = told(folder, content)
    assert read.settings.language in ("id", "en")


def test_what_a_newer_program_set_is_kept(tmp_path: Path) -> None:
    told(tmp_path, "[window]\nlanguage = en\ncolour = green\n[future]\nx = 1%\n")
    write_settings(tmp_path, ALL)
    parser = configparser.RawConfigParser()
    parser.read(settings_path(tmp_path), encoding="utf-8")
    assert parser["window"]["colour"] == "green"
    assert parser["future"]["x"] == "1%"


def test_a_failed_write_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(tmp_path, ALL)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Obstacle) as caught:
        write_settings(tmp_path, Settings())
    assert str(settings_path(tmp_path)) in caught.value.into("id")
    assert read_settings(tmp_path) == (ALL, None)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.ini"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(Obstacle):
        write_settings(tmp_path / "data", ALL)
    assert read_settings(tmp_path / "data").settings == Settings()


def test_the_bounds_of_the_text_size_are_kept_when_reading() -> None:
    assert settings.SMALLEST_TEXT < Settings().text_size < settings.LARGEST_TEXT
