"""A log that lies beside a store after a power cut: whether it is this store's.

SQLite writes any whole log into the file that it lies beside. Both are tried on a copy first.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select

from app.store.database import Database, connected_to_copy
from app.store.driver import Driver
from app.store.file_header import beside, read_header
from app.store.reading import copied
from app.store.soundness import look_over
from app.store.tables import DOCUMENTS, META
from app.store.trouble import Damaged, StoreTrouble

LOOKED_OVER = 200_000_000
"""Bytes of a store up to which its log is tried on a copy; half a second's reading."""

_Versions = dict[str, int]


def refuse_log_of_another(path: Path, driver: Driver) -> None:
    """Raises Damaged where the log spoils a sound file, or takes documents away. No byte is changed on the way."""
    if path.stat().st_size > LOOKED_OVER:
        return
    with tempfile.TemporaryDirectory(prefix="siap-ekspor-", ignore_cleanup_errors=True) as folder:
        try:
            copy = copied(path, Path(folder))
        except OSError:
            # No room for a copy keeps nobody out.
            return
        is_log = beside(path, "-wal").exists()
        together = _versions(copy, driver, sound=True)
        _drop_logs_and_renew(path, copy)
        alone = _versions(copy, driver, lasting=True) or {}
        # A journal takes back what was not finished, and with it versions; a log only adds.
        if together is not None and not (is_log and _takes_away(alone, together)):
            return
        # Its own log makes a file whole: one that looks like a store and is not sound without it may be opened.
        _drop_logs_and_renew(path, copy)
        if read_header(path) is None or _versions(copy, driver, sound=True) is not None:
            raise Damaged(str(path))


def expect_other_content(database: Database) -> None:
    """From now on a log may bring quite another content, as when a backup is brought back. Raises StoreTrouble."""
    with database.writing() as connection:
        connection.execute(delete(META).where(META.c.key == _EXPECTED))
        connection.execute(insert(META), {"key": _EXPECTED, "value": "1"})
    database.outside_transactions("PRAGMA wal_checkpoint(TRUNCATE)")


def expect_own_content(database: Database) -> None:
    """The end of that. Raises StoreTrouble."""
    with database.writing() as connection:
        if connection.execute(_IS_EXPECTED).first() is not None:
            connection.execute(delete(META).where(META.c.key == _EXPECTED))


def _takes_away(before: _Versions, after: _Versions) -> bool:
    return any(after.get(document, 0) < version for document, version in before.items())


def _drop_logs_and_renew(path: Path, copy: Path) -> None:
    """The file alone."""
    shutil.copyfile(path, copy)
    for ending in ("-wal", "-journal"):
        beside(copy, ending).unlink(missing_ok=True)


def _versions(path: Path, driver: Driver, sound: bool = False, lasting: bool = False) -> _Versions | None:
    """The versions of the documents; None where the store cannot be read, or is not ``sound`` where it has to be.

    ``lasting``: only of those that nothing may take away, neither an emptied bin nor a backup that is brought back.
    """
    try:
        database = Database(path, driver, connected_to_copy(driver, path))
    except driver.errors:
        return None
    except StoreTrouble:
        return None
    try:
        if sound and not look_over(database).readable:
            return None
        with database.reading() as connection:
            if lasting and connection.execute(_IS_EXPECTED).first() is not None:
                return {}
            rows = connection.execute(_VERSIONS).all()
            return {row.id: _number(row.version) for row in rows if not (lasting and row.binned)}
    except StoreTrouble:
        return None
    finally:
        database.close()


def _number(cell: Any) -> int:
    return cell if isinstance(cell, int) else 0


_EXPECTED = "being_replaced"
_IS_EXPECTED = select(META.c.key).where(META.c.key == _EXPECTED)
_VERSIONS = select(DOCUMENTS.c.id, DOCUMENTS.c.version, DOCUMENTS.c.binned)
