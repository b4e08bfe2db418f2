"""The store: documents of every kind, their lists, the bin, and settings. Speaks in documents; SQL stays inside."""

from __future__ import annotations

import datetime
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from app.store.backup import back_up, back_up_changes
from app.store.body import Body, encoded, hash_of
from app.store.database import Database
from app.store.driver import Driver, best_driver
from app.store.line_index import write_lines
from app.store.open_document import OpenDocument, add_files
from app.store.opening import open_database
from app.store.places import DriveOf, drive_of
from app.store.soundness import look_over
from app.store.tables import DOCUMENTS, SETTINGS, UNKNOWN_MOMENT, Moment
from app.store.trouble import DocumentGone, StoreTrouble
from app.store.values import MADE, Backup, Health, Listed, Summary

Clock = Callable[[], datetime.datetime]
"""The time now, with its zone."""


def open_store(
    path: Path, clock: Clock, actor: str = "", driver: Driver | None = None, drive: DriveOf = drive_of
) -> Store:
    """The store in the file ``path``, made where there is none yet; ``actor`` stands in the history of what is changed.

    Raises StoreTrouble; a foreign, newer or damaged file is left as it is.
    """
    return Store(open_database(path, driver or best_driver(), clock, drive), clock, actor)


class Store:
    """An open store. Belongs to the thread that opened it; every method that fails raises StoreTrouble."""

    def __init__(self, database: Database, clock: Clock, actor: str) -> None:
        self._database, self._clock, self._actor = database, clock, actor
        self._opened: dict[str, OpenDocument] = {}

    @property
    def read_only(self) -> StoreTrouble | None:
        """Why nothing can be saved here; None where all is well."""
        return self._database.read_only

    def add(self, kind: str, body: Body, summary: Summary, exporter: str | None = None) -> str:
        """Keep a new document, and give its id."""
        document, data, now = secrets.token_hex(8), encoded(body.tree), self._clock()
        columns = summary._asdict()
        lines = columns.pop("lines")
        columns |= {"id": document, "kind": kind, "version": 1, "exporter": exporter, "created": now, "changed": now}
        with self._database.writing() as connection:
            connection.execute(insert(DOCUMENTS), columns | {"body": data.decode(), "sha256": hash_of(data)})
            add_files(connection, document, body.files)
            write_lines(connection, document, lines)
        return document

    def opened(self, document: str) -> OpenDocument:
        """The document, read at the first call and kept until it is released."""
        if document not in self._opened:
            self._opened[document] = OpenDocument(self._database, document, self._clock, self._actor)
        return self._opened[document]

    def body(self, document: str) -> Body:
        """The content of a document that is only looked at."""
        known = self._opened.get(document)
        return (known or OpenDocument(self._database, document, self._clock, self._actor)).body

    def release(self, document: str) -> None:
        """Forget that the document is being worked on, after writing what still waits."""
        if document in self._opened:
            self._opened[document].keep()
            del self._opened[document]

    def listed(self, kind: str, exporter: str | None = None, binned: bool = False) -> tuple[Listed, ...]:
        """The documents of a kind, of one exporter or of all, newest change first; or those in the bin."""
        query = select(*_LISTED).where(DOCUMENTS.c.kind == kind).order_by(DOCUMENTS.c.changed.desc(), DOCUMENTS.c.id)
        query = query.where(DOCUMENTS.c.binned.is_not(None) if binned else DOCUMENTS.c.binned.is_(None))
        if exporter is not None:
            query = query.where(DOCUMENTS.c.exporter == exporter)
        with self._database.reading() as connection:
            return tuple(_listed(row, self._clock().tzinfo) for row in connection.execute(query))

    def exporter_of(self, document: str) -> str | None:
        """The id of the exporter's document that this one belongs to."""
        query = select(DOCUMENTS.c.exporter).where(DOCUMENTS.c.id == document)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def bin(self, document: str) -> None:
        """Put a document into the bin; its content, history and version stay."""
        self._set_binned(document, self._clock())

    def restore(self, document: str) -> None:
        """Bring a document back from the bin."""
        self._set_binned(document, None)

    def empty_bin(self) -> int:
        """Erase what is in the bin, with history, files and papers made, so that its bytes are gone; how many it was.

        A backup made before still has it.
        """
        self.back_up_changes()
        # What is in the bin stands in the file before its rows go, or after a power cut the log would look foreign.
        self._database.outside_transactions(_CHECKPOINT)
        with self._database.writing() as connection:
            ids = [row.id for row in connection.execute(_BINNED)]
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.kind == MADE, DOCUMENTS.c.exporter.in_(_BINNED)))
            connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.binned.is_not(None)))
        for document in ids:
            self._opened.pop(document, None)
        # Deleted rows are overwritten (secure_delete), but the log still has them until it is emptied.
        self._database.outside_transactions(_CHECKPOINT)
        return len(ids)

    def setting(self, key: str) -> str | None:
        """A setting that the first paint does not need; None where it was never made."""
        with self._database.reading() as connection:
            return connection.execute(_SETTING, {"wanted": key}).scalar()

    def keep_setting(self, key: str, value: str) -> None:
        """Make a setting."""
        with self._database.writing() as connection:
            connection.execute(_DROP_SETTING, {"wanted": key})
            connection.execute(insert(SETTINGS), {"key": key, "value": value})

    def health(self) -> Health:
        """Look over the file's structure and the hash of every document."""
        return look_over(self._database)

    def back_up(self) -> Backup:
        """Make a backup, also of an unchanged store."""
        return back_up(self._database, self._clock())

    def back_up_changes(self) -> Backup | None:
        """Make a backup; None where the last one still has everything, or where nothing can be written."""
        return back_up_changes(self._database, self._clock())

    def begun(self) -> datetime.datetime | None:
        """When the oldest document that is still there was made."""
        with self._database.reading() as connection:
            return connection.execute(_FIRST_MADE).scalar()

    def last_change(self) -> datetime.datetime | None:
        """When a document was last changed, by the clock of that day."""
        with self._database.reading() as connection:
            return connection.execute(_LAST_CHANGE).scalar()

    def release_all(self) -> None:
        """Forget all documents that are being worked on, after writing what still waits of each."""
        for document in tuple(self._opened):
            self.release(document)

    def close(self) -> None:
        """Write what still waits, and close the file."""
        try:
            self.release_all()
        finally:
            self._database.close()

    def _set_binned(self, document: str, at: datetime.datetime | None) -> None:
        with self._database.writing() as connection:
            result = connection.execute(_BIN, {"wanted": document, "at": at})
            if result.rowcount != 1:
                raise DocumentGone


def _listed(row: Row[Any], zone: datetime.tzinfo | None) -> Listed:
    found = Listed(**row._mapping)
    binned = found.binned.astimezone(zone) if found.binned else None
    return found._replace(changed=(found.changed or UNKNOWN_MOMENT).astimezone(zone), binned=binned)


_CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)"
_FIRST_MADE = select(func.min(DOCUMENTS.c.created, type_=Moment))
_LAST_CHANGE = select(func.max(DOCUMENTS.c.changed, type_=Moment))
_LISTED = tuple(DOCUMENTS.c[name] for name in Listed._fields)
_BINNED = select(DOCUMENTS.c.id).where(DOCUMENTS.c.binned.is_not(None))
_BIN = update(DOCUMENTS).where(DOCUMENTS.c.id == bindparam("wanted")).values(binned=bindparam("at"))
_SETTING = select(SETTINGS.c.value).where(SETTINGS.c.key == bindparam("wanted"))
_DROP_SETTING = delete(SETTINGS).where(SETTINGS.c.key == bindparam("wanted"))
