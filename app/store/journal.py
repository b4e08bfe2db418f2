"""The history of each document: a row a step, with the way there and the way back. Undone rows wait to be redone."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from app.store.patch import Patch
from app.store.tables import JOURNAL
from app.words import Message, Text

KEPT_STEPS = 2000
"""Steps kept of a document; a person is promised two hundred."""


class Step(NamedTuple):
    """One row: from the content with the hash ``before`` to that with the hash ``after``."""

    message: Message
    before: str
    after: str
    forward: Patch
    inverse: Patch
    row: int = 0
    """The row's own number; 0 before it is written."""


class Ends(NamedTuple):
    """Where a document's history stands: the last number given, and what would be undone and redone next."""

    last: int
    undo: Message | None
    redo: Message | None


def ends_of(connection: Connection, document: str) -> Ends:
    """Looked up when a document is opened, and after a step back or forth."""
    last = connection.execute(_LAST, {"of": document}).scalar() or 0
    undo, redo = (connection.execute(query, {"of": document}).first() for query in (_NEXT_UNDO, _NEXT_REDO))
    return Ends(last, _message(undo) if undo else None, _message(redo) if redo else None)


def write_steps(
    connection: Connection, document: str, after: Ends, steps: list[Step], actor: str, at: datetime.datetime
) -> Ends:
    """Append ``steps``. What was undone before can no longer be redone, and what is very old is forgotten."""
    last = after.last
    if after.redo is not None:
        connection.execute(_DROP_UNDONE, {"of": document})
        last = connection.execute(_LAST, {"of": document}).scalar() or 0
    rows = [_as_row(document, last + n, step, actor, at) for n, step in enumerate(steps, start=1)]
    connection.execute(_INSERT, rows)
    newest = last + len(steps)
    if newest // _TIDIED_EVERY > last // _TIDIED_EVERY:
        connection.execute(_FORGET, {"of": document, "until": newest - KEPT_STEPS})
    return Ends(newest, steps[-1].message, None)


def next_undo(connection: Connection, document: str) -> Step | None:
    """The last step that was done."""
    return _step(connection.execute(_NEXT_UNDO, {"of": document}).first())


def next_redo(connection: Connection, document: str) -> Step | None:
    """The first step that was undone."""
    return _step(connection.execute(_NEXT_REDO, {"of": document}).first())


def steps_since(connection: Connection, document: str, moment: datetime.datetime) -> Iterator[Step | None]:
    """The steps that were done after a moment and stand, the last one first; None for a damaged one."""
    for row in connection.execute(_SINCE, {"of": document, "moment": moment}):
        yield _step(row)


def mark(connection: Connection, step: Step, undone: bool) -> None:
    """Note that a step was undone or redone."""
    connection.execute(_MARK, {"row": step.row, "is_undone": undone})


def _as_row(document: str, seq: int, step: Step, actor: str, at: datetime.datetime) -> dict[str, Any]:
    return {
        "document": document,
        "seq": seq,
        "undone": False,
        "step": step.message.id,
        "params": json.dumps({name: list(text) for name, text in step.message.params.items()}, ensure_ascii=False),
        "actor": actor,
        "at": at,
        "before": step.before,
        "after": step.after,
        "forward": _PATCHES.encode(step.forward).decode(),
        "inverse": _PATCHES.encode(step.inverse).decode(),
    }


def _step(row: Row[Any] | None) -> Step | None:
    """None also where a row is damaged: the history ends there, and the document itself is not touched by it."""
    if row is None:
        return None
    try:
        forward, inverse = (_PATCH_READER.decode(text) for text in (row.forward, row.inverse))
    except msgspec.DecodeError:
        return None
    return Step(_message(row), row.before, row.after, forward, inverse, row.id)


def _message(row: Row[Any]) -> Message:
    """What the step is called; a newer program's wording, which is not known here, becomes "one step"."""
    try:
        params = {name: Text(*texts) for name, texts in json.loads(row.params).items()}
        message = Message(row.step, params)
        message.into("id")
    except (KeyError, TypeError, ValueError, AttributeError, OSError):
        return Message("store.a_step")
    return message


# Bounded, so that the index is walked once in a while and not at every save.
_TIDIED_EVERY = 100
_PATCHES = msgspec.json.Encoder(decimal_format="number")
_PATCH_READER = msgspec.json.Decoder(Patch, float_hook=Decimal)

_OF = JOURNAL.c.document == bindparam("of")
_LAST = select(JOURNAL.c.seq).where(_OF).order_by(JOURNAL.c.seq.desc()).limit(1)
_NEXT_UNDO = select(JOURNAL).where(_OF, JOURNAL.c.undone.is_(False)).order_by(JOURNAL.c.seq.desc()).limit(1)
_SINCE = (
    select(JOURNAL)
    .where(_OF, JOURNAL.c.undone.is_(False), JOURNAL.c.at > bindparam("moment", type_=JOURNAL.c.at.type))
    .order_by(JOURNAL.c.seq.desc())
)
_NEXT_REDO = select(JOURNAL).where(_OF, JOURNAL.c.undone.is_(True)).order_by(JOURNAL.c.seq).limit(1)
_INSERT = insert(JOURNAL)
_DROP_UNDONE = delete(JOURNAL).where(_OF, JOURNAL.c.undone.is_(True))
_FORGET = delete(JOURNAL).where(_OF, JOURNAL.c.seq <= bindparam("until"))
_MARK = update(JOURNAL).where(JOURNAL.c.id == bindparam("row")).values(undone=bindparam("is_undone"))
