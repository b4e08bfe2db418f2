"""Files that are no shipment: one clear sentence, in time, and no other error (reliability I4, I5)."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.records.shipment_file import FORMAT, read_shipment, write_shipment
from app.records.strict_json import DEPTH_LIMIT, SIZE_LIMIT
from app.records.unreadable import Unreadable
from app.services.samples import sample_bytes
from app.words import LANGUAGES
from tests.conftest import SAMPLES
from tests.unit.records.documents import document

HEAD = f'{{"format":"{FORMAT}","shipment":{{'


def body(inner: str) -> bytes:
    """A file whose shipment holds ``inner``, which need not be JSON."""
    return f"{HEAD}{inner}}}}}".encode()


HOSTILE: dict[str, bytes] = {
    "nothing at all": b"",
    "only blanks": b"  \n ",
    "a PDF": b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n",
    "a ZIP": b"PK\x03\x04" + bytes(200),
    "UTF-16": document({}).decode().encode("utf-16"),
    "Latin-1": '{"format":"siap-ekspor-shipment","shipment":{"title":"caf\u00e9"}}'.encode("latin-1"),
    "JSON that is no object": b"[1, 2, 3]",
    "JSON of another program": b'{"name": "x", "version": 1}',
    "no shipment": json.dumps({"format": FORMAT}).encode(),
    "a shipment that is a list": document([]),
    "two documents": document({}) + document({}),
    "depth 100,000": b"[" * 100_000 + b"]" * 100_000,
    "depth 100,000 in an unknown key": body('"x":' + "[" * 100_000 + "]" * 100_000),
    "objects nested 5,000 deep": body('"x":' + '{"x":' * 5_000 + "1" + "}" * 5_000),
    "NaN": body('"x":NaN'),
    "Infinity": body('"x":-Infinity'),
    "NaN as text": document({"goods": [{"id": "a", "quantity": "NaN"}]}),
    "sNaN as text": document({"goods": [{"id": "a", "quantity": "sNaN"}]}),
    "1e300000": body('"x":1e300000'),
    "1e300000 as text": document({"goods": [{"id": "a", "quantity": "1e300000"}]}),
    "1e-999999999999 as text": document({"goods": [{"id": "a", "quantity": "1e-999999999999"}]}),
    "5,000 digits": body('"x":' + "9" * 5_000),
    "a million digits": body('"x":' + "9" * 1_000_000),
    "a million digits as text": document({"goods": [{"id": "a", "quantity": "9" * 1_000_000}]}),
    "a key twice": body('"title":"a","title":"b"'),
    "a key twice in a row": body('"goods":[{"id":"a","unit":"x","unit":"y"}]'),
    "a key twice among 200,000": body(",".join(f'"k{n}":1' for n in [*range(200_000), 199_999])),
    "two keys that look alike": body('"caf\u00e9":1,"cafe\u0301":2'),
    "the format twice": f'{{"format":"{FORMAT}","format":"{FORMAT}","shipment":{{}}}}'.encode(),
    "NUL": document({"title": "a\x00b"}),
    "a bare control character": body('"title":"a\x01b"'),
    "an escape": document({"title": "\x1b[2J"}),
    "a C1 control character": document({"title": "a\x85b"}),
    "a lone surrogate": body('"title":"\\ud800"'),
    "a lone surrogate in a key": body('"\\udc00":1'),
    "a lone surrogate in a key beside the shipment": json.dumps(
        {"format": FORMAT, "shipment": {}, "\ud800": 1}
    ).encode(),
    "NUL in a key": document({"own": {"a\x00": {}}}),
    "a row without an id": document({"goods": [{}]}),
    "a row with an empty id": document({"goods": [{"id": ""}]}),
    "a row whose id is a path": document({"goods": [{"id": "a.b"}]}),
    "a row whose id has lines": document({"goods": [{"id": "a\nb"}]}),
    "a row whose id is long": document({"goods": [{"id": "a" * 41}]}),
    "rows with the same id": document({"goods": [{"id": "a"}, {"id": "a"}]}),
    "inner rows with the same id": document({"goods": [{"id": "a", "permits": [{"id": "p"}, {"id": "p"}]}]}),
    "a list where a text belongs": document({"title": ["a"]}),
    "a number where a text belongs": document({"title": 5}),
    "a text where a list belongs": document({"goods": "all of them"}),
    "null where a group belongs": document({"exporter": None}),
    "null where a row belongs": document({"goods": [None]}),
    "a date that is none": document({"references": {"invoice_date": "2026-02-30"}}),
    "a date with a time": document({"references": {"invoice_date": "2026-12-02T00:00:00"}}),
    "an answer that is none": document({"answers": {"title": "at `$.x`\nlater"}}),
    "base64 that is none": document({"attachments": [{"id": "a", "content": "%%%"}]}),
    "a million values": body('"x":[' + "0," * 1_000_000 + "0]"),
    "a million empty lists": body('"x":[' + "[]," * 1_000_000 + "[]]"),
    "a million brackets": b"[]" * 1_000_000,
    "a million quotation marks": b'"' * 1_000_001,
    "a million backslashes": b'"' + b"\\" * 1_000_001,
}
ODD_NUMBERS = (
    "1_000",
    " 5",
    "5 ",
    "\u0663",
    "\uff15",
    "1E2",
    ".5",
    "5.",
    "+5",
    "0x10",
    "1,5",
    "1.234,5",
    "Rp 5",
    "",
    "-",
)


def refusal(data: bytes) -> Unreadable:
    """The error that reading ``data`` gives, within a second of work."""
    began = time.process_time()
    with pytest.raises(Unreadable) as caught:
        read_shipment(data)
    assert time.process_time() - began < 1
    return caught.value


def assert_is_one_sentence(error: Unreadable) -> None:
    """Whether a person can read it: one line, not endless, in two languages."""
    said = [error.into(language) for language in LANGUAGES]
    assert said[0] != said[1]
    for sentence in said:
        assert sentence.isprintable()
        assert 10 < len(sentence) < 300


@pytest.mark.bar("I4")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_at_once_with_one_sentence(name: str) -> None:
    assert_is_one_sentence(refusal(HOSTILE[name]))


@pytest.mark.bar("I5")
@pytest.mark.parametrize("digits", ODD_NUMBERS)
def test_a_text_that_only_python_takes_for_a_number_is_refused_with_its_path(digits: str) -> None:
    error = refusal(document({"goods": [{"id": "a"}, {"id": "b", "quantity": digits}]}))
    assert "goods" in error.into("id")
    assert "quantity" in error.into("id")


@pytest.mark.bar("I5")
@pytest.mark.parametrize("digits", ["1000000000000000", "0.0000001", "-1000000000000000", "999999999999999.9999999"])
@pytest.mark.parametrize("quotes", ["", '"'])
def test_a_number_out_of_bounds_is_refused_with_its_path(digits: str, quotes: str) -> None:
    error = refusal(body(f'"goods":[{{"id":"a","quantity":{quotes}{digits}{quotes}}}]'))
    assert "goods.a.quantity" in error.into("en")


@pytest.mark.bar("I5")
@pytest.mark.parametrize("text", ["NaN", "sNaN", "-nan", "Infinity", "-inf"])
def test_a_text_that_is_no_number_is_not_called_too_large(text: str) -> None:
    assert "a number" in refusal(document({"goods": [{"id": "a", "quantity": text}]})).into("en")


@pytest.mark.parametrize("digits", ["999999999999999", "0.000001", "999999999999999.999999", "5.0000000000"])
@pytest.mark.parametrize("quotes", ["", '"'])
def test_a_number_within_bounds_is_read(digits: str, quotes: str) -> None:
    assert read_shipment(body(f'"goods":[{{"id":"a","quantity":{quotes}{digits}{quotes}}}]')).shipment.goods


@pytest.mark.bar("I4")
@pytest.mark.parametrize(
    ("shipment", "path"),
    [
        ({"title": 5}, "title"),
        ({"exporter": {"npwp": 5}}, "exporter.npwp"),
        ({"goods": [{"id": "a"}, {"id": "b", "unit": 5}]}, "goods[1].unit"),
        ({"goods": [{"id": "a", "permits": [{"id": "p", "title": "a\tb"}]}]}, "goods[0].permits[0].title"),
        ({"buyer": {"name": "\x00"}}, "buyer.name"),
    ],
)
def test_the_sentence_names_the_place(shipment: Any, path: str) -> None:
    error = refusal(document(shipment))
    assert path in error.into("id")
    assert path in error.into("en")


@pytest.mark.parametrize(
    ("shipment", "advice"),
    [
        ({"references": {"invoice_date": "2026-13-41"}}, "2026-12-02"),
        ({"references": {"invoice_date": 5}}, "2026-12-02"),
        ({"goods": [{"id": "a", "quantity": "many"}]}, "a number"),
        ({"title": 5}, "text in quotation marks"),
    ],
)
def test_the_sentence_says_what_should_stand_there(shipment: Any, advice: str) -> None:
    assert advice in refusal(document(shipment)).into("en")


def test_the_deepest_nesting_allowed_is_read() -> None:
    # The file itself and its shipment are two of the levels.
    lists = DEPTH_LIMIT - 2
    assert read_shipment(body('"x":' + "[" * lists + "]" * lists)).unknown
    assert refusal(body('"x":' + "[" * (lists + 1) + "]" * (lists + 1)))


def test_brackets_and_quotation_marks_inside_texts_are_texts() -> None:
    title = '[{"' * 200 + "\\" * 7
    assert read_shipment(document({"title": title})).shipment.title == title


def test_a_file_above_the_limit_is_refused_for_its_size() -> None:
    assert "64 MB" in refusal(b" " * (SIZE_LIMIT + 1)).into("en")


@pytest.mark.bar("I2")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_truncated_file_is_refused_wherever_it_is_cut(name: str) -> None:
    data = sample_bytes(name).rstrip()
    for length in range(0, len(data), 50):
        assert_is_one_sentence(refusal(data[:length]))


@pytest.mark.bar("I2")
@pytest.mark.parametrize("name", SAMPLES)
def test_a_flipped_bit_is_refused_or_changes_nothing(name: str) -> None:
    data = sample_bytes(name)
    original = read_shipment(data).shipment
    refused = 0
    for position in range(3, len(data) * 8, len(data) * 8 // 200):
        flipped = bytearray(data)
        flipped[position // 8] ^= 1 << position % 8
        try:
            assert read_shipment(bytes(flipped)).shipment == original
        except Unreadable as error:
            assert_is_one_sentence(error)
            refused += 1
    assert refused > 150


pieces = st.sampled_from([*map(str.encode, '{}[]",:\\0-.eN'), b"\x00", b"\xff", b"null", b"\\ud800", b"1e9", b'"id"'])
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.lists(pieces, max_size=3).map(b"".join)), min_size=1)


@pytest.mark.bar("I2")
@settings(max_examples=1_000)
@given(st.sampled_from(SAMPLES), edits)
def test_a_file_with_bytes_exchanged_is_refused_or_holds_the_same_shipment(
    name: str, changes: list[tuple[float, int, bytes]]
) -> None:
    data = sample_bytes(name)
    for place, length, piece in changes:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    try:
        found = read_shipment(data).shipment
    except Unreadable as error:
        assert_is_one_sentence(error)
    else:
        assert found == read_shipment(sample_bytes(name)).shipment


odd_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([*ODD_NUMBERS, "a", "2026-12-02"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.just("id"), inner, max_size=3),
    max_leaves=4,
)


@pytest.mark.bar("I4")
@settings(max_examples=1_000)
@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 10_000), odd_values), min_size=1, max_size=3))
def test_a_hand_made_file_with_odd_values_is_refused_or_can_be_written_and_read(
    name: str, changes: list[tuple[int, Any]]
) -> None:
    raw = json.loads(sample_bytes(name))
    del raw["sha256"]
    for number, value in changes:
        homes = _homes(raw)
        home, key = homes[number % len(homes)]
        home[key] = value
    try:
        file = read_shipment(json.dumps(raw).encode())
    except Unreadable as error:
        assert_is_one_sentence(error)
    else:
        assert read_shipment(write_shipment(file)) == file


def _homes(raw: Any) -> list[tuple[Any, Any]]:
    """Every place of a JSON value that can be given another value."""
    inner = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    return [place for key, item in inner for place in [(raw, key), *_homes(item)]]
