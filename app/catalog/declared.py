"""How declarations are written: TOML files read into strict shapes. Says file and key of every mistake."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from app.words import Text

T = TypeVar("T")
Reader = Callable[[Traversable, str], dict[str, Any]]
"""Gives the tables of a file; the text is what its mistakes call it."""


class DeclarationError(Exception):
    """A mistake in a file under ``forms/``; the text names the file, the line or key, and what is wrong."""


class Worded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in both languages, neither empty."""

    id: str
    en: str

    def __post_init__(self) -> None:
        if not (self.id.strip() and self.en.strip()):
            raise ValueError("both languages need words")

    @property
    def text(self) -> Text:
        """The same as the program's own type of text."""
        return Text(self.id, self.en)


def read_toml(file: Traversable, name: str) -> dict[str, Any]:
    """The tables of ``file``. Raises DeclarationError where it is no TOML (with the line) or cannot be read."""
    import tomllib  # here, because tables that are kept are read without it

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise DeclarationError(f"{name}: {error}") from None


def shaped(raw: object, shape: type[T], name: str, key: str = "") -> T:
    """``raw`` as a ``shape``. Raises DeclarationError with the key where it does not fit."""
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at ")
        inner = re.sub(r"^`\$\.?|`$", "", place)
        where = ".".join(part for part in (key, inner) if part)
        raise DeclarationError(f"{name}: {where}: {reason}" if where else f"{name}: {reason}") from None
