"""One open connection to the store's file: transactions that begin IMMEDIATE, pragmas that are read back.

Knows how a file is opened and closed, not what stands in its tables.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from app.store.driver import Driver
from app.store.error_meanings import trouble_of
from app.store.trouble import StoreTrouble

_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    # Before the log is touched: then its index lives in memory, and a second program is kept out.
    ("locking_mode", "exclusive", "exclusive"),
    ("synchronous", "full", 2),
    ("foreign_keys", "on", 1),
    ("secure_delete", "on", 1),
    ("trusted_schema", "off", 0),
    ("cell_size_check", "on", 1),
    ("busy_timeout", "0", 0),
)
"""Name, what it is set to, and what it must read as afterwards (reliability S15)."""

_PAGES = 500
"""How many are copied at a time."""


class Database:
    """The store's file, open. Belongs to the thread that opened it."""

    def __init__(self, path: Path, driver: Driver, raw: Any, read_only: StoreTrouble | None = None) -> None:
        self.path, self.driver = path, driver
        self.read_only = read_only
        """Why nothing may be written; None where all is well."""
        self._afterwards = contextlib.ExitStack()
        known = _known(driver)
        self._engine = Engine(StaticPool(lambda: raw), known.dialect, make_url("sqlite://"), hide_parameters=True)
        begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
        # The driver itself begins nothing (isolation_level None), so that reading and writing are one transaction.
        event.listen(self._engine, "begin", lambda _: self._begin(begin))
        try:
            self._connection = self._engine.connect().execution_options(compiled_cache=known.statements)
        except (DBAPIError, UnicodeDecodeError) as error:
            raw.close()
            raise trouble_of(getattr(error, "orig", error), str(path)) from None

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction, whole or not at all. Raises StoreTrouble."""
        if self.read_only is not None:
            raise self.read_only
        with self.reading() as connection:
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction for looking only. Raises StoreTrouble."""
        try:
            with self._connection.begin():
                yield self._connection
        except (DBAPIError, UnicodeDecodeError) as error:
            raise trouble_of(getattr(error, "orig", error), str(self.path)) from None

    def outside_transactions(self, pragma: str) -> list[tuple[Any, ...]]:
        """The answer to a statement that may not stand in a transaction. Raises StoreTrouble."""
        cursor = self._connection.connection.cursor()
        try:
            return list(cursor.execute(pragma).fetchall())
        except self.driver.errors as error:
            raise trouble_of(error, str(self.path)) from None
        finally:
            cursor.close()

    def copy_into(self, target: Any) -> None:
        """Copy the whole file into another connection's. Raises StoreTrouble."""
        self._copy(self._raw, target)

    def take_from(self, source: Database) -> None:
        """Become what another file is, in one transaction. Raises StoreTrouble."""
        if self.read_only is not None:
            raise self.read_only
        self._copy(source._raw, self._raw)

    def when_closed(self, afterwards: contextlib.ExitStack) -> None:
        """What is to be cleared away once the file is closed."""
        self._afterwards = afterwards

    def close(self) -> None:
        """Close the file; what the log holds is moved into it."""
        with self._afterwards:
            self._connection.close()
            self._engine.dispose()

    def _begin(self, statement: str) -> None:
        try:
            self._raw.execute(statement)
        except self.driver.errors as error:
            raise trouble_of(error, str(self.path)) from None

    @property
    def _raw(self) -> Any:
        return self._connection.connection.driver_connection

    def _copy(self, source: Any, target: Any) -> None:
        try:
            source.backup(target, pages=_PAGES)
        except self.driver.errors as error:
            raise trouble_of(error, str(self.path)) from None


class _Known(NamedTuple):
    """What SQLAlchemy knows of a driver, and the statements that it has put into its SQL."""

    dialect: Dialect
    statements: dict[Any, Any]


@lru_cache(maxsize=4)
def _known(driver: Driver) -> _Known:
    """Once for all files: to work it out takes longer than to open one, and a list of backups opens forty."""
    engine = create_engine("sqlite://", module=driver.module, poolclass=StaticPool)
    with engine.connect():
        pass
    engine.dispose()
    return _Known(engine.dialect, {})


def connected(driver: Driver, path: Path) -> Any:
    """A connection for writing, alone with the file. Raises the driver's errors."""
    raw = driver.module.connect(str(path), isolation_level=None, timeout=0)
    try:
        _prepare(raw, driver)
    except BaseException:
        raw.close()
        raise
    return raw


def connected_to_read(driver: Driver, path: Path) -> Any:
    """A connection that changes no byte and makes no file. Raises the driver's errors."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    raw = driver.module.connect(address, uri=True, isolation_level=None, timeout=0)
    _calm(raw)
    return raw


def connected_to_copy(driver: Driver, path: Path) -> Any:
    """A connection to a copy of a store. Raises the driver's errors."""
    raw = driver.module.connect(str(path), isolation_level=None, timeout=0)
    _calm(raw)
    raw.execute("PRAGMA locking_mode=exclusive")
    # A copy that is to stay is synced when it is whole; cut off before that, it is thrown away.
    raw.execute("PRAGMA synchronous=off")
    return raw


def _prepare(raw: Any, driver: Driver) -> None:
    _calm(raw)
    for name, setting, _ in _PRAGMAS:
        raw.execute(f"PRAGMA {name}={setting}")
    raw.execute(f"PRAGMA journal_mode={driver.journal_mode}")
    # Takes the lock now, and not at the first save.
    raw.execute("BEGIN EXCLUSIVE")
    raw.execute("COMMIT")
    wanted = [*((name, value) for name, _, value in _PRAGMAS), ("journal_mode", driver.journal_mode)]
    for name, value in wanted:
        (found,) = raw.execute(f"PRAGMA {name}").fetchone()
        if found != value:
            raise driver.module.OperationalError(f"PRAGMA {name} is {found!r}, not {value!r}")


def _calm(raw: Any) -> None:
    # SQLCipher writes a page of lines to the error output for every damaged page; plain SQLite ignores the pragma.
    raw.execute("PRAGMA cipher_log_level=NONE").fetchall()
    # A spoilt letter in a history must not keep its document closed; in a document its hash tells.
    raw.text_factory = _text


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
