"""The SQLite that is used: ``sqlcipher3`` where it is installed, else the one of the standard library.

``sqlcipher3`` brings a current SQLite to every Python; that of an older Python may have the WAL-reset bug.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import NamedTuple


class Driver(NamedTuple):
    """A DB-API module for SQLite."""

    module: ModuleType
    version: tuple[int, ...]

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """What its calls raise; over a damaged file also that its own message cannot be decoded."""
        return (self.module.Error, UnicodeDecodeError)

    @property
    def journal_mode(self) -> str:
        """``wal``, or ``truncate`` where write-ahead logging may lose pages: it never lost one in either trial.

        Mended in 3.51.3, 3.50.7 and 3.44.6 (https://www.sqlite.org/wal.html#walresetbug, looked at 2026-11-24).
        """
        branch = self.version[:2]
        mended = self.version >= (3, 51, 3) or (branch in _BACKPORTS and self.version >= _BACKPORTS[branch])
        return "wal" if mended else "truncate"


def best_driver() -> Driver:
    """The driver to use on this machine."""
    try:
        return driver_of("sqlcipher3.dbapi2")
    except ImportError:
        return driver_of("sqlite3")


def driver_of(name: str) -> Driver:
    """The driver in the module ``name``. Raises ImportError."""
    module = importlib.import_module(name)
    return Driver(module, tuple(module.sqlite_version_info))


_BACKPORTS = {(3, 50): (3, 50, 7), (3, 44): (3, 44, 6)}
