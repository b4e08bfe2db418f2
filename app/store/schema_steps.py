"""Bringing the tables of an older store up to this program's: numbered steps, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, update

from app.store.database import Database
from app.store.tables import META, MIN_READER, SCHEMA
from app.store.trouble import Damaged

Step = Callable[[Connection], None]
STEPS: tuple[Step, ...] = ()
"""STEPS[n - 1] turns the tables of schema n into those of schema n + 1. A published step is never edited."""


def bring_up(database: Database, steps: Sequence[Step], schema: int = SCHEMA, min_reader: int = MIN_READER) -> None:
    """Run the steps that are still to be run, in one transaction with the new number. Raises StoreTrouble."""
    ((found,),) = database.outside_transactions("PRAGMA user_version")
    if found == schema:
        return
    if not 0 < found < schema:
        raise Damaged(str(database.path))
    with database.writing() as connection:
        for step in steps[found - 1 : schema - 1]:
            step(connection)
        connection.execute(update(META).where(META.c.key == "min_reader").values(value=str(min_reader)))
        connection.exec_driver_sql(f"PRAGMA user_version={int(schema)}")
