"""One thread for work that would hold up the screen: checking, drawing, reading declarations. Knows no work itself."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from app.ui.relay import Relay

T = TypeVar("T")

_LONG, _TIMES, _LONGEST_REST = 0.1, 2, 2.0
"""Work that took over so many seconds the last time begins only when the hand has rested so many times as long: Python
runs one thread at a time, and while one types, the screen's goes first.
"""
_TURN = 0.0001
"""Seconds after which a thread at work gives way to the screen's; Python's own 5 ms add up to a visible hitch."""


class _Work(NamedTuple):
    do: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    begins: float
    """Not before this time, by the monotonic clock."""


class Worker:
    """Does the newest work asked for under each name; what was asked before it and not begun is dropped."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._waiting: dict[str, _Work] = {}
        self._changed = threading.Condition()
        self._took: dict[str, float] = {}
        self._stopped = False
        sys.setswitchinterval(_TURN)
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._thread.start()

    def ask(
        self, name: str, do: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do ``do`` on the worker's thread; ``done`` or ``failed`` is called on the screen's thread."""
        with self._changed:
            took = self._took.get(name, 0.0)
            rest = min(_TIMES * took, _LONGEST_REST) if took > _LONG else 0.0
            self._waiting[name] = _Work(do, done, failed, time.monotonic() + rest)
            self._changed.notify()

    def stop(self, timeout: float) -> bool:
        """Drop what waits and end the thread when the work at hand is done; False where ``timeout`` s were too few."""
        with self._changed:
            self._stopped = True
            self._waiting.clear()
            self._changed.notify()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (next_one := self._next()) is not None:
            name, work = next_one
            begun = time.monotonic()
            try:
                answer = partial(work.done, work.do())
            except Exception as error:  # noqa: BLE001 - whatever it is belongs to whoever asked, on the screen's thread
                answer = partial(work.failed, error)
            self._took[name] = time.monotonic() - begun
            if not self._stopped:
                self._relay.put(answer)
            # Who asked may be a field that has gone: this thread is not to keep it until the next work comes.
            del work, answer, next_one

    def _next(self) -> tuple[str, _Work] | None:
        """The work that has waited longest of what may begin; None when it is over."""
        with self._changed:
            while not self._stopped:
                now = time.monotonic()
                for name, work in self._waiting.items():
                    if work.begins <= now:
                        return name, self._waiting.pop(name)
                self._changed.wait(min((work.begins for work in self._waiting.values()), default=now + 3600) - now)
            return None
