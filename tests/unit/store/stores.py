"""Stores for tests: a clock that only ticks when asked, documents made of a few words."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.store.body import Body, body_of, file_of
from app.store.driver import Driver, driver_of
from app.store.store import Store, open_store
from app.store.trouble import StoreTrouble
from app.store.values import SHIPMENT, Change, Summary
from app.words import Message, same
from tests.conftest import sample_named

JAKARTA = datetime.timezone(datetime.timedelta(hours=7))
NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=JAKARTA)
DRIVERS = ("sqlcipher3.dbapi2", "sqlite3")


class Ticking:
    """A clock that goes on by a minute each time it is looked at."""

    def __init__(self, now: datetime.datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(minutes=1)
        return self.now


Opener = Callable[[], Store]


def opener(path: Path, driver: Driver | None = None) -> Opener:
    """Opens the same store again and again."""
    clock = Ticking()
    return lambda: open_store(path, clock, "tester", driver or driver_of("sqlcipher3.dbapi2"))


def titled(title: str) -> ShipmentFile:
    """A shipment that differs from others by its title."""
    shipment = sample_named("footwear_rotterdam")
    return ShipmentFile(msgspec.structs.replace(shipment, title=title))


def kept(store: Store, file: ShipmentFile, exporter: str | None = None) -> str:
    """The id of a new document in the store."""
    return store.add(SHIPMENT, body_of(file), Summary(title=file.shipment.title), exporter)


def step(title: str) -> Change:
    """A change to a title."""
    return Change(body_of(titled(title)), called(title))


def called(title: str) -> Message:
    """The step's message."""
    return Message("editing.change", {"label": same(title)})


def summary_of(body: Body) -> Summary:
    """Columns as far as these tests look at them."""
    return Summary(title=file_of(body).shipment.title, missing=3)


def shipment_in(store: Store, document: str) -> Shipment:
    """What the store would open."""
    return file_of(store.opened(document).body).shipment


def run_module(name: str, *arguments: str) -> str:
    """What a module of the tests prints as a process of its own; its errors fail the test."""
    command = [sys.executable, "-m", f"tests.unit.{name}", *arguments]
    root = Path(__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=root)
    assert done.stderr == ""
    return done.stdout


def refused(reopen: Opener, path: Path, trouble: type[StoreTrouble]) -> None:
    """Opening fails as it should, and no byte of any file is another."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(trouble) as caught:
        reopen()
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before
    for language in ("id", "en"):
        assert str(path) in caught.value.into(language)
