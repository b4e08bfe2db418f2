"""Rows found by their ids, in short lists and in long ones."""

from __future__ import annotations

import pytest

from app.domain.fields import declared_name, fields
from app.domain.goods import GoodsLine
from app.domain.paths import declared_path, places, row_number, value_at, with_value
from app.domain.row_places import place_in
from app.domain.shipment import Shipment
from tests.conftest import sample_named


@pytest.mark.parametrize("count", [3, 24, 25, 5000])
def test_a_row_is_found_in_a_list_of_any_length(count: int) -> None:
    shipment = Shipment(goods=tuple(GoodsLine(id=f"g{n}", article_no=str(n)) for n in range(count)))
    last = f"goods.g{count - 1}.article_no"
    assert value_at(shipment, last) == str(count - 1)
    assert row_number(shipment, last) == [("goods", count)]
    changed = with_value(shipment, last, "new")
    assert [line.article_no for line in changed.goods or ()] == [*map(str, range(count - 1)), "new"]
    assert value_at(changed, last) == "new" and value_at(shipment, last) == str(count - 1)
    with pytest.raises(KeyError):
        value_at(shipment, "goods.gone.article_no")


def test_of_two_rows_with_one_id_the_first_is_found() -> None:
    rows = [GoodsLine(id=f"g{n % 30}") for n in range(60)]
    assert [place_in(rows, row.id) for row in rows] == [*range(30), *range(30)]


def test_the_quick_way_to_a_declared_path_says_the_same_as_the_one_that_looks() -> None:
    shipment = sample_named("footwear_rotterdam")
    for place in places(shipment):
        assert declared_name(place.path) == declared_path(shipment, place.path) == place.declared
    assert declared_name("goods.gone.permits.p.title") == "goods.*.permits.*.title"
    assert declared_name("goods.gone") == "goods.*"
    assert all(declared_name(path) == path for path in fields() if "*" not in path)
