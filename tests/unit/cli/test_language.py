"""In which language the command line speaks: the environment's, else the one set in the window, else Indonesian."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.settings import Settings, settings_path, write_settings
from app.words import LANGUAGES, Language, say
from tests.unit.cli.conftest import Command


@pytest.fixture
def set_to_english(tmp_path: Path) -> Path:
    """A data folder whose window speaks English."""
    folder = tmp_path / "set"
    write_settings(folder, Settings(language="en"))
    return folder


def _speaks(out: str) -> Language:
    (language,) = [language for language in LANGUAGES if say("cli.about", language) in " ".join(out.split())]
    return language


def test_without_any_choice_it_is_indonesian(command: Command) -> None:
    assert _speaks(command(SIAP_EKSPOR_LANG="").out) == "id"


def test_the_language_of_the_window_is_spoken(command: Command, set_to_english: Path) -> None:
    assert _speaks(command(SIAP_EKSPOR_LANG="", SIAP_EKSPOR_DATA=str(set_to_english)).out) == "en"


@pytest.mark.parametrize("joined", [False, True])
def test_the_folder_named_on_the_line_says_it_also_for_what_was_mistyped(
    command: Command, set_to_english: Path, joined: bool
) -> None:
    data = [f"--data={set_to_english}"] if joined else ["--data", set_to_english]
    incomplete = command("check", *data, SIAP_EKSPOR_LANG="").err
    assert incomplete == command("check").err
    assert incomplete != command("check", *data, SIAP_EKSPOR_LANG="id").err


def test_the_environment_wins_over_the_window(command: Command, set_to_english: Path) -> None:
    assert _speaks(command(SIAP_EKSPOR_LANG="id", SIAP_EKSPOR_DATA=str(set_to_english)).out) == "id"


@pytest.mark.parametrize("asked", ["xx", "C.UTF-8"])
def test_a_language_nobody_speaks_here_is_no_choice(command: Command, set_to_english: Path, asked: str) -> None:
    assert _speaks(command(SIAP_EKSPOR_LANG=asked, SIAP_EKSPOR_DATA=str(set_to_english)).out) == "en"


def test_settings_that_cannot_be_read_do_not_stop_a_command(command: Command, tmp_path: Path) -> None:
    settings_path(tmp_path).write_bytes(b"\xff\x00[")
    said = command(SIAP_EKSPOR_LANG="", SIAP_EKSPOR_DATA=str(tmp_path))
    assert (said.code, _speaks(said.out)) == (0, "id")


def test_a_folder_without_settings_is_left_as_it_is(command: Command, tmp_path: Path) -> None:
    command(SIAP_EKSPOR_LANG="", SIAP_EKSPOR_DATA=str(tmp_path / "none"))
    assert not (tmp_path / "none").exists()
