"""A look over a whole store: the file's structure, the hash of every document and file, the ends of the histories."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, select

from app.store.body import decoded, files_named, hash_of
from app.store.database import Database
from app.store.tables import DOCUMENTS, FILES, JOURNAL
from app.store.values import Health


def look_over(database: Database) -> Health:
    """Raises StoreTrouble where the file cannot even be read."""
    # Not only quick_check: a changed bit in an id or a kind shows in the comparison with the indexes alone.
    structure = database.outside_transactions("PRAGMA integrity_check(1)")
    with database.reading() as connection:
        damaged = tuple(sorted(set(_damaged(connection))))
        return Health(structure == [("ok",)], damaged, tuple(_broken_histories(connection)))


def _damaged(connection: Connection) -> Iterator[str]:
    """Documents whose content, or a file that it needs, no longer has its hash."""
    present: set[tuple[str, str]] = set()
    for row in connection.execute(_FILES):
        present.add((row.document, row.sha256))
        if hash_of(row.content) != row.sha256:
            yield row.document
    for row in connection.execute(_BODIES):
        data = row.body.encode() if isinstance(row.body, str) else bytes(row.body or b"")
        if hash_of(data) != row.sha256 or not all((row.id, name) in present for name in _needed(data)):
            yield row.id


def _needed(data: bytes) -> frozenset[str]:
    if b'"attachments"' not in data:
        return frozenset()
    try:
        return files_named(decoded(data))
    except (msgspec.DecodeError, AttributeError, TypeError):
        # Its hash is right, so that it was written like this; reading it says what is wrong.
        return frozenset()


def _broken_histories(connection: Connection) -> list[str]:
    """Documents whose last step does not lead to their content: one of the two never reached the disk."""
    return [row.id for row in connection.execute(_ENDS) if row.after != row.sha256]


_BODIES = select(DOCUMENTS.c.id, DOCUMENTS.c.sha256, DOCUMENTS.c.body).execution_options(yield_per=50)
_FILES = select(FILES.c.document, FILES.c.sha256, FILES.c.content).execution_options(yield_per=5)
_DONE = (
    select(JOURNAL.c.document, func.max(JOURNAL.c.seq).label("seq"))
    .where(JOURNAL.c.undone.is_(False))
    .group_by(JOURNAL.c.document)
    .subquery()
)
_ENDS = (
    select(DOCUMENTS.c.id, DOCUMENTS.c.sha256, JOURNAL.c.after)
    .join(_DONE, _DONE.c.document == DOCUMENTS.c.id)
    .join(JOURNAL, (JOURNAL.c.document == _DONE.c.document) & (JOURNAL.c.seq == _DONE.c.seq))
    .order_by(DOCUMENTS.c.id)
)
