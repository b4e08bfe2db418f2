"""Files that belong to a shipment: scans of permits, the buyer's order, a logo, a signature."""

from __future__ import annotations

import hashlib
from typing import Annotated

from app.domain.struct import Row
from app.kinds.text import PlainText

ATTACHMENT_LIMIT = 8 * 1024 * 1024
ATTACHMENTS_LIMIT = 32 * 1024 * 1024
"""Bytes of one attachment and of all together: a scanned page is some hundred kilobytes."""


class Attachment(Row, frozen=True, kw_only=True):
    """One file, whole, with the hash it had when it was attached."""

    name: Annotated[str | None, PlainText()] = None
    media_type: Annotated[str | None, PlainText()] = None
    sha256: Annotated[str | None, PlainText()] = None
    content: bytes = b""


def attach(row_id: str, name: str, media_type: str, content: bytes) -> Attachment:
    """A new attachment. Raises ValueError where ``content`` is larger than ``ATTACHMENT_LIMIT``."""
    if len(content) > ATTACHMENT_LIMIT:
        raise ValueError(f"{name} has {len(content)} bytes, an attachment takes {ATTACHMENT_LIMIT}")
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(id=row_id, name=name, media_type=media_type, sha256=digest, content=content)
