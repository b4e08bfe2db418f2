"""A store's file opened so that none of its bytes changes: to show it, to look it over, to copy it."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from app.store.database import Database, connected_to_copy, connected_to_read
from app.store.driver import Driver
from app.store.error_meanings import system_trouble_of, trouble_of
from app.store.file_header import APPLICATION_ID, beside, has_unfinished_work, read_header
from app.store.trouble import Damaged, FileTrouble, NotAStore, NotWritable


def opened_to_read(path: Path, driver: Driver, reason: FileTrouble | None = None) -> Database:
    """The file as it is; a copy of it where a log has to be read into it. Raises StoreTrouble."""
    with contextlib.ExitStack() as stack:
        try:
            shown = path
            if has_unfinished_work(path):
                shown = copied(path, Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="siap-ekspor-"))))
            connect = connected_to_read if shown is path else connected_to_copy
            database = Database(path, driver, connect(driver, shown), reason or NotWritable(str(path)))
        except driver.errors as error:
            raise trouble_of(error, str(path)) from None
        except OSError as error:
            raise system_trouble_of(error, path) from None
        database.when_closed(stack.pop_all())
    return database


def schema_of(path: Path, driver: Driver) -> int:
    """The number of the tables' shape in a store's file. Raises Damaged, NotAStore, OSError."""
    try:
        return _schema_in(path)
    except (Damaged, NotAStore):
        # A power cut may have torn the first page, which its log still has.
        mended = _schema_mended(path, driver) if has_unfinished_work(path) else None
        if mended is None:
            raise
        return mended


def copied(path: Path, folder: Path) -> Path:
    """The file and what lies beside it, byte for byte, in another folder. Raises OSError."""
    for ending in ("", "-wal", "-journal"):
        if beside(path, ending).is_file():
            shutil.copyfile(beside(path, ending), beside(folder / path.name, ending))
    return folder / path.name


def _schema_mended(path: Path, driver: Driver) -> int | None:
    with tempfile.TemporaryDirectory(prefix="siap-ekspor-", ignore_cleanup_errors=True) as folder:
        copy = copied(path, Path(folder))
        try:
            raw = connected_to_copy(driver, copy)
            try:
                raw.execute("PRAGMA user_version").fetchall()
            finally:
                raw.close()
            return _schema_in(copy)
        except (Damaged, NotAStore):
            return None
        except driver.errors:
            return None


def _schema_in(path: Path) -> int:
    header = read_header(path)
    if header is None:
        raise (Damaged if _is_cut_off(path) else NotAStore)(str(path))
    if header.application_id != APPLICATION_ID:
        raise NotAStore(str(path))
    return header.schema


def _is_cut_off(path: Path) -> bool:
    """Whether what should be a header is empty, zeros, or the beginning of one."""
    with path.open("rb") as file:
        data = file.read(100)
    return not data.strip(b"\0") or data.startswith(b"SQLite format 3")
