"""Half-told and strange shipments are advised too, and mistakes in the rules are named."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from decimal import Decimal
from importlib.resources import as_file
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.advice.advice import Advice, advise
from app.advice.reading import built_in_advice, read_book
from app.catalog.declared import DeclarationError
from app.domain.goods import GoodsLine
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.services.program import Program
from tests.conftest import SAMPLES, sample_named
from tests.unit.advice.orders import EXAMPLES, order

PARTS = (
    "exporter",
    "buyer",
    "goods",
    "packing",
    "transport",
    "delivery",
    "currency",
    "charges",
    "payment",
    "references",
)
EMPTY = Shipment()
STRANGE: list[tuple[str, Any]] = [
    ("transport.departure", datetime.date.max),
    ("transport.departure", datetime.date.min),
    ("transport.arrival", datetime.date.max),
    ("transport.mode", "teleport"),
    ("currency", "ZZZ"),
    ("transport.country_of_destination", "??"),
    ("payment.method", "barter"),
    ("customs.preference_wanted", "perhaps"),
    (
        "goods",
        (GoodsLine(id="a", hs_code="6", description="(*[", quantity=Decimal("1E+14"), unit_price=Decimal("9E+14")),),
    ),
]


@given(name=st.sampled_from([*SAMPLES, *EXAMPLES]), left=st.sets(st.sampled_from(PARTS)))
def test_a_shipment_of_which_parts_are_not_told_is_advised(
    name: str, left: set[str], program: Program, at: Circumstances
) -> None:
    whole = sample_named(name) if name in SAMPLES else order(EXAMPLES[name])
    told = replace(whole, **{part: getattr(EMPTY, part) for part in left})
    holds_together(advise(program.advice, program.catalog, told, at))


@pytest.mark.parametrize(("path", "value"), STRANGE)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_strange_answer_leads_to_no_crash(
    name: str, path: str, value: Any, program: Program, at: Circumstances
) -> None:
    holds_together(advise(program.advice, program.catalog, with_value(sample_named(name), path, value), at))


def holds_together(advice: Advice) -> None:
    """Every paper has a reason and a perhaps what decides it."""
    for advised in advice.papers:
        assert advised.reasons
        assert bool(advised.questions or advised.asks) == (advised.need == "perhaps")


def spoiled(folder: Path, file: str, change: Callable[[str], str]) -> Path:
    with as_file(built_in_advice()) as own:
        shutil.copytree(own, folder)
    place = folder / file
    place.write_text(change(place.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


MISTAKES = {
    "a paper that is none": (
        "rules_terms.toml",
        '"freight_booking"',
        '"freight_bookinx"',
        "rule R13: there is no paper",
    ),
    "a fact that is none": (
        "rules_terms.toml",
        'fact = "drafts"',
        'fact = "draughts"',
        "rule R14.when: there is no fact",
    ),
    "an area that is none": ("rules_places.toml", '"@GULF"', '"@GOLF"', "rule R26.when: there is no area"),
    "a step that is none": ("all_papers.toml", 'step   = "payment"', 'step   = "dance"', "there is no step 'dance'"),
    "a field that is none": ("facts.toml", '"packing.wood"', '"packing.word"', "there is no single field"),
    "a key that is none": ("rules_terms.toml", "certainty", "certanty", "rules_terms.toml: rule[0]"),
    "two comparisons": (
        "rules_transport.toml",
        'at_most = "30"',
        'at_most = "30", above = "2"',
        "takes one comparison",
    ),
    "a scheme's paper": ("origin.toml", '"origin_declaration"', '"dance"', "there is no paper 'dance'"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_rules_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    file, old, new, told = MISTAKES[name]
    with pytest.raises(DeclarationError) as caught:
        read_book(spoiled(tmp_path / "advice", file, lambda text: text.replace(old, new)))
    assert told in str(caught.value)
