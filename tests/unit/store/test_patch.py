"""Differences of JSON trees: small, and right in both directions."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.body import decoded, encoded
from app.store.patch import applied, difference

KEYS = st.sampled_from(("a", "b", "id", "a.b", ""))
SCALARS = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(("", "x", "1", "ü"))
IDS = st.lists(st.sampled_from(("r1", "r2", "r3", "r4")), unique=True)


def rows_of(ids: list[str], fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "id": row_id} for row_id, row in zip(ids, fields, strict=False)]


def inside(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fields = st.dictionaries(KEYS, values, max_size=3)
    rows = st.builds(rows_of, IDS, st.lists(fields, min_size=4, max_size=4))
    return fields | rows | st.lists(values, max_size=3)


TREES = st.dictionaries(KEYS, st.recursive(SCALARS, inside, max_leaves=12), max_size=4)
OLD: dict[str, Any] = {
    "goods": [{"id": f"g{n}", "text": "long " * 40, "packs": [{"id": "c1", "n": "1"}]} for n in range(50)],
    "x": "1",
}


@given(TREES, TREES)
def test_there_and_back_is_where_one_was(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = difference(old, new)
    stored = [msgspec.json.decode(msgspec.json.encode(way)) for way in found]
    assert encoded(applied(old, stored[0])) == encoded(new)
    assert encoded(applied(new, stored[1])) == encoded(old)


@given(TREES)
def test_no_change_is_no_patch(tree: dict[str, Any]) -> None:
    assert difference(tree, decoded(encoded(tree))) == ([], [])


def changed_rows(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {**OLD, "goods": rows}


ROWS: list[dict[str, Any]] = OLD["goods"]
NEW_ROW = {"id": "new", "text": "short"}
EDITED = [{**row, "packs": [{"id": "c1", "n": "2"}]} if row["id"] == "g7" else row for row in ROWS]


@pytest.mark.parametrize(
    ("new", "forward"),
    [
        ({**OLD, "x": "2"}, [[["x"], "2"]]),
        ({"goods": ROWS}, [[["x"]]]),
        ({**OLD, "x": None}, [[["x"], None]]),
        (changed_rows(EDITED), [[["goods", "g7", "packs", "c1", "n"], "2"]]),
    ],
)
def test_a_changed_value_is_named_by_keys_and_row_ids(new: dict[str, Any], forward: list[Any]) -> None:
    assert difference(OLD, new).forward == forward


@pytest.mark.parametrize(
    "rows", [[*ROWS[:9], NEW_ROW, *ROWS[9:]], ROWS[:9] + ROWS[10:], [*ROWS[1:], ROWS[0]], [NEW_ROW, *EDITED[1:]]]
)
def test_rows_that_stay_are_not_written_again(rows: list[dict[str, Any]]) -> None:
    new = changed_rows(rows)
    found = difference(OLD, new)
    assert applied(OLD, found.forward) == new
    assert len(msgspec.json.encode(found)) < len(encoded(OLD)) / 8


def test_a_patch_that_does_not_fit_is_refused() -> None:
    for patch in ([[["nowhere", "x"], 1]], [[["gone"]]], [[["goods", "g99", "text"], "x"]], [[["goods"], ["g99"], []]]):
        with pytest.raises(KeyError):
            applied(OLD, patch)


def test_the_old_tree_stays_as_it_was() -> None:
    before = encoded(OLD)
    applied(OLD, [[["goods", "g7", "text"], "x"], [["x"]], [["goods"], ["g1"], []]])
    assert encoded(OLD) == before
