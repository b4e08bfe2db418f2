"""What the storage thread can be asked, and which of it belongs in one transaction."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from app.domain.shipment import Shipment
from app.records.shipment_file import ShipmentFile
from app.store.values import Note, Restored, Saved, Scratch, Summary
from app.words import Message

if TYPE_CHECKING:
    from app.store.store import Store

T = TypeVar("T")

Answer = Callable[[], None]
Failed = Callable[[Exception], None]
Summarise = Callable[[Shipment], Summary]
"""Works out what lists show of a shipment. Runs on the storage thread."""


class FileChange(NamedTuple):
    """A document after one step, and what the step is called."""

    file: ShipmentFile
    step: Message


class Call(NamedTuple, Generic[T]):
    """A function of the store."""

    run: Callable[[Store], T]
    done: Callable[[T], None]
    failed: Failed


class Save(NamedTuple):
    """A document after a step, or (without a change) once more what could not be written."""

    document: str
    change: FileChange | None
    summarise: Summarise | None
    scratch: Note
    done: Callable[[Saved], None]
    failed: Failed


class Jot(NamedTuple):
    """Half-typed text, which may wait for more letters."""

    document: str
    scratch: Scratch | None
    done: Callable[[Saved], None]
    failed: Failed


class Restore(NamedTuple):
    """A backup to be brought back, for which the store is closed."""

    backup: Path
    done: Callable[[Restored], None]
    failed: Failed


Job = Call[Any] | Save | Jot | Restore


def belongs(job: Job, first: Job) -> bool:
    """Whether both can be written in one transaction."""
    if not (isinstance(job, Save | Jot) and isinstance(first, Save | Jot)):
        return False
    return job.document == first.document


def summary_of(saves: Sequence[Save]) -> Summary | None:
    """The columns of the newest of ``saves``; a mistake in working them out must not keep the work from the disk."""
    newest: Save | None = next((job for job in reversed(saves) if job.change), None)
    if newest is None or newest.change is None or newest.summarise is None:
        return None
    try:
        return newest.summarise(newest.change.file.shipment)
    except Exception as error:  # noqa: BLE001 - see above
        report(error)
        return None


def report(error: Exception) -> None:
    """To the hook that the program has for errors of threads."""
    args = (type(error), error, error.__traceback__, threading.current_thread())
    threading.excepthook(threading.ExceptHookArgs(args))
