"""What is to be said about a table before it is taken over."""

from __future__ import annotations

from typing import NamedTuple

from app.words import Message, Text, same


class Doubt(NamedTuple):
    """Something to look at; where it ``stops``, the table cannot be taken over as it is."""

    message: Message
    stops: bool = False


def doubt(reason: str, **params: str | Text) -> Doubt:
    """Something to look at, with a wording of ``resources/i18n/exchange.json``."""
    return Doubt(_said(reason, params))


def stop(reason: str, **params: str | Text) -> Doubt:
    """Something that stops the whole table: nothing is ever half taken over."""
    return Doubt(_said(reason, params), stops=True)


def _said(reason: str, params: dict[str, str | Text]) -> Message:
    return Message(f"exchange.{reason}", {name: same(p) if isinstance(p, str) else p for name, p in params.items()})
