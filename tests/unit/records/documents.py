"""Shipment files as JSON values, the way a person or another program would write them."""

from __future__ import annotations

import json
from typing import Any

from app.domain.shipment import Shipment
from app.records.shipment_file import FORMAT, read_shipment


def document(shipment: Any, **beside: Any) -> bytes:
    """A file with ``shipment`` in it and other keys beside it; no hash, as made by hand."""
    return json.dumps({"format": FORMAT, "shipment": shipment, **beside}).encode()


def read(shipment: Any, **beside: Any) -> Shipment:
    """The shipment read from :func:`document`."""
    return read_shipment(document(shipment, **beside)).shipment
