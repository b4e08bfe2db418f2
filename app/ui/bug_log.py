"""Our own mistakes: logged without a word of what a person typed, and shown once with a number."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

LOG_LIMIT = 1024 * 1024
"""Bytes after which the log begins anew; the one before is kept beside it."""


class BugLog:
    """Takes what nobody caught. The log holds classes, files and lines; no texts of exceptions, no values, no paths."""

    def __init__(self, folder: Path, show: Callable[[str], None]) -> None:
        self._file = folder / "logs" / "bugs.log"
        self._show = show
        self._seen: set[str] = set()

    def install(self) -> None:
        """Take over ``sys.excepthook``; an exception in a slot arrives there and the program goes on."""
        sys.excepthook = self.take

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a mistake, and show its number where it is a new one."""
        import datetime  # the first window is not to wait for what no good day needs
        import traceback
        import zlib

        frames = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        place = "|".join([kind.__name__, *frames[-3:]])
        number = f"{zlib.crc32(place.encode()) % 1_000_000:06d}"
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        self._write(f"{at} {number} {kind.__name__}\n" + "".join(f"  {frame}\n" for frame in frames))
        if sys.stderr is not None:
            traceback.print_exception(kind, error, trace)
        if number not in self._seen:
            self._seen.add(number)
            self._show(number)

    def _write(self, entry: str) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size > LOG_LIMIT:
                self._file.replace(self._file.with_suffix(".1.log"))
            with self._file.open("a", encoding="utf-8") as log:
                log.write(entry)
        except OSError as trouble:
            # A log that cannot be written must not hide the mistake it is about.
            print(f"bugs.log: {type(trouble).__name__}", file=sys.stderr)
