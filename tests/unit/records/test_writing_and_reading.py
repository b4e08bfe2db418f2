"""What is written can be read, and equal shipments are written equally."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.goods import GoodsLine
from app.domain.party import Exporter
from app.domain.paths import with_value
from app.domain.shipment import Shipment
from app.domain.transport import Transport
from app.records.shipment_file import ShipmentFile, content_hash, read_shipment, write_shipment
from app.records.unreadable import Unreadable
from app.services.samples import sample_bytes
from tests.conftest import SAMPLES
from tests.unit.records.documents import document, read
from tests.unit.records.shipments import shipments


@settings(max_examples=500)
@given(shipments)
def test_a_shipment_written_and_read_back_is_equal(shipment: Shipment) -> None:
    written = write_shipment(ShipmentFile(shipment))
    file = read_shipment(written)
    assert file.shipment == shipment
    assert (file.unknown, file.beside) == ({}, {})
    assert write_shipment(file) == written


@settings(max_examples=200)
@given(shipments, st.randoms(use_true_random=False))
def test_equal_shipments_have_equal_bytes_and_hashes_however_they_came_about(shipment: Shipment, random: Any) -> None:
    other = msgspec.convert(_otherwise(msgspec.to_builtins(shipment), random), Shipment)
    padded = _padded(other)
    assert padded == shipment
    assert content_hash(padded) == content_hash(shipment)
    assert write_shipment(ShipmentFile(padded)) == write_shipment(ShipmentFile(shipment))


@pytest.mark.parametrize("digits", ["1250.5", "1250.50", "1250.500000", "01250.5"])
def test_zeros_at_the_ends_of_a_number_change_nothing(digits: str) -> None:
    written = write_shipment(ShipmentFile(read({"goods": [{"id": "a", "quantity": digits}]})))
    assert json.loads(written)["shipment"]["goods"][0]["quantity"] == "1250.5"


@pytest.mark.parametrize("digits", ["0", "-0", "0.000", "0.00000000000000000000"])
def test_nought_has_one_form(digits: str) -> None:
    assert str(read({"goods": [{"id": "a", "quantity": digits}]}).goods[0].quantity) == "0"  # type: ignore[index]


def test_a_bare_number_is_the_number() -> None:
    goods = read({"goods": [{"id": "a", "quantity": 1200, "unit_price": 12.50}]}).goods
    assert goods == (GoodsLine(id="a", quantity=Decimal(1200), unit_price=Decimal("12.5")),)


def test_an_empty_group_is_written_like_one_that_was_never_there() -> None:
    assert content_hash(Shipment(exporter=Exporter(), transport=Transport())) == content_hash(Shipment())
    assert content_hash(read({"exporter": {}})) == content_hash(Shipment())


def test_the_order_of_keys_does_not_matter_to_hash_and_shipment() -> None:
    raw = json.loads(sample_bytes("footwear_rotterdam"))
    turned = _turned(raw)
    assert list(turned) != list(raw)
    assert read_shipment(json.dumps(turned).encode()) == read_shipment(json.dumps(raw).encode())


def test_another_value_is_another_hash() -> None:
    shipment = read_shipment(sample_bytes("batik_tokyo")).shipment
    assert content_hash(with_value(shipment, "buyer.city", "Osaka")) != content_hash(shipment)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_reads_the_same_with_byte_order_mark_and_with_windows_line_ends(name: str) -> None:
    data = sample_bytes(name)
    plain = read_shipment(data)
    assert read_shipment(b"\xef\xbb\xbf" + data) == plain
    assert read_shipment(data.replace(b"\n", b"\r\n")) == plain


def test_texts_that_look_alike_are_stored_alike() -> None:
    assert read({"title": "cafe\u0301"}) == read({"title": "caf\u00e9"})


@pytest.mark.parametrize("number", ["1E15", "0.0000001", "NaN", "Infinity", "1.00000000000000000000000000000000001"])
def test_what_could_not_be_read_back_is_not_written(number: str) -> None:
    with pytest.raises(Unreadable):
        write_shipment(ShipmentFile(Shipment(goods=(GoodsLine(id="a", quantity=Decimal(number)),))))


def test_the_file_is_readable_text_that_ends_in_a_line_end() -> None:
    written = write_shipment(ShipmentFile(Shipment(title="Größe 見本")))
    assert "Größe 見本" in written.decode()
    assert written.endswith(b"}\n")
    assert document({}) != written


def _otherwise(raw: Any, random: Any) -> Any:
    """The same JSON with all keys in another order."""
    if isinstance(raw, dict):
        pairs = [(key, _otherwise(item, random)) for key, item in raw.items()]
        random.shuffle(pairs)
        return dict(pairs)
    return [_otherwise(item, random) for item in raw] if isinstance(raw, list | tuple) else raw


def _padded(value: Any) -> Any:
    """The same values with a zero more behind each number."""
    if isinstance(value, Decimal):
        return value if value.is_zero() else Decimal(f"{value:f}" + ("0" if "." in f"{value:f}" else ".0"))
    if isinstance(value, tuple):
        return tuple(map(_padded, value))
    if isinstance(value, msgspec.Struct):
        return type(value)(**{name: _padded(getattr(value, name)) for name in value.__struct_fields__})
    return value


def _turned(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: _turned(raw[key]) for key in reversed(raw)}
    return [_turned(item) for item in raw] if isinstance(raw, list) else raw
