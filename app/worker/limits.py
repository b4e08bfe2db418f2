"""What a worker may use at most. On POSIX it limits itself; on Windows its parent does (windows_job)."""

from __future__ import annotations

import sys
from typing import Final

MEMORY: Final = 400 * 1024 * 1024
"""Bytes of address space."""
OPEN_FILES: Final = 32
PROCESSOR_SECONDS: Final = 20
"""Of one request: an end also for a worker whose parent died and can no longer stop it."""


def limit_myself() -> None:
    """Take away what a template never needs: memory without end, writing files, other processes, core dumps."""
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    _lower(resource.RLIMIT_NPROC, 0)
    # macOS knows this limit and refuses to set it; there the time limit of the parent has to do.
    if sys.platform != "darwin":
        _lower(resource.RLIMIT_AS, MEMORY)


def limit_this_request() -> None:
    """From now on only so much work of the processor; the system ends a worker that goes beyond."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + PROCESSOR_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _lower(limit: int, most: int) -> None:
    import resource

    _, hard = resource.getrlimit(limit)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (most, most))
