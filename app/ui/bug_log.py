"""Our own mistakes: logged without a word of what a person typed, and shown once with a number."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple


class Mistake(NamedTuple):
    """One of our own mistakes, as far as it may be told to anybody."""

    number: str
    """Six digits, under which it stands in the log."""
    kind: str
    """The class of the exception."""
    frames: tuple[str, ...]
    """Where it came from, innermost last."""


class BugLog:
    """Takes what nobody caught, on any thread. Neither the log nor the error stream gets the text of an exception."""

    def __init__(self, folder: Path, show: Callable[[Mistake], None]) -> None:
        """``show`` is called with each new mistake on the screen's thread; those of others are logged."""
        self._folder = folder
        self._show = show
        self._seen: set[str] = set()

    def install(self) -> None:
        """Take over the hooks for exceptions; one in a slot or on a thread arrives there and the program goes on."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a mistake, and show it where it is a new one."""
        mistake = self._kept(kind, trace)
        if mistake.number not in self._seen:
            self._seen.add(mistake.number)
            self._show(mistake)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        self._kept(args.exc_type, args.exc_traceback)

    def _kept(self, kind: type[BaseException], trace: TracebackType | None) -> Mistake:
        import datetime  # the first window is not to wait for what no good day needs

        from app.services.log import Log, frames_of

        number = Log(self._folder, lambda: datetime.datetime.now(datetime.UTC)).mistake("bug", kind, trace)
        mistake = Mistake(number, kind.__name__, tuple(frames_of(trace)))
        if sys.stderr is not None:
            print("\n  ".join([f"{number} {mistake.kind}", *mistake.frames]), file=sys.stderr)
        return mistake
