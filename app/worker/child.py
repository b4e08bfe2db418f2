"""The worker's own side: it limits itself, then answers one request after the other until nobody asks any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import IO

from app.worker.frames import ANSWER, FAILED, LAST, READY, TooLarge, read_frame, write_frame
from app.worker.guard import refuse_the_world
from app.worker.limits import limit_myself, limit_this_request


def serve() -> int:
    """Answer requests from standard input on standard output; the exit code, which is 1 after one that went wrong."""
    # No .pyc files: the limit on files would stop them half-way.
    sys.dont_write_bytecode = True
    asked, told = _own_pipes()
    limit_myself()
    refuse_the_world()
    while (name := read_frame(asked)) is not None:
        try:
            work = _function(name.body.decode())
            write_frame(told, READY, b"")
            request = read_frame(asked)
            if request is None:
                return 0
            limit_this_request()
            write_frame(told, ANSWER, work(request.body))
        except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 - the other side must hear of it
            # Only the class: texts of exceptions quote what a person typed.
            goes_on = isinstance(error, Exception) and not isinstance(error, (MemoryError, TooLarge))
            write_frame(told, FAILED if goes_on else LAST, type(error).__name__.encode())
            if not goes_on:
                return 1
    return 0


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for frames only: whatever is printed must not come between them."""
    asked, told = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return os.fdopen(asked, "rb"), os.fdopen(told, "wb")


def _function(name: str) -> Callable[[bytes], bytes]:
    """The function called "package.module:function"."""
    module, _, function = name.partition(":")
    found: Callable[[bytes], bytes] = getattr(import_module(module), function)
    return found
