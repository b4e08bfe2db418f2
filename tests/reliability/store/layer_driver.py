"""A driver of the store (DB-API, as far as SQLAlchemy and the store ask for it) over apsw and a file layer."""

from __future__ import annotations

import contextlib
import types
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import apsw

from app.store.driver import Driver
from tests.reliability.store.file_layer import Layer

T = TypeVar("T")


class Error(Exception):
    """Any error; named as DB-API has it, because SQLAlchemy sorts errors by their names."""


class DatabaseError(Error):
    """An error of the database."""


class OperationalError(DatabaseError):
    """An error of the disk, a lock, a damaged file."""


class ProgrammingError(DatabaseError):
    """A mistake of the program."""


def driver_over(layer: Layer, version: tuple[int, ...] = (3, 53, 4)) -> Driver:
    """A driver whose files lie in ``layer``; an old ``version`` makes the store keep a journal instead of a log."""
    module = types.ModuleType("layer_driver")
    known: dict[str, Any] = {
        "connect": lambda path, **_: Connection(path, layer),
        "sqlite_version_info": version,
        "paramstyle": "qmark",
        "Binary": bytes,
        "Error": Error,
        "DatabaseError": DatabaseError,
        "OperationalError": OperationalError,
        "ProgrammingError": ProgrammingError,
        "PARSE_DECLTYPES": 0,
        "PARSE_COLNAMES": 0,
    }
    for name, value in known.items():
        setattr(module, name, value)
    return Driver(module, version)


class Connection:
    """One connection; begins and ends no transaction by itself."""

    isolation_level = None

    def __init__(self, path: str, layer: Layer) -> None:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_URI
        self.raw = _said(lambda: apsw.Connection(path, flags=flags, vfs=layer.name))

    def cursor(self) -> Cursor:
        """A new cursor."""
        return Cursor(self.raw)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Cursor:
        """Run one statement."""
        return self.cursor().execute(sql, values)

    def commit(self) -> None:
        """End a transaction where there is one."""
        if self.raw.in_transaction:
            self.execute("COMMIT")

    def rollback(self) -> None:
        """Take a transaction back where there is one."""
        if self.raw.in_transaction:
            self.execute("ROLLBACK")

    def backup(self, target: Connection, pages: int = -1) -> None:
        """Copy the file."""

        def copied() -> None:
            copying = target.raw.backup("main", self.raw, "main")
            try:
                while not copying.done:
                    copying.step(pages)
            finally:
                # When the file layer refuses a call while it ends, apsw says so in this odd way.
                with contextlib.suppress(SystemError):
                    copying.close(force=True)

        _said(copied)

    def create_function(self, name: str, count: int, function: Callable[..., Any], **_: Any) -> None:
        """SQLAlchemy brings one for regular expressions."""
        self.raw.create_scalar_function(name, function, count)

    def close(self) -> None:
        """Close the file."""
        _said(self.raw.close)


class Cursor:
    """The rows of one statement, all fetched at once."""

    arraysize = 1

    def __init__(self, raw: apsw.Connection) -> None:
        self._raw, self._rows = raw, list[Any]()
        self.description: Any = None
        self.rowcount, self.lastrowid = -1, 0

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Cursor:
        """Run one statement."""
        return self._run(lambda cursor: cursor.execute(sql, tuple(values)))

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Cursor:
        """Run one statement for each row of values."""
        return self._run(lambda cursor: cursor.executemany(sql, [tuple(row) for row in rows]))

    def fetchone(self) -> Any:
        """The next row."""
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[Any]:
        """The next rows."""
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> list[Any]:
        """The rows that are left."""
        return self.fetchmany(len(self._rows))

    def close(self) -> None:
        """Nothing is left open."""

    def _run(self, run: Callable[[apsw.Cursor], apsw.Cursor]) -> Cursor:
        cursor = self._raw.cursor()
        described: list[Any] = []

        def looked(of: apsw.Cursor, sql: str, values: Any) -> bool:
            described[:] = [of.get_description()]
            return True

        cursor.exec_trace = looked
        before = self._raw.total_changes()
        self._rows = _said(lambda: list(run(cursor)))
        columns = described[0] if described else ()
        self.description = [(name, None, None, None, None, None, None) for name, _ in columns] or None
        self.rowcount = -1 if columns else self._raw.total_changes() - before
        self.lastrowid = self._raw.last_insert_rowid()
        return self


def _said(call: Callable[[], T]) -> T:
    """SQLite's own words for its errors, as the two other drivers have them."""
    try:
        return call()
    except apsw.Error as error:
        text = _TEXTS.get(type(error), str(error))
    raise OperationalError(text)


_TEXTS: dict[type[apsw.Error], str] = {
    apsw.FullError: "database or disk is full",
    apsw.IOError: "disk I/O error",
    apsw.CorruptError: "database disk image is malformed",
    apsw.NotADBError: "file is not a database",
    apsw.BusyError: "database is locked",
    apsw.ReadOnlyError: "attempt to write a readonly database",
    apsw.CantOpenError: "unable to open database file",
}
