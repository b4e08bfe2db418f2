"""The tables as a later program could have them, and the step that leads there: what a migration is tried with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from app.store import tables

SCHEMA = tables.SCHEMA + 1


def add_mood(connection: Connection) -> None:
    """A column more, filled row by row."""
    connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN mood TEXT")
    for (row,) in connection.exec_driver_sql("SELECT id FROM documents").fetchall():
        connection.exec_driver_sql("UPDATE documents SET mood = 'fine ' || title WHERE id = ?", (row,))


STEPS = ((lambda connection: None),) * (tables.SCHEMA - 1) + (add_mood,)
"""As many as there would be."""


def state_of(path: Path) -> str:
    """``old``, ``new`` or ``mixed``, by a look that knows nothing of the store's code."""
    raw = sqlite3.connect(path)
    try:
        ((schema,),) = raw.execute("PRAGMA user_version").fetchall()
        columns = [row[1] for row in raw.execute("PRAGMA table_info(documents)")]
        titles = {row[0] for row in raw.execute("SELECT title FROM documents")}
        if raw.execute("PRAGMA integrity_check").fetchall() != [("ok",)] or titles != {str(n) for n in range(30)}:
            return "mixed"
        if schema == SCHEMA - 1:
            return "mixed" if "mood" in columns else "old"
        moods = {row[0] for row in raw.execute("SELECT mood FROM documents")}
        return "new" if schema == SCHEMA and moods == {f"fine {title}" for title in titles} else "mixed"
    finally:
        raw.close()
