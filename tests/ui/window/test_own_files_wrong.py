"""A mistake in a file that a person wrote into the data folder costs that file, and not the work of the day."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from tests.ui.window.person import Person, settle


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("rules_off.toml", '[off]\nincoterm_fits_container = ""', "rules_off.toml: off.incoterm_fits_container"),
        ("rules_off.toml", "[off", "rules_off.toml"),
        ("forms/nota/form.toml", "title = 3", "nota"),
    ],
)
def test_a_wrong_file_is_named_and_the_shipments_are_there(
    name: str, text: str, told: str, qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    folder = tmp_path / "data"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text(text, "utf-8")
    person = Person(qtbot, folder, theme)
    person.begin()
    settle()
    assert told in person.window.status.left.text()
    assert "buka Siap Ekspor lagi" in person.window.status.left.text()
    person.sample("footwear_rotterdam")
    person.checked()
    assert [remark.sentence for remark in person.problems()] == ["FOB dengan peti kemas: pertimbangkan FCA"]
    assert (folder / name).read_text("utf-8") == text
