"""A document as the store keeps it: one JSON tree as in a shipment file, with the attached files beside it.

Attachments change rarely and are large, so that the tree names them by their hash: saving a field writes no scan.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from app.domain.attachments import Attachment
from app.domain.shipment import Shipment
from app.records.normal_form import normalised
from app.records.shipment_file import SCHEMA, STEPS, ShipmentFile, migrated
from app.records.unknown_keys import unknown_keys, with_unknown_keys
from app.records.unreadable import Unreadable
from app.store.trouble import DocumentDamaged, NewerDocument

Tree = dict[str, Any]
"""JSON values. Never changed in place: trees share their parts with each other."""


class Body(NamedTuple):
    """The content of one document."""

    tree: Tree
    files: Mapping[str, bytes] = MappingProxyType({})
    """The attached files by their SHA-256."""


def encoded(tree: Tree) -> bytes:
    """The bytes that stand in the store: equal trees have equal bytes."""
    return _ENCODER.encode(tree)


def decoded(data: bytes) -> Tree:
    """The tree in ``data``, whose hash was looked at before. Raises msgspec.DecodeError."""
    return _DECODER.decode(data)


def bytes_in(cell: Any) -> bytes:
    """What stands in a cell of the store, whatever a failing disk has made of it."""
    if isinstance(cell, str):
        return cell.encode(errors="replace")
    return bytes(cell) if isinstance(cell, bytes | memoryview) else b""


def hash_of(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def body_of(file: ShipmentFile) -> Body:
    """A shipment with all that a newer program wrote, as it is kept."""
    return BodyMaker().body_of(file)


class BodyMaker:
    """Makes the bodies of a shipment step by step. What a step left alone is the same object as before.

    So that saving one field of two hundred lines neither writes nor compares the other lines.
    """

    def __init__(self) -> None:
        self._last, self._content = Shipment(), Tree()

    def body_of(self, file: ShipmentFile) -> Body:
        """A shipment with all that a newer program wrote, as it is kept."""
        attachments = file.shipment.attachments or ()
        named = [(a.sha256 or hash_of(a.content), a.content) for a in attachments]
        bare = _with_contents(file.shipment, [b""] * len(named)) if named else file.shipment
        if file.unknown:
            content = with_unknown_keys(_content_of(bare), bare, file.unknown)
        else:
            content = _content_after(bare, self._last, self._content)
            self._last, self._content = bare, content
        for row, (name, data) in zip(content.get("attachments", ()), named, strict=True):
            if data:
                row["content"] = name
        tree = {**file.beside, "schema": file.schema, "min_reader": file.min_reader, "shipment": content}
        return Body(tree, {name: data for name, data in named if data})


def file_of(body: Body) -> ShipmentFile:
    """The shipment in a body. Raises NewerDocument, and DocumentDamaged where it holds none."""
    beside = dict(body.tree)
    schema, min_reader, raw = (beside.pop(key, None) for key in ("schema", "min_reader", "shipment"))
    if not (isinstance(schema, int) and isinstance(min_reader, int) and isinstance(raw, dict)):
        raise DocumentDamaged
    if min_reader > SCHEMA:
        raise NewerDocument
    bare, names = _without_contents(raw)
    bare = migrated(bare, schema, STEPS)
    try:
        shipment = normalised(msgspec.convert(bare, Shipment))
        unknown = dict(unknown_keys(bare, shipment))
        shipment = _with_contents(shipment, [body.files[n] if n else b"" for n in names]) if names else shipment
    except (msgspec.ValidationError, Unreadable, KeyError):
        # The texts of these errors may quote what a person typed.
        raise DocumentDamaged from None
    return ShipmentFile(shipment, unknown, beside, max(schema, SCHEMA), min_reader)


def files_named(tree: Tree) -> frozenset[str]:
    """The hashes of the files that a tree needs."""
    rows = tree.get("shipment", {}).get("attachments") or ()
    return frozenset(row["content"] for row in rows if row.get("content"))


def _content_of(shipment: Shipment) -> Tree:
    # By way of bytes, so that a tree is made of the same types whether it comes from the screen or from the disk.
    return decoded(msgspec.json.encode(shipment))


def _content_after(shipment: Shipment, last: Shipment, content: Tree) -> Tree:
    """The tree of ``shipment``; ``content`` is that of ``last``, and lends what both have."""
    changed: dict[str, Any] = {}
    rows: dict[str, list[Any]] = {}
    for name in shipment.__struct_fields__:
        value, before = getattr(shipment, name), getattr(last, name)
        if value is not before:
            changed[name] = value
            if name in content and isinstance(value, tuple):
                rows[name] = _lent_rows(value, before, content[name])
                changed[name] = tuple(row for row, lent in zip(value, rows[name], strict=True) if lent is None)
    fresh = _content_of(Shipment(**changed))
    for name, lent in rows.items():
        others = iter(fresh[name])
        fresh[name] = [next(others) if row is None else row for row in lent]
    return {name: tree for name, tree in content.items() if name not in changed} | fresh


def _lent_rows(rows: tuple[Any, ...], before: tuple[Any, ...], trees: list[Any]) -> list[Any]:
    """The trees of those ``rows`` that were there ``before``; None for the others."""
    if len(rows) == len(before):
        return [tree if row is old else None for row, old, tree in zip(rows, before, trees, strict=True)]
    known = dict(zip(map(id, before), trees, strict=True))
    return list(map(known.get, map(id, rows)))


def _without_contents(raw: Tree) -> tuple[Tree, list[str]]:
    rows = raw.get("attachments")
    if not rows:
        return raw, []
    bare = [{key: item for key, item in row.items() if key != "content"} for row in rows]
    return {**raw, "attachments": bare}, [row.get("content", "") for row in rows]


def _with_contents(shipment: Shipment, contents: list[bytes]) -> Shipment:
    rows = zip(shipment.attachments or (), contents, strict=True)
    filled: tuple[Attachment, ...] = tuple(msgspec.structs.replace(row, content=data) for row, data in rows)
    return msgspec.structs.replace(shipment, attachments=filled)


_ENCODER = msgspec.json.Encoder(decimal_format="number", order="sorted")
# A number that a newer program wrote keeps its digits.
_DECODER = msgspec.json.Decoder(Tree, float_hook=Decimal)
