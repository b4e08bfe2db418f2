"""The program's side of the worker: started at the first request, kept, ended when it takes too long, started again."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import weakref
from typing import Any, Final, Literal, NamedTuple, Self

from app.worker.command import worker_command, worker_environment
from app.worker.frames import ANSWER, FAILED, LAST, NAME, READY, REQUEST, Frame, TooLarge, read_frame, write_frame
from app.worker.limits import MEMORY

SECONDS: Final = 4.0
"""A request may take; with the time to start and to end the process a person waits five at most."""
START_SECONDS: Final = 30.0
"""Starting and reading the program's modules may take, on a slow disk after a restart of the machine."""

Reason = Literal["slow", "memory", "large", "died", "failed"]
_REASONS: Final[dict[str, Reason]] = {"MemoryError": "memory", "TooLarge": "large"}


class Stopped(Exception):
    """There is no answer. The next request is answered by a new process, or by the same where only this one failed."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason: Reason = reason
        self.detail = detail
        """The class of the exception, or the exit code."""


class KeptProcess:
    """A worker; nothing is started before the first request. May be used from several threads, one after the other."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._kept: _Kept | None = None

    def call(self, function: str, request: bytes) -> bytes:
        """What the function "package.module:name" answers to ``request``. Raises Stopped."""
        with self._lock:
            try:
                process = self._ready(function)
            except Stopped as stopped:
                if stopped.reason != "died":
                    raise
                # It was killed while nobody asked it anything; a new one is worth one try.
                process = self._ready(function)
            return self._exchange(process, self._seconds, Frame(REQUEST, request), ANSWER)

    def close(self) -> None:
        """End the process; a further request starts another one."""
        with self._lock:
            self._end()

    @property
    def process_id(self) -> int | None:
        """The system's number of the process; None while there is none."""
        return self._kept.process.pid if self._kept else None

    def _running(self) -> _Kept:
        if self._kept is not None and self._kept.process.poll() is None:
            return self._kept
        self._end()
        process, job = _started()
        self._kept = _Kept(process, job, weakref.finalize(self, _ended, process, job))
        return self._kept

    def _ready(self, function: str) -> subprocess.Popen[bytes]:
        """A process that has found the function. Raises Stopped."""
        process = self._running().process
        self._exchange(process, START_SECONDS, Frame(NAME, function.encode()), READY)
        return process

    def _exchange(self, process: subprocess.Popen[bytes], seconds: float, sent: Frame, wanted: bytes) -> bytes:
        """What comes in return for a frame. Raises Stopped; a process that cannot go on is ended."""
        frame, stopped = None, Stopped("large")
        with _Watch(process, seconds) as watch, contextlib.suppress(TooLarge):
            frame = _answered(process, sent)
            stopped = Stopped("died", "" if frame else str(process.wait()))
        if frame is not None and frame.kind == wanted:
            return frame.body
        if watch.is_over:
            stopped = Stopped("slow")
        elif frame is not None and frame.kind in (FAILED, LAST):
            name = frame.body.decode("ascii", "replace")
            stopped = Stopped(_REASONS.get(name, "failed"), name)
        if frame is None or frame.kind != FAILED:
            self._end()
        raise stopped

    def _end(self) -> None:
        if self._kept is not None:
            self._kept.finish()
            self._kept = None


class _Kept(NamedTuple):
    process: subprocess.Popen[bytes]
    job: Any
    finish: Any
    """Ends the process; called at the latest when its owner is forgotten or the program ends."""


class _Watch:
    """Kills a process when its time is over, so that reading from it comes to an end."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process = process
        self._timer = threading.Timer(seconds, self._kill)
        self._timer.daemon = True
        self.is_over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def _kill(self) -> None:
        self.is_over = True
        self._process.kill()


def _answered(process: subprocess.Popen[bytes], sent: Frame) -> Frame | None:
    """Send a frame, and wait for the one that comes back; None where the process is no longer there."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        write_frame(process.stdin, *sent)
    except OSError:
        return None
    return read_frame(process.stdout)


def _started() -> tuple[subprocess.Popen[bytes], Any]:
    """A new process, and the Windows job that holds it. Raises Stopped where the system starts none."""
    try:
        # Its complaints would quote what a person typed; what went wrong comes back as a frame or an exit code.
        process = subprocess.Popen(  # noqa: S603 - our own program
            worker_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=worker_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise Stopped("died", type(error).__name__) from None
    try:
        # The worker does nothing before it is asked, so it is in the job before there is anything to fear.
        return process, _windows_job(process)
    except OSError as error:
        _ended(process, None)
        raise Stopped("died", type(error).__name__) from None


def _windows_job(process: subprocess.Popen[bytes]) -> Any:
    if sys.platform == "win32":
        import ctypes

        from app.worker.windows_job import Job

        job = Job(ctypes.WinDLL("kernel32", use_last_error=True), MEMORY)
        job.take(int(process._handle))
        return job
    return None


def _ended(process: subprocess.Popen[bytes], job: Any) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        # What was not sent yet stands in the pipe's buffer, and nobody is there to read it.
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.close()
    if job is not None:
        job.close()
