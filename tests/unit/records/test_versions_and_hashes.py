"""Hash, schema number and oldest reader: what is refused, what is taken through the steps, what is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.domain.shipment import Shipment
from app.records.shipment_file import MIN_READER, SCHEMA, content_hash_of, migrated, read_shipment, write_shipment
from app.records.unreadable import Unreadable
from app.services.samples import sample_bytes
from tests.unit.records.documents import document

ADVICE = "sha256"


def with_keys(**changed: Any) -> bytes:
    """A sample with keys beside the shipment changed; None takes one away."""
    raw = json.loads(sample_bytes("batik_tokyo")) | changed
    return json.dumps({key: value for key, value in raw.items() if value is not None}).encode()


def test_a_missing_hash_means_made_by_hand_and_is_read() -> None:
    assert read_shipment(with_keys(sha256=None)) == read_shipment(sample_bytes("batik_tokyo"))


@pytest.mark.parametrize("wrong", ["0" * 64, "", "E" * 64, 5, [], False])
def test_a_wrong_hash_is_refused_with_advice(wrong: Any) -> None:
    with pytest.raises(Unreadable) as caught:
        read_shipment(with_keys(sha256=wrong))
    assert ADVICE in caught.value.into("id")
    assert ADVICE in caught.value.into("en")


def test_a_hash_that_is_null_is_wrong_too() -> None:
    with pytest.raises(Unreadable, match="SHA-256"):
        read_shipment(document({}, sha256=None))


def test_a_changed_value_under_the_old_hash_is_refused() -> None:
    raw = json.loads(sample_bytes("batik_tokyo"))
    raw["shipment"]["buyer"]["city"] = "Osaka"
    with pytest.raises(Unreadable, match="SHA-256"):
        read_shipment(json.dumps(raw).encode())


def test_the_hash_in_the_file_is_that_of_its_content() -> None:
    raw = json.loads(sample_bytes("batik_tokyo"))
    assert raw["sha256"] == content_hash_of(raw["shipment"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_file_that_needs_a_newer_program_is_refused_and_says_so(language: Any) -> None:
    with pytest.raises(Unreadable) as caught:
        read_shipment(with_keys(schema=SCHEMA + 1, min_reader=SCHEMA + 1))
    assert {"id": "lebih baru", "en": "newer"}[language] in caught.value.into(language)


def test_a_newer_file_that_old_programs_may_read_keeps_its_numbers() -> None:
    file = read_shipment(with_keys(schema=SCHEMA + 6, min_reader=1, sha256=None))
    written = json.loads(write_shipment(file))
    assert (written["schema"], written["min_reader"]) == (SCHEMA + 6, 1)
    assert read_shipment(write_shipment(file)) == file


def test_a_file_without_numbers_is_one_of_now() -> None:
    file = read_shipment(document({}))
    assert (file.shipment, file.schema, file.min_reader) == (Shipment(), SCHEMA, MIN_READER)


@pytest.mark.parametrize("number", [0, -1, 1.5, "1", True, False, [], {}, 10**39])
@pytest.mark.parametrize("key", ["schema", "min_reader"])
def test_a_number_that_is_none_makes_no_shipment(key: str, number: Any) -> None:
    if key == "schema" and number == 10**39:
        assert read_shipment(document({}, schema=number)).schema == number
        return
    with pytest.raises(Unreadable):
        read_shipment(document({}, **{key: number}))


@pytest.mark.parametrize(("schema", "title"), [(1, "123"), (2, "23"), (3, "3"), (4, ""), (9, "")])
def test_an_older_document_goes_through_the_steps_from_its_own_number_on(schema: int, title: str) -> None:
    steps = [lambda raw, n=n: raw | {"title": raw["title"] + str(n)} for n in (1, 2, 3)]
    assert migrated({"title": ""}, schema, steps)["title"] == title


def test_without_steps_a_document_stays_as_it_is() -> None:
    assert migrated({"title": "x"}, 1, ()) == {"title": "x"}
