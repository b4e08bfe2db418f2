"""The words of every field: ``forms/_fields/*.toml``, one table a path."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from app.catalog.declared import DeclarationError, Reader, Worded, read_toml, shaped
from app.words import Text, same


class FieldWords(msgspec.Struct, frozen=True, kw_only=True):
    """What is said about one path, in both languages."""

    label: Text
    printed: Text
    """The label on papers, where room is short."""
    hint: Text | None = None
    example: Text | None = None
    untded: str = ""
    """The number in UNTDED (ISO 7372), where it has one."""
    help: Text | None = None
    where: Text | None = None
    who_knows: Text | None = None
    mistake: Text | None = None
    after_filing: Text | None = None
    """Whether it can be corrected after the declaration is registered."""
    source: str = ""


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table as it is written."""

    label: Worded
    printed: Worded | None = None
    hint: Worded | None = None
    example: Worded | str | None = None
    untded: str = ""
    like: str = ""
    help: Worded | None = None
    where: Worded | None = None
    who_knows: Worded | None = None
    mistake: Worded | None = None
    after_filing: Worded | None = None
    source: str = ""


_INHERITED = ("hint", "example", "untded", "help", "where", "who_knows", "mistake", "after_filing", "source")


def read_field_words(folder: Traversable, read: Reader = read_toml) -> dict[str, FieldWords]:
    """All tables of a ``_fields`` folder by path. Raises DeclarationError: a path twice, an unknown ``like``."""
    tables: dict[str, tuple[str, _Table]] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".toml"):
            continue
        name = f"_fields/{file.name}"
        for path, raw in read(file, name).items():
            if path in tables:
                raise DeclarationError(f"{name}: {path}: stands in {tables[path][0]} too")
            tables[path] = (name, shaped(raw, _Table, name, path))
    return {path: _words(path, tables) for path in tables}


def _words(path: str, tables: Mapping[str, tuple[str, _Table]]) -> FieldWords:
    name, table = tables[path]
    given: dict[str, Any] = {key: getattr(table, key) for key in _INHERITED}
    followed = {path}
    while table.like:
        if table.like not in tables or table.like in followed:
            raise DeclarationError(f"{name}: {path}: like = {table.like!r} leads to no other table")
        followed.add(table.like)
        table = tables[table.like][1]
        given = {key: value or getattr(table, key) for key, value in given.items()}
    own = tables[path][1]
    texts = {key: _text(value) for key, value in given.items() if key not in ("untded", "source")}
    label = own.label.text
    printed = own.printed.text if own.printed else label
    return FieldWords(label=label, printed=printed, untded=given["untded"], source=given["source"], **texts)


def _text(value: Worded | str | None) -> Text | None:
    if isinstance(value, Worded):
        return value.text
    return same(value) if value else None
