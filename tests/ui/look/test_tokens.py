"""Everything that stands on something can be seen on it, in both sets of colours."""

from __future__ import annotations

import re

import pytest

from app.ui.look.tokens import DARK, LIGHT, PAIRS, SETS, Pair, Tokens, contrast


@pytest.mark.parametrize("scheme", SETS)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.front} on {pair.ground}")
def test_a_colour_can_be_seen_on_its_ground(pair: Pair, scheme: str) -> None:
    tokens = SETS[scheme]
    assert contrast(getattr(tokens, pair.front), getattr(tokens, pair.ground)) >= pair.least


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_written_in_full(tokens: Tokens) -> None:
    assert len(tokens) == 19
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in tokens)


def test_every_colour_of_text_is_in_the_table() -> None:
    fronts = {pair.front for pair in PAIRS}
    assert {"text", "quiet", "accent", "problem", "on_accent", "disabled", "warning", "edge", "grip"} <= fronts


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")
