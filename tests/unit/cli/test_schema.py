"""``siap-ekspor schema``: a JSON Schema that every shipment file obeys and that catches mistakes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app.domain.fields import fields
from app.domain.shipment import Shipment
from app.records.shipment_file import FORMAT, ShipmentFile, write_shipment
from app.services.program import Program
from app.services.samples import sample_bytes
from app.services.shipment_schema import shipment_schema
from tests.conftest import SAMPLES
from tests.unit.cli.conftest import Command
from tests.unit.records.documents import document


@pytest.fixture(scope="module")
def validator(program: Program) -> Draft202012Validator:
    """What checks a file against the schema."""
    return Draft202012Validator(shipment_schema(program.catalog))


def test_the_schema_printed_is_valid_and_the_same_every_time(command: Command, validator: Draft202012Validator) -> None:
    code, out, err = command("schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == validator.schema
    assert json.loads(out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(json.loads(out))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_obeys_the_schema(validator: Draft202012Validator, name: str) -> None:
    validator.validate(json.loads(sample_bytes(name)))


def test_the_smallest_file_obeys_the_schema(validator: Draft202012Validator) -> None:
    validator.validate(json.loads(document({})))
    validator.validate(json.loads(write_shipment(ShipmentFile(Shipment()))))


@pytest.mark.parametrize(
    "changed",
    [
        {"format": "another"},
        {"shipment": []},
        {"sha256": "x"},
        {"schema": 0},
        {"shipment": {"title": 5}},
        {"shipment": {"goods": [{}]}},
        {"shipment": {"goods": [{"id": "a.b"}]}},
        {"shipment": {"goods": [{"id": ""}]}},
        {"shipment": {"goods": [{"id": "a", "quantity": "1_000"}]}},
        {"shipment": {"goods": [{"id": "a", "hs_code": "12"}]}},
        {"shipment": {"references": {"invoice_date": 5}}},
        {"shipment": {"answers": {"title": "maybe"}}},
    ],
)
def test_a_mistake_is_caught_by_the_schema(validator: Draft202012Validator, changed: dict[str, Any]) -> None:
    assert not validator.is_valid({"format": FORMAT, "shipment": {}} | changed)


def test_every_field_is_described_in_words(program: Program) -> None:
    described = json.dumps(shipment_schema(program.catalog))
    for path in fields():
        words = program.catalog.words[path]
        assert json.dumps(words.label.en) in described


def test_row_ids_have_the_pattern_that_reading_asks_for(program: Program) -> None:
    rows = [part for part in shipment_schema(program.catalog)["$defs"].values() if "id" in part["properties"]]
    assert rows
    assert all(row["properties"]["id"]["pattern"] == "^[A-Za-z0-9_-]{1,40}$" for row in rows)
