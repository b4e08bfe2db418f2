"""Pictures that a person chooses: a logo and a signature for the papers, what a product looks like."""

from __future__ import annotations

import io
import mimetypes
from functools import cache
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from app.domain.attachments import ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT, Attachment, attach
from app.domain.fields import fields
from app.domain.paths import places, value_at, with_value
from app.domain.shipment import Shipment
from app.kinds.choice import AttachmentId
from app.services.obstacle import obstacle

_MEGA = 1024 * 1024
_THUMBNAIL = 320
"""Pixels of the longer side of what is shown on the screen."""


class Chosen(NamedTuple):
    """A picture file, whole."""

    name: str
    media_type: str
    content: bytes


def read_picture(path: Path) -> Chosen:
    """The picture in a file. Raises Obstacle for what cannot be read, is too large, or cannot be drawn on a paper."""
    try:
        if path.stat().st_size > ATTACHMENT_LIMIT:
            raise obstacle("picture_too_large", path=str(path), mb=str(ATTACHMENT_LIMIT // _MEGA))
        content = path.read_bytes()
    except OSError:
        raise obstacle("cannot_read", path=str(path)) from None
    from app.render.images import opened  # brings Pillow and reportlab, which no other question needs

    try:
        opened(content)
    except Exception:  # noqa: BLE001 - a broken file stops a decoder in any way; its words would help nobody
        raise obstacle("no_picture", path=str(path)) from None
    return Chosen(path.name, mimetypes.guess_type(path.name)[0] or "", content)


def thumbnail(content: bytes) -> bytes:
    """A small PNG of a picture, of its pixels alone; b"" for what is no picture. The screen itself opens no file."""
    from app.render.images import opened

    try:
        small = opened(content).copy()
    except Exception:  # noqa: BLE001 - as above: it came with a shipment, and may be anything
        return b""
    small.thumbnail((_THUMBNAIL, _THUMBNAIL))
    made = io.BytesIO()
    small.save(made, "PNG")
    return made.getvalue()


def with_picture(shipment: Shipment, path: str, chosen: Chosen, row_id: str) -> Shipment:
    """``shipment`` with a picture in the place of the one at ``path``. Raises Obstacle where there are too many."""
    without = without_picture(shipment, path)
    kept = without.attachments or ()
    if sum(len(row.content) for row in kept) + len(chosen.content) > ATTACHMENTS_LIMIT:
        raise obstacle("pictures_too_large", mb=str(ATTACHMENTS_LIMIT // _MEGA))
    added = attach(row_id, chosen.name, chosen.media_type, chosen.content)
    answers = {place: answer for place, answer in without.answers.items() if place != path}
    return with_value(replace(without, attachments=(*kept, added), answers=answers), path, row_id)


def without_picture(shipment: Shipment, path: str) -> Shipment:
    """``shipment`` with nothing at ``path``, and without the attachment there where nothing else names it."""
    row_id = value_at(shipment, path)
    emptied: Shipment = with_value(shipment, path, None)
    named = {place.value for place in places(emptied) if place.declared in _attached()}
    kept = tuple(row for row in emptied.attachments or () if row.id != row_id or row.id in named)
    return replace(emptied, attachments=kept or None)


@cache
def _attached() -> frozenset[str]:
    """Every declared path at which an attachment can stand."""
    return frozenset(path for path, field in fields().items() if isinstance(field.kind, AttachmentId))


def picture_at(shipment: Shipment, path: str) -> Attachment | None:
    """The attachment that stands at ``path``."""
    row_id = value_at(shipment, path)
    return next((row for row in shipment.attachments or () if row.id == row_id), None)
