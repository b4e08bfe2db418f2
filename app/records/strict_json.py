"""JSON read without mercy: bounded in size and depth, no key twice, no NaN, no text that cannot be stored.

The standard reader accepts all of these silently (tried 2026-11-24); msgspec keeps the last of two equal keys.
"""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal
from typing import Any

from app.records.unreadable import Unreadable, excerpt

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of a document; 32 MB of attachments fit as base64 with 5,000 goods lines."""
DEPTH_LIMIT = 32
VALUES_LIMIT = 500_000
"""Values of a document; 5,000 goods lines with their packages have some 150,000."""
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
    _refuse_bulk(text)
    document = _parsed(text)
    if not isinstance(document, dict):
        raise Unreadable("not_a_shipment")
    cleaned: dict[str, Any] = clean(document, "")
    return cleaned


def clean(value: Any, path: str) -> Any:
    """``value`` with all texts in NFC. Raises Unreadable, naming ``path``, where a text cannot be stored."""
    if isinstance(value, str):
        return _clean_text(value, path)
    if isinstance(value, list):
        return [clean(item, f"{path}[{n}]") for n, item in enumerate(value)]
    if isinstance(value, dict):
        # Two keys may look alike only now that both are in NFC.
        return _without_repeats([_clean_pair(key, item, path) for key, item in value.items()])
    return value


def _clean_pair(key: str, value: Any, path: str) -> tuple[str, Any]:
    inner = f"{path}.{key}" if path else key
    return _clean_text(key, inner), clean(value, inner)


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
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise Unreadable("repeated_key", key=excerpt(key))
            seen.add(key)
    return found


def _refuse_constant(name: str) -> Any:
    raise Unreadable("bad_number", text=name)


def _number(digits: str) -> Decimal:
    if len(digits) > NUMBER_LIMIT or "e" in digits.lower():
        raise Unreadable("bad_number", text=excerpt(digits))
    return Decimal(digits)


def _refuse_bulk(text: str) -> None:
    """Refuse deep nesting and millions of values before the recursive reader meets them."""
    bare = _STRINGS.sub("", text)
    # Every value but the first of its list or object stands behind a comma.
    if bare.count(",") + bare.count("[") + bare.count("{") > VALUES_LIMIT:
        raise Unreadable("too_many_values", n=str(VALUES_LIMIT))
    depth = 0
    for bracket in _BRACKETS.findall(bare):
        depth += 1 if bracket in "[{" else -1
        if depth > DEPTH_LIMIT:
            raise Unreadable("too_deep")


# Possessive repeats: with plain ones the reader keeps a way back for every letter, 5 GB for the attachments allowed.
_STRINGS = re.compile(r'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")


def _clean_text(text: str, path: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    for letter in text:
        if letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs"):
            raise Unreadable("control_character", path=excerpt(path), code=f"U+{ord(letter):04X}")
    return unicodedata.normalize("NFC", text)
