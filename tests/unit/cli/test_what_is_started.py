"""What ``siap-ekspor`` starts: the window, or a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import __main__ as entry


@pytest.mark.parametrize("typed", [[], ["--data", "D"], ["--data=D"]])
def test_the_window_opens_also_where_only_a_folder_is_named(typed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["siap-ekspor", *typed])
    monkeypatch.setattr(entry, "open_window", lambda: 7)
    assert entry.main() == 7


def test_a_command_runs_without_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["siap-ekspor", "sample", "--list", "--data", str(tmp_path)])
    assert entry.main() == 0
    assert "footwear_rotterdam" in capsys.readouterr().out
