"""A storage thread whose answers wait until the test takes them, as those of a window wait for its event loop."""

from __future__ import annotations

import queue
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from app.domain.shipment import Shipment
from app.kinds.circumstances import Circumstances
from app.records.shipment_file import ShipmentFile
from app.services.editing import Editing
from app.services.opened import Opened, open_document
from app.services.program import Program
from app.services.shipment_list import add_shipment, summariser
from app.services.storage_thread import Answer, StorageThread
from tests.conftest import sample_named
from tests.unit.store.stores import Ticking

T = TypeVar("T")
PATIENCE = 20.0
"""Seconds until a test gives up; nothing takes as long."""


class Desk:
    """A thread, its answers, and what changed on the screen."""

    def __init__(self, path: Path, program: Program, at: Circumstances) -> None:
        self.path, self.program, self.at = path, program, at
        self.answers: queue.Queue[Answer] = queue.Queue()
        self.thread = StorageThread(path, Ticking(), self.answers.put, "tester")
        self.thread.start()
        self.before: list[Shipment] = []
        self.statuses: list[str] = []
        self.summarise = summariser(program, at)

    def ask(self, job: Callable[..., T], **arguments: Any) -> T:
        """A job's result, or its exception raised here."""
        results: list[T] = []
        errors: list[Exception] = []
        self.thread.ask(partial(job, **arguments), results.append, errors.append)
        while not results and not errors:
            self.answers.get(timeout=PATIENCE)()
        if errors:
            raise errors[0]
        return results[0]

    def settle(self) -> None:
        """Everything asked is done and answered."""
        assert self.thread.flush(PATIENCE)
        while not self.answers.empty():
            self.answers.get()()

    def added(self, shipment: Shipment | None = None) -> str:
        """The id of a new shipment in the store."""
        file = ShipmentFile(shipment or sample_named("footwear_rotterdam"))
        return self.ask(add_shipment, file=file, exporter=None, summarise=self.summarise)

    def edited(self, document: str) -> Editing:
        """A document on the screen."""
        opened: Opened = self.ask(open_document, document=document)
        editing = Editing(
            opened, self.thread, self.program.catalog, self.at, self.summarise, self.before.append, self._noted
        )
        self.editing = editing
        return editing

    def restart(self) -> Desk:
        """The program closed and started again."""
        assert self.thread.close(PATIENCE)
        return Desk(self.path, self.program, self.at)

    def _noted(self) -> None:
        self.statuses.append(self.editing.status.state)


def unwanted(error: Exception) -> None:
    """The answer to a job that should not fail."""
    raise error


def ignored(_: object) -> None:
    """An answer that the test does not need."""


def nothing() -> None:
    """The answer of a screen that does not look."""


def state_of(editing: Editing) -> str:
    """What the status line stands at."""
    return editing.status.state


def on_disk(desk: Desk, editing: Editing) -> Shipment:
    """What the next start would show."""
    desk.settle()
    document = editing.id
    editing.close()
    return desk.edited(document).value
