"""JSON read without mercy: bounded in size and depth, no key twice, no NaN, no text that cannot be stored.

The standard reader accepts all of these silently (tried 2026-11-24); msgspec keeps the last of two equal keys.
"""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from typing import Any

from app.records.unreadable import Unreadable

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of a document; 32 MB of attachments fit as base64 with 5,000 goods lines."""
DEPTH_LIMIT = 32
NUMBER_LIMIT = 40
"""Letters of a bare number: int() takes seconds over a million digits."""


def read_json(data: bytes) -> dict[str, Any]:
    """The JSON object in ``data``; numbers come as Decimal, texts in NFC. Raises Unreadable."""
    if len(data) > SIZE_LIMIT:
        raise Unreadable("too_large", mb=str(SIZE_LIMIT // 1024 // 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("not_text") from None
    _refuse_depth(text)
    document = _parsed(text)
    if not isinstance(document, dict):
        raise Unreadable("not_a_shipment")
    return {key: clean(value, key) for key, value in document.items()}


def clean(value: Any, path: str) -> Any:
    """``value`` with all texts in NFC. Raises Unreadable, naming ``path``, where a text cannot be stored."""
    if isinstance(value, str):
        return _clean_text(value, path)
    if isinstance(value, list):
        return [clean(item, f"{path}[{n}]") for n, item in enumerate(value)]
    if isinstance(value, dict):
        return {_clean_text(key, path): clean(item, f"{path}.{key}") for key, item in value.items()}
    return value


def _parsed(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_constant=_refuse_constant,
            parse_float=_number,
            parse_int=_number,
        )
    except (json.JSONDecodeError, RecursionError):
        raise Unreadable("not_json") from None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise Unreadable("repeated_key", key=_excerpt(next(key for key in keys if keys.count(key) > 1)))
    return found


def _refuse_constant(name: str) -> Any:
    raise Unreadable("bad_number", text=name)


def _number(digits: str) -> Decimal:
    if len(digits) > NUMBER_LIMIT or "e" in digits.lower():
        raise Unreadable("bad_number", text=_excerpt(digits))
    return Decimal(digits)


def _refuse_depth(text: str) -> None:
    """Refuse deep nesting before the recursive reader meets it. Brackets inside texts are skipped."""
    depth = 0
    for match in _BRACKETS.finditer(text):
        bracket = match[0]
        depth += 1 if bracket in "[{" else -1 if bracket in "]}" else 0
        if depth > DEPTH_LIMIT:
            raise Unreadable("too_deep")


_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


def _clean_text(text: str, path: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    for letter in text:
        if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs"):
            raise Unreadable("control_character", path=_excerpt(path), code=f"U+{ord(letter):04X}")
    return unicodedata.normalize("NFC", text)


def _excerpt(text: str) -> str:
    """The beginning of a text, safe to show."""
    shown = "".join(c if c.isprintable() and unicodedata.category(c) != "Cs" else "?" for c in text[:60])
    return shown + ("…" if len(text) > 60 else "")
