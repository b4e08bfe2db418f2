"""What a newer program wrote survives reading, editing and writing with this one (reliability V5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.domain.struct import Value
from app.records.shipment_file import FORMAT, content_hash_of, read_shipment, write_shipment
from app.services.samples import sample_bytes
from tests.unit.records.documents import document
from tests.unit.records.shipments import foreign_values, shipments, texts

foreign_keys = texts | st.sampled_from(["a.b", "goods.a.x", "", "__class__", "__struct_fields__", "ids", ".."])


@settings(max_examples=500)
@given(shipments, st.data())
def test_unknown_keys_at_every_level_survive_an_edit(shipment: Shipment, data: st.DataObject) -> None:
    raw: dict[str, Any] = json.loads(msgspec.json.encode(shipment))
    for home, known in _homes(raw, shipment):
        if data.draw(st.booleans()):
            key = data.draw(foreign_keys)
            if key not in known:
                home[key] = data.draw(foreign_values)
    file = read_shipment(document(raw))
    edited = file._replace(shipment=with_value(file.shipment, "title", "edited"))
    written = json.loads(write_shipment(edited))["shipment"]
    assert _without_empty(written) == _without_empty(raw | {"title": "edited"})


def test_bare_numbers_stay_bare_numbers() -> None:
    raw = {"new": {"whole": 12345678901234567890123, "fraction": 1.50, "text": "1.50"}}
    written = write_shipment(read_shipment(document(raw)))
    assert b'"whole": 12345678901234567890123,' in written
    assert b'"fraction": 1.5' in written
    assert b'"text": "1.50"' in written


def test_the_hash_of_a_newer_file_with_bare_numbers_is_understood() -> None:
    raw = {"title": "x", "new": [1, 2.5, {"b": 1, "a": 2}]}
    newer = json.dumps(
        {"format": FORMAT, "schema": 2, "min_reader": 1, "sha256": content_hash_of(raw), "shipment": raw}
    )
    written = write_shipment(read_shipment(newer.encode()))
    assert read_shipment(written).unknown == read_shipment(newer.encode()).unknown


def test_keys_beside_the_shipment_survive() -> None:
    written = write_shipment(read_shipment(document({}, made_by={"program": "newer", "n": 3}, zone="WIB")))
    assert json.loads(written)["made_by"] == {"program": "newer", "n": 3}
    assert json.loads(written)["zone"] == "WIB"


def test_unknown_keys_follow_their_row_when_rows_move() -> None:
    file = read_shipment(document({"goods": [{"id": "a", "new": 1}, {"id": "b", "new": 2}]}))
    turned = tuple(reversed(file.shipment.goods or ()))
    written = json.loads(write_shipment(file._replace(shipment=with_value(file.shipment, "goods", turned))))
    assert written["shipment"]["goods"] == [{"id": "b", "new": 2}, {"id": "a", "new": 1}]


@pytest.mark.parametrize("left", [None, (), "b"])
def test_unknown_keys_go_with_a_removed_row(left: str | tuple[()] | None) -> None:
    rows = [{"id": "a", "new": 1, "permits": [{"id": "p", "new": 2}]}, {"id": "b"}]
    file = read_shipment(document({"goods": rows}))
    goods = (file.shipment.goods or ())[1:] if left == "b" else left
    edited = file._replace(shipment=with_value(file.shipment, "goods", goods))
    written = write_shipment(edited)
    assert b"new" not in written
    assert read_shipment(written).shipment == edited.shipment


def test_unknown_keys_of_a_list_that_was_taken_away_in_a_row_are_gone() -> None:
    file = read_shipment(document({"goods": [{"id": "a", "permits": [{"id": "p", "new": 2}]}]}))
    written = write_shipment(file._replace(shipment=with_value(file.shipment, "goods.a.permits", None)))
    assert json.loads(written)["shipment"] == {"goods": [{"id": "a"}]}


def test_unknown_keys_stay_in_a_group_whose_answers_were_all_taken_away() -> None:
    file = read_shipment(document({"buyer": {"name": "X", "new": 1}}))
    written = write_shipment(file._replace(shipment=with_value(file.shipment, "buyer.name", None)))
    assert json.loads(written)["shipment"] == {"buyer": {"new": 1}}


def test_files_with_the_same_unknown_keys_in_another_order_are_written_equally() -> None:
    one = write_shipment(read_shipment(document({"x": 1, "buyer": {"b": 1, "a": 2}}, q=1, p=2)))
    assert one == write_shipment(read_shipment(document({"buyer": {"a": 2, "b": 1}, "x": 1}, p=2, q=1)))


def test_a_sample_has_nothing_unknown() -> None:
    assert read_shipment(sample_bytes("furniture_hamburg_lc")).unknown == {}


def _homes(raw: dict[str, Any], value: Value) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    """Every object of ``raw`` that is a group of answers, with the keys known in it."""
    inner: list[tuple[dict[str, Any], Value]] = []
    for key, item in raw.items():
        read = getattr(value, key)
        if isinstance(read, Value):
            inner.append((item, read))
        elif isinstance(read, tuple):
            inner.extend(zip(item, read, strict=True))
    yield raw, value.__struct_fields__
    for raw_inner, value_inner in inner:
        yield from _homes(raw_inner, value_inner)


def _without_empty(raw: dict[str, Any]) -> dict[str, Any]:
    """``raw`` without groups that hold nothing, with numbers in their one form, to compare by."""
    shipment = read_shipment(document(raw))
    groups = {
        name for name in shipment.shipment.__struct_fields__ if isinstance(getattr(shipment.shipment, name), Value)
    }
    kept = {key: item for key, item in raw.items() if not (key in groups and item == {})}
    normal = json.loads(msgspec.json.encode(shipment.shipment))
    return {key: _merged(item, normal.get(key)) for key, item in kept.items()}


def _merged(item: Any, normal: Any) -> Any:
    """``item``, but what is known taken from ``normal``: "1.50" and "1.5" are the same number."""
    if isinstance(item, dict) and isinstance(normal, dict):
        return {key: _merged(inner, normal.get(key)) for key, inner in item.items()}
    if isinstance(item, list) and isinstance(normal, list) and len(item) == len(normal):
        return [_merged(a, b) for a, b in zip(item, normal, strict=True)]
    return item if normal is None else normal
