"""A look over a whole store: the file's structure, the hash of every document and file, the ends of the histories."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from app.store.body import bytes_in, decoded, files_named, hash_of
from app.store.database import Database
from app.store.tables import DOCUMENTS, FILES, JOURNAL, METADATA, SCHEMA
from app.store.values import Health


def look_over(database: Database) -> Health:
    """Raises StoreTrouble where the file cannot even be read."""
    # Not only quick_check: a changed bit in an id or a kind shows in the comparison with the indexes alone.
    structure = database.outside_transactions("PRAGMA integrity_check(1)")
    strays = database.outside_transactions("PRAGMA foreign_key_check")
    ((schema,),) = database.outside_transactions("PRAGMA user_version")
    with database.reading() as connection:
        if schema == SCHEMA:
            _see_every_column(connection)
        damaged = tuple(sorted(set(_damaged(connection))))
        return Health(structure == [("ok",)] and not strays, damaged, tuple(_broken_histories(connection)))


def _see_every_column(connection: Connection) -> None:
    """What the file says about its tables may be spoilt, too."""
    for table in METADATA.sorted_tables:
        connection.execute(select(*table.c).limit(0))


def _damaged(connection: Connection) -> Iterator[str]:
    """Documents whose content, or a file that it needs, no longer has its hash."""
    present: set[tuple[str, str]] = set()
    for row in connection.execute(_FILES):
        present.add((row.document, row.sha256))
        if hash_of(bytes_in(row.content)) != row.sha256:
            yield row.document
    for row in connection.execute(_BODIES):
        data = bytes_in(row.body)
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


def _broken_histories(connection: Connection) -> Iterator[str]:
    """Documents whose steps do not lead from one to the next and to their content: some never reached the disk."""
    grouped = itertools.groupby(connection.execute(_STEPS), key=lambda row: row.document)
    ends = {document: _end_of(list(rows)) for document, rows in grouped}
    for row in connection.execute(_HEADS):
        # The first version has no step yet.
        if ends.get(row.id, row.sha256 if row.version == 1 else None) != row.sha256:
            yield row.id


def _end_of(steps: list[Row[Any]]) -> str | None:
    """The hash to which the steps lead that are done; None where there is a gap between two."""
    if any(one.after != then.before or one.undone > then.undone for one, then in itertools.pairwise(steps)):
        return None
    done = [step for step in steps if not step.undone]
    return str(done[-1].after if done else steps[0].before)


_BODIES = select(DOCUMENTS.c.id, DOCUMENTS.c.sha256, DOCUMENTS.c.body).execution_options(yield_per=50)
_FILES = select(FILES.c.document, FILES.c.sha256, FILES.c.content).execution_options(yield_per=5)
_HEADS = select(DOCUMENTS.c.id, DOCUMENTS.c.version, DOCUMENTS.c.sha256).order_by(DOCUMENTS.c.id)
_STEPS = select(*(JOURNAL.c[name] for name in ("document", "seq", "undone", "before", "after"))).order_by(
    JOURNAL.c.document, JOURNAL.c.seq
)
