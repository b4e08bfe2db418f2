"""Opening the store's file: what is there is looked at first; nothing foreign, newer or damaged is ever replaced."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from sqlalchemy import insert, select

from app.store.database import Database, connected, connected_to_read
from app.store.driver import Driver
from app.store.error_meanings import system_trouble_of, trouble_of
from app.store.file_header import APPLICATION_ID, beside, has_unfinished_work, read_header
from app.store.schema_steps import STEPS, bring_up
from app.store.tables import META, METADATA, MIN_READER, SCHEMA
from app.store.trouble import Damaged, FileTrouble, NewerReadable, NewerStore, NotAStore, NotWritable


def open_database(path: Path, driver: Driver) -> Database:
    """The store at ``path``, made where there is none yet. Raises StoreTrouble."""
    try:
        if not path.exists():
            _make(path, driver)
        header = read_header(path)
        if header is None:
            raise (Damaged if _is_cut_off(path) else NotAStore)(str(path))
        if header.application_id != APPLICATION_ID:
            raise NotAStore(str(path))
        if header.schema > SCHEMA:
            return _newer(path, driver)
        if not _may_write(path):
            return _read_only(path, driver, NotWritable(str(path)))
        return _ready(path, driver)
    except OSError as error:
        raise system_trouble_of(error, path) from None


def _ready(path: Path, driver: Driver) -> Database:
    try:
        database = Database(path, driver, connected(driver, path))
    except driver.module.Error as error:
        trouble = trouble_of(error, str(path))
        if not isinstance(trouble, NotWritable):
            raise trouble from None
        return _read_only(path, driver, trouble)
    try:
        bring_up(database, STEPS)
    except BaseException:
        database.close()
        raise
    return database


def _make(path: Path, driver: Driver) -> None:
    """A new store under another name first: a file with the store's name is never half made, nor empty."""
    if has_unfinished_work(path):
        # A log without its database: the database was moved or lost, and an empty one would end the log too.
        raise Damaged(str(path))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for leftover in path.parent.glob(f"{path.name}.*{_DRAFT}*"):
        # Of a first start that was cut off.
        leftover.unlink()
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}{_DRAFT}")
    try:
        _fill(draft, driver)
        placed(draft, path)
    finally:
        for leftover in (draft, beside(draft, "-wal"), beside(draft, "-journal")):
            leftover.unlink(missing_ok=True)


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
    except driver.module.Error as error:
        raise trouble_of(error, str(draft)) from None


def _newer(path: Path, driver: Driver) -> Database:
    database = _read_only(path, driver, NewerReadable(str(path)))
    try:
        _refuse_unreadable(database)
    except BaseException:
        database.close()
        raise
    return database


def _refuse_unreadable(database: Database) -> None:
    with database.reading() as connection:
        oldest = connection.execute(select(META.c.value).where(META.c.key == "min_reader")).scalar()
    if oldest is None or not oldest.isdigit() or int(oldest) > SCHEMA:
        raise NewerStore(str(database.path))


def _read_only(path: Path, driver: Driver, reason: FileTrouble) -> Database:
    """Opened so that no byte of the file changes: a copy where a log has to be read into it."""
    with contextlib.ExitStack() as stack:
        shown = _copied(path, stack) if has_unfinished_work(path) else path
        try:
            connect = connected_to_read if shown is path else connected
            database = Database(path, driver, connect(driver, shown), reason)
        except driver.module.Error as error:
            raise trouble_of(error, str(path)) from None
        database.when_closed(stack.pop_all())
    return database


def _copied(path: Path, stack: contextlib.ExitStack) -> Path:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="siap-ekspor-")))
    for ending in ("", "-wal", "-journal"):
        if beside(path, ending).exists():
            shutil.copyfile(beside(path, ending), beside(folder / path.name, ending))
    return folder / path.name


def _is_cut_off(path: Path) -> bool:
    """Whether what should be a header is empty, zeros, or the beginning of one."""
    with path.open("rb") as file:
        data = file.read(100)
    return not data.strip(b"\0") or data.startswith(b"SQLite format 3")


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


_DRAFT = ".new"
