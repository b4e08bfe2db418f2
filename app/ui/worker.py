"""One thread for work that would hold up the screen: checking, drawing, reading declarations. Knows no work itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from app.ui.relay import Relay

T = TypeVar("T")


class _Work(NamedTuple):
    do: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Worker:
    """Does the newest work asked for under each name; what was asked before it and not begun is dropped."""

    def __init__(self, relay: Relay) -> None:
        self._relay = relay
        self._waiting: dict[str, _Work] = {}
        self._changed = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._thread.start()

    def ask(
        self, name: str, do: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do ``do`` on the worker's thread; ``done`` or ``failed`` is called on the screen's thread."""
        with self._changed:
            self._waiting[name] = _Work(do, done, failed)
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
        while (work := self._next()) is not None:
            try:
                answer = partial(work.done, work.do())
            except Exception as error:  # noqa: BLE001 - whatever it is belongs to whoever asked, on the screen's thread
                answer = partial(work.failed, error)
            if not self._stopped:
                self._relay.put(answer)
            # Who asked may be a field that has gone: this thread is not to keep it until the next work comes.
            del work, answer

    def _next(self) -> _Work | None:
        with self._changed:
            while not self._waiting and not self._stopped:
                self._changed.wait()
            return None if self._stopped else self._waiting.pop(next(iter(self._waiting)))
