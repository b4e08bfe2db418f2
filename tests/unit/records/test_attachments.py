"""Attachments in a file: whole and unchanged, or refused; large ones cost neither minutes nor gigabytes."""

from __future__ import annotations

import base64
import hashlib
import time
from typing import Any

import pytest

from app.domain.attachments import ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT, attach
from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile, read_shipment, write_shipment
from app.records.unreadable import Unreadable
from tests.unit.records.documents import document, read


def attached(content: bytes, row_id: str = "a", **answers: Any) -> dict[str, Any]:
    """An attachment as the file has it."""
    return {"id": row_id, "content": base64.b64encode(content).decode(), **answers}


def test_an_attachment_comes_back_byte_for_byte() -> None:
    shipment = Shipment(attachments=(attach("a", "logo.png", "image/png", bytes(range(256))),))
    assert read_shipment(write_shipment(ShipmentFile(shipment))).shipment == shipment


def test_an_attachment_without_a_hash_is_taken_as_it_is() -> None:
    assert read({"attachments": [attached(b"x")]}).attachments


@pytest.mark.bar("I11")
@pytest.mark.parametrize("name", ["izin.pdf", "baris\nkedua", "x" * 500, None])
def test_an_attachment_that_changed_is_refused_by_name_in_one_line(name: str | None) -> None:
    wrong = hashlib.sha256(b"before").hexdigest()
    with pytest.raises(Unreadable) as caught:
        read({"attachments": [attached(b"after", name=name, sha256=wrong)]})
    for sentence in (caught.value.into("id"), caught.value.into("en")):
        assert (name or "a")[:5] in sentence
        assert sentence.isprintable()
        assert len(sentence) < 200


def test_an_attachment_above_the_limit_is_refused() -> None:
    assert read({"attachments": [attached(bytes(ATTACHMENT_LIMIT))]}).attachments
    with pytest.raises(Unreadable, match="8 MB"):
        read({"attachments": [attached(bytes(ATTACHMENT_LIMIT + 1))]})
    with pytest.raises(ValueError, match="takes"):
        attach("a", "scan.pdf", "application/pdf", bytes(ATTACHMENT_LIMIT + 1))


def test_all_attachments_the_limit_allows_are_read_in_seconds() -> None:
    rows = [attached(bytes(ATTACHMENT_LIMIT), row_id) for row_id in "abcd"]
    began = time.process_time()
    shipment = read({"attachments": rows})
    assert time.process_time() - began < 5
    assert sum(len(a.content) for a in shipment.attachments or ()) == ATTACHMENTS_LIMIT


def test_attachments_that_are_too_large_together_are_refused() -> None:
    rows = [attached(bytes(ATTACHMENT_LIMIT), row_id) for row_id in "abcd"]
    with pytest.raises(Unreadable, match="32 MB"):
        read_shipment(document({"attachments": [*rows, attached(b"x", "e")]}))
