"""The one thread that owns the store: the screen asks and goes on, the answer comes when the disk has it.

Knows no screen. SQLAlchemy is imported here, on this thread, when the first job comes.
"""

from __future__ import annotations

import datetime
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.store.body import body_of
from app.store.values import Change, Note, Saved, Scratch, Summary
from app.words import Message

if TYPE_CHECKING:
    from app.store.store import Store

T = TypeVar("T")

Answer = Callable[[], None]
Failed = Callable[[Exception], None]
Summarise = Callable[[Shipment], Summary]
"""Works out what lists show of a shipment. Runs on the storage thread."""

NOTE_DELAY = 0.4
"""Seconds that half-typed text may wait for more letters: with the disk's own time it is kept within 0.8 s."""


class FileChange(NamedTuple):
    """A document after one step, and what the step is called."""

    file: ShipmentFile
    step: Message


class _Call(NamedTuple, Generic[T]):
    run: Callable[[Store], T]
    done: Callable[[T], None]
    failed: Failed


class _Save(NamedTuple):
    document: str
    change: FileChange | None
    summarise: Summarise | None
    scratch: Note
    done: Callable[[Saved], None]
    failed: Failed


class _Note(NamedTuple):
    document: str
    scratch: Scratch | None
    done: Callable[[Saved], None]
    failed: Failed


_Job = _Call[Any] | _Save | _Note


def store_path(data: Path) -> Path:
    """Where the store lies in the data folder."""
    return data / "siap-ekspor.db"


def at_once(answer: Answer) -> None:
    """The relay of programs without a screen: answers run on the storage thread."""
    answer()


class StorageThread:
    """Asks are answered in the order they came; a failing one is answered too, and stops nothing."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime.datetime],
        relay: Callable[[Answer], None] = at_once,
        actor: str = "",
    ) -> None:
        """``relay`` is called on this thread with each answer, and sees to it that it runs where it belongs."""
        self._path, self._clock, self._relay, self._actor = path, clock, relay, actor
        self._thread = threading.Thread(target=self._run, name="storage", daemon=True)
        self._store: Store | None = None
        self._jobs: deque[_Job] = deque()
        self._state = threading.Condition()
        self._busy = self._closing = False
        self._hurried = 0

    def start(self) -> None:
        """Begin. The file is opened at the first job, and again at the next where that failed."""
        self._thread.start()

    def ask(self, job: Callable[[Store], T], done: Callable[[T], None], failed: Failed) -> None:
        """Have ``job`` done; its result goes to ``done``, its exception (StoreTrouble among them) to ``failed``."""
        self._put(_Call(job, done, failed))

    def save(
        self,
        document: str,
        change: FileChange,
        summarise: Summarise,
        done: Callable[[Saved], None],
        failed: Failed,
        scratch: Note = ...,
    ) -> None:
        """Keep a document as it is after a step, and the half-typed text with it (``...``: as it is).

        Saves of one document that wait together become one transaction. What fails is kept with the next save.
        """
        self._put(_Save(document, change, summarise, scratch, done, failed))

    def save_again(self, document: str, done: Callable[[Saved], None], failed: Failed) -> None:
        """Try again to keep what could not be kept."""
        self._put(_Save(document, None, None, ..., done, failed))

    def note(self, document: str, scratch: Scratch | None, done: Callable[[Saved], None], failed: Failed) -> None:
        """Keep half-typed text soon, or forget it; a newer text takes the place of one that still waits."""
        with self._state:
            last = self._jobs[-1] if self._jobs else None
            if isinstance(last, _Note) and last.document == document:
                self._jobs.pop()
            self._jobs.append(_Note(document, scratch, done, failed))
            self._state.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until all that was asked so far is done; False where ``timeout`` seconds were not enough."""
        with self._state:
            self._hurried += 1
            self._state.notify_all()
            done = self._state.wait_for(lambda: not (self._jobs or self._busy), timeout)
            self._hurried -= 1
        return done

    def close(self, timeout: float) -> bool:
        """Do what was asked, close the file, end the thread; False where ``timeout`` seconds were not enough."""
        with self._state:
            self._closing = True
            self._state.notify_all()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _put(self, job: _Job) -> None:
        with self._state:
            self._jobs.append(job)
            self._state.notify_all()

    def _run(self) -> None:
        while batch := self._next():
            self._do(batch)
            with self._state:
                self._busy = False
                self._state.notify_all()
        if self._store is not None:
            try:
                self._store.close()
            except Exception as error:  # noqa: BLE001 - the thread's last word; what waited was reported at each try
                _report(error)

    def _next(self) -> list[_Job]:
        """The next job, with those behind it that belong in the same transaction; none when all is over."""
        with self._state:
            self._state.wait_for(lambda: self._jobs or self._closing)
            self._state.wait_for(self._is_pressing, NOTE_DELAY)
            batch: list[_Job] = []
            while self._jobs and (not batch or _belongs(self._jobs[0], batch[0])):
                batch.append(self._jobs.popleft())
            self._busy = bool(batch)
            return batch

    def _is_pressing(self) -> bool:
        only_notes = all(isinstance(job, _Note) for job in self._jobs)
        return not only_notes or self._closing or self._hurried > 0

    def _do(self, batch: list[_Job]) -> None:
        try:
            result = self._result(batch)
        except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked is told, and the next job is done
            answers: list[Answer] = [partial(job.failed, error) for job in batch]
        else:
            answers = [partial(job.done, result) for job in batch]
        for answer in answers:
            try:
                self._relay(answer)
            except Exception as error:  # noqa: BLE001 - a window that has gone must not end the saving
                _report(error)

    def _result(self, batch: list[_Job]) -> Any:
        store = self._opened()
        first = batch[0]
        if isinstance(first, _Call):
            return first.run(store)
        saves = [job for job in batch if isinstance(job, _Save)]
        changes = [Change(body_of(job.change.file), job.change.step) for job in saves if job.change]
        notes = [job.scratch for job in batch if not isinstance(job, _Call) and job.scratch is not ...]
        return store.opened(first.document).keep(changes, _summary(saves), notes[-1] if notes else ...)

    def _opened(self) -> Store:
        if self._store is None:
            # Here, so that the first window does not wait for SQLAlchemy (a third of a second).
            from app.store.store import open_store

            self._store = open_store(self._path, self._clock, self._actor)
        return self._store


def _belongs(job: _Job, first: _Job) -> bool:
    return not isinstance(job, _Call) and not isinstance(first, _Call) and job.document == first.document


def _summary(saves: list[_Save]) -> Summary | None:
    """The columns of the newest of ``saves``; a mistake in working them out must not keep the work from the disk."""
    newest: _Save | None = next((job for job in reversed(saves) if job.change), None)
    if newest is None or newest.change is None or newest.summarise is None:
        return None
    try:
        return newest.summarise(newest.change.file.shipment)
    except Exception as error:  # noqa: BLE001 - see above
        _report(error)
        return None


def _report(error: Exception) -> None:
    """To the hook that the program has for errors of threads."""
    args = (type(error), error, error.__traceback__, threading.current_thread())
    threading.excepthook(threading.ExceptHookArgs(args))
