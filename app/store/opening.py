"""Opening the store's file: what is there is looked at first; nothing foreign, newer or damaged is ever replaced."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select

from app.store.backup import back_up
from app.store.database import Database, connected
from app.store.driver import Driver
from app.store.error_meanings import system_trouble_of, trouble_of
from app.store.file_header import beside, has_unfinished_work
from app.store.foreign_log import expect_own_content, refuse_log_of_another
from app.store.making import clear_drafts, make_store
from app.store.places import DriveOf, trouble_with
from app.store.reading import opened_to_read, schema_of
from app.store.schema_steps import STEPS, bring_up
from app.store.tables import META, MIN_READER, SCHEMA
from app.store.trouble import Damaged, InUse, IoTrouble, NewerReadable, NewerStore, NotAStore, NotWritable

T = TypeVar("T")


def open_database(path: Path, driver: Driver, clock: Callable[[], datetime.datetime], drive_of: DriveOf) -> Database:
    """The store at ``path``, made where there is none yet. Raises StoreTrouble."""
    try:
        bad_place = trouble_with(path.absolute(), drive_of(path))
        if not path.exists():
            if bad_place is not None:
                raise bad_place(str(path))
            make_store(path, driver)
        schema = _looked_at(path, lambda: schema_of(path, driver))
        if schema > SCHEMA:
            return _newer(path, driver)
        if bad_place is not None or not _may_write(path):
            return opened_to_read(path, driver, (bad_place or NotWritable)(str(path)))
        _looked_at(path, lambda: _refuse_bad_log(path, driver))
        return _ready(path, driver, schema, clock)
    except OSError as error:
        raise system_trouble_of(error, path) from None


def _looked_at(path: Path, look: Callable[[], T]) -> T:
    """What a look at the files finds. Where they change meanwhile, another program is at work, and nothing is damaged.

    Raises InUse, and what ``look`` raises.
    """
    failed: Exception | None = None
    # A bad finding is looked at twice: a change may fall between two ticks of the file system's clock.
    for _ in range(2):
        before = _marks(path)
        try:
            return look()
        except (Damaged, NotAStore, FileNotFoundError) as error:
            if _marks(path) != before:
                raise InUse(str(path)) from None
            failed = error
    raise failed or InUse(str(path))


def _marks(path: Path) -> list[tuple[int, int, int] | None]:
    """By what one sees that a file, or what lies beside it, is another than before."""
    found: list[tuple[int, int, int] | None] = []
    for ending in ("", "-wal", "-journal"):
        try:
            stat = beside(path, ending).stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((stat.st_ino, stat.st_size, stat.st_mtime_ns))
    return found


def _refuse_bad_log(path: Path, driver: Driver) -> None:
    if has_unfinished_work(path):
        refuse_log_of_another(path, driver)


def _ready(path: Path, driver: Driver, schema: int, clock: Callable[[], datetime.datetime]) -> Database:
    try:
        database = Database(path, driver, connected(driver, path))
    except driver.errors as error:
        trouble = trouble_of(error, str(path))
        if not isinstance(trouble, NotWritable | IoTrouble):
            raise trouble from None
        return opened_to_read(path, driver, trouble)
    try:
        clear_drafts(path)
        if 0 < schema < SCHEMA:
            back_up(database, clock())
        bring_up(database, STEPS, SCHEMA, MIN_READER)
        expect_own_content(database)
    except BaseException:
        database.close()
        raise
    return database


def _newer(path: Path, driver: Driver) -> Database:
    database = opened_to_read(path, driver, NewerReadable(str(path)))
    try:
        refuse_unreadable(database)
    except BaseException:
        database.close()
        raise
    return database


def refuse_unreadable(database: Database) -> None:
    """Raises NewerStore where only a newer program can read the store."""
    with database.reading() as connection:
        oldest = connection.execute(select(META.c.value).where(META.c.key == "min_reader")).scalar()
    if oldest is None or not oldest.isdigit() or int(oldest) > SCHEMA:
        raise NewerStore(str(database.path))


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
