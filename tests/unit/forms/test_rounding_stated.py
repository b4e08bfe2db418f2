"""How amounts are rounded stands where they are looked at: under the price in the grid, and on papers of costs."""

from __future__ import annotations

import pytest

from app.services.program import Program


@pytest.mark.parametrize("path", ["goods.*.unit_price", "goods.*.amount"])
def test_a_prices_hint_says_how_the_lines_amount_is_rounded(path: str, program: Program) -> None:
    hint = program.catalog.words[path].hint
    assert hint is not None
    assert "dibulatkan ke desimal valuta" in hint.id
    assert "rounded to the currency's decimals" in hint.en


@pytest.mark.parametrize("form", ["price_ladder", "cost_structure"])
def test_papers_of_costs_say_how_they_round(form: str, program: Program) -> None:
    note = program.catalog.forms[form].texts["note"]
    assert "dibulatkan ke desimal valuta" in note.id
    assert "rounded to the currency's decimals" in note.en
