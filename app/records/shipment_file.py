"""The shipment file (.ekspor): one JSON document with a format name, a schema number, a hash and the shipment."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from app.domain.attachments import ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT
from app.domain.shipment import Shipment
from app.records.normal_form import normalised, refuse_odd_numbers
from app.records.strict_json import read_json
from app.records.unknown_keys import Path, unknown_keys, with_unknown_keys
from app.records.unreadable import Unreadable, excerpt
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
    """What a newer program wrote inside the shipment, by path; written back as it was."""
    beside: Mapping[str, Any] = MappingProxyType({})
    """What a newer program wrote beside the shipment."""
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
    shipment = _accepted(raw, shipment)
    beside = {key: item for key, item in document.items() if key not in _KEYS}
    newest = max(schema, SCHEMA), max(min_reader, MIN_READER)
    return ShipmentFile(shipment, dict(unknown_keys(raw, shipment)), beside, *newest)


def write_shipment(file: ShipmentFile) -> bytes:
    """The file's bytes: readable, the same for equal shipments, with the hash of the content.

    Raises Unreadable for a shipment that could not be read back: a number out of bounds, a row id that is none.
    """
    content = _content(file)
    document = {
        "format": FORMAT,
        "schema": file.schema,
        "min_reader": file.min_reader,
        "sha256": content_hash_of(content),
        "shipment": content,
        **dict(sorted(file.beside.items())),
    }
    return msgspec.json.format(_IN_ORDER.encode(document), indent=2) + b"\n"


def content_hash(shipment: Shipment) -> str:
    """SHA-256 of a shipment's content, as papers name it in their foot: equal shipments have equal hashes."""
    return content_hash_of(_content(ShipmentFile(shipment)))


def content_hash_of(content: dict[str, Any]) -> str:
    """SHA-256 of a shipment given as JSON values; the order of keys does not count."""
    return hashlib.sha256(_SORTED.encode(content)).hexdigest()


def migrated(raw: dict[str, Any], schema: int, steps: Sequence[Step]) -> dict[str, Any]:
    """``raw`` of an older schema number taken through the steps up to now."""
    for step in steps[schema - 1 :]:
        raw = step(raw)
    return raw


# A bare number that a newer program wrote is a Decimal here, and must not become a text.
_IN_ORDER = msgspec.json.Encoder(decimal_format="number")
_SORTED = msgspec.json.Encoder(decimal_format="number", order="sorted")
_KEYS = frozenset({"format", "schema", "min_reader", "sha256", "shipment"})


def _content(file: ShipmentFile) -> dict[str, Any]:
    shipment = normalised(file.shipment)
    content: dict[str, Any] = msgspec.to_builtins(shipment, order="deterministic")
    return with_unknown_keys(content, shipment, file.unknown)


def _accepted(raw: dict[str, Any], shipment: Shipment) -> Shipment:
    """The shipment in normal form. Raises Unreadable for what has the right type and still cannot be used."""
    normal = normalised(shipment)
    refuse_odd_numbers(raw, shipment)
    _refuse_bad_attachments(shipment)
    return normal


def _versions(document: dict[str, Any]) -> tuple[int, int]:
    """Schema number and oldest reader. Raises Unreadable for a foreign or a too new document."""
    if document.get("format") != FORMAT:
        raise Unreadable("not_a_shipment")
    numbers = [document.get(key, Decimal(SCHEMA)) for key in ("schema", "min_reader")]
    if not all(isinstance(n, Decimal) and n == int(n) and n >= 1 for n in numbers):
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
            raise Unreadable("attachment_changed", name=excerpt(attachment.name or attachment.id))


def _unreadable(reason: str) -> Unreadable:
    """msgspec's words ("Expected `str | null`, got `int` - at `$.exporter.npwp`") as our own sentence."""
    # From the end: the words before may quote the document.
    place = re.search(r"`\$\.?([^`]*)`\Z", reason)
    path = (place and place[1]) or "shipment"
    if lacking := re.match(r"Object missing required field `(\w+)`", reason):
        return Unreadable("missing_key", path=path, key=lacking[1])
    expected = re.match(r"Expected `(\w+)|Invalid (?:RFC3339 encoded )?(date|decimal)", reason)
    word = f"records.expected_{expected[1] or expected[2]}" if expected else ""
    if word.partition(".")[2] in catalogue("records"):
        return Unreadable("wrong_value", path=path, expected=Message(word))
    return Unreadable("wrong_shape", path=path)
