"""A shipment with a text of one's own in every place that takes any text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

import msgspec

from app.domain.fields import kind_of
from app.domain.struct import Value
from app.kinds.text import Lines, PlainText

T = TypeVar("T", bound=Value)


def everywhere(value: T, text: Callable[[str], str], path: str = "") -> T:
    """``value`` with ``text(path)`` in every field of free text, also of its groups and rows; attachments stay."""
    hints = get_type_hints(type(value), include_extras=True)
    changes: dict[str, Any] = {}
    for name in value.__struct_fields__:
        before, here = getattr(value, name), f"{path}{name}"
        if here == "attachments":
            continue
        if isinstance(before, Value):
            changes[name] = everywhere(before, text, f"{here}.")
        elif isinstance(before, tuple):
            changes[name] = tuple(everywhere(row, text, f"{here}.{row.id}.") for row in before)
        elif isinstance(kind_of(hints[name]), PlainText | Lines):
            changes[name] = text(here)
    return msgspec.structs.replace(value, **changes)
