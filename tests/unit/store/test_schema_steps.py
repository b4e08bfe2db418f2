"""Bringing an older store up: all steps with the new number, or none."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from app.store.database import Database
from app.store.schema_steps import bring_up
from app.store.store import Store
from app.store.trouble import Damaged, StoreTrouble
from tests.unit.store.stores import Opener, kept, shipment_in, titled


def add_mood(connection: Connection) -> None:
    """A step of a later program."""
    connection.exec_driver_sql("ALTER TABLE documents ADD COLUMN mood TEXT")


def spoil(connection: Connection) -> None:
    """A step that fails when its work is done."""
    connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
    connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


def numbers(database: Database) -> tuple[object, list[object]]:
    ((schema,),) = database.outside_transactions("PRAGMA user_version")
    tables = database.outside_transactions("SELECT sql FROM sqlite_master ORDER BY name")
    return schema, [sql for (sql,) in tables]


def test_the_steps_that_are_missing_are_run_with_the_new_number(store: Store, reopen: Opener) -> None:
    document = kept(store, titled("one"))
    bring_up(store._database, [add_mood], schema=2, min_reader=1)
    assert numbers(store._database)[0] == 2
    bring_up(store._database, [spoil, add_mood], schema=2, min_reader=1)
    assert shipment_in(store, document).title == "one"
    store.close()
    newer = reopen()
    assert newer.read_only is not None
    newer.close()


def test_a_step_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    before = numbers(store._database)
    with pytest.raises(StoreTrouble):
        bring_up(store._database, [add_mood, spoil], schema=3, min_reader=1)
    assert numbers(store._database) == before


def test_a_number_from_nowhere_is_no_number(store: Store) -> None:
    store._database.outside_transactions("PRAGMA user_version = 0")
    with pytest.raises(Damaged):
        bring_up(store._database, [])
