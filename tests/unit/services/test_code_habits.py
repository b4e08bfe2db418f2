"""Codes a person takes again and again."""

from __future__ import annotations

import pytest

from app.services.code_habits import CodeHabits, keep_habits, read_habits
from tests.unit.services.documents import Desk


def test_the_last_taken_comes_first_and_only_a_dozen_are_remembered() -> None:
    habits = CodeHabits()
    for n in range(20):
        assert habits.note("ports", f"P{n}")
    assert habits.note("ports", "P15")
    assert not habits.note("ports", "P15")
    assert habits.taken("ports")[:3] == ("P15", "P19", "P18")
    assert len(habits.taken("ports")) == 12
    assert habits.taken("units") == ()


def test_favourites_are_marked_and_unmarked() -> None:
    habits = CodeHabits()
    for code in ("640399", "420231"):
        habits.mark("hs_favourites", code, wanted=True)
    habits.mark("hs_favourites", "640399", wanted=False)
    assert habits.taken("hs_favourites") == ("420231",)


def test_they_are_kept_behind_what_was_taken_since_the_start(desk: Desk) -> None:
    before = CodeHabits({"ports": ("NLRTM", "IDSUB"), "units": ("PR",)})
    desk.ask(keep_habits, setting=before.as_setting())
    now = CodeHabits()
    now.note("ports", "DEHAM")
    now.note("ports", "IDSUB")
    now.add_older(desk.ask(read_habits))
    assert now.taken("ports") == ("IDSUB", "DEHAM", "NLRTM")
    assert now.taken("units") == ("PR",)


@pytest.mark.parametrize("setting", ["", "{", "[1]", '{"ports": 3, "units": [1, "PR"]}'])
def test_a_setting_that_is_none_of_ours_is_no_trouble(desk: Desk, setting: str) -> None:
    desk.ask(keep_habits, setting=setting)
    assert desk.ask(read_habits).get("units", ()) in ((), ("PR",))
