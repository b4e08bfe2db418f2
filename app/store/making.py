"""A new, empty store: made under another name first, so that a file with the store's name is never half made."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from sqlalchemy import insert

from app.store.database import Database, connected
from app.store.driver import Driver
from app.store.error_meanings import trouble_of
from app.store.file_header import APPLICATION_ID, beside, has_unfinished_work
from app.store.placing import placed
from app.store.tables import META, METADATA, MIN_READER, SCHEMA
from app.store.trouble import Damaged, FileTrouble

_DRAFT = ".new"


def make_store(path: Path, driver: Driver) -> None:
    """Make one, unless another program does so meanwhile. Raises StoreTrouble, OSError."""
    if has_unfinished_work(path):
        # A log without its database: the database was moved or lost, and an empty one would end the log too.
        raise Damaged(str(path))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = draft_of(path)
    try:
        _fill(draft, driver)
        placed(draft, path)
    except (OSError, FileTrouble):
        # Whoever was first clears the others' drafts away.
        if not path.exists():
            raise
    finally:
        drop_file(draft)


def draft_of(path: Path) -> Path:
    """A name for a store that is being made."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}{_DRAFT}")


def clear_drafts(path: Path) -> None:
    """Remove what a start left that was cut off. Only for the one who has the store itself: nobody else makes one."""
    for leftover in path.parent.glob(f"{path.name}.*{_DRAFT}*"):
        # Where it cannot be removed it stays until the next start.
        with contextlib.suppress(OSError):
            leftover.unlink()


def drop_file(draft: Path) -> None:
    """Remove a draft with what lies beside it."""
    for ending in ("", "-wal", "-journal"):
        beside(draft, ending).unlink(missing_ok=True)


def _fill(draft: Path, driver: Driver) -> None:
    try:
        raw = connected(driver, draft)
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        database = Database(draft, driver, raw)
        try:
            with database.writing() as connection:
                METADATA.create_all(connection)
                connection.execute(insert(META), {"key": "min_reader", "value": str(MIN_READER)})
                connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
        finally:
            database.close()
    except driver.errors as error:
        raise trouble_of(error, str(draft)) from None
