"""The shipment file (.ekspor): one JSON document with a format name, a schema number, a hash and the shipment."""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from app.domain.attachments import ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT
from app.domain.shipment import Shipment
from app.records.normal_form import normalised
from app.records.strict_json import read_json
from app.records.unknown_keys import Path, unknown_keys, with_unknown_keys
from app.records.unreadable import Unreadable
from app.words import Message, catalogue

FORMAT = "siap-ekspor-shipment"
SUFFIX = ".ekspor"
SCHEMA = 1
"""The number of the shape that this program writes."""
MIN_READER = 1
"""The oldest schema number whose programs may still read what this one writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]
STEPS: tuple[Step, ...] = ()
"""STEPS[n - 1] turns a document of schema n into one of schema n + 1. A published step is never edited."""


class ShipmentFile(NamedTuple):
    """What a shipment file holds."""

    shipment: Shipment
    unknown: Mapping[Path, Any] = MappingProxyType({})
    """What a newer program wrote, by path; written back as it was."""
    schema: int = SCHEMA
    min_reader: int = MIN_READER


def read_shipment(data: bytes) -> ShipmentFile:
    """The shipment in ``data``. Raises Unreadable, with one sentence that says why."""
    document = read_json(data)
    schema, min_reader = _versions(document)
    raw = document.get("shipment")
    if not isinstance(raw, dict):
        raise Unreadable("not_a_shipment")
    if "sha256" in document and document["sha256"] != content_hash_of(raw):
        raise Unreadable("wrong_hash")
    raw = migrated(raw, schema, STEPS)
    try:
        shipment = msgspec.convert(raw, Shipment)
    except msgspec.ValidationError as error:
        raise _unreadable(str(error)) from None
    _refuse_bad_attachments(shipment)
    return ShipmentFile(normalised(shipment), dict(unknown_keys(raw, shipment)), max(schema, SCHEMA), min_reader)


def write_shipment(file: ShipmentFile) -> bytes:
    """The file's bytes: readable, the same for equal shipments, with the hash of the content."""
    content = _content(file)
    document = {
        "format": FORMAT,
        "schema": file.schema,
        "min_reader": file.min_reader,
        "sha256": content_hash_of(content),
        "shipment": content,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def content_hash(shipment: Shipment) -> str:
    """SHA-256 of a shipment's content, as papers name it in their foot: equal shipments have equal hashes."""
    return content_hash_of(_content(ShipmentFile(shipment)))


def content_hash_of(content: dict[str, Any]) -> str:
    """SHA-256 of a shipment given as JSON values; the order of keys does not count."""
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()


def migrated(raw: dict[str, Any], schema: int, steps: Sequence[Step]) -> dict[str, Any]:
    """``raw`` of an older schema number taken through the steps up to now."""
    for step in steps[schema - 1 :]:
        raw = step(raw)
    return raw


def _content(file: ShipmentFile) -> dict[str, Any]:
    content: dict[str, Any] = msgspec.to_builtins(file.shipment)
    return with_unknown_keys(content, copy.deepcopy(dict(file.unknown)))


def _versions(document: dict[str, Any]) -> tuple[int, int]:
    """Schema number and oldest reader. Raises Unreadable for a foreign or a too new document."""
    if document.get("format") != FORMAT:
        raise Unreadable("not_a_shipment")
    numbers = [document.get(key, SCHEMA) for key in ("schema", "min_reader")]
    if not all(isinstance(n, int | Decimal) and n == int(n) and n >= 1 for n in numbers):
        raise Unreadable("not_a_shipment")
    schema, min_reader = (int(n) for n in numbers)
    if min_reader > SCHEMA:
        raise Unreadable("newer")
    return schema, min_reader


def _refuse_bad_attachments(shipment: Shipment) -> None:
    """Refuse attachments that are too large or no longer what was attached."""
    attachments = shipment.attachments or ()
    if sum(len(a.content) for a in attachments) > ATTACHMENTS_LIMIT:
        raise Unreadable("attachments_too_large", mb=str(ATTACHMENTS_LIMIT // 1024 // 1024))
    for attachment in attachments:
        if len(attachment.content) > ATTACHMENT_LIMIT:
            raise Unreadable("attachments_too_large", mb=str(ATTACHMENT_LIMIT // 1024 // 1024))
        if attachment.sha256 and attachment.sha256 != hashlib.sha256(attachment.content).hexdigest():
            raise Unreadable("attachment_changed", name=attachment.name or attachment.id)


def _unreadable(reason: str) -> Unreadable:
    """msgspec's words ("Expected `str | null`, got `int` - at `$.exporter.npwp`") as our own sentence."""
    place = re.search(r"at `\$?\.?([^`]*)`", reason)
    path = place[1] if place else "shipment"
    expected = re.search(r"Expected `(\w+)", reason)
    word = f"records.expected_{expected[1]}" if expected else ""
    if word.partition(".")[2] in catalogue("records"):
        return Unreadable("wrong_value", path=path, expected=Message(word))
    return Unreadable("wrong_shape", path=path)
