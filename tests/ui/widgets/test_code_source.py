"""What a code field finds, and what stands out of it."""

from __future__ import annotations

import pytest

from app.services.code_habits import CodeHabits
from app.ui.widgets.code_popup import found_at
from tests.ui.widgets.ports import PORTS, port_source


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("nlrtm", ["NLRTM"]),
        ("rot", ["NLRTM", "USRAJ", "ITCRV"]),
        ("JAKAR", ["IDTPP"]),
        ("tanjung pri", ["IDTPP"]),
        ("ujung", ["IDSUB"]),
        ("sao seb", ["BRSSZ"]),
        ("Sebastião", ["BRSSZ"]),
        ("roterdan", ["NLRTM", "USRAJ"]),
        ("zzzzzz", []),
    ],
)
def test_codes_are_found_as_by_the_commands(typed: str, codes: list[str]) -> None:
    assert [entry.code for entry in port_source().find(typed, 10)] == codes


def test_what_was_taken_before_comes_first_among_what_fits_as_well() -> None:
    habits = CodeHabits({"ports": ("USRAJ", "IDTPP")})
    source = port_source(habits=habits)
    assert [entry.code for entry in source.find("rot", 10)] == ["USRAJ", "NLRTM", "ITCRV"]
    assert [entry.code for entry in source.find("tanjung p", 10)] == ["IDTPP", "IDSUB"]
    assert [entry.code for entry in source.find("", 10)] == ["USRAJ", "IDTPP", "ITCRV", "NLRTM", "BRSSZ", "IDSUB"]
    source.note_taken("ITCRV")
    assert habits.taken("ports") == ("ITCRV", "USRAJ", "IDTPP")


def test_a_name_that_two_codes_have_means_neither() -> None:
    both = {"NLRTM": PORTS["NLRTM"], "USROT": PORTS["NLRTM"]._replace(code="USROT", facts={"country": "US"})}
    source = port_source(entries=both)
    assert source.meant_by("rotterdam") is None
    assert source.meant_by(" nlrtm ") == source.named("NLRTM")
    assert source.meant_by("NLRTM - Rotterdam, Belanda") == source.named("NLRTM")
    assert source.meant_by("nlrtm - Crotone") is None


@pytest.mark.parametrize(
    ("text", "typed", "place"),
    [("São Sebastião", "sao", (0, 3)), ("Crotone", "ROT", (1, 4)), ("Rotterdam", "xyz", (0, 0)), ("a", "", (0, 0))],
)
def test_what_was_typed_stands_out_with_or_without_its_accents(text: str, typed: str, place: tuple[int, int]) -> None:
    assert found_at(text, typed) == place
