"""I2, I4: a shipment file that was spoiled or made up is refused with a reason, or holds what it held."""

from __future__ import annotations

import json
import random
import time
from typing import Any

import pytest

from app.records.shipment_file import read_shipment, write_shipment
from app.records.unreadable import Unreadable
from app.services.samples import sample_bytes
from tests.conftest import SAMPLES

_BYTES = (
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b":",
    b",",
    b"\\",
    b"0",
    b"-",
    b"e9",
    b"null",
    b"NaN",
    b"\x00",
    b"\xff",
    b"\\u0000",
)
_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1e308, 10**30, "", "x", "\x00", "\ud800", "1e300000", "NaN", "1_000", "2026-02-30", [], {}, [[]],
    [{}], [{"id": ""}], [{"id": "a"}, {"id": "a"}], {"id": 5}, "A" * 5_000, ["x"] * 50, {"$ref": "#"}, "../../x",
)  # fmt: skip


def spoiled(source: random.Random, data: bytes) -> bytes:
    """The bytes with some of them exchanged, doubled, cut out or cut off."""
    for _ in range(source.randint(1, 4)):
        start = source.randrange(len(data))
        end = min(len(data), start + source.choice((0, 1, 1, 8, 200)))
        piece = source.choice((source.choice(_BYTES), data[start:end] * 2, b"", source.randbytes(2)))
        data = data[:start] + piece + data[end:]
    return data[: source.randrange(len(data))] if source.random() < 0.1 and data else data


def run_of_spoiled(count: int, seed: int) -> dict[str, int]:
    """How many were refused, and how many held the same; nothing else may be."""
    source = random.Random(seed)
    originals = {name: (sample_bytes(name), read_shipment(sample_bytes(name)).shipment) for name in SAMPLES}
    found = {"refused": 0, "the same": 0, "without a hash": 0, "other": 0}
    for _ in range(count):
        data, shipment = originals[source.choice(SAMPLES)]
        hostile = spoiled(source, data)
        try:
            file = read_shipment(hostile)
        except Unreadable:
            found["refused"] += 1
        else:
            sealed = "sha256" in json.loads(hostile)
            found["the same" if file.shipment == shipment else "other" if sealed else "without a hash"] += 1
    return found


def made_up(source: random.Random, raw: Any, chance: float) -> Any:
    """A JSON value with some of its parts replaced by odd ones, or standing under odd keys."""
    if source.random() < chance:
        return source.choice(_VALUES)
    if isinstance(raw, dict):
        inner = {key: made_up(source, value, chance) for key, value in raw.items()}
        return inner | ({source.choice(("x", "", "id", "a.b", "\ud800")): 1} if source.random() < chance else {})
    return [made_up(source, item, chance) for item in raw] if isinstance(raw, list) else raw


def run_of_made_up(count: int, seed: int) -> dict[str, int]:
    """How many were refused, and how many read; those can be written, and read again as the same."""
    source = random.Random(seed)
    raw = json.loads(sample_bytes("wallet_post_us"))
    del raw["sha256"]
    found = {"refused": 0, "read": 0}
    for _ in range(count):
        data = json.dumps(raw | {"shipment": made_up(source, raw["shipment"], 0.01)}).encode()
        began = time.process_time()
        try:
            file = read_shipment(data)
        except Unreadable:
            found["refused"] += 1
        else:
            assert read_shipment(write_shipment(file)) == file
            found["read"] += 1
        assert time.process_time() - began < 1
    return found


@pytest.mark.bar("I2")
@pytest.mark.parametrize("count", [500, pytest.param(5_000, marks=pytest.mark.soak)])
def test_a_spoiled_file_never_becomes_another_shipment(count: int) -> None:
    """Where the word sha256 itself was hit, the file counts as made by hand, which needs no hash."""
    found = run_of_spoiled(count, seed=2)
    print(f"I2: {count} spoiled files: {found}")
    assert found["other"] == 0
    assert found["without a hash"] <= count / 1_000
    assert found["refused"] > count * 0.8


@pytest.mark.bar("I4")
@pytest.mark.parametrize("count", [10_000, pytest.param(200_000, marks=pytest.mark.soak)])
def test_a_made_up_file_is_refused_or_can_be_kept(count: int) -> None:
    found = run_of_made_up(count, seed=4)
    print(f"I4: {count} made-up files: {found}")
    assert min(found.values()) > count * 0.05
