"""The one thread that owns the store: the screen asks and goes on, the answer comes when the disk has it.

Knows no screen. SQLAlchemy is imported here, on this thread, when the first job comes.
"""

from __future__ import annotations

import datetime
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.services.missing_backup import MissingBackup
from app.services.storage_jobs import (
    Answer,
    Call,
    Failed,
    FileChange,
    Job,
    Jot,
    Restore,
    Save,
    Summarise,
    belongs,
    report,
    summary_of,
)
from app.store.body import BodyMaker
from app.store.values import Change, Note, Restored, Saved, Scratch

if TYPE_CHECKING:
    from app.store.store import Store

__all__ = ["Answer", "Failed", "FileChange", "StorageThread", "Summarise", "at_once", "store_path"]

T = TypeVar("T")

NOTE_DELAY = 0.4
"""Seconds that half-typed text may wait for more letters: with the disk's own time it is kept within 0.8 s."""
SAVE_DELAY, SLOW_SAVE = 0.08, 0.02
"""After a save that took over ``SLOW_SAVE`` seconds the next one waits ``SAVE_DELAY`` seconds: Python runs one thread
at a time, and what a person did is to be on the screen first.
"""
BACKUP_EVERY = 1800.0
"""Seconds between two backups of a store that is being changed; one more is made when it is closed."""


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
        backup_every: float = BACKUP_EVERY,
        backup_told: Callable[[Exception | None], None] | None = None,
    ) -> None:
        """``relay`` is called on this thread with each answer, and sees to it that it runs where it belongs.

        ``backup_told`` is told why a backup that nobody asked for could not be made, or else the program's hook is; and
        None when the next one after that could be made. So it is where the last one that was begun before this start
        is missing: it is made up for at once.
        """
        self._path, self._clock, self._relay, self._actor = path, clock, relay, actor
        self._thread = threading.Thread(target=self._run, name="storage", daemon=True)
        self._store: Store | None = None
        self._bodies = BodyMaker()
        self._jobs: deque[Job] = deque()
        self._state = threading.Condition()
        self._busy = self._closing = False
        self._hurried = 0
        self._save_took = 0.0
        self._backup_every, self._backup_told = backup_every, backup_told or _report
        self._missing, self._is_backup_missing = MissingBackup(path), False
        self._backup_due: float | None = None
        """On the monotonic clock, which nobody sets; None where nothing was done since the last one."""

    def start(self) -> None:
        """Begin. The file is opened at the first job, and again at the next where that failed."""
        self._thread.start()

    def ask(self, job: Callable[[Store], T], done: Callable[[T], None], failed: Failed) -> None:
        """Have ``job`` done; its result goes to ``done``, its exception (StoreTrouble among them) to ``failed``."""
        self._put(Call(job, done, failed))

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
        self._put(Save(document, change, summarise, scratch, done, failed))

    def save_again(self, document: str, done: Callable[[Saved], None], failed: Failed) -> None:
        """Try again to keep what could not be kept."""
        self._put(Save(document, None, None, ..., done, failed))

    def note(self, document: str, scratch: Scratch | None, done: Callable[[Saved], None], failed: Failed) -> None:
        """Keep half-typed text soon, or forget it; a newer text takes the place of one that still waits."""
        with self._state:
            last = self._jobs[-1] if self._jobs else None
            if isinstance(last, Jot) and last.document == document:
                self._jobs.pop()
            self._jobs.append(Jot(document, scratch, done, failed))
            self._state.notify_all()

    def restore(self, backup: Path, done: Callable[[Restored], None], failed: Failed) -> None:
        """Bring a backup back as the store; documents must be closed before. The next job opens what was brought back.

        The present store is backed up first, or set aside where it is damaged, so that this can be undone.
        """
        self._put(Restore(backup, done, failed))

    def flush(self, timeout: float) -> bool:
        """Wait until all that was asked so far is done; False where ``timeout`` seconds were not enough."""
        with self._state:
            self._hurried += 1
            self._state.notify_all()
            done = self._state.wait_for(lambda: not (self._jobs or self._busy), timeout)
            self._hurried -= 1
        return done

    def tell_nobody(self) -> None:
        """Whoever was told of backups is going: from now on the program's hook is, which keeps it in the log."""
        self._backup_told = _report

    def close(self, timeout: float) -> bool:
        """Do what was asked, back up what changed, close the file, end the thread.

        False where ``timeout`` seconds were not enough for what was asked. A backup may be cut off at any time.
        """
        with self._state:
            self._closing = True
            self._state.notify_all()
        self._thread.join(timeout)
        with self._state:
            return not (self._jobs or self._busy)

    def _put(self, job: Job) -> None:
        with self._state:
            self._jobs.append(job)
            self._state.notify_all()

    def _run(self) -> None:
        while (batch := self._next()) is None or batch:
            if batch:
                self._do(batch)
            if self._is_backup_due():
                self._back_up()
            with self._state:
                self._busy = False
                self._state.notify_all()
        self._back_up()
        try:
            self._close_store()
        except Exception as error:  # noqa: BLE001 - the thread's last word; what waited was reported at each try
            report(error)

    def _next(self) -> list[Job] | None:
        """The next job, with those behind it that belong in the same transaction.

        None when it is time for a backup; nothing at all when all is over.
        """
        with self._state:
            until = None if self._backup_due is None else max(self._backup_due - time.monotonic(), 0)
            if not self._state.wait_for(lambda: self._jobs or self._closing, until):
                return None
            self._state.wait_for(self._is_pressing, NOTE_DELAY)
            if self._save_took > SLOW_SAVE:
                self._state.wait_for(self._is_more_than_saves, SAVE_DELAY)
            batch: list[Job] = []
            while self._jobs and (not batch or belongs(self._jobs[0], batch[0])):
                batch.append(self._jobs.popleft())
            self._busy = bool(batch)
            return batch

    def _is_backup_due(self) -> bool:
        return self._backup_due is not None and time.monotonic() >= self._backup_due

    def _back_up(self) -> None:
        """Where something was done since the last one."""
        if self._store is None or self._backup_due is None:
            return
        self._backup_due = None
        try:
            if self._store.read_only is None:
                self._missing.note()
            self._store.back_up_changes()
            self._missing.strike_out()
        except Exception as error:  # noqa: BLE001 - the work itself is saved; the next backup is tried in its time
            self._is_backup_missing = True
            self._tell(partial(self._backup_told, error))
        else:
            if self._is_backup_missing:
                self._is_backup_missing = False
                self._tell(partial(self._backup_told, None))

    def _close_store(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _is_pressing(self) -> bool:
        only_notes = all(isinstance(job, Jot) for job in self._jobs)
        return not only_notes or self._closing or self._hurried > 0

    def _is_more_than_saves(self) -> bool:
        only_saves = all(isinstance(job, Save | Jot) for job in self._jobs)
        return not only_saves or self._closing or self._hurried > 0

    def _do(self, batch: list[Job]) -> None:
        try:
            result = self._result(batch)
        except Exception as error:  # noqa: BLE001 - whatever it is, whoever asked is told, and the next job is done
            answers: list[Answer] = [partial(job.failed, error) for job in batch]
        else:
            answers = [partial(job.done, result) for job in batch]
        for answer in answers:
            self._tell(answer)

    def _tell(self, answer: Answer) -> None:
        try:
            self._relay(answer)
        except Exception as error:  # noqa: BLE001 - a window that has gone must not end the saving
            report(error)

    def _result(self, batch: list[Job]) -> Any:
        first = batch[0]
        if isinstance(first, Restore):
            return self._restored(first.backup)
        store = self._opened()
        if self._backup_due is None:
            self._backup_due = time.monotonic() + self._backup_every
        if isinstance(first, Call):
            return first.run(store)
        kept = [job for job in batch if isinstance(job, Save | Jot)]
        saves = [job for job in kept if isinstance(job, Save)]
        begun = time.thread_time()
        changes = [Change(self._bodies.body_of(job.change.file), job.change.step) for job in saves if job.change]
        notes = [job.scratch for job in kept if job.scratch is not ...]
        saved = store.opened(first.document).keep(changes, summary_of(saves), notes[-1] if notes else ...)
        if saves:
            self._save_took = time.thread_time() - begun
        return saved

    def _opened(self) -> Store:
        if self._store is None:
            # Here, so that the first window does not wait for SQLAlchemy (a third of a second).
            from app.store.store import open_store

            self._store = open_store(self._path, self._clock, self._actor)
            if self._store.read_only is None and self._missing.is_noted():
                self._is_backup_missing, self._backup_due = True, time.monotonic()
        return self._store

    def _restored(self, backup: Path) -> Restored:
        from app.store.restoring import restore_store

        if self._store is not None:
            # Where something cannot be written, nothing is brought back, and it waits on.
            self._store.release_all()
        self._close_store()
        return restore_store(self._path, backup, self._clock)


def _report(error: Exception | None) -> None:
    if error is not None:
        report(error)
