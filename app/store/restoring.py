"""A backup brought back in the place of the store. Nothing is lost on the way: what is there is backed up or set aside.

The store must be closed in this program; another program that has it open is told so.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from app.store.backup import back_up, verified, write_copy
from app.store.driver import Driver, best_driver
from app.store.error_meanings import system_trouble_of
from app.store.file_header import has_unfinished_work
from app.store.foreign_log import expect_other_content, expect_own_content
from app.store.making import draft_of, drop_file
from app.store.opening import open_database
from app.store.places import DriveOf, drive_of, trouble_with
from app.store.placing import placed, renamed
from app.store.reading import opened_to_read
from app.store.schema_steps import STEPS, bring_up
from app.store.set_aside import DAMAGED, NEWER, keep_aside
from app.store.tables import MIN_READER, SCHEMA
from app.store.trouble import Damaged, InUse, NewerReadable, NewerStore, NotAStore, NotSound
from app.store.values import Backup, Restored


def restore_store(
    path: Path,
    backup: Path,
    clock: Callable[[], datetime.datetime],
    driver: Driver | None = None,
    drive: DriveOf = drive_of,
) -> Restored:
    """Bring ``backup`` back as the store at ``path``; bringing back what was made of the present one undoes it.

    Raises StoreTrouble.
    """
    verified(backup, driver := driver or best_driver(), clock().tzinfo)
    _refuse_bad_place(path, drive)
    if not path.exists() and not has_unfinished_work(path):
        copy_store(backup, path, driver, drive)
        return Restored()
    try:
        return Restored(backup=_taken(path, backup, clock, driver, drive))
    except (Damaged, NotAStore, NotSound, NewerStore, NewerReadable) as trouble:
        # A newer store is kept for the newer program: this is the way back from it.
        why = NEWER if isinstance(trouble, NewerStore | NewerReadable) else DAMAGED
    with _copy_beside(backup, path, driver) as draft:
        aside = keep_aside(path, clock().date(), why)
        renamed(draft, path)
    return Restored(set_aside=aside)


def copy_store(source: Path, path: Path, driver: Driver | None = None, drive: DriveOf = drive_of) -> None:
    """A store as a new one at ``path``, where there is none. The source stays as it is. Raises StoreTrouble."""
    _refuse_bad_place(path, drive)
    with _copy_beside(source, path, driver or best_driver()) as draft:
        if not placed(draft, path):
            raise InUse(str(path))


def _refuse_bad_place(path: Path, drive: DriveOf) -> None:
    bad_place = trouble_with(path.absolute(), drive(path))
    if bad_place is not None:
        raise bad_place(str(path))


@contextlib.contextmanager
def _copy_beside(source: Path, path: Path, driver: Driver) -> Iterator[Path]:
    """A whole copy of ``source`` on the disk of ``path``, to be given its name."""
    database = opened_to_read(source, driver)
    draft = draft_of(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_copy(database, draft)
        yield draft
    except OSError as error:
        raise system_trouble_of(error, path) from None
    finally:
        database.close()
        drop_file(draft)


def _taken(path: Path, backup: Path, clock: Callable[[], datetime.datetime], driver: Driver, drive: DriveOf) -> Backup:
    """Have the present store take the backup's content; the backup that was made of it before."""
    database = open_database(path, driver, clock, drive)
    try:
        if database.read_only is not None:
            raise database.read_only
        made = back_up(database, clock())
        expect_other_content(database)
        source = opened_to_read(backup, driver)
        try:
            # In one transaction of the open file: cut off, it is the old store, and nobody can come in between.
            database.take_from(source)
        finally:
            source.close()
            expect_own_content(database)
        bring_up(database, STEPS, SCHEMA, MIN_READER)
        return made
    finally:
        database.close()
