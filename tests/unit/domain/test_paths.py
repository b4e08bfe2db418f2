"""Fields, their paths, and values found and changed by path."""

from __future__ import annotations

import pytest

from app.domain.all_derived import DERIVED, DERIVED_ROWS
from app.domain.fields import fields
from app.domain.paths import declared_path, places, row_number, value_at, with_value
from app.domain.shipment import Shipment
from app.kinds.kind import Kind
from tests.conftest import sample_named


def test_every_answered_value_of_the_samples_is_a_declared_field(sample: Shipment) -> None:
    undeclared = {place.declared for place in places(sample)} - fields().keys()
    assert undeclared == set()


def test_every_field_has_a_kind_or_is_a_list() -> None:
    assert all(isinstance(field.kind, Kind) or field.rows for field in fields().values())


def test_no_path_is_both_told_and_derived() -> None:
    assert not fields().keys() & (DERIVED.keys() | DERIVED_ROWS.keys())


def test_every_value_is_found_again_at_its_path_and_can_be_changed_there(sample: Shipment) -> None:
    for place in places(sample):
        assert value_at(sample, place.path) == place.value
        assert declared_path(sample, place.path) == place.declared
        emptied = with_value(sample, place.path, None)
        assert value_at(emptied, place.path) is None
        assert with_value(emptied, place.path, place.value) == sample


def test_a_change_leaves_the_shipment_it_came_from_alone() -> None:
    sample = sample_named("footwear_rotterdam")
    with_value(sample, "goods.g2.hs_code", "64029990")
    assert value_at(sample, "goods.g2.hs_code") == "64039990"


def test_rows_are_numbered_from_one_through_all_lists() -> None:
    sample = sample_named("silver_courier_sydney")
    assert row_number(sample, "packing.ranges.p1.contents.i2.each") == [("ranges", 1), ("contents", 2)]
    assert row_number(sample, "buyer.name") == []


@pytest.mark.parametrize("path", ["nowhere", "buyer.nowhere", "goods.g9.hs_code", "goods.g1.nowhere", "buyer.name.x"])
def test_a_path_that_leads_nowhere_is_said_to(path: str) -> None:
    sample = sample_named("footwear_rotterdam")
    with pytest.raises(KeyError, match=path):
        value_at(sample, path)
    with pytest.raises(KeyError):
        with_value(sample, path, None)
