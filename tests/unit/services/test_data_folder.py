"""The data folder: what ``--data`` names."""

from __future__ import annotations

import pytest

from app.services.data_folder import names_only_a_folder


@pytest.mark.parametrize("typed", [["--data", "D"], ["--data=D"]])
def test_a_folder_alone_is_no_command(typed: list[str]) -> None:
    assert names_only_a_folder(typed)


@pytest.mark.parametrize("typed", [[], ["--data"], ["--data="], ["--data", "D", "check"], ["check", "--data", "D"]])
def test_anything_else_is_for_the_command_line(typed: list[str]) -> None:
    assert not names_only_a_folder(typed)
