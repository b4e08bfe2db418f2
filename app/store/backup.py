"""Backups of the whole store, in ``backups`` beside it: copied by SQLite, and looked over before they get a name.

Knows nothing of when one is due.
"""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import secrets
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import func, select

from app.store.backup_names import BackupName, read_name, superfluous
from app.store.database import Database, connected_to_copy
from app.store.driver import Driver
from app.store.error_meanings import system_trouble_of, trouble_of
from app.store.making import drop_file
from app.store.placing import renamed, synced
from app.store.reading import opened_to_read, schema_of
from app.store.soundness import look_over
from app.store.tables import DOCUMENTS, SCHEMA, SCRATCH, SETTINGS
from app.store.trouble import (
    Damaged,
    DiskFull,
    NewerStore,
    NoRoomForBackup,
    NotABackup,
    NotAStore,
    NotSound,
    StoreTrouble,
)
from app.store.values import SHIPMENT, Backup


def backup_folder(store: Path) -> Path:
    """Where the backups of a store lie."""
    return store.parent / "backups"


def back_up(database: Database, now: datetime.datetime) -> Backup:
    """Make one, and remove those that are too many. Raises StoreTrouble, NotSound where there is damage in the store.

    Whatever fails, the backups made before stay as they are.
    """
    folder = backup_folder(database.path)
    try:
        folder.mkdir(exist_ok=True, mode=0o700)
        _clear_drafts(folder)
        names = _names_in(folder)
        draft = folder / f"{_DRAFT}{secrets.token_hex(4)}"
        try:
            schema, shipments = write_copy(database, draft)
            name = BackupName(max((n.number for n in names), default=0) + 1, now.date(), now.time(), schema)
            renamed(draft, folder / str(name))
        finally:
            drop_file(draft)
    except (OSError, DiskFull) as error:
        raise _meant(error, folder) from None
    for old in superfluous([*names, name]):
        # One that a scanner holds goes the next time.
        with contextlib.suppress(OSError):
            (folder / str(old)).unlink()
    return _described(folder / str(name), name, shipments, now.tzinfo)


def _meant(error: OSError | DiskFull, folder: Path) -> StoreTrouble:
    """Where only the backup has no room, nothing of the work itself is unsaved."""
    trouble = system_trouble_of(error, folder) if isinstance(error, OSError) else error
    return NoRoomForBackup(str(folder)) if isinstance(trouble, DiskFull) else trouble


def back_up_changes(database: Database, now: datetime.datetime) -> Backup | None:
    """Make one where the store is another than in the last one; None where it is not, or can only be read."""
    if database.read_only is not None:
        return None
    folder = backup_folder(database.path)
    last = max(_names_in(folder), default=None)
    if last is not None and _stamp_in(folder / str(last), database.driver) == _stamp(database):
        return None
    return back_up(database, now)


def verified_backups(folder: Path, driver: Driver, zone: datetime.tzinfo | None) -> Iterator[Backup]:
    """Those that can be brought back, each opened and looked over at this moment, the newest first."""
    for name in sorted(_names_in(folder), reverse=True):
        with contextlib.suppress(StoreTrouble):
            yield verified(folder / str(name), driver, zone)


def verified(path: Path, driver: Driver, zone: datetime.tzinfo | None) -> Backup:
    """A file that can take the place of a store. Raises NotABackup, NewerStore."""
    try:
        schema = schema_of(path, driver)
        if schema > SCHEMA:
            raise NewerStore(str(path))
        database = opened_to_read(path, driver)
        try:
            shipments = _look_into(database)
        finally:
            database.close()
        name = read_name(path.name) or _name_by_hand(path, schema)
    except (OSError, Damaged, NotAStore, NotSound):
        raise NotABackup(str(path)) from None
    return _described(path, name, shipments, zone)


def write_copy(database: Database, draft: Path) -> tuple[int, int]:
    """Write the store into a new file that is whole, and on the disk; its schema and how many shipments are in it.

    Raises NotSound where something in it is damaged, other StoreTrouble, OSError.
    """
    driver = database.driver
    try:
        raw = connected_to_copy(driver, draft)
        try:
            database.copy_into(raw)
            # Without a log of its own it can be opened on a disk that is read-only.
            raw.execute("PRAGMA journal_mode=delete")
        finally:
            raw.close()
    except driver.errors as error:
        raise trouble_of(error, str(draft)) from None
    synced(draft)
    try:
        copy = opened_to_read(draft, driver)
        try:
            return schema_of(draft, driver), _look_into(copy)
        finally:
            copy.close()
    except (Damaged, NotAStore, NotSound):
        # What is damaged is the store; the name of its draft would tell a person nothing.
        raise NotSound(str(database.path)) from None


def _look_into(database: Database) -> int:
    if not look_over(database).readable:
        raise NotSound(str(database.path))
    query = select(func.count()).where(DOCUMENTS.c.kind == SHIPMENT, DOCUMENTS.c.binned.is_(None))
    with database.reading() as connection:
        return connection.execute(query).scalar() or 0


def _stamp(database: Database) -> str:
    """Another one whenever something was changed that a person would miss."""
    found = hashlib.sha256()
    with database.reading() as connection:
        for query in _CHANGING:
            for row in connection.execute(query):
                found.update(repr(tuple(row)).encode())
    return found.hexdigest()


def _stamp_in(path: Path, driver: Driver) -> str | None:
    try:
        database = opened_to_read(path, driver)
    except StoreTrouble:
        return None
    try:
        return _stamp(database)
    except StoreTrouble:
        return None
    finally:
        database.close()


def _names_in(folder: Path) -> list[BackupName]:
    found = (read_name(path.name) for path in folder.iterdir()) if folder.is_dir() else ()
    return [name for name in found if name is not None]


def _name_by_hand(path: Path, schema: int) -> BackupName:
    """Of a file that a person gave another name."""
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC).astimezone()
    return BackupName(0, changed.date(), changed.time(), schema)


def _described(path: Path, name: BackupName, shipments: int, zone: datetime.tzinfo | None) -> Backup:
    at = datetime.datetime.combine(name.day, name.time.replace(second=0, microsecond=0), zone)
    return Backup(path, name.number, at, name.schema, shipments)


def _clear_drafts(folder: Path) -> None:
    """What a backup left that was cut off. Nobody else makes one: the store is ours alone."""
    for draft in folder.glob(f"{_DRAFT}*"):
        with contextlib.suppress(OSError):
            draft.unlink()


_DRAFT = ".part-"
_CHANGING = (
    select(*(DOCUMENTS.c[name] for name in ("id", "version", "sha256", "exporter", "binned"))).order_by(DOCUMENTS.c.id),
    select(SETTINGS.c.key, SETTINGS.c.value).order_by(SETTINGS.c.key),
    select(SCRATCH.c.document, SCRATCH.c.path, SCRATCH.c.text).order_by(SCRATCH.c.document),
)
