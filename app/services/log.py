"""What happened, as events with numbers: classes, files, lines, times. Never a text of an exception, a value or a path.

Five files of one megabyte in ``logs`` of the data folder, one JSON object on a line; the newest is ``events.jsonl``.
"""

from __future__ import annotations

import datetime
import json
import re
import threading
import traceback
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path, PurePath
from types import TracebackType
from typing import Final

FILES: Final = 5
LARGEST_FILE: Final = 1024 * 1024
DEEPEST: Final = 30
"""Frames of a traceback that are kept, the innermost."""

_FACT = re.compile(r"[A-Za-z][A-Za-z_.:-]{0,39}")


def events_path(folder: Path) -> Path:
    """The newest file of the log in the data folder."""
    return folder / "logs" / "events.jsonl"


def event_number(name: str) -> str:
    """Six digits for a message, by which the event is found in the log."""
    return _number(name, [])


def mistake_number(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Six digits, the same whenever the same mistake happens in the same place."""
    return _number(kind.__name__, frames_of(trace)[-3:])


def frames_of(trace: TracebackType | None) -> list[str]:
    """Where an exception came from, innermost last: "file.py:12 function". Only files of programs; no folders."""
    frames = traceback.extract_tb(trace)[-DEEPEST:]
    return [f"{PurePath(f.filename).name}:{f.lineno} {f.name}" for f in frames if f.filename.endswith(".py")]


class Log:
    """Takes events from any thread. A log that cannot be written stops nothing."""

    def __init__(self, folder: Path, clock: Callable[[], datetime.datetime]) -> None:
        self._path, self._clock = events_path(folder), clock
        self._lock = threading.Lock()
        self.lost = 0
        """Events that could not be written."""

    def event(self, name: str, **facts: int | str) -> None:
        """Keep an event with numbers and words of the program's own.

        A fact that is no such word (a name, a path, a number as text) is kept as "?".
        """
        told = {key: _safe(fact) for key, fact in facts.items()}
        self._keep({"event": _safe(name), "number": event_number(name), **told})

    def mistake(self, name: str, kind: type[BaseException], trace: TracebackType | None) -> str:
        """Keep a mistake of our own: the class of the exception and where it came from; its number."""
        frames, number = frames_of(trace), mistake_number(kind, trace)
        self._keep({"event": _safe(name), "number": number, "error": _safe(kind.__name__), "frames": frames})
        return number

    def _keep(self, entry: dict[str, object]) -> None:
        at = self._clock().astimezone(datetime.UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"at": at, **entry}) + "\n"
        with self._lock:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                self._make_room(len(line))
                with self._path.open("a", encoding="ascii") as file:
                    file.write(line)
            except OSError:
                # A full disk has its own message; the log must not add a second trouble to the first.
                self.lost += 1

    def _make_room(self, length: int) -> None:
        """Where the newest file is full, every file takes the next older name, and the oldest goes."""
        if not self._path.exists() or self._path.stat().st_size + length <= LARGEST_FILE:
            return
        names = [self._path, *(self._path.with_suffix(f".{n}.jsonl") for n in range(1, FILES))]
        for newer, older in reversed([*pairwise(names)]):
            if newer.exists():
                newer.replace(older)


def _number(name: str, parts: list[str]) -> str:
    return f"{zlib.crc32('|'.join([name, *parts]).encode()) % 1_000_000:06d}"


def _safe(fact: int | str) -> int | str:
    if isinstance(fact, int):
        return fact
    return fact if _FACT.fullmatch(fact) else "?"
