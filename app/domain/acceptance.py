"""What a person looked at and left as it is."""

from __future__ import annotations

import datetime
from typing import Annotated

from app.domain.struct import Row
from app.kinds.date import Date
from app.kinds.text import PlainText


class Acceptance(Row, frozen=True, kw_only=True):
    """One warning that was accepted, as long as the values it read stay what they were."""

    rule: Annotated[str | None, PlainText()] = None
    """The id of the rule that warned."""
    path: Annotated[str | None, PlainText()] = None
    """Where it warned."""
    reason: Annotated[str | None, PlainText(limit=300)] = None
    seen: Annotated[str | None, PlainText()] = None
    """The mark of the values it had read."""
    on: Annotated[datetime.date | None, Date()] = None
